"""What a person changes in the claims: a place that does not belong, one that was missed, two claims that are one.

The changes are records laid over the claims that were found, one after the other; without them the claims are those of
`claims.compare` again. A claim is known by its places, because its number depends on the articles compared.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from analysis import corrections
from analysis.comparison import claims
from analysis.comparison.claims import Claim, Claims
from analysis.comparison.common_ground import Place
from analysis.corrections import Change, Stretch
from analysis.model import Article

APART, JOINED, SAME, NONE = "does not belong here", "also reported here", "same as", "no claim"
ACTIONS = (APART, JOINED, SAME, NONE)


class Passage(NamedTuple):
    """`body[start:end]` of an article, and its words when the change was made."""

    article: str  # id
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class ClaimEdit:
    """One change of the claim of `kind` that has the places `claim`.

    action: one of ACTIONS. passages: the place that does not belong, the place that was missed, or the places of the
    claim of `other_kind` that is the same; none for NONE.
    """

    action: str
    kind: str
    claim: tuple[Passage, ...]
    passages: tuple[Passage, ...] = ()
    other_kind: str = ""


ClaimEdits = tuple[ClaimEdit, ...]


class Edited(NamedTuple):
    """The claims with the changes laid over, and those whose words or claims are not in the articles (any more)."""

    claims: Claims
    idle: ClaimEdits


class _Bodies:
    """Where recorded passages stand in the articles now."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.bodies = {article.id: article.body for article in articles}

    def places(self, passages: Sequence[Passage]) -> set[Place]:
        """The places of those passages that stand in these articles."""
        found = {one: self._find(one) for one in passages if one.article in self.bodies}
        return {Place(one.article, place.start, place.end) for one, place in found.items() if place}

    def words(self, place: Place) -> str:
        return " ".join(self.bodies[place.article][place.start : place.end].split())

    def _find(self, one: Passage) -> Stretch | None:
        return corrections.find(self.bodies[one.article], Stretch(*one[1:]))


def take_apart(claim: Claim, place: Place, articles: Sequence[Article]) -> ClaimEdit:
    """`place` does not belong to `claim`; it then is a claim of its own."""
    others = tuple(one for one in claim.places if one != place)
    return ClaimEdit(APART, claim.kind, _passages(others, articles), _passages([place], articles))


def join(claim: Claim, place: Place, articles: Sequence[Article]) -> ClaimEdit:
    """`place` reports `claim`, too."""
    return ClaimEdit(JOINED, claim.kind, _passages(claim.places, articles), _passages([place], articles))


def make_same(claim: Claim, other: Claim, articles: Sequence[Article]) -> ClaimEdit:
    """`other` says the same as `claim`, which takes its places."""
    own, theirs = _passages(claim.places, articles), _passages(other.places, articles)
    return ClaimEdit(SAME, claim.kind, own, theirs, other.kind)


def drop(claim: Claim, articles: Sequence[Article]) -> ClaimEdit:
    """`claim` is none."""
    return ClaimEdit(NONE, claim.kind, _passages(claim.places, articles))


def apply(found: Claims, articles: Sequence[Article], edits: ClaimEdits) -> Edited:
    """`found` with `edits` laid over, one after the other."""
    if not edits or found.missing:
        return Edited(found, edits)
    bodies, now, idle = _Bodies(articles), list(found.claims), []
    for edit in edits:
        changed = _applied(now, edit, bodies)
        if changed is None:
            idle.append(edit)
        else:
            now = changed
    return Edited(replace(found, claims=claims.ranked(now, articles)), tuple(idle))


def moved(edits: ClaimEdits, article: str, change: Change) -> ClaimEdits:
    """`edits` after a change of the body of one article."""

    def move(passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
        return tuple(
            Passage(article, *corrections.moved(Stretch(*one[1:]), change)) if one.article == article else one
            for one in passages
        )

    return tuple(replace(edit, claim=move(edit.claim), passages=move(edit.passages)) for edit in edits)


def _applied(now: list[Claim], edit: ClaimEdit, bodies: _Bodies) -> list[Claim] | None:
    """The claims after one change; None where its claim or its passages are not among them."""
    places = bodies.places(edit.passages)
    claim = _holding(now, edit.kind, bodies.places(edit.claim))
    if claim is None or (edit.passages and not places):
        return None
    rest = [one for one in now if one is not claim]
    if edit.action == NONE:
        return rest
    if edit.action == APART:
        return _apart(claim, rest, places, bodies)
    if edit.action == JOINED:
        alone = [one for one in rest if one.kind == claim.kind and set(one.places) <= places]
        return [*(one for one in rest if one not in alone), _with(claim, places, claim.perhaps, bodies)]
    other = _holding(rest, edit.other_kind, places)
    if other is None:
        return None
    rest.remove(other)
    return [*rest, _with(claim, set(other.places), claim.perhaps | other.perhaps, bodies)]


def _apart(claim: Claim, rest: list[Claim], places: set[Place], bodies: _Bodies) -> list[Claim] | None:
    """The claim without `places`, each of which is then a claim of its own."""
    kept = tuple(one for one in claim.places if one not in places)
    if len(kept) in (0, len(claim.places)):
        return None
    alone = [Claim("", claim.kind, bodies.words(place), (place,), edited=True) for place in sorted(places)]
    is_worded_there = claim.text in map(bodies.words, places)
    text = bodies.words(kept[0]) if is_worded_there else claim.text
    return [*rest, replace(claim, places=kept, text=text, edited=True), *alone]


def _with(claim: Claim, places: set[Place], perhaps: frozenset[str], bodies: _Bodies) -> Claim:
    """The claim with more places, article by article in reading order."""
    order = list(bodies.bodies)
    joined = sorted({*claim.places, *places}, key=lambda one: (order.index(one.article), one.start, one.end))
    return replace(claim, places=tuple(joined), perhaps=perhaps - {one.article for one in joined}, edited=True)


def _holding(now: Sequence[Claim], kind: str, places: set[Place]) -> Claim | None:
    """The claim of `kind` with most of `places`; None where none has any."""
    shared = [(len(places.intersection(claim.places)), -at) for at, claim in enumerate(now) if claim.kind == kind]
    most, at = max(shared, default=(0, 0))
    return now[-at] if most else None


def _passages(places: Sequence[Place], articles: Sequence[Article]) -> tuple[Passage, ...]:
    bodies = {article.id: article.body for article in articles}
    return tuple(Passage(*place, bodies[place.article][place.start : place.end]) for place in places)
