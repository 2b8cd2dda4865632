"""The questions on generic frames, answered by the reader; lines with cue words follow on request."""

from collections import Counter
from collections.abc import Mapping, Sequence

import streamlit as st

from analysis.comparison import frames
from analysis.model import Article, Span
from ui.literal import in_html
from ui.state import edits, events
from ui.widgets import reader

SHOWN = 6  # cue lines of one frame shown at once


def show(article: Article, *, cues: bool) -> None:
    """All questions on `article`, frame by frame; `cues`: the lines with cue words below them."""
    asked: dict[str, list[frames.Question]] = {}
    for question in frames.questions():
        asked.setdefault(question.title, []).append(question)
    for title, questions in asked.items():
        st.markdown(f"**{title}**")
        for question in questions:
            _ask(article, question)
        if cues:
            _lines(article, questions[0].frame)


def when(given: Sequence[frames.Given], names: Mapping[str, str]) -> None:
    """When the answers of each article were given, and how many were changed after the reveal."""
    counted: dict[str, Counter[str]] = {}
    for one in given:
        counted.setdefault(one.article, Counter())[one.when if one.counts else f"{one.when}, since changed"] += 1
    told = (
        f"<b>{in_html(names[article])}:</b> {'; '.join(_answers(n, moment) for moment, n in moments.items())}"
        for article, moments in counted.items()
    )
    if lines := "<br>".join(told):
        st.html(f'<p class="px-note"><b>When you answered</b><br>{lines}</p>')


def _answers(n: int, moment: str) -> str:
    return f"{n} {'answer' if n == 1 else 'answers'} {in_html(moment)}"


def _ask(article: Article, question: frames.Question) -> None:
    key = f"frame_{events.here().id}_{article.id}_{question.key}"
    st.segmented_control(
        question.text,
        frames.CHOICES,
        default=edits.frame_answers().get(article.id, {}).get(question.key),
        key=key,
        on_change=lambda: edits.answer_frame(article.id, question.key, st.session_state[key] or ""),
    )


def _lines(article: Article, frame: str) -> None:
    """The sentences with the most cue words of the frame, in reading order."""
    found = [line for line in frames.cue_lines(article) if line.frame == frame]
    if not found:
        st.caption("No line with a cue word of this frame. That is no answer: read for yourself.")
        return
    most = sorted(found, key=lambda line: (-len(line.words), line.start))[:SHOWN]
    st.caption(f"{len(most)} of {len(found)} lines with cue words. They decide nothing.")
    for line in sorted(most, key=lambda line: line.start):
        words = [Span(start, end, frame) for start, end in line.words]
        st.html(reader.stretch(article, line.start, line.end, words, "frames"))
