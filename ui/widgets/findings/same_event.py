"""Whether the articles report one event, and why; findings on silence depend on it."""

from collections.abc import Mapping, Sequence

import streamlit as st

from analysis import comparison, tables
from analysis.comparison.event_match import EventMatch
from analysis.model import Article
from ui.literal import in_html
from ui.widgets.findings import passages

LINE = 0.5  # of the likeness, a probability: log odds of 0
WORDS = {
    "same event": "These articles report the same event.",
    "same story": "These articles belong to one running story, but not to one event.",
    "different events": "These articles do not all report one event.",
}


def show(match: EventMatch, articles: Sequence[Article], names: Mapping[str, str]) -> None:
    """The verdict, its reasons, the odd ones, and every pair."""
    verdict = WORDS.get(match.verdict, "There is nothing to compare yet.")
    score = f" Likeness {match.score:.2f} of 1; from {LINE:.2f} on it is one event." if match.score is not None else ""
    reasons = "".join(f"<li>{in_html(reason)}</li>" for reason in match.reasons)
    st.html(f'<p class="px-lede"><b>{verdict}</b>{score}</p><ul class="px-note">{reasons}</ul>')
    if match.odd and match.verdict:
        odd = ", ".join(in_html(names[one]) for one in match.odd)
        st.html(f'<p class="px-note"><b>Standing apart:</b> {odd}</p>')
    with st.expander("Pair by pair, and the words that the articles share", key="pairs", on_change="rerun") as section:
        if section.open:
            table = tables.event_pairs(match).replace({"first": names, "second": names})
            st.dataframe(table, hide_index=True)
            passages.note(f"What it misses: {comparison.notes('event_match')['Misses']}")
            _shared(match, articles, names)


def _shared(match: EventMatch, articles: Sequence[Article], names: Mapping[str, str]) -> None:
    """One thing that the articles share, with every place where it stands."""
    if not match.shared:
        return
    things = [f"{one.kind}: {one.text}" for one in match.shared]
    picked = st.selectbox("What they share", range(len(things)), format_func=things.__getitem__, key="shared_thing")
    passages.show(articles, names, tables.spans_by_article(match.shared[picked].places), "outlet_credibility")
