"""Quote versions: the same statement as several articles quote it, and what each kept, cut and changed.

Counts: sentences and fragments inside quotation marks that share most of the shorter one's words in the same order,
    or stand in the same place of a text and its rewriting. The earliest of the long versions is the yardstick.
Unit: words kept, cut and altered, each with its place. Case, punctuation and hyphens count nothing.
Read as: cutting is ordinary. Words inside marks that differ from the other version are flagged: one of the two, or
    neither, is what was said. Marks are no proof of verbatim speech.
Misses: which version is right; a translation of the same words; statements reported without marks.
Source: matching blocks: Ratcliff & Metzener 1988, Dr. Dobb's Journal 13(7):46-51, as in Python's difflib.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np

from analysis import lexicons
from analysis.comparison import event_voices, reuse, sentence_match, vectors
from analysis.comparison.sentence_match import SentenceMatch
from analysis.model import Article
from analysis.text import quotations, rarity, sentences, stems

WORD = re.compile(r"\w+(?:[’'.,]\w+)*")
BRACKETED = re.compile(r"\[[^\]]*\]")

ELLIPSIS = re.compile(r"…|\. ?\.|\[")
UNDATED = "9999"  # sorts behind every date

Stretches = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Version:
    """`body[start:end]` of `article` is its version. kept, altered: stretches of it; cut: of the yardstick.

    altered: words inside these marks that stand where the yardstick has others, or between words that it has; and
    the gap where words are dropped in the middle without dots.
    """

    article: str  # id
    start: int
    end: int
    speaker: str  # as this article names it; "" where it names nobody
    kept: Stretches = ()
    altered: Stretches = ()
    cut: Stretches = ()


@dataclass(frozen=True, slots=True)
class QuoteVersions:
    """One statement in the versions of at least two articles, the yardstick first, the others in reading order."""

    speaker: str
    versions: tuple[Version, ...]

    @property
    def altered(self) -> bool:
        """Whether any two of the versions differ in their words and not only in length."""
        return any(version.altered for version in self.versions)


class _Quoted(NamedTuple):
    """One stretch inside marks: its article, place, speaker (of the event), words and their places."""

    article: int
    start: int
    end: int
    speaker: str
    voice: str
    words: tuple[str, ...]
    spans: Stretches
    sentence: int  # number of its sentence among those of all articles


def compare(articles: Sequence[Article]) -> tuple[QuoteVersions, ...]:
    """Every statement that at least two of `articles` quote, in the order of its first version."""
    return _compared(tuple(articles))


@lru_cache(maxsize=8)
def _compared(articles: tuple[Article, ...]) -> tuple[QuoteVersions, ...]:
    """Kept, because quotations are shown on their own and as claims."""
    found = sentence_match.find(tuple(article.body for article in articles))
    quoted = _quoted(articles, found)
    group = list(range(len(quoted)))
    for one, other in _same(articles, quoted, found):
        joined, kept = sorted((_root(group, one), _root(group, other)))
        group[kept] = joined
    members: dict[int, list[_Quoted]] = {}
    for number, stretch in enumerate(quoted):
        members.setdefault(_root(group, number), []).append(stretch)
    return tuple(
        _versions(articles, versions)
        for versions in members.values()
        if len({version.article for version in versions}) > 1
    )


def _root(group: list[int], number: int) -> int:
    while group[number] != number:
        group[number] = group[group[number]]
        number = group[number]
    return number


def _quoted(articles: Sequence[Article], found: SentenceMatch) -> list[_Quoted]:
    voice_of = {
        (member.article, member.speaker): voice.name
        for voice in event_voices.compare(articles)
        for member in voice.members
    }
    starts = [(one.article, one.start) for one in found.sentences]
    quoted = []
    longest = lexicons.threshold("quote_longest")
    for number, article in enumerate(articles):
        marked = [quotation for quotation in quotations.find(article.body) if quotation.kind != "indirect"]
        for one in marked[: int(lexicons.threshold("compared_quotations"))]:
            voice = voice_of.get((article.id, one.speaker), one.speaker)
            for start, end in _by_sentence(article.body, one.start, one.end):
                words, spans = _words(article.body, start, end)
                if 0 < len(words) <= longest:
                    sentence = bisect_right(starts, (number, start)) - 1
                    quoted.append(_Quoted(number, start, end, one.speaker, voice, words, spans, sentence))
    return quoted


def _by_sentence(body: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a stretch inside marks: one outlet quotes a sentence of it, another the next."""
    found = sentences.find(body)
    first = bisect_right(found, start, key=_start)
    cuts = [one.start for one in found[first : bisect_left(found, end, key=_start)]]
    return [
        (begin, begin + len(body[begin:until].rstrip()))
        for begin, until in zip([start, *cuts], [*cuts, end], strict=True)
    ]


def _start(one: sentences.Sentence) -> int:
    return one.start


def _words(body: str, start: int, end: int) -> tuple[tuple[str, ...], Stretches]:
    """The words of a stretch as they are matched, and where each stands; [the editor's words] are left out."""
    bracketed = [match.span() for match in BRACKETED.finditer(body, start, end)]
    words, spans = [], []
    for match in WORD.finditer(body, start, end):
        if not any(first <= match.start() < last for first, last in bracketed):
            words.append(_plain(match.group()))
            spans.append(match.span())
    return tuple(words), tuple(spans)


@lru_cache(maxsize=16_384)
def _plain(word: str) -> str:
    low = word.lower().replace("’", "'")
    return _digits().get(low, low)


