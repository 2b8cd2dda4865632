"""Dates and times of day that a body names, each with a key that "April 14", "14 April 2026" and "Apr. 14" share.

Times are kept by the twelve-hour clock, because "twenty past eleven" does not say which half of the day it means.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from analysis import lexicons
from analysis.text import words

LEXICON = "dates"
YEAR = r"(?:19|20)\d\d"
DAY = r"[0-3]?\d(?:st|nd|rd|th)?"
NOT_A_DIGIT = re.compile(r"\D")


class Date(NamedTuple):
    """`body[start:end]` names a date or time; `key` is "04-14", "09" (a month), "tuesday", "2014", "11:20"."""

    start: int
    end: int
    kind: str  # day, month, weekday, year, time
    key: str


@lru_cache(maxsize=256)
def find(body: str) -> tuple[Date, ...]:
    """All dates and times of `body`, in order."""
    found: list[Date] = []
    pattern, openers = _pattern(), _openers()
    reached, before = 0, (0, 0)
    for start, end in words.find(body):
        if start >= reached and (body[start].isdigit() or body[start:end] in openers):
            match = pattern.match(body, start)
            one = _read(match) if match else _bare_month(body, before, (start, end))
            if one is not None:
                found.append(one)
                reached = one.end
        before = start, end
    return tuple(found)


@cache
def _openers() -> frozenset[str]:
    """The words that a date or time can begin with. Only there the pattern is tried, which is ten times as fast."""
    classes = lexicons.classes(LEXICON)
    names = ("month", "month or word", "abbreviated month", "weekday", "minutes", "hour", "time")
    return frozenset().union(*(classes[name] for name in names))


def _bare_month(body: str, before: tuple[int, int], word: tuple[int, int]) -> Date | None:
    """A month that is a word too (May, March), where the word before it tells that the month is meant."""
    classes, term = lexicons.classes(LEXICON), body[slice(*word)]
    if term not in classes["month or word"] or word[0] - before[1] != 1:
        return None
    return (
        Date(*word, "month", _month(term)) if body[slice(*before)].lower() in classes["word before a month"] else None
    )


@cache
def _pattern() -> re.Pattern[str]:
    full, doubtful = _any("month"), _any("month or word")
    month = rf"{full}|{doubtful}|(?:{_any('abbreviated month')})\b\.?"
    hour = _any("hour")
    return re.compile(
        rf"\b(?P<m1>{month}) (?P<d1>{DAY})\b(?:, {YEAR}\b)?"
        rf"|\b(?P<d2>{DAY}) (?:of )?(?P<m2>{month})\b(?: {YEAR}\b)?"
        rf"|\b(?P<iso>{YEAR}-[01]\d-[0-3]\d)\b"
        rf"|\b(?P<m3>{full})\b"
        rf"|\b(?P<weekday>{_any('weekday')})\b"
        rf"|\b(?P<minutes>{_any('minutes')}) (?P<past>past|to) (?P<hour>{hour})\b"
        rf"|\b(?P<full>{hour}|\d\d?) (?:{_any('word after an hour')})(?!\w)"
        rf"|\b(?P<time>{_any('time')})\b"
        r"|(?<![\d.,:])(?P<h>\d\d?)(?:[:.](?P<min>[0-5]\d))?(?: ?[ap]\.?m\b\.?)"
        r"|(?<![\d.,:])(?P<h24>\d\d?):(?P<min24>[0-5]\d)\b"
        rf"|(?<![\d$£€,.-])(?P<year>{YEAR})\b(?![\d%]|[.,]\d)"
    )


def _any(word_class: str) -> str:
    """The terms of one class as alternatives, longest first."""
    terms = sorted(lexicons.classes(LEXICON)[word_class], key=lambda term: (-len(term), term))
    return "|".join(map(re.escape, terms))


@cache
def _values(word_class: str) -> dict[str, str]:
    return {row["term"]: row["value"] for row in lexicons.rows(f"lexicons/{LEXICON}.csv") if row["class"] == word_class}


def _month(term: str) -> str:
    plain = term.rstrip(".")
    return next(
        values[plain] for values in map(_values, ("month", "month or word", "abbreviated month")) if plain in values
    )


def _read(match: re.Match[str]) -> Date | None:
    """The date of one match; None where the numbers make no date."""
    found = match.groupdict()
    start, end = match.span()
    if month := found["m1"] or found["m2"]:
        day = int(NOT_A_DIGIT.sub("", found["d1"] or found["d2"]))
        return Date(start, end, "day", f"{_month(month)}-{day:02}") if 1 <= day <= 31 else None
    if found["iso"]:
        return Date(start, end, "day", found["iso"][5:])
    if found["m3"]:
        return Date(start, end, "month", _month(found["m3"]))
    if found["weekday"]:
        return Date(start, end, "weekday", found["weekday"].lower())
    if found["year"]:
        return Date(start, end, "year", found["year"])
    key = _time(found)
    return Date(start, end, "time", key) if key else None


def _time(found: dict[str, str | None]) -> str:
    """The time on the twelve-hour clock; "" where the numbers make none."""
    if found["time"]:
        return _values("time")[found["time"]]
    if found["hour"] and found["minutes"]:
        minutes, hour = int(_values("minutes")[found["minutes"]]), int(_values("hour")[found["hour"]])
        if found["past"] == "to":
            minutes, hour = 60 - minutes, hour - 1
    else:
        written = found["full"] or found["h"] or found["h24"] or ""
        hour = int(_values("hour").get(written, written))
        minutes = int(found["min"] or found["min24"] or 0)
    return f"{(hour - 1) % 12 + 1}:{minutes:02}" if hour <= 24 else ""
