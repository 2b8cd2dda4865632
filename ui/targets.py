"""What can be looked for in every article at once: a voice, a claim, a quotation."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from analysis.comparison.claims import QUOTATION, Claim
from analysis.comparison.event_voices import EventVoice
from analysis.comparison.quote_versions import QuoteVersions
from analysis.model import Article, Span
from ui import literal

Places = tuple[tuple[str, int, int], ...]  # article id, start, end
LONGEST = 110  # characters of a text in a list


class Target(NamedTuple):
    """One thing to look for: its name in the list, and every place where it stands."""

    title: str
    places: Places


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
    for kind, target in (*_voices(voices, quotations), *_claims(claims), *_quotations(versions, bodies)):
        wish = f"{kind}-{literal.slug(target.title.partition(': ')[2])}"
        name, number = wish, 1
        while name in found:
            number += 1
            name = f"{wish}-{number}"
        found[name] = target
    return found


def voice_title(voice: EventVoice) -> str:
    """The name of a voice in the list."""
    return f"Voice: {voice.name}"


def _voices(voices: Sequence[EventVoice], quotations: Mapping[str, Sequence[Span]]) -> Iterator[tuple[str, Target]]:
    """The voices of most articles first."""
    for voice in sorted(voices, key=lambda one: -len(one.members)):
        names = {(member.article, member.speaker) for member in voice.members}
        places = tuple(
            (article, span.start, span.end)
            for article, spans in quotations.items()
            for span in spans
            if (article, span.label) in names
        )
        yield "voice", Target(voice_title(voice), places)


def _claims(claims: Sequence[Claim]) -> Iterator[tuple[str, Target]]:
    for claim in claims:
        if len(claim.articles) > 1 and claim.kind != QUOTATION:
            yield claim.kind, Target(f"{claim.kind.capitalize()}: {_short(claim.text)}", claim.places)


def _quotations(versions: Sequence[QuoteVersions], bodies: Mapping[str, str]) -> Iterator[tuple[str, Target]]:
    """Every statement that several articles quote."""
    for one in versions:
        first = one.versions[0]
        words = f"“{_short(bodies[first.article][first.start : first.end])}”"
        places = tuple(sorted((version.article, version.start, version.end) for version in one.versions))
        yield "quotation", Target(f"Quotation: {words} {f'({one.speaker})' if one.speaker else ''}".strip(), places)


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 1].rstrip()}…"
