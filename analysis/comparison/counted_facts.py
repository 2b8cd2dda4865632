"""Numbers, dates and times that the articles give, each with the articles that give it.

Two articles give the same number or month only if their sentences have words in common too, because "three percent"
may be of anything; a number with many digits speaks for itself, and so does a day or a time.
"""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from analysis import lexicons
from analysis.comparison import profiles
from analysis.comparison.common_ground import Fact, Place
from analysis.model import Article
from analysis.text import dates, numbers, rarity, sentences, stems

NUMBER, DATE = "number", "date"
MONTH_NEEDS = 2  # words that must be shared: two Februaries share one by chance
NOUN_WORDS = 4  # content words looked through for the noun that a number counts
REACH = 300  # characters to either side that may belong to the sentence of a number
SIGNS = (numbers.PERCENT, "$", "£", "€")


class _Given(NamedTuple):
    """One mention of a fact: what it is matched by, how it is shown, and the content words around it."""

    key: Hashable
    text: str
    place: Place
    context: frozenset[str]
    needs: int  # how many words around it must be shared for it to be the same fact elsewhere
    value: float = 0.0
    unit: str = ""  # of a number: its sign, or the stem of the word it counts


def compare(articles: Sequence[Article]) -> tuple[Fact, ...]:
    """All numbers, dates and times of `articles`."""
    return (*_numbers(articles), *_dates(articles))


def _numbers(articles: Sequence[Article]) -> Iterator[Fact]:
    given = [one for article in articles for one in _given_numbers(article)]
    by_unit: dict[str, list[_Given]] = {}
    for one in given:
        by_unit.setdefault(one.unit, []).append(one)
    by_value = sorted(given, key=_value)
    for members in _rounded(_joined(given)):
        near = _near(members[0].value, by_value) | _same_noun(members, by_unit[members[0].unit])
        own = {one.place.article for one in members}
        yield Fact(NUMBER, members[0].text, tuple(one.place for one in members), frozenset(near - own))


def _value(one: _Given) -> float:
    return one.value


def _near(value: float, by_value: Sequence[_Given]) -> set[str]:
    """The articles that give nearly this number, of whatever it is."""
    margin = lexicons.threshold("nearly_number") * value
    first, last = bisect_left(by_value, value - margin, key=_value), bisect_right(by_value, value + margin, key=_value)
    return {one.place.article for one in by_value[first:last]}


def _same_noun(members: Sequence[_Given], given: Sequence[_Given]) -> set[str]:
    """The articles that give another number of the same noun in a like sentence: 300 people, 400 people."""
    context = frozenset().union(*(one.context for one in members))
    return {one.place.article for one in given if one.unit and one.context & context}


def _given_numbers(article: Article) -> Iterator[_Given]:
    """Results of votes and games; all other numbers but small counts and vague ones (a dozen)."""
    small = lexicons.threshold("small_number")
    body = article.body
    around = _context(body)
    taken: set[int] = set()
    for start, end, key in numbers.tallies(body):
        taken.update(range(start, end))
        yield _Given(key, body[start:end], Place(article.id, start, end), around(start, end), 0)
    for one in numbers.find(body)[: int(lexicons.threshold("compared_numbers"))]:
        if one.start in taken or body[one.start : one.start + 2].lower() == "a ":
            continue
        if one.value > small or one.unit in SIGNS or one.value != int(one.value):
            end, shown = _with_noun(body, one)
            place = Place(article.id, one.start, end)
            sign = one.unit if one.unit in SIGNS else ""
            needs = 0 if _digits(one.value) > 2 else 1
            yield _Given((one.value, sign), shown, place, around(one.start, one.end), needs, one.value, one.unit)


def _digits(value: float) -> int:
    """How many digits a number has without the zeros at its end."""
    return len(f"{value:.10g}".replace(".", "").strip("0")) if value < 1e15 else 1


def _rounded(groups: Sequence[list[_Given]]) -> list[list[_Given]]:
    """The groups, with a rounded number ("some 3,000 households") joined to the exact one of other articles."""
    found: dict[str, list[list[_Given]]] = {}  # by the noun that is counted
    for group in sorted(groups, key=lambda members: -_digits(members[0].value)):
        known = found.setdefault(group[0].unit, [])
        exact = next((other for other in known if group[0].unit and _is_rounding(group, other)), None)
        if exact is None:
            known.append(list(group))
        else:
            exact += group
    return [group for known in found.values() for group in known]


