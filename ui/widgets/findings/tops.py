"""Headlines, ledes and the order of what the articles share."""

from collections.abc import Mapping

import streamlit as st

from analysis import comparison, tables
from analysis.charts import theme
from analysis.comparison.claims import Claim
from analysis.comparison.headlines import Top
from analysis.model import Article, Span
from ui.cache import comparison as compared
from ui.literal import in_html
from ui.state import edits
from ui.widgets import reader
from ui.widgets.chart import show_chart
from ui.widgets.findings import passages


def show(articles: tuple[Article, ...], names: Mapping[str, str]) -> None:
    """The tops side by side, then where each shared claim first stands."""
    passages.read_as(comparison.notes("headlines"))
    changes = edits.claim_edits()
    found, _ = compared.reported(articles, True, changes)
    if found.warning:
        st.warning(found.warning)
    claims = {claim.id: claim for claim in found.claims if len(claim.articles) > 1}
    st.html('<div class="px-legend"><span><mark class="px-labels">in no other headline</mark></span></div>')
    by_id = {article.id: (position, article) for position, article in enumerate(articles)}
    with st.grid(columns="auto", min_column_width=320, gap="medium"):
        for top in compared.tops(articles, changes):
            position, article = by_id[top.article]
            with st.container():
                st.html(_top(top, article, names[article.id], theme.colour(position), claims))
    st.header("In which order")
    passages.read_as(comparison.notes("order"))
    if not claims:
        st.info("No claim is reported by two of these articles.")
        return
    ids = list(claims)
    picked = st.selectbox(
        "Follow a claim", ids, format_func=lambda one: passages.short(claims[one].text), key="followed_claim"
    )
    show_chart(compared.order_figure(articles, changes, picked), "Where each shared claim first stands", key="order")
    passages.show(articles, names, tables.spans_by_article(claims[picked].places), "claims", "not found here")
    with st.expander("How alike the order is, pair by pair"):
        st.dataframe(
            tables.order_pairs(compared.placed(articles, changes)).replace({"first": names, "second": names}),
            hide_index=True,
        )


def _top(top: Top, article: Article, name: str, colour: str, claims: Mapping[str, Claim]) -> str:
    """Headline and lede of one article, and the shared claims that stand there."""
    parts = [f'<p class="px-who" style="--article:{colour}">{in_html(name)}</p>']
    if top.headline is None:
        parts.append('<p class="px-note">no headline found</p>')
    else:
        own = [Span(place.start, place.end, "own word") for place in top.own_words]
        parts.append(f"<b>{reader.stretch(article, top.headline.start, top.headline.end, own, 'labels')}</b>")
    if top.lede is not None:
        parts.append(reader.stretch(article, top.lede.start, top.lede.end, [], "claims"))
    for where, ids in (("headline", top.headline_claims), ("lede", top.lede_claims)):
        told = "; ".join(in_html(passages.short(claims[one].text)) for one in ids if one in claims)
        if told:
            parts.append(f'<p class="px-note"><b>Shared with others, in the {where}:</b> {told}</p>')
    return "".join(parts)
