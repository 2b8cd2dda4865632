"""Numbers, dates and times that the articles give, each with the articles that give it.

Two articles give the same number or month only if their sentences have words in common too, because "three percent"
may be of anything; a number with many digits speaks for itself, and so does a day or a time.
"""

import math
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
    groups = _rounded(_joined(given))
    for members in groups:
        yield Fact(NUMBER, members[0].text, tuple(one.place for one in members), _nearly(members, given))


def _given_numbers(article: Article) -> Iterator[_Given]:
    """Results of votes and games; all other numbers but small counts and vague ones (a dozen)."""
    small = lexicons.threshold("small_number")
    body = article.body
    around = _context(body)
    taken: set[int] = set()
    for start, end, key in numbers.tallies(body):
        taken.update(range(start, end))
        yield _Given(key, body[start:end], Place(article.id, start, end), around(start, end), 0)
    for one in numbers.find(body):
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
    found: list[list[_Given]] = []
    for group in sorted(groups, key=lambda members: -_digits(members[0].value)):
        exact = next((other for other in found if _is_rounding(group, other)), None)
        if exact is None:
            found.append(list(group))
        else:
            exact += group
    return found


def _is_rounding(rough: Sequence[_Given], exact: Sequence[_Given]) -> bool:
    """Whether `rough` is `exact` with fewer digits, of the same noun, in sentences with a word in common."""
    value, digits = rough[0].value, _digits(rough[0].value)
    if not value or not exact[0].value or digits >= _digits(exact[0].value) or rough[0].unit != exact[0].unit:
        return False
    step = 10.0 ** (math.floor(math.log10(exact[0].value)) + 1 - digits)
    close = value in (math.floor(exact[0].value / step) * step, round(exact[0].value / step) * step)
    apart = not {one.place.article for one in rough} & {one.place.article for one in exact}
    return close and apart and any(one.context & other.context for one in rough for other in exact)


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


def _nearly(members: Sequence[_Given], given: Sequence[_Given]) -> frozenset[str]:
    """Articles that may give the number too: nearly the same one, or another one of the same noun and context."""
    near = lexicons.threshold("nearly_number")
    value, unit = members[0].value, members[0].unit
    context = frozenset().union(*(one.context for one in members))
    own = {one.place.article for one in members}
    return frozenset(
        one.place.article
        for one in given
        if one.place.article not in own
        and ((one.unit in SIGNS) == (unit in SIGNS))
        and (abs(one.value - value) <= near * value or (one.unit == unit and one.context & context))
    )


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
    found = dates.find(article.body)
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


def _joined(given: Sequence[_Given]) -> list[list[_Given]]:
    """Mentions with the same key, split where neither the key nor common words around them tell that it is one fact."""
    by_key: dict[Hashable, list[_Given]] = {}
    for one in given:
        by_key.setdefault(one.key, []).append(one)
    found = []
    for mentions in by_key.values():
        groups: list[list[_Given]] = []
        for one in mentions:
            fitting = [group for group in groups if any(_same(one, other) for other in group)]
            for group in fitting:
                groups.remove(group)
            groups.append([member for group in fitting for member in group] + [one])
        found += [sorted(group, key=mentions.index) for group in groups]
    return found


def _same(one: _Given, other: _Given) -> bool:
    """Whether two mentions of one number or date are of the same thing."""
    return one.place.article == other.place.article or len(one.context & other.context) >= max(one.needs, other.needs)