@cache
def _digits() -> Mapping[str, str]:
    """Number word -> digits: one outlet writes "one in three", another "1 in 3"."""
    rows = lexicons.rows("lexicons/numbers.csv")
    return {row["term"]: row["value"] for row in rows if row["class"] in ("unit", "ten")}


def _same(articles: Sequence[Article], quoted: Sequence[_Quoted], found: SentenceMatch) -> Iterator[tuple[int, int]]:
    """The pairs of stretches that are versions of one statement."""
    content = [{stem: rarity.of(stem) for word in one.words if (stem := stems.of(word))} for one in quoted]
    shared = vectors.pairs([{stem: weight**0.5 for stem, weight in own.items()} for own in content])
    totals = np.array([sum(own.values()) for own in content])
    owner = np.array([one.article for one in quoted], dtype=np.intp)
    first, second = shared.first, shared.second
    enough = shared.products[0] >= lexicons.threshold("quote_content") * np.minimum(totals[first], totals[second])
    kept = enough & (owner[first] != owner[second])
    linked = _linked_sentences(found)
    for one, other in zip(first[kept].tolist(), second[kept].tolist(), strict=True):
        if _is_version(quoted[one], quoted[other], linked):
            yield one, other
    yield from _rewritten(articles, quoted)


def _linked_sentences(found: SentenceMatch) -> set[tuple[int, int]]:
    kept = found.log_odds >= lexicons.threshold("reuse_sentences")
    return set(zip(found.first[kept].tolist(), found.second[kept].tolist(), strict=True))


def _is_version(one: _Quoted, other: _Quoted, linked: set[tuple[int, int]]) -> bool:
    """Whether two stretches with content in common are one statement: most of the shorter one's words, in order."""
    shorter = min(len(one.words), len(other.words))
    common = sum(block.size for block in _matcher(one.words, other.words).get_matching_blocks())
    same_speaker = bool(one.voice) and one.voice == other.voice
    if shorter < lexicons.threshold("quote_words"):
        pair = min(one.sentence, other.sentence), max(one.sentence, other.sentence)
        return common == shorter and (same_speaker or pair in linked)
    unknown = not (one.voice and other.voice)
    share = "quote_share" if same_speaker or unknown else "quote_share_other_speaker"
    return common >= lexicons.threshold(share) * shorter


def _matcher(one: Sequence[str], other: Sequence[str]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, one, other, autojunk=False)


def _rewritten(articles: Sequence[Article], quoted: Sequence[_Quoted]) -> Iterator[tuple[int, int]]:
    """Stretches of a text and its rewriting, one by one wherever both have as many from one match to the next.

    Behind the last match they are paired as far as they go, because a copy is often cut at its end.
    """
    number = {article.id: place for place, article in enumerate(articles)}
    for pair in reuse.compare(articles):
        if pair.verdict != reuse.REWRITTEN:
            continue
        for match, following in zip(pair.matches, [*pair.matches[1:], None], strict=True):
            first_end = following.first_start if following else len(articles[number[pair.first]].body)
            second_end = following.second_start if following else len(articles[number[pair.second]].body)
            first = _inside(quoted, number[pair.first], match.first_start, first_end)
            second = _inside(quoted, number[pair.second], match.second_start, second_end)
            if len(first) == len(second) or following is None:
                yield from zip(first, second, strict=False)


def _inside(quoted: Sequence[_Quoted], article: int, start: int, end: int) -> list[int]:
    """The stretches of one article that begin in start:end."""
    first = bisect_left(quoted, (article, start), key=_place)
    return list(range(first, bisect_left(quoted, (article, end), key=_place)))


def _place(one: _Quoted) -> tuple[int, int]:
    return one.article, one.start


def _versions(articles: Sequence[Article], members: Sequence[_Quoted]) -> QuoteVersions:
    """The versions against the earliest of the long ones."""
    long = 0.8 * max(len(one.words) for one in members)
    yardstick = min(
        (one for one in members if len(one.words) >= long),
        key=lambda one: (articles[one.article].published or UNDATED, one.article, one.start),
    )
    named = [one.voice for one in members if one.voice]
    others = [_version(articles, one, yardstick) for one in members if one is not yardstick]
    whole = ((yardstick.start, yardstick.end),)
    first = Version(articles[yardstick.article].id, yardstick.start, yardstick.end, yardstick.speaker, kept=whole)
    return QuoteVersions(max(named, key=named.count, default=""), (first, *others))


def _version(articles: Sequence[Article], one: _Quoted, yardstick: _Quoted) -> Version:
    body = articles[one.article].body
    kept, altered, cut = [], [], []
    steps = _matcher(yardstick.words, one.words).get_opcodes()
    for place, (what, begin, end, first, after) in enumerate(steps):
        if what == "equal":
            kept.append(_stretch(one.spans, first, after))
            continue
        if begin < end:
            cut.append(_stretch(yardstick.spans, begin, end))
        inner = 0 < place < len(steps) - 1
        # At an edge a longer or shorter stretch is cut elsewhere; only words of like number stand for each other.
        if first < after and (inner or (what == "replace" and _like(end - begin, after - first))):
            altered.append(_stretch(one.spans, first, after))
        elif first == after and inner and not ELLIPSIS.search(body, one.spans[first - 1][1], one.spans[first][0]):
            altered.append((one.spans[first - 1][1], one.spans[first][0]))  # words dropped without a sign
    ident = articles[one.article].id
    return Version(ident, one.start, one.end, one.speaker, tuple(kept), tuple(altered), tuple(cut))


def _like(one: int, other: int) -> bool:
    return max(one, other) <= 2 * min(one, other) + 1


def _stretch(spans: Stretches, first: int, after: int) -> tuple[int, int]:
    return spans[first][0], spans[after - 1][1]
