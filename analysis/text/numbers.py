"""Numbers that a body gives, with their value and what they count: "11 million people", "31 percent", "$2.8 billion".

Dates, years and times are left to analysis.text.dates. Ordinals ("the third") and a bare "one" are no counts.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from analysis import lexicons
from analysis.text import dates, stems, words

LEXICON = "numbers"
PERCENT = "%"
CURRENCY = frozenset("$£€")
REACH = 24  # characters between a number and the word it counts


class Number(NamedTuple):
    """`body[start:end]` is a number; `unit` is "%", a currency sign, the stem of the word it counts, or ""."""

    start: int
    end: int
    value: float
    unit: str


@lru_cache(maxsize=256)
def find(body: str) -> tuple[Number, ...]:
    """All numbers of `body`, in order."""
    taken = [(one.start, one.end) for one in dates.find(body)]
    content = stems.find(body)
    starts = [stem.start for stem in content]
    found = []
    for match in _matches(body):
        start, end = match.span()
        near = bisect_left(taken, (start,))
        if any(first < end and last > start for first, last in taken[max(0, near - 1) : near + 1]):
            continue
        value = _value(match)
        if value is not None:
            following = bisect_left(starts, end)
            unit = _unit(match) or _counted(content[following : following + 1], body, end)
            found.append(Number(start, end, value, unit))
    return tuple(found)


def _matches(body: str) -> Iterator[re.Match[str]]:
    """The matches of the pattern, tried only at words that a number can begin with."""
    pattern, openers, reached = _pattern(), _openers(), 0
    for start, end in words.find(body):
        if start < reached or not (body[start].isdigit() or body[start:end].partition("-")[0].lower() in openers):
            continue
        signs = 0
        if body[start - 1 : start] in CURRENCY:
            signs = 3 if body.startswith("US", start - 3) else 1
        match = pattern.match(body, start - signs)
        if match:
            reached = match.end()
            yield match


@cache
def _openers() -> frozenset[str]:
    classes = lexicons.classes(LEXICON)
    return classes["unit"] | classes["ten"] | {"a", "an", "half"}


@cache
def _pattern() -> re.Pattern[str]:
    unit, ten, scale = _any("unit"), _any("ten"), _any("scale")
    spelt = rf"(?:{ten})[- ](?:{unit})|{ten}|{unit}|an?(?= (?:{scale})\b)|half a(?= (?:{scale})\b)"
    return re.compile(
        rf"(?<![\w.,$£€-])(?P<sign>{_any('currency sign')})?"
        rf"(?:(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)|\b(?P<words>{spelt})\b)"
        rf"(?P<scale>(?:[ -]?\b(?:{scale})\b|(?<=\d)(?:{_any('scale letter')})\b)*)"
        rf"(?P<percent> ?(?:{_any('percent')})(?!\w))?(?: (?P<currency>{_any('currency word')})\b)?(?!\w|[,.]\d)",
        re.IGNORECASE,
    )


@cache
def _values() -> dict[str, float]:
    return {
        row["term"]: float(row["value"])
        for row in lexicons.rows(f"lexicons/{LEXICON}.csv")
        if row["value"][:1].isdigit()
    }


@cache
def _signs() -> dict[str, str]:
    """Currency sign or word -> the sign it is matched by."""
    classes = ("currency sign", "currency word")
    return {row["term"]: row["value"] for row in lexicons.rows(f"lexicons/{LEXICON}.csv") if row["class"] in classes}


def _any(word_class: str) -> str:
    terms = sorted(lexicons.classes(LEXICON)[word_class], key=lambda term: (-len(term), term))
    return "|".join(map(re.escape, terms))


def _value(match: re.Match[str]) -> float | None:
    """The number meant; None for a bare "one" and for digits too long to be a count."""
    values, scales = _values(), match["scale"].lower().replace("-", " ").split()
    if match["digits"]:
        if len(match["digits"]) > 18:
            return None
        value = float(match["digits"].replace(",", ""))
    else:
        spelt = match["words"].lower().replace("-", " ").split()
        if spelt == ["one"] and not scales:
            return None
        value = 0.5 if spelt[0] == "half" else sum(values.get(word, 1.0) for word in spelt)
    for scale in scales:
        value *= values[scale]
    return value


def tallies(body: str) -> tuple[tuple[int, int, str], ...]:
    """(start, end, key) of every result of a vote or game: "eight to six", "234-193"; the key is "8-6"."""
    found = []
    for match in _tally().finditer(body):
        first, second = (_values().get(one.lower(), one) for one in match.groups())
        if float(first) >= float(second):
            found.append((*match.span(), f"{float(first):g}-{float(second):g}"))
    return tuple(found)


@cache
def _tally() -> re.Pattern[str]:
    one = rf"(\d{{1,3}}|{_any('unit')})"
    return re.compile(
        rf"(?<![\w$£€.,:-]){one}(?: to |[-–]){one}(?![\w%:-]|[.,]\d|,\d| (?:{_any('scale')}))", re.IGNORECASE
    )


def _unit(match: re.Match[str]) -> str:
    """A percent or currency sign."""
    if match["percent"]:
        return PERCENT
    return _signs().get((match["sign"] or match["currency"] or "").lower().replace("us$", "US$"), "")


def _counted(following: tuple[stems.Stem, ...], body: str, end: int) -> str:
    """The stem of the word that stands right behind the number."""
    if not following or following[0].start - end > REACH:
        return ""
    between = body[end : following[0].start]
    return following[0].stem if not any(sign in between for sign in '.;:\n,—–(“”"') else ""
