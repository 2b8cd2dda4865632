"""Who published an article, whom it credits, whose report it passes on: three roles, never mixed.

The publisher comes from, in this order: a person's correction, the address, the name a person typed, the suffix of
the title, a byline that is an outlet, a line that stands alone. Otherwise it is unknown. An address outside the
registry is not overruled by a name found in the text, because a page can call itself anything.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from analysis import lexicons
from analysis.model import Article, Publisher
from analysis.outlets import addresses, names
from analysis.outlets.registry import Alias, Outlet, key, load

SUFFIX = re.compile(r"\s(?:[–—|•»]|-|::)\s*(?=\S)")
BYLINE_PARTS = re.compile(r"\s*(?:[,|/;–—()]|\sfor\s|\sand\s|\s-\s)\s*")
STAFF = re.compile(r"\s+(?:staff|correspondent|desk|newsroom|team|report)\s*\Z", re.IGNORECASE)
LINE = re.compile(r"[^\n]+")
LONGEST_LINE = 120  # characters; a credit, a byline or a lone name is short
AGENCIES = frozenset({"news agency", "state news agency"})
NEVER_A_SOURCE = frozenset({"primary source", "platform", "organisation"})


class Place(NamedTuple):
    """`body[start:end]` names the outlet; `how` says what makes it evidence."""

    start: int
    end: int
    how: str


class Mention(NamedTuple):
    """One outlet in one role.

    role: publisher, credited or upstream. outlet_id: "" where the name is not in the registry.
    how: one clause. strength: typed, address, strong or weak.
    text: what it rests on, as printed or typed. places: where that stands in the body; empty if it does not.
    """

    role: str
    name: str
    outlet_id: str
    how: str
    strength: str
    text: str
    places: tuple[Place, ...] = ()


class Resolution(NamedTuple):
    """Publisher (None: unknown, nothing was found), credited and upstream outlets, and what a reader should know."""

    publisher: Mention | None = None
    credited: tuple[Mention, ...] = ()
    upstream: tuple[Mention, ...] = ()
    note: str = ""


class Slot(NamedTuple):
    """Where an outlet signs: suffix, byline, credit, dateline or line. `start`: offset in the body, -1 outside it."""

    kind: str
    text: str
    start: int


def resolve(article: Article) -> Resolution:
    """The outlets behind `article`, in their roles, each with the words it rests on."""
    slots = tuple(_slots(article))
    publisher, note = _publisher(article, slots)
    sources = _sources(article, slots, publisher.outlet_id if publisher else "")
    return Resolution(
        _with_places(publisher, article.body),
        tuple(found for found in sources if found.role == "credited"),
        tuple(found for found in sources if found.role == "upstream"),
        note,
    )


def _publisher(article: Article, slots: tuple[Slot, ...]) -> tuple[Mention | None, str]:
    """The publisher and a note on what stands against it."""
    if article.publisher:
        chosen = _chosen(article.publisher)
        return chosen, "" if chosen else "A person set the publisher to unknown."
    located, note = _from_address(article)
    slot, printed = _slot_of_outlet(article)
    if located and located.outlet_id:
        return located, note
    if article.outlet and slot == "typed":
        typed, why = _from_name(article.outlet, "given with the article", "typed")
        return typed, why or (f"The address {located.name} is not registered for it." if located else "")
    if located:
        return located, note
    if article.outlet:
        how = {"suffix": "suffix of the title", "byline": "byline used as outlet"}.get(slot, "line that stands alone")
        named, why = _from_name(article.outlet, how, "strong")
        return named._replace(text=printed), why
    return _from_slots(slots), ""


def _chosen(publisher: Publisher) -> Mention | None:
    """The publisher that a person put in place of the automatic one; None where they say that it is unknown."""
    outlet = load().outlets.get(publisher.outlet_id)
    name = outlet.name if outlet else publisher.name
    if not name:
        return None
    return Mention("publisher", name, publisher.outlet_id if outlet else "", "chosen by a person", "typed", name)


def _from_address(article: Article) -> tuple[Mention | None, str]:
    """The publisher by URL, domain or a typed address; a blog host is never its guest's publisher."""
    for text in (article.url, article.domain, article.outlet if "." in article.outlet else ""):
        address = addresses.read(text) if text else None
        if address is None:
            continue
        domain = addresses.match(address)
        if domain:
            outlet = load().outlets[domain.outlet_id]
            how = f"address {domain.host}{domain.path_prefix}"
            return Mention("publisher", outlet.name, outlet.outlet_id, how, "address", text), ""
        if text == article.outlet and key(text) in load().names:
            continue  # "24.kg" and "Lenta.ru" are names as well
        host = addresses.platform(address)
        note = f"{address.host} is a guest of {host}: its author is the publisher." if host else ""
        return Mention("publisher", address.host, "", "address outside the registry", "address", text), note
    return None, ""


