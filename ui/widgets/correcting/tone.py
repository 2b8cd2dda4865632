"""The tone of a sentence: another class, confirmed, or left out."""

import streamlit as st

from analysis import corrections
from analysis.measures import sentiment
from analysis.measures.sentiment import ScoredSentence
from analysis.model import Article, Span
from ui import literal
from ui.state import edits
from ui.widgets import reader
from ui.widgets.correcting import passage

LEAVE_OUT = "leave out"
CHOICES = [*reversed(sentiment.LABELS), LEAVE_OUT]


def choose(article: Article) -> None:
    """Pick a sentence, and put its tone right."""
    sentences = sentiment.sentences(article)
    if not sentences:
        st.text("This article has no sentences to score.")
        return
    position = st.selectbox(
        "Sentence",
        range(len(sentences)),
        format_func=lambda at: f"found {sentences[at].found}: {passage.short(article, _span(sentences[at]))}",
        key=f"sentence_{article.id}",
    )
    st.html(reader.passage(article, _span(sentences[position]), "sentiment", around=0))
    _one(article, sentences[position])


def one(article: Article, span: Span) -> None:
    """Set the tone of the sentence `span`."""
    for sentence in sentiment.sentences(article):
        if (sentence.start, sentence.end) == (span.start, span.end):
            _one(article, sentence)


def _one(article: Article, sentence: ScoredSentence) -> None:
    words = ", ".join(f"{article.body[word.start : word.end]} {word.valence:+.1f}" for word in sentence.words)
    found = f"Found: {sentence.found} ({sentence.tone:+.2f}). {words or 'No word scored'}.".replace("-", "−")
    st.caption(literal.in_markdown(found))
    key = f"tone_{article.id}_{sentence.start}_{sentence.set_to}"
    st.segmented_control(
        "Tone of this sentence",
        CHOICES,
        default=_shown(sentence),
        required=True,
        key=key,
        on_change=_set_picked,
        args=(article, sentence, key),
    )
    if sentence.set_to is None:
        st.button("Confirm", key=f"confirm_{key}", on_click=_set, args=(article, sentence, sentence.found))
    st.caption(
        "A class is no number: the shares of sentences count what you set; the mean leaves the sentence out, unless "
        "you confirm what was found."
    )


def _set_picked(article: Article, sentence: ScoredSentence, key: str) -> None:
    picked = st.session_state[key]
    _set(article, sentence, sentiment.LEFT_OUT if picked == LEAVE_OUT else picked)


def _set(article: Article, sentence: ScoredSentence, tone: str) -> None:
    place = sentence.start, sentence.end
    edits.correct(article.id, corrections.make(article, sentiment.TONE, *place, sentence.found, tone))


def _shown(sentence: ScoredSentence) -> str:
    return sentence.label or LEAVE_OUT


def _span(sentence: ScoredSentence) -> Span:
    return Span(sentence.start, sentence.end, sentence.voice, "", sentence.label)
