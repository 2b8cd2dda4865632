"""What is known of the publisher of one article: its accountability, the ratings of others, and what is unknown."""

from collections.abc import Mapping, Sequence

import streamlit as st

from analysis import lexicons
from analysis.measures import article_sourcing
from analysis.model import Article, Result, Value
from analysis.outlets import OutletRecord, accountability, lateral, raters
from analysis.outlets.registry import Rating
from analysis.outlets.resolver import Mention
from ui import literal
from ui.literal import in_html

UNKNOWN = "unknown"
NOBODY = "no other outlet, as far as the text tells"


def show_chain(records: Sequence[tuple[str, str, OutletRecord]]) -> None:
    """From whom the words come, one row per article: publisher, credited outlets, upstream outlets.

    records: name shown, colour and record of each article.
    """
    rows = "".join(
        f'<li style="--article:{colour}"><b>{in_html(name)}</b>'
        + _step("Publisher", (record.publisher,) if record.publisher else (), record.note or record.missing)
        + (_step("credits", record.credited, NOBODY) if record.credited else "")
        + (_step("passes on a report of", record.upstream, NOBODY) if record.upstream else "")
        + ("" if record.credited or record.upstream else _step("credits or passes on", (), NOBODY))
        + "</li>"
        for name, colour, record in records
    )
    st.html(f'<ol class="px-chain">{rows}</ol>')


def _step(role: str, mentions: Sequence[Mention], otherwise: str) -> str:
    """One box of the chain: the outlets in a role, each with what says so."""
    named = "".join(
        f"<span><strong>{in_html(one.name)}</strong><small>{in_html(_because(one))}</small></span>" for one in mentions
    )
    return (
        f'<div class="px-step{"" if mentions else " px-nobody"}"><em>{role}</em>'
        f"{named or f'<span><small>{in_html(otherwise)}</small></span>'}</div>"
    )


def _because(mention: Mention) -> str:
    """What the naming rests on, with the words as printed where they tell more than the name."""
    printed = f": “{mention.text}”" if mention.text not in ("", mention.name) else ""
    return mention.how + printed


def show(article: Article, record: OutletRecord, own_ratings: Sequence[Rating], sourcing: Result) -> None:
    """The panel: accountability, ratings and this article's sourcing side by side, and links that lead away from here.

    sourcing: what the measure of that name says of `article`.
    """
    chip = f'<span class="px-chip">{in_html(_state(record))}</span>' if record.state_relation else ""
    st.html(f'<p class="px-lede"><b>{in_html(record.name or "Publisher unknown")}</b> {chip}</p>')
    ours, theirs, here = st.columns(3)
    with ours:
        st.markdown("**Accountability**")
        st.html(_accountability(record))
    with theirs:
        st.markdown("**What others published about it**")
        st.html(_ratings((*record.ratings, *own_ratings)))
    with here:
        st.markdown("**How this article shows its sources**")
        st.html(_sourcing(article, sourcing))
    st.html('<p class="px-note">Three questions, three answers: they are never added up.</p>')
    for sentence in raters.compare(record.ratings, record.state_code, record.state_relation, record.state_year):
        st.html(f'<p class="px-note"><b>Held against each other:</b> {in_html(sentence)}</p>')
    with st.expander("The nine questions: what is known, on which page, and why it matters"):
        st.html(_questions(record))
    links = lateral.links(record.name, record.domain or article.domain)
    if links:
        items = "".join(
            f'<li><a href="{in_html(link.address)}" target="_blank" rel="noopener noreferrer">{in_html(link.title)}</a>'
            f" {in_html(link.why)}</li>"
            for link in links
        )
        st.html(f'<div class="px-note"><b>Leave this page and look (lateral reading)</b><ul>{items}</ul></div>')


def _state(record: OutletRecord) -> str:
    year = f", State Media Monitor {record.state_year}" if record.state_year else ""
    return f"{record.state_relation}{year}"


def _accountability(record: OutletRecord) -> str:
    """Point, band and what they rest on; the reason where there is no point."""
    if record.low is None or record.high is None:
        return f"<p>{in_html(record.missing)}</p>"
    band = f"between {record.low:.0f} and {record.high:.0f}, whatever the unknown answers are"
    if record.score is None:
        return f"<p>No point: {in_html(record.missing)}.<br>Band: {band}.</p>"
    between = f", {band}" if record.known < record.asked else ""
    low, high = record.sensitivity or (record.low, record.high)
    return (
        f'<p><span class="px-number">{record.score:.0f}</span> of 100{between}.</p>'
        f"<p>{record.known} of {record.asked} questions answered ({record.coverage:.0%} of the weight). "
        f"Other weights would put the point between {low:.0f} and {high:.0f}.</p>"
    )


