"""The same statement as several articles quote it: kept, cut, altered."""

from collections.abc import Mapping

import streamlit as st

from analysis import comparison
from analysis.charts import theme
from analysis.comparison.quote_versions import QuoteVersions, Version
from analysis.model import Article, Span
from ui.cache import comparison as compared
from ui.literal import in_html
from ui.widgets import reader
from ui.widgets.findings import passages


def show(articles: tuple[Article, ...], names: Mapping[str, str]) -> None:
    """Every statement with its versions, the altered ones first."""
    passages.read_as(comparison.notes("quote_versions"))
    found = sorted(compared.versions(articles), key=lambda one: not one.altered)
    if not found:
        st.info("No statement is quoted by two of these articles.")
        return
    altered = sum(one.altered for one in found)
    stand = "statement stands" if len(found) == 1 else "statements stand"
    st.text(f"{len(found)} {stand} in more than one article, {altered} of them with other words inside the marks.")
    passages.note("The yardstick is the earliest of the long versions; it need not be what was said.")
    st.html(
        '<div class="px-legend"><span><mark class="px-kept">kept</mark></span>'
        '<span><mark class="px-altered">other words than the yardstick</mark></span>'
        '<span><mark class="px-cut">in the yardstick, cut by another</mark></span></div>'
    )
    for one in found:
        _statement(one, articles, names)


def _statement(one: QuoteVersions, articles: tuple[Article, ...], names: Mapping[str, str]) -> None:
    by_id = {article.id: (position, article) for position, article in enumerate(articles)}
    flag = " — words inside the marks differ" if one.altered else ""
    rows = [f'<p class="px-lede"><b>{in_html(one.speaker or "no speaker named")}</b>{flag}</p>']
    cuts = [stretch for version in one.versions[1:] for stretch in version.cut]
    for number, version in enumerate(one.versions):
        position, article = by_id[version.article]
        spans = _spans(version, cuts if number == 0 else [])
        head = f"{names[article.id]}{' (yardstick)' if number == 0 else ''}"
        rows.append(f'<p class="px-who" style="--article:{theme.colour(position)}">{in_html(head)}</p>')
        rows.append(reader.stretch(article, version.start, version.end, spans, "versions"))
    st.html("".join(rows))


def _spans(version: Version, cuts: list[tuple[int, int]]) -> list[Span]:
    kinds = [("kept", version.kept), ("altered", version.altered), ("cut", cuts)]
    return [Span(start, end, kind) for kind, stretches in kinds for start, end in stretches]
