"""The words that each article has for the same person, group or event."""

from collections.abc import Mapping, Sequence

import streamlit as st

from analysis import comparison
from analysis.comparison.labels import LABEL
from analysis.model import Article, Span
from ui.cache import comparison as compared
from ui.widgets import change_list
from ui.widgets.chart import show_chart
from ui.widgets.correcting import label as label_form
from ui.widgets.findings import passages


def show(articles: tuple[Article, ...], names: Mapping[str, str]) -> None:
    """The chart of labels, and every place of one actor's labels."""
    passages.read_as(comparison.notes("labels"))
    actors = {f"{actor.kind} {actor.name}": actor for actor in compared.named(articles)}
    if not actors:
        st.info("No actor is named by these articles in words that can be joined.")
        return
    show_chart(compared.label_figure(articles), "The labels of each actor, one column per article", key="labels")
    picked = actors[
        st.selectbox("Look up an actor", list(actors), format_func=lambda key: actors[key].name, key="actor")
    ]
    spans: dict[str, list[Span]] = {}
    for label in picked.labels:
        spans.setdefault(label.article, []).extend(label.spans)
    ordered: dict[str, Sequence[Span]] = {one: sorted(own, key=lambda span: span.start) for one, own in spans.items()}
    passages.show(articles, names, ordered, "labels", "does not name this actor")
    with st.expander("Not right? Correct a label of this actor", key="correct_label", on_change="rerun") as section:
        if section.open:
            places = [(one, span) for one in articles for span in ordered.get(one.id, ())]
            label_form.choose(places, f"labels_of_{picked.name}", names)
    if changed := [one for one in change_list.here() if one.subject == LABEL]:
        st.markdown("**Your changes of the labels**")
        change_list.show(changed, "undo_label", names)
