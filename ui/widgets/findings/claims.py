"""What the articles report, claim by claim, and what each does not report."""

from collections.abc import Mapping, Sequence

import streamlit as st

from analysis import comparison, tables
from analysis.changes import CLAIM
from analysis.charts import theme
from analysis.comparison.claims import KINDS, Claim, Claims
from analysis.comparison.omissions import Gap, NotReported, Omissions
from analysis.model import Article
from ui.cache import comparison as compared
from ui.literal import in_html, in_markdown, one_or_many
from ui.state import edits
from ui.widgets import change_list, reader
from ui.widgets.chart import show_chart
from ui.widgets.correcting import claim as claim_form
from ui.widgets.findings import passages

EVERY = "every kind"


def show(articles: tuple[Article, ...], names: Mapping[str, str]) -> None:
    """The claims, where each stands, and the lists of what is not reported."""
    passages.read_as(comparison.notes("claims"))
    insist, changes = insisted(articles), edits.claim_edits()
    found, omitted = compared.reported(articles, insist, changes)
    automatic, automatic_gaps = compared.reported(articles, insist, ())
    if found.missing:
        st.warning(found.missing)
        return
    if found.warning:
        st.warning(found.warning)
    _matrix(found, automatic, articles, names)
    if changes:
        st.markdown("**Your changes of the claims**")
        change_list.show([one for one in change_list.here() if one.subject == CLAIM], "undo_claim", names)
    st.header("Not reported here")
    passages.read_as(comparison.notes("omissions"))
    _omissions(found, omitted, automatic_gaps, articles, names)


def insisted(articles: tuple[Article, ...]) -> bool:
    """Whether the reader wants claims of articles that are not taken for one event; asks, where they are not."""
    return not compared.matched(articles).same_event and st.toggle(
        "Compare claims all the same, although the articles are not taken for one event", key="insist"
    )


def _matrix(found: Claims, automatic: Claims, articles: tuple[Article, ...], names: Mapping[str, str]) -> None:
    """The claims of one kind as a grid, and every place of one of them."""
    counts = {kind: sum(claim.kind == kind for claim in found.claims) for kind in KINDS}
    kind = st.pills(
        "Kind of claim",
        [EVERY, *(kind for kind in KINDS if counts[kind])],
        default=KINDS[0] if counts[KINDS[0]] else EVERY,
        required=True,
        key="claim_kind",
    )
    several = st.toggle("Leave out what one article alone reports", value=True, key="claims_of_several")
    shown, before = (_chosen(one.claims, kind, several) for one in (found, automatic))
    if not shown:
        st.info("No claim of this kind is reported by two articles.")
        return
    beside = f" Without your changes: {_counted(before, articles)}." if found != automatic else ""
    st.text(f"{_counted(shown, articles)}.{beside}")
    picture = compared.claim_figure(tuple(shown), articles)
    show_chart(picture, "Claims by article; a dot where the claim is reported", key="claims")
    by_key = {_key(claim): claim for claim in shown}
    picked = by_key[
        st.selectbox(
            "Look up a claim",
            list(by_key),
            format_func=lambda key: passages.short(by_key[key].text),
            key=f"claim_{kind}",
        )
    ]
    spans = tables.spans_by_article(picked.places)
    passages.show(articles, names, spans, "claims", "not reported here, as far as words can tell")
    with st.expander("Not right? Correct this claim", key="correct_claim", on_change="rerun") as section:
        if section.open:
            claim_form.show(picked, found.claims, articles, names)
    with st.expander("As a table", key="claims_table", on_change="rerun") as section:
        if section.open:
            st.dataframe(tables.claims(shown, articles).replace({"article": names}), hide_index=True)


def _chosen(found: Sequence[Claim], kind: str, several: bool) -> list[Claim]:
    """The claims of one kind; `several`: without those that one article alone reports."""
    return [claim for claim in found if kind in (EVERY, claim.kind) and (len(claim.articles) > 1 or not several)]


def _key(claim: Claim) -> str:
    """What a claim is known by while others are changed: its number can change with each correction."""
    return f"{claim.kind} {' '.join(map(str, claim.places[0]))}"


def _counted(shown: Sequence[Claim], articles: tuple[Article, ...]) -> str:
    everywhere = sum(len(claim.articles) == len(articles) for claim in shown)
    every = f"{'both' if len(articles) == 2 else f'all {len(articles)}'} articles"
    return f"{len(shown)} {one_or_many(len(shown), 'claims')}, {everywhere} of them in {every}"


def _omissions(
    found: Claims, omitted: Omissions, automatic: Omissions, articles: tuple[Article, ...], names: Mapping[str, str]
) -> None:
    """The gaps, and for one article what at least two other sources report."""
    if omitted.missing:
        st.info(omitted.missing)
        return
    joined = [group for group in omitted.sources if len(group) > 1]
    for group in joined:
        st.text(f"Counted as one source: {', '.join(names[one] for one in group)}.")
    show_chart(compared.gap_figure(omitted, articles), "Gap of each article", key="gaps")
    for now, before in zip(omitted.gaps, automatic.gaps, strict=True):
        if now != before:
            st.text(f"{names[now.article]}: {_gap(now)} with your changes, {_gap(before)} without.")
    missed = {gap.article: gap.not_reported for gap in omitted.gaps}
    picked = st.pills(
        "Not reported by",
        list(names),
        default=max(names, key=lambda one: missed[one]),
        format_func=lambda one: f"{in_markdown(names[one])}: {missed[one]}",
        required=True,
        key="gap_article",
    )
    by_id = {claim.id: claim for claim in found.claims}
    own = [one for one in omitted.not_reported if one.article == picked]
    if not own:
        st.text("Everything that two other sources report was found here.")
        return
    st.html("".join(_entry(one, by_id[one.claim], articles, names) for one in own))


def _gap(one: Gap) -> str:
    if one.value is None:
        return f"no gap ({one.missing})"
    return f"gap {one.value:.2f}, {one.not_reported} of {one.claims} claims not reported"


def _entry(one: NotReported, claim: Claim, articles: tuple[Article, ...], names: Mapping[str, str]) -> str:
    """One claim that opens the sentences of the others."""
    spans = tables.spans_by_article(claim.places)
    rows = []
    for position, article in enumerate(articles):
        for span in spans.get(article.id, [])[:1]:
            rows.append(
                f'<div class="px-who" style="--article:{theme.colour(position)}">{in_html(names[article.id])}</div>'
            )
            rows.append(reader.passage(article, span, "claims"))
    by = ", ".join(names[article] for article in one.reported_by)
    later = " All of these were published later." if one.later else ""
    return (
        f'<details class="px-details"><summary>{in_html(claim.kind)}: {in_html(passages.short(claim.text))}'
        f"<small>reported by {in_html(by)}.{later}</small></summary>{''.join(rows)}</details>"
    )
