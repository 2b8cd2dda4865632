"""One voice across the articles of an event: which speakers of different articles are the same, and why."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from analysis.model import Article
from analysis.text import quotations

ARTICLES = ("the ", "a ", "an ")


class Member(NamedTuple):
    """One speaker of one article that belongs to a voice of the event."""

    article: str
    speaker: str  # as quotations.find names it in that article
    reason: str


class EventVoice(NamedTuple):
    """One voice with its fullest name and its members, in the order of the articles."""

    name: str
    members: tuple[Member, ...]


def compare(articles: Sequence[Article]) -> tuple[EventVoice, ...]:
    """All voices of the articles (speakers of quotations and reported statements), in order of first appearance.

    Names are joined if they are the same, or if a last name alone, or with an initial, fits exactly one fuller name
    of the event. Descriptions ("officials") are joined only where the words are the same and name a body; otherwise
    two articles may mean different people, and they stay apart.
    """
    speakers = [(article.id, speaker) for article in articles for speaker in _speakers(article)]
    full = {name: _plain(name).split() for _, name in speakers if is_name(name)}
    found: dict[str, list[Member]] = {}
    for article, speaker in speakers:
        name, reason = fullest(speaker, full)
        key = _plain(name) if is_name(name) else f"{_plain(name)} ({article})"
        found.setdefault(key, []).append(Member(article, speaker, reason))
    return tuple(EventVoice(max((m.speaker for m in members), key=len), tuple(members)) for members in found.values())


def _speakers(article: Article) -> Iterator[str]:
    """The speakers of the article, once each, in order of appearance."""
    yield from dict.fromkeys(found.speaker for found in quotations.of(article) if found.speaker)


def _plain(name: str) -> str:
    lowered = name.lower()
    return next((lowered.removeprefix(word) for word in ARTICLES if lowered.startswith(word)), lowered)


def is_name(speaker: str) -> bool:
    """Whether the speaker has a name of its own, or the name of a body: a capital behind the article."""
    words = speaker.split()
    if words and words[0].lower() + " " in ARTICLES:
        words = words[1:]
    return any(word[:1].isupper() for word in words)


def fullest(speaker: str, full: dict[str, list[str]]) -> tuple[str, str]:
    """The fullest name of the event that `speaker` fits, and the reason."""
    words = _plain(speaker).split()
    if not is_name(speaker):
        return speaker, "a description: kept apart from other articles"
    fits = {
        tuple(parts): name
        for name, parts in full.items()
        if len(parts) > len(words) and parts[-1] == words[-1] and _begins_alike(parts, words)
    }
    if len(words) <= 2 and len(fits) == 1:
        return next(iter(fits.values())), f"“{speaker}” fits one fuller name of these articles"
    if fits:
        return speaker, f"“{speaker}” fits {len(fits)} fuller names, so it stays apart"
    return speaker, "the same name"


def _begins_alike(parts: Sequence[str], words: Sequence[str]) -> bool:
    """Whether the first name of `words`, if it has one, is the one in `parts` or its initial."""
    return len(words) == 1 or words[0] == parts[0] or words[0].rstrip(".") == parts[0][0]