def _from_name(text: str, how: str, strength: str) -> tuple[Mention, str]:
    """The publisher by a name; several outlets of one name need an address."""
    aliases = _of(text)
    outlet = _single(aliases)
    if outlet:
        return Mention("publisher", outlet.name, outlet.outlet_id, how, strength, text), ""
    return Mention("publisher", text, "", how, strength, text), _clash(text, aliases)


def _from_slots(slots: tuple[Slot, ...]) -> Mention | None:
    """The publisher that signs the text itself: suffix, then byline, then a line that stands alone."""
    for kind, how in (
        ("suffix", "suffix of the title"),
        ("byline", "byline used as outlet"),
        ("line", "line that stands alone"),
    ):
        found = [(outlet, slot) for slot in slots if slot.kind == kind and (outlet := _signing(slot))]
        # Agency copy carries the agency's byline wherever it is printed: that is a credit.
        found = [(outlet, slot) for outlet, slot in found if not (kind == "byline" and outlet.medium in AGENCIES)]
        if len({outlet.outlet_id for outlet, _ in found}) == 1:
            outlet, slot = found[0]
            places = (Place(slot.start, slot.start + len(slot.text), how),) if slot.start >= 0 else ()
            return Mention("publisher", outlet.name, outlet.outlet_id, how, "strong", slot.text, places)
    return None


def _signing(slot: Slot) -> Outlet | None:
    """The outlet that signs in `slot`; a line that stands alone has to be a strong name."""
    parts = [slot.text] if slot.kind != "byline" else [slot.text, *BYLINE_PARTS.split(slot.text)]
    for part in parts:
        aliases = _of(STAFF.sub("", part)) or _of(part)
        outlet = _single(aliases)
        if outlet is None or outlet.kind == "primary source" or any(alias.role == "source" for alias in aliases):
            continue
        if slot.kind != "line" or any(alias.strength == "strong" for alias in aliases):
            return outlet
    return None


def _sources(article: Article, slots: tuple[Slot, ...], publisher: str) -> tuple[Mention, ...]:
    """Credited and upstream outlets, credits first, one Mention per outlet with all its places."""
    found: dict[str, Mention] = {}
    for mention in (*_credits(slots), *_reports(article.body)):
        if mention.outlet_id and mention.outlet_id == publisher:
            continue
        known = found.setdefault(mention.outlet_id or mention.name, mention)
        if known is not mention:
            found[mention.outlet_id or mention.name] = known._replace(places=tuple({*known.places, *mention.places}))
    return tuple(mention._replace(places=tuple(sorted(mention.places))) for mention in found.values())


def _credits(slots: tuple[Slot, ...]) -> Iterator[Mention]:
    """The outlets named in credit lines, and agencies in bylines and datelines."""
    for slot in slots:
        if slot.kind == "byline" and (agency := _signing(slot)) and agency.medium in AGENCIES:
            yield _credited(slot, agency.name, agency.outlet_id, "agency byline")
        elif slot.kind == "dateline":
            for named in names.find(slot.text):
                wire = _single(named.aliases)
                if wire and wire.medium in AGENCIES:
                    yield _credited(slot, wire.name, wire.outlet_id, "agency named in the dateline")
        elif slot.kind == "credit":
            outlet = _single(_of(slot.text))
            inside = [outlet] if outlet else [_single(named.aliases) for named in names.find(slot.text)]
            known = [outlet for outlet in inside if outlet]
            for outlet in known:
                primary = outlet.kind == "primary source"
                how = "credit line; a primary source, not an outlet" if primary else "credit line"
                yield _credited(slot, outlet.name, "" if primary else outlet.outlet_id, how)
            if not known and slot.start < 0:
                yield _credited(slot, slot.text, "", "credit line; not in the registry")


def _credited(slot: Slot, name: str, outlet_id: str, how: str) -> Mention:
    places = (Place(slot.start, slot.start + len(slot.text), how),) if slot.start >= 0 else ()
    return Mention("credited", name, outlet_id, how, "strong", slot.text, places)


def _reports(body: str) -> Iterator[Mention]:
    """The outlets whose reports the text passes on, and agencies in its dateline."""
    for named in names.find(body):
        cue = names.cue(body, named)
        if cue is None:
            continue
        outlet = _single(named.aliases)
        if outlet and outlet.kind in NEVER_A_SOURCE:
            continue
        text = body[named.start : named.end]
        strength = "strong" if any(alias.strength == "strong" for alias in named.aliases) else "weak"
        how = cue.how if outlet else f"{cue.how}; several outlets have this name"
        yield Mention(
            cue.role,
            outlet.name if outlet else text,
            outlet.outlet_id if outlet else "",
            how,
            strength,
            text,
            (Place(named.start, named.end, how),),
        )


