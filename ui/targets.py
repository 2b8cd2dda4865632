"""What can be looked for in every article at once: a voice, a claim, a quotation."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from analysis.comparison.claims import QUOTATION, Claim
from analysis.comparison.event_voices import EventVoice
from analysis.comparison.quote_versions import QuoteVersions
from analysis.model import Article, Span
from ui import literal

Places = tuple[tuple[str, int, int], ...]  # article id, start, end
VOICE = "voice"
LONGEST = 110  # characters of a text in a list


class Target(NamedTuple):
    """One thing to look for: what kind it is, its name in the list, and every place where it stands.

    perhaps: ids of the articles that may have it in other words.
    """

    kind: str
    title: str
    places: Places
    perhaps: frozenset[str] = frozenset()


def build(
    voices: Sequence[EventVoice],
    quotations: Mapping[str, Sequence[Span]],
    claims: Sequence[Claim],
    versions: Sequence[QuoteVersions],
    articles: Sequence[Article],
) -> dict[str, Target]:
    """Everything that can be looked for by an id that an address can hold: voices, claims, quotations.

    quotations: article id -> the spans of its quotations. claims: those of one article alone are left out.
    """
    found: dict[str, Target] = {}
    bodies = {article.id: article.body for article in articles}
    for target in (*_voices(voices, quotations), *_claims(claims), *_quotations(versions, bodies)):
        wish = f"{target.kind}-{literal.slug(target.title)}"
        name, number = wish, 1
        while name in found:
            number += 1
            name = f"{wish}-{number}"
        found[name] = target
    return found


def _voices(voices: Sequence[EventVoice], quotations: Mapping[str, Sequence[Span]]) -> Iterator[Target]:
    """The voices of most articles first."""
    for voice in sorted(voices, key=lambda one: -len(one.members)):
        names = {(member.article, member.speaker) for member in voice.members}
        places = tuple(
            (article, span.start, span.end)
            for article, spans in quotations.items()
            for span in spans
            if (article, span.label) in names
        )
        yield Target(VOICE, voice.name, places)


def _claims(claims: Sequence[Claim]) -> Iterator[Target]:
    for claim in claims:
        if len(claim.articles) > 1 and claim.kind != QUOTATION:
            yield Target(claim.kind, _short(claim.text), claim.places, claim.perhaps)


def _quotations(versions: Sequence[QuoteVersions], bodies: Mapping[str, str]) -> Iterator[Target]:
    """Every statement that several articles quote."""
    for one in versions:
        first = one.versions[0]
        words = f"“{_short(bodies[first.article][first.start : first.end])}”"
        places = tuple(sorted((version.article, version.start, version.end) for version in one.versions))
        yield Target(QUOTATION, f"{words} {f'({one.speaker})' if one.speaker else ''}".strip(), places)


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 1].rstrip()}…"