def _sourcing(article: Article, sourcing: Result) -> str:
    """The score of the article, each signal, signs of rewriting by machine, and a stake of author or outlet."""
    values = {value.part: value for value in sourcing.values}
    total = values.get(article_sourcing.TOTAL)
    if total is None:
        return f"<p>{in_html(sourcing.missing)}</p>"
    lines = [
        f"<li>{in_html(title)}: {_points(values[signal])}</li>" for signal, title in article_sourcing.titles().items()
    ]
    point = f'<span class="px-number">{total.number:.0f}</span> of 100' if total.number is not None else "No point"
    reason = f": {in_html(total.missing)}" if total.missing else ""
    return f"<p>{point}{reason}</p>{_flags(article, sourcing, values)}<ul>{''.join(lines)}</ul>"


def _points(value: Value) -> str:
    """The points of one signal, or why it is left out."""
    told = in_html("; ".join(value.labels or ()))
    if value.number is None:
        return f"left out, {in_html(value.missing)}"
    return f"{value.number:.0f} {in_html(value.unit)}{f' ({told})' if told else ''}"


def _flags(article: Article, sourcing: Result, values: Mapping[str, Value]) -> str:
    """What stands apart from the points: likely machine-paraphrased, with the phrases; and a stake."""
    signs = values["paraphrase signs"]
    flags = []
    if signs.labels == (article_sourcing.LIKELY,):
        phrases = ", ".join(
            f"“{in_html(article.body[span.start : span.end])}” ({in_html(span.note)})"
            for span in sourcing.evidence(signs)
        )
        cap = values["cap"]
        held = f" The score is held at {cap.number:.0f}: it credits nobody." if cap.number is not None else ""
        flags.append(f"<b>Likely machine-paraphrased:</b> {phrases}.{held} Do not trust its quotations.")
    interest = values["interest"]
    if interest.n:
        words = ", ".join(f"“{article.body[span.start : span.end]}”" for span in sourcing.evidence(interest))
        flags.append(f"<b>Interest, {in_html('; '.join(interest.labels or ()))}</b> {in_html(words)}")
    return "".join(f'<p class="px-note">{flag}</p>' for flag in flags)


def _ratings(ratings: Sequence[Rating]) -> str:
    """One line per rating with its scale and year, or that there is none."""
    if not ratings:
        return "<p>No published rating is kept here.</p>"
    lines = [
        f"<li><b>{in_html(rating.value)}</b> {in_html(_by_whom(rating))}{_seen(rating)}{_source(rating.source)}</li>"
        for rating in ratings
    ]
    return f"<ul>{''.join(lines)}</ul>"


def _by_whom(rating: Rating) -> str:
    return ", ".join(filter(None, (rating.rater, rating.scale, rating.year)))


def _seen(rating: Rating) -> str:
    if rating.visible_raters == "":
        return ""
    if rating.visible_raters == "0":
        return "; imputed: none of the six raters named it"
    return f"; {in_html(rating.visible_raters)} of six raters named it"


def _source(address: str) -> str:
    if not address.startswith(("http://", "https://")):
        return ""
    return f' <a href="{in_html(address)}" target="_blank" rel="noopener noreferrer">source</a>'


def _questions(record: OutletRecord) -> str:
    """Every question with its answer; an open one says so, and is neither yes nor no."""
    known = {fact.component: fact for fact in record.facts}
    rows = []
    for part in accountability.components():
        fact = known.get(part.key)
        read = f"{in_html(fact.note)} ({in_html(fact.checked_on)}){_source(fact.source_url)}" if fact else ""
        rows.append(
            f"<tr><th scope=row>{in_html(part.title)}<small>{in_html(part.why)}</small></th>"
            f"<td>{in_html(fact.value if fact else UNKNOWN)}</td><td>{part.weight:.0f}</td><td>{read}</td></tr>"
        )
    head = "<tr><th scope=col>question<th scope=col>answer<th scope=col>weight<th scope=col>what was read</tr>"
    note = next(row["text"] for row in lexicons.rows("notes.csv") if row["name"] == "outlet_limits")
    return f'<table class="px-questions">{head}{"".join(rows)}</table><p class="px-note">{literal.in_html(note)}</p>'
