"""Lines that belong to the page and not to the article: cookie notices, share bars, comment forms, link lists.

The phrases and the reason shown to the reader (column `class`) are in data/lexicons/cleanup.csv. `match` says how:
line (the whole line), start, within, label (alone, or before a colon or bar), tail (a heading that ends the article),
section (a section's name alone on a line). A notice on cookies in other words has a cookie verb before "cookies", and
a button behind a sentence or "you" and a cookie purpose; words of a report speak against it.
"""

import re
from functools import cache

from analysis import lexicons
from analysis.ingest.lines import key, words

DIGITS = re.compile(r"\d[\d.,:]*")
SEPARATOR = re.compile(r"\s*[:|»›>–—-]")
QUOTATION = re.compile(r"[“\"«„][^“”\"«»„\n]{25,}")
FOLLOW = re.compile(
    r"follow .{2,80}\bon (?:twitter|facebook|instagram|telegram|youtube|linkedin|google news|social media)\b"
)
SIGN_UP = re.compile(r"(?:sign up|subscribe|register) .{0,80}\b(?:newsletters?|e-?mails?|alerts|briefing|inbox)\b")
PIECES = re.compile(r"\s*[|•·]\s*")
READER = re.compile(r"\byou\b|\byour\b")
KEPT_BOX = re.compile(r"(?:correction|corrections|clarification|editor[’']?s[’']? note)\b", re.IGNORECASE)
START_LIMIT, WITHIN_LIMIT = 40, 80  # words; a longer line is a paragraph


def plain(line: str) -> str:
    """The line in small letters, with straight apostrophes, single spaces and `#` for every number."""
    return DIGITS.sub("#", " ".join(line.casefold().replace("’", "'").split()))


def line_key(line: str) -> str:
    """The line for comparing with a whole-line phrase; numbers do not count."""
    return key(plain(line))


@cache
def _exact(match: str) -> dict[str, str]:
    return {
        line_key(row["term"]): row["class"] for row in lexicons.rows("lexicons/cleanup.csv") if row["match"] == match
    }


@cache
def _phrases(match: str) -> tuple[re.Pattern[str], dict[str, str]]:
    reasons = {
        plain(row["term"]): row["class"] for row in lexicons.rows("lexicons/cleanup.csv") if row["match"] == match
    }
    longest_first = sorted(reasons, key=len, reverse=True)
    # Every phrase begins at a word: one test of the place before all phrases makes reading three times as fast.
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)"), reasons


@cache
def _any_of(match: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, _exact(match)), key=len, reverse=True))})\b")


@cache
def _cookie_setting() -> re.Pattern[str]:
    return re.compile(rf"{_any_of('cookie verb').pattern} (?:\w+ ){{0,3}}cookies\b")


@cache
def _button() -> re.Pattern[str]:
    return re.compile(rf"[.!?|•·]\s*{_any_of('button').pattern}")


def reason(line: str) -> str:
    """Why the whole line is page furniture, in the words of the lexicon; "" where it is not."""
    count = words(line)
    if count > WITHIN_LIMIT or KEPT_BOX.match(line):
        return ""
    text = plain(line)
    found = _short_line_reason(line, text) if count <= START_LIMIT else ""
    if found:
        return found
    pattern, reasons = _phrases("within")
    inside = pattern.search(text)
    # Somebody may be quoted with such words; a cookie notice quotes nobody at length.
    return reasons[inside.group()] if inside and not QUOTATION.search(line) else ""


def is_cookie_notice(line: str) -> bool:
    """Whether the line tells the reader that somebody sets cookies: with a button behind it, or "you" and a purpose.

    A report on cookies may look the same, so that the rest of the page must be asked too.
    """
    if "cookies" not in line or words(line) > WITHIN_LIMIT or QUOTATION.search(line):
        return False
    text = plain(line)
    if not _cookie_setting().search(text) or _any_of("report").search(text):
        return False
    return bool(_button().search(text) or (READER.search(text) and _any_of("cookie purpose").search(text)))


def _short_line_reason(line: str, text: str) -> str:
    """The same for a line of at most START_LIMIT words; `text` is the plain form of `line`."""
    exact = _exact_reason(text) or _button_row_reason(text)
    if exact:
        return exact
    pattern, reasons = _phrases("start")
    start = pattern.match(text)
    if start:
        return reasons[start.group()]
    if label(line):
        return "link to another article"
    if QUOTATION.search(line):
        return ""
    return "invitation to follow" if FOLLOW.match(text) else "newsletter sign-up" if SIGN_UP.match(text) else ""


def _exact_reason(text: str) -> str:
    return _exact("line").get(key(text)) or _exact("tail").get(key(text)) or ""


def _button_row_reason(text: str) -> str:
    """The reason of the first piece where every piece between bars is furniture ("Accept | Settings")."""
    pieces = [piece for piece in PIECES.split(text) if piece]
    reasons = [_exact_reason(piece) for piece in pieces]
    return reasons[0] if len(pieces) > 1 and all(reasons) else ""


def label(line: str) -> str:
    """The opening such as "Read more" where the line is a link to another article, alone or before a colon; else ""."""
    text = plain(line)
    if key(text) in _exact("label"):
        return key(text)
    pattern, _ = _phrases("label")
    start = pattern.match(text)
    if start and SEPARATOR.match(text, start.end()) and not QUOTATION.search(line):
        return start.group()
    return ""


def is_label_alone(line: str) -> bool:
    """Whether the line is only "Read more", "Related" and the like, so that what follows may be a link."""
    return line_key(line) in _exact("label")


def tail_reason(line: str) -> str:
    """The reason where the line is a heading after which no article goes on ("About us", "Leave a reply"); else ""."""
    return _exact("tail").get(line_key(line), "")


def is_section(line: str) -> bool:
    """Whether the line is only the name of a section ("World", "Politics | Europe")."""
    pieces = [piece for piece in re.split(r"[|/>»,•·]", line) if piece.strip()]
    return bool(pieces) and all(line_key(piece) in _exact("section") for piece in pieces)
