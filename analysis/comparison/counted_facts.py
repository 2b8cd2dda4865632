"""Numbers, dates and times that the articles give, each with the articles that give it.

Two articles give the same number or month only if their sentences have words in common too, because "three percent"
may be of anything; a number with many digits speaks for itself, and so does a day or a time.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from analysis import lexicons
from analysis.comparison import profiles
from analysis.comparison.common_ground import Fact, Place
from analysis.model import Article
from analysis.text import dates, numbers, rarity, sentences, stems

NUMBER, DATE = "number", "date"
MONTH_NEEDS = 2  # two Februaries share a name by chance
SIGNS = (numbers.PERCENT, "$", "£", "€")


class _Given(NamedTuple):
    """One mention of a fact: what it is matched by, how it is shown, and the content words around it."""

    key: Hashable
    text: str
    place: Place
    context: frozenset[str]
    needs: int  # how many words around it must be shared for it to be the same fact elsewhere


def compare(articles: Sequence[Article]) -> tuple[Fact, ...]:
    """All numbers, dates and times of `articles`."""
    return (*_numbers(articles), *_dates(articles))


def _numbers(articles: Sequence[Article]) -> Iterator[Fact]:
    given = [one for article in articles for one in _given_numbers(article)]
    for key, members in _joined(given):
        yield Fact(NUMBER, members[0].text, tuple(one.place for one in members), _nearly(key, members, given))


def _given_numbers(article: Article) -> Iterator[_Given]:
    small = lexicons.threshold("small_number")
    around = _context(article.body)
    for one in numbers.find(article.body):
        vague = article.body[one.start : one.start + 2].lower() == "a "  # a dozen, a million
        if not vague and (one.value > small or one.unit in SIGNS or one.value != int(one.value)):
            end, shown = _with_noun(article.body, one)
            place = Place(article.id, one.start, end)
            key = (one.value, one.unit if one.unit in SIGNS else "")
            yield _Given(key, shown, place, around(one.start, one.end), 0 if _digits(one.value) > 2 else 1)


def _digits(value: float) -> int:
    """How many digits a number has without the zeros at its end."""
    return len(f"{value:.10g}".replace(".", "").strip("0")) if value < 1e15 else 1


def _with_noun(body: str, number: numbers.Number) -> tuple[int, str]:
    """(where the number with the words it counts ends, its text): 210 cubic metres."""
    end = number.end
    if number.unit and number.unit not in SIGNS:
        for stem in stems.find(body):
            if stem.start >= end and stem.start - end > 1:
                break
            if stem.start >= end:
                end = stem.end
                if body[end - 1] == "s" or body[stem.start : end] in _plurals():
                    break
    return end, " ".join(body[number.start : end].split())


@cache
def _plurals() -> frozenset[str]:
    """Plurals without an s: people."""
    return lexicons.classes("numbers")["plural"]


def _nearly(key: Hashable, members: Sequence[_Given], given: Sequence[_Given]) -> frozenset[str]:
    """The articles that give the same number in another context, or almost the same one."""
    value, unit = members[0].key if isinstance(members[0].key, tuple) else (0.0, "")
    near = lexicons.threshold("nearly_number")
    own = {one.place.article for one in members}
    return frozenset(
        one.place.article
        for one in given
        if one.place.article not in own
        and isinstance(one.key, tuple)
        and one.key[1] == unit
        and abs(one.key[0] - value) <= near * value
    )


def _dates(articles: Sequence[Article]) -> Iterator[Fact]:
    given = [one for article in articles for one in _given_dates(article)]
    everywhere: dict[Hashable, set[str]] = {}
    for mention in given:
        everywhere.setdefault(mention.month, set()).add(mention.given.place.article)
    months = {mention.given: mention.month for mention in given}
    for _, members in _joined([mention.given for mention in given]):
        own = {one.place.article for one in members}
        perhaps = frozenset(everywhere[months[members[0]]] - own)
        yield Fact(DATE, members[0].text, tuple(one.place for one in members), perhaps)


class _GivenDate(NamedTuple):
    """A mention of a date with its month (or itself, where it is a time), in which others may nearly agree."""

    given: _Given
    month: str


def _given_dates(article: Article) -> Iterator[_GivenDate]:
    """Days, months with their year where it follows, and times of day."""
    around = _context(article.body)
    found = dates.find(article.body)
    for one, following in zip(found, [*found[1:], None], strict=False):
        if one.kind not in ("day", "month", "time"):
            continue
        end, key = one.end, one.key
        if one.kind == "month" and following is not None and following.kind == "year" and following.start - end < 3:
            end, key = following.end, f"{following.key}-{key}"
        place = Place(article.id, one.start, end)
        text = article.body[one.start : end]
        given = _Given(key, text, place, around(one.start, end), 0 if one.kind != "month" else MONTH_NEEDS)
        yield _GivenDate(given, one.key if one.kind == "time" else one.key[:2])


def _context(body: str) -> Callable[[int, int], frozenset[str]]:
    """A function that gives the telling words of the sentence around a stretch: no names, none of its own."""
    in_names = profiles.name_stems(body, titles=True)
    found = [one for one in stems.find(body) if one.stem not in in_names]
    spans = sentences.find(body)
    least = lexicons.threshold("context_rarity")

    def around(start: int, end: int) -> frozenset[str]:
        sentence = next((one for one in spans if one.start <= start < one.end), None)
        if sentence is None:
            return frozenset()
        return frozenset(
            one.stem
            for one in found
            if sentence.start <= one.start < sentence.end
            and not start <= one.start < end
            and rarity.of(one.stem) >= least
        )

    return around


def _joined(given: Sequence[_Given]) -> Iterator[tuple[Hashable, list[_Given]]]:
    """Mentions with the same key, split where neither the key nor a common word around them tells that it is one."""
    by_key: dict[Hashable, list[_Given]] = {}
    for one in given:
        by_key.setdefault(one.key, []).append(one)
    for key, mentions in by_key.items():
        groups: list[list[_Given]] = []
        for one in mentions:
            fitting = [group for group in groups if any(_same(one, other) for other in group)]
            for group in fitting:
                groups.remove(group)
            groups.append([member for group in fitting for member in group] + [one])
        for group in groups:
            yield key, sorted(group, key=mentions.index)


def _same(one: _Given, other: _Given) -> bool:
    """Whether two mentions of one number or date are of the same thing."""
    return one.place.article == other.place.article or len(one.context & other.context) >= max(one.needs, other.needs)