def _is_rounding(rough: Sequence[_Given], exact: Sequence[_Given]) -> bool:
    """Whether `rough` is `exact` with fewer digits, of the same noun, in sentences with a word in common."""
    value, digits = rough[0].value, _digits(rough[0].value)
    if not value or not exact[0].value or digits >= _digits(exact[0].value):
        return False
    step = 10.0 ** (math.floor(math.log10(exact[0].value)) + 1 - digits)
    close = value in (math.floor(exact[0].value / step) * step, round(exact[0].value / step) * step)
    apart = not {one.place.article for one in rough} & {one.place.article for one in exact}
    return close and apart and any(one.context & other.context for one in rough for other in exact)


def _with_noun(body: str, number: numbers.Number) -> tuple[int, str]:
    """(where the number with the words it counts ends, its text): 210 cubic metres."""
    end = number.end
    if number.unit and number.unit not in SIGNS:
        content = stems.find(body)
        first = bisect_left(content, (end,))
        for stem in content[first : first + NOUN_WORDS]:
            if stem.start - end > 1:
                break
            end = stem.end
            if body[end - 1] == "s" or body[stem.start : end] in _plurals():
                break
    return end, " ".join(body[number.start : end].split())


@cache
def _plurals() -> frozenset[str]:
    """Plurals without an s: people."""
    return lexicons.classes("numbers")["plural"]


def _dates(articles: Sequence[Article]) -> Iterator[Fact]:
    given = [one for article in articles for one in _given_dates(article)]
    everywhere: dict[Hashable, set[str]] = {}
    for mention in given:
        everywhere.setdefault(mention.month, set()).add(mention.given.place.article)
    months = {mention.given: mention.month for mention in given}
    for members in _joined([mention.given for mention in given]):
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
    found = dates.find(article.body)[: int(lexicons.threshold("compared_numbers"))]
    for one, following in zip(found, [*found[1:], None], strict=False):
        if one.kind not in ("day", "month", "time"):
            continue
        end, key = one.end, one.key
        if one.kind == "month" and following is not None and following.kind == "year" and following.start - end < 3:
            end, key = following.end, f"{following.key}-{key}"
        place = Place(article.id, one.start, end)
        text = article.body[one.start : end]
        given = _Given(key, text, place, around(one.start, end), MONTH_NEEDS if one.kind == "month" else 0)
        yield _GivenDate(given, one.key if one.kind == "time" else one.key[:2])


def _context(body: str) -> Callable[[int, int], frozenset[str]]:
    """A function that gives the telling words of the sentence around a stretch: no names, none of its own."""
    in_names = profiles.name_stems(body, titles=True)
    content, spans = stems.find(body), sentences.find(body)
    least = lexicons.threshold("context_rarity")

    def around(start: int, end: int) -> frozenset[str]:
        sentence = spans[bisect_right(spans, start, key=_start) - 1]
        first, last = max(sentence.start, start - REACH), min(sentence.end, end + REACH)
        own = content[bisect_left(content, (first,)) : bisect_left(content, (last,))]
        return frozenset(
            one.stem
            for one in own
            if not start <= one.start < end and one.stem not in in_names and rarity.of(one.stem) >= least
        )

    return around


def _start(one: sentences.Sentence) -> int:
    return one.start


def _joined(given: Sequence[_Given]) -> list[list[_Given]]:
    """Mentions with the same key, split where neither the key nor common words around them tell that it is one fact.

    In one article the same key is taken for the same fact.
    """
    by_key: dict[Hashable, dict[str, list[_Given]]] = {}
    for one in given:
        by_key.setdefault(one.key, {}).setdefault(one.place.article, []).append(one)
    found = []
    for by_article in by_key.values():
        groups: list[list[_Given]] = []
        for mentions in by_article.values():
            fitting = [group for group in groups if any(_same(one, other) for one in mentions for other in group)]
            groups = [group for group in groups if group not in fitting]
            groups.append([one for group in fitting for one in group] + mentions)
        found += groups
    return found


def _same(one: _Given, other: _Given) -> bool:
    """Whether two mentions of one number or date are of the same thing."""
    return len(one.context & other.context) >= max(one.needs, other.needs)
