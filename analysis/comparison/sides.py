"""Sides of an event: suggested from affiliations, edited by the user.

A suggestion rests on words in the articles (analysis.text.affiliations); a voice without such words is on no side.
What the user changes is a record laid over the suggestion and never changes it, so that both can be exported.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from analysis import lexicons
from analysis.model import Article
from analysis.text import affiliation_terms, affiliations, quotations
from analysis.text.affiliations import Affiliation

BY_USER = "placed by the user"
PREFERENCE = ("party", "organisation", "country")  # the narrower affiliation first: a senator’s party, then country


@dataclass(frozen=True, slots=True)
class Side:
    """One possible side of an event."""

    id: str
    name: str
    kind: str = ""  # country, party, organisation; "" for a side the user made


@dataclass(frozen=True, slots=True)
class Placement:
    """The side of one voice; "" means on no side. `why` says why, `body[start:end]` of the article shows it."""

    voice: str
    side: str
    why: str
    article_id: str = ""  # "" where no words of an article stand behind it
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Sides:
    """The possible sides of an event, in a fixed order, and the voices placed on them."""

    sides: tuple[Side, ...]
    placements: tuple[Placement, ...]

    @property
    def k(self) -> int:
        """How many sides are possible."""
        return len(self.sides)

    @property
    def assignment(self) -> Mapping[str, str]:
        """Voice -> side id, "" for no side."""
        return MappingProxyType({placement.voice: placement.side for placement in self.placements})


@dataclass(frozen=True, slots=True)
class Edits:
    """What the user changed: the whole list of sides (None: as suggested) and (voice, side id) of every moved voice."""

    sides: tuple[Side, ...] | None = None
    moved: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Found:
    """An affiliation and the article whose words state it."""

    article_id: str
    affiliation: Affiliation


def suggest(articles: Sequence[Article]) -> Sides:
    """The sides that the voices of an event speak for, most attributions first, and the voices on them."""
    spoken = Counter(one.speaker for article in articles for one in quotations.of(article) if one.speaker)
    found = _affiliations(articles)
    wanted = {voice: _candidates(found.get(_full_name(voice, found), ())) for voice in spoken}
    weight: Counter[str] = Counter()
    for voice, candidates in wanted.items():
        if candidates:
            weight[candidates[0].affiliation.side] += spoken[voice]
    named = {one.affiliation.side: one.affiliation for candidates in wanted.values() for one in candidates}
    most = int(lexicons.threshold("most_sides"))
    sides = tuple(Side(key, named[key].name, named[key].kind) for key, _ in weight.most_common(most))
    ids = frozenset(side.id for side in sides)
    placed = {voice: _place(voice, candidates, found, ids) for voice, candidates in wanted.items()}
    return Sides(sides, tuple(_joint(placement, placed) for placement in placed.values()))


def apply(suggested: Sides, edits: Edits) -> Sides:
    """`suggested` with `edits` laid over it; neither is changed.

    Raises ValueError where two sides have one id or name, or a voice is moved to a side that is not in the list.
    """
    sides = suggested.sides if edits.sides is None else edits.sides
    if len({side.id for side in sides}) < len(sides) or len({side.name for side in sides}) < len(sides):
        raise ValueError("Two sides have the same name; give each side a name of its own.")
    ids = {side.id for side in sides} | {""}
    moved = dict(edits.moved)
    for voice, side in moved.items():
        if side not in ids:
            raise ValueError(f"{voice} cannot be placed on {side!r}: the list of sides has no such side.")
    placed = {one.voice: _kept(one, ids) for one in suggested.placements}
    placed |= {voice: Placement(voice, side, BY_USER) for voice, side in moved.items()}
    return Sides(sides, tuple(placed.values()))


def _affiliations(articles: Sequence[Article]) -> Mapping[str, list[_Found]]:
    """Voice -> everything the articles say of its affiliation, in the order of the articles."""
    countries = tuple(sorted({name for article in articles for name in affiliation_terms.learnt(article.body)}))
    found: dict[str, list[_Found]] = {}
    for article in articles:
        for one in affiliations.find(article.body, countries):
            found.setdefault(one.voice, []).append(_Found(article.id, one))
    fuller = _fuller({one.affiliation.side: one.affiliation for own in found.values() for one in own}.values())
    return {voice: [_with_fuller_name(one, fuller) for one in own] for voice, own in found.items()}


def _fuller(named: Iterable[Affiliation]) -> Mapping[str, Affiliation]:
    """Side -> the side that names the same organisation in full: the CDWU union, the Carriage … Workers’ Union."""
    own = [one for one in named if one.kind == "organisation"]
    found = {}
    for short in own:
        fits = [long for long in own if long.side != short.side and _is_short_for(short.name, long.name)]
        if len(fits) == 1:
            found[short.side] = fits[0]
    return found


def _is_short_for(short: str, long: str) -> bool:
    """Whether a name ends as the longer one does ("District Council"), or holds its initials ("CDWU union")."""
    words, longer = short.split(), long.split()
    if len(words) < len(longer) and words == longer[-len(words) :]:
        return True
    initials = "".join(word[0] for word in longer if word[0].isupper())
    return len(initials) > 2 and initials in words


def _with_fuller_name(found: _Found, fuller: Mapping[str, Affiliation]) -> _Found:
    one = found.affiliation
    full = fuller.get(one.side)
    if full is None:
        return found
    why = f"{one.why} {one.name} is taken to be {full.name}."
    return replace(found, affiliation=replace(one, side=full.side, name=full.name, why=why))


def _full_name(voice: str, found: Mapping[str, list[_Found]]) -> str:
    """The name under which the affiliation of `voice` is known: Sergei Lavrov for Lavrov, if there is only one."""
    if voice in found or len(voice.split()) != 1 or not voice[:1].isupper():
        return voice
    fuller = [name for name in found if name.split()[-1] == voice]
    return fuller[0] if len(fuller) == 1 else voice


def _candidates(found: Iterable[_Found]) -> list[_Found]:
    """The affiliations that speak for a side, one for each side: narrow kinds first, then the most often stated."""
    speaking = [one for one in found if one.affiliation.speaks]
    stated = Counter(one.affiliation.side for one in speaking)
    first = {one.affiliation.side: one for one in reversed(speaking)}
    return sorted(
        first.values(),
        key=lambda one: (PREFERENCE.index(one.affiliation.kind), -stated[one.affiliation.side], one.affiliation.side),
    )


def _place(
    voice: str, candidates: Sequence[_Found], found: Mapping[str, list[_Found]], ids: frozenset[str]
) -> Placement:
    """The side of one voice, or why it is on none."""
    fits = [one for one in candidates if one.affiliation.side in ids]
    if len(fits) > 1 and fits[0].affiliation.kind == "country":  # the narrowest kind: all of them are countries
        countries = " and ".join(one.affiliation.name for one in fits)
        return _placement(voice, "", fits[0], f"The articles give this voice offices of {countries}.")
    if fits:
        return _placement(voice, fits[0].affiliation.side, fits[0], fits[0].affiliation.why)
    if candidates:
        name = candidates[0].affiliation.name
        return _placement(voice, "", candidates[0], f"Speaks for {name}, which is not in the list of sides.")
    silent = next(iter(found.get(_full_name(voice, found), ())), None)
    if silent is not None:
        return _placement(voice, "", silent, silent.affiliation.why)
    return Placement(voice, "", "No words in these articles say for whom this voice speaks.")


def _placement(voice: str, side: str, found: _Found, why: str) -> Placement:
    one = found.affiliation
    if one.voice != voice:
        why = f"“{voice}” is taken to be {one.voice}. {why}"
    return Placement(voice, side, why, found.article_id, one.start, one.end)


def _joint(placement: Placement, placed: Mapping[str, Placement]) -> Placement:
    """A joint voice ("Moscow and Minsk") is on a side only where all its members are on it."""
    members = [member for part in placement.voice.split(" and ") for member in part.split(", ")]
    if placement.side or len(members) < 2 or not all(member in placed for member in members):
        return placement
    sides = {placed[member].side for member in members}
    if len(sides) == 1 and "" not in sides:
        return Placement(placement.voice, sides.pop(), "All who speak here together are on this side.")
    return Placement(placement.voice, "", "Those who speak here together are not on one side.")


def _kept(placement: Placement, ids: set[str]) -> Placement:
    """A suggested placement, on no side where the user took its side off the list."""
    if placement.side in ids:
        return placement
    return Placement(placement.voice, "", "The side suggested for this voice is not in the list of sides.")