def _with_places(publisher: Mention | None, body: str) -> Mention | None:
    """`publisher` with every place where the body names it."""
    if publisher is None or not publisher.outlet_id:
        return publisher
    known = {(place.start, place.end) for place in publisher.places}
    named = tuple(
        Place(found.start, found.end, "the text names its own publisher")
        for found in names.find(body)
        if any(alias.outlet_id == publisher.outlet_id for alias in found.aliases)
        and not any(start <= found.start < end for start, end in known)
    )
    return publisher._replace(places=tuple(sorted((*publisher.places, *named))))


def _slots(article: Article) -> Iterator[Slot]:
    """Every place where an outlet may sign: the fields of the article, the removed lines, short lines of the body."""
    if article.byline:
        yield Slot("byline", _without("byline_prefix", article.byline), -1)
    if article.credit:
        yield Slot("credit", _without("credit_prefix", article.credit), -1)
    if article.dateline:
        yield Slot("dateline", article.dateline, -1)
    yield from _suffixes(article.headline, article.body.find(article.headline) if article.headline else -1)
    for removed in article.removed:
        if len(removed.text) <= LONGEST_LINE and removed.label in ("byline", "credit", "boilerplate", "headline"):
            yield from _in_line(removed.text, -1)
            yield from _suffixes(removed.text, -1)
    first = True
    for line in LINE.finditer(article.body):
        if first:
            yield from _suffixes(line.group(), line.start())
            first = False
        if len(line.group()) <= LONGEST_LINE:
            yield from _in_line(line.group(), line.start())


def _in_line(text: str, start: int) -> Iterator[Slot]:
    """The credit, the byline or the lone name that `text` may be."""
    for kind in ("credit", "byline"):
        match = _prefix(f"{kind}_prefix").match(text)
        if match and (start >= 0 or kind != "credit"):
            # Without an offset the credit line is already in Article.credit.
            yield Slot(kind, text[match.end() :].strip(" ."), start + match.end() if start >= 0 else -1)
            return
    if text.strip():
        lead = len(text) - len(text.lstrip())
        yield Slot("line", text.strip(), start + lead if start >= 0 else -1)


def _suffixes(text: str, start: int) -> Iterator[Slot]:
    """What stands after the last dash or bar of a title."""
    matches = list(SUFFIX.finditer(f" {text}")) if len(text) <= 4 * LONGEST_LINE else []
    if matches:
        at = matches[-1].end() - 1
        yield Slot("suffix", text[at:].strip(), start + at if start >= 0 else -1)


def _slot_of_outlet(article: Article) -> tuple[str, str]:
    """Where Article.outlet comes from (typed, suffix, byline or line) and the words it was printed in."""
    for removed in article.removed:
        printed = removed.text.strip()
        if printed == article.outlet:
            return "line", printed
        if printed.endswith(article.outlet) and SUFFIX.search(f" {removed.text}"):
            return "suffix", printed
    if article.byline and key(_without("byline_prefix", article.byline)) == key(article.outlet):
        return "byline", article.byline
    return "typed", article.outlet


def _of(text: str) -> tuple[Alias, ...]:
    """The aliases that `text` is, as a whole."""
    name = key(text)
    return load().names.get(name, ()) if name else ()


def _single(aliases: Iterable[Alias]) -> Outlet | None:
    """The one outlet that `aliases` name; None for several, and for a name that needs an address."""
    found = {alias.outlet_id for alias in aliases}
    if len(found) != 1 or any(alias.strength == "clash" for alias in aliases):
        return None
    return load().outlets[found.pop()]


def _clash(text: str, aliases: tuple[Alias, ...]) -> str:
    if not aliases:
        return ""
    known = ", ".join(sorted({load().outlets[alias.outlet_id].name for alias in aliases}))
    return f"Several outlets are called “{text}” (in the registry: {known}); the address would tell."


def _without(name: str, text: str) -> str:
    """`text` without the words that introduce a byline or a credit."""
    match = _prefix(name).match(text)
    return (text[match.end() :] if match else text).strip(" .")


@cache
def _prefix(name: str) -> re.Pattern[str]:
    terms = sorted(lexicons.classes("outlet_credibility")[name], key=len, reverse=True)
    return re.compile(rf"\s*(?:{'|'.join(map(re.escape, terms))})(?:\s*:\s*|\s+)(?=\S)", re.IGNORECASE)
