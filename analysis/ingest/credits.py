"""Who wrote it, when and from whom: bylines, dates, agency credits, outlet suffixes, kickers."""

import calendar
import re
from datetime import date
from functools import cache

from analysis import lexicons
from analysis.ingest import furniture
from analysis.ingest.furniture import line_key, plain
from analysis.ingest.lines import WORD, Part, is_title_case, key, words

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
WEEKDAY = re.compile(
    r"\b(?:" + "|".join((*calendar.day_name, *calendar.day_abbr)) + r"|tues|thurs|thur)\b\.?", re.IGNORECASE
)
DATE = re.compile(
    rf"\b(?P<m1>{MONTH})\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y1>\d{{4}})\b"
    rf"|\b(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\.?\s+(?P<m2>{MONTH}),?\s+(?P<y2>\d{{4}})\b"
    r"|\b(?P<y3>(?:19|20)\d\d)[-/.](?P<m3>\d{1,2})[-/.](?P<d3>\d{1,2})(?:T[\d:.+Z-]+)?(?!\d)"
    r"|\b(?P<a4>\d{1,2})[-/.](?P<b4>\d{1,2})[-/.](?P<y4>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
TIME = re.compile(
    r"\b\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\b\.?)?|\b\d{1,2}\s*[ap]\.?m\b\.?|\b\d{1,3}\s+(?=\w+ ago\b)",
    re.IGNORECASE,
)
AGO = re.compile(r"\b(?:\d{1,3}|an?)\s+(?:second|minute|min|hour|hr|day|week|month|year)s?\s+ago\b", re.IGNORECASE)
DATE_LIMIT = 200  # characters; longer lines are no date or byline

BRACKETS = re.compile(r"(?<=.)\s*[(\[][^()\[\]]{1,60}[)\]]\s*$")
PIECE = re.compile(r"(?:(?!\s+[|–—»•·-]\s|\s*\|).)+")
SUFFIX = re.compile(r"\s+[|–—\-:»•·]\s+[^|–—»•·]{2,50}$|\s*\|\s*[^|]{2,50}$")
ADDRESS = re.compile(r"\w\.(?:com|org|net|info|co|ru|uk)\b")
PERSON = r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}"
AUTHOR_IN_CITY = re.compile(rf"({PERSON}) in [A-Z]\w+(?: [A-Z]\w+)?(?:,? and {PERSON} in [A-Z]\w+(?: [A-Z]\w+)?)?")
CLICK_HERE = re.compile(r"(?:click|tap|see|go) here (?:to|for)\b", re.IGNORECASE)
LINK_END = re.compile(r"\bhere[.!]?$")
LINK_FORM = re.compile(
    r"\b(?:can|may|could) (?:also )?be \w+\b|\b(?:is|are) (?:available|posted|online|accessible)\b", re.IGNORECASE
)
LINK_REQUEST = re.compile(r"(?:(?:you|readers) can|(?:to|for) [^.]{3,80}(?:click|see|go|visit|tap))\b", re.IGNORECASE)


@cache
def listed(group: str) -> frozenset[str]:
    """The terms of one class of data/lexicons/credits.csv, as they are compared with lines."""
    return frozenset(line_key(term) for term in lexicons.classes("credits").get(group, ()))


def _longest_first(group: str) -> str:
    return "|".join(re.escape(term) for term in sorted(lexicons.classes("credits")[group], key=len, reverse=True))


@cache
def _opener(group: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_longest_first(group)})(?!\w)\s*:?\s*", re.IGNORECASE)


def without_dates(line: str) -> tuple[str, str]:
    """The line without dates and clock times, and its first date in ISO 8601 ("" where none is clear)."""
    if len(line) > DATE_LIMIT:
        return line, ""
    found = DATE.search(line)
    rest = TIME.sub(" ", AGO.sub(" ", DATE.sub(" ", line)))
    return WEEKDAY.sub(" ", rest) if rest != line else line, _iso(found) if found else ""


def _iso(match: re.Match[str]) -> str:
    part = match.groupdict()
    if part["y1"] or part["y2"]:
        month = MONTHS[(part["m1"] or part["m2"]).rstrip(".").lower()]
        year, day = part["y1"] or part["y2"], part["d1"] or part["d2"]
    elif part["y3"]:
        year, month, day = part["y3"], int(part["m3"]), part["d3"]
    else:
        first, second, year = int(part["a4"]), int(part["b4"]), part["y4"]
        if first <= 12 and second <= 12 and first != second:
            return ""  # 3/6 or 6/3: nobody can tell
        day, month = (first, second) if first > 12 else (second, first)
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def is_date(line: str) -> bool:
    """Whether the line says when the article appeared and nothing else."""
    rest, _ = without_dates(line)
    return rest != line and all(word.lower() in listed("date word") for word in WORD.findall(rest))


def byline(line: str) -> str | None:
    """The author where the line is a byline ("" where the name was lost), None where it is not one."""
    if len(line) > DATE_LIMIT:
        return None
    rest = signed(line)
    opener = _opener("byline opener").match(rest)
    if not opener:
        return None
    name = _strip_date_words(rest[opener.end() :]).strip(" |,-–—•·/")
    found = WORD.findall(BRACKETS.sub("", name)) or WORD.findall(name)
    if not found:
        return "" if opener.group().strip().lower() != "by" else None
    if opener.group()[0].islower() or len(found) > 9 or name.endswith(("?", "!", ":", ";")):
        return None
    if len(found) == 1:
        return name if opener.group().strip(" :").lower() != "author" or name[0].isupper() else None
    known = listed("byline word")
    named = found[0][0].isupper() and all(not word[0].islower() or word in known for word in found)
    return name if named and found[0].lower() not in {"the", "a", "an"} else None


def signed(line: str) -> str:
    """The line without dates and the words around them, and without counts and sections behind bars."""
    rest = _strip_date_words(without_dates(line)[0])
    while True:
        head, bar, last = rest.rpartition("|")
        if not bar or not (furniture.reason(last) or furniture.is_section(last) or not last.strip()):
            return rest
        rest = _strip_date_words(head)


def name_key(name: str) -> str:
    """The name of an outlet for comparing: without "The" and without a remark in brackets behind it."""
    return key(BRACKETS.sub("", name)).removeprefix("the ")


def is_same_outlet(name: str, outlet: str) -> bool:
    """Whether `name` is the outlet as typed; False where nothing was typed."""
    return bool(outlet) and name_key(name) == name_key(outlet)


def _strip_date_words(text: str) -> str:
    """`text` without "Published", "Updated at" and the like at its end, where a date stood."""
    while True:
        text = text.rstrip(" ,|–—-•·/.:") if not text.rstrip().endswith(("Jr.", "Sr.")) else text.rstrip()
        head, _, last = text.rpartition(" ")
        if not last or last.lower() not in listed("date word") or (last.islower() and not head):
            return text.lstrip(" |–—-•·")
        text = head


def named_author(line: str, outlet: str = "", *, any_outlet: bool = False) -> str:
    """The author where the line is a name or desk with a job, agency or outlet ("Jane Doe, Staff Writer"), else "".

    outlet: its name as typed; any_outlet: whether any name that holds a word of outlets' names will do.
    """
    if len(line) > DATE_LIMIT:
        return ""
    placed = AUTHOR_IN_CITY.fullmatch(line)
    if placed:
        return placed[1]
    pieces = re.split(r"\s*[,|/•·–—]\s*|\s+-\s+", BRACKETS.sub("", signed(line)).strip(" |,-–—•·"))
    pieces = [piece for piece in pieces if piece]
    if not 2 <= len(pieces) <= 4 or not (is_person(pieces[0]) or is_desk(pieces[0])):
        return ""
    is_signed = all(_is_job(piece) or _is_employer(piece, outlet, any_outlet) for piece in pieces[1:])
    is_outlet = any_outlet and is_outlet_name(pieces[0])  # "Good News, Bad News"
    return pieces[0] if is_signed and not is_outlet else ""


def _is_employer(text: str, outlet: str, any_outlet: bool) -> bool:
    """Whether the text is the name of an agency or outlet."""
    if line_key(text) in listed("agency") or is_same_outlet(text, outlet):
        return True
    return any_outlet and is_outlet_name(text) and is_title_case(text) and words(text) <= 5


def is_desk(text: str) -> bool:
    """Whether the text is a desk or a nameless reporter that signs ("Political Desk", "Our Correspondent")."""
    found = WORD.findall(text)
    return (
        2 <= len(found) <= 4
        and found[-1].lower() in listed("desk")
        and all(word[0].isupper() for word in found)
        and text[-1].isalnum()
    )


def _is_job(text: str) -> bool:
    """Whether the text is a job at an outlet: one of the list, or up to four words that end in one."""
    found = text.split()
    return line_key(text) in listed("job") or (1 < len(found) <= 4 and line_key(found[-1]) in listed("job"))


def is_person(text: str) -> bool:
    """Whether the text could be a person's full name: two to four capitalised words."""
    found = WORD.findall(text)
    return 2 <= len(found) <= 4 and all(word[0].isupper() and not word.isdigit() for word in found)


def credit(line: str) -> bool:
    """Whether the line names an agency, a source or those who helped, and nothing else."""
    if words(line) > 25:
        return False
    if line_key(line) in listed("agency"):
        return line.strip("()[]/—–- .*")[:1].isupper()
    opener = _opener("credit opener").match(line.lstrip("(["))
    if opener and opener.group()[0].isupper():
        return _is_credit_rest(line.lstrip("([")[opener.end() :], opener.group())
    text = plain(line).rstrip(" .)]*")
    return text.endswith(tuple(lexicons.classes("credits")["credit closer"])) and line.lstrip("([*_ ")[:1].isupper()


def _is_credit_rest(rest: str, opener: str) -> bool:
    """What may follow "Source:" or "Reporting by": names, and no sentence."""
    found = WORD.findall(rest)
    if not found or len(found) > 20:
        return False
    if ":" in opener and len(found) <= 8:
        return True
    small = {"and", "by", "in", "of", "the", "from", "editing", "reporting", "writing", "additional", "with", "for"}
    return all(not word[0].islower() or word in small | listed("byline word") for word in found)


def kicker(headline: str) -> Part | None:
    """ "BREAKING:" and the like in front of a headline, or None."""
    match = re.match(rf"(?:{_longest_first('kicker')})\s*(?:[:|]|\s[-–—]\s)\s*", headline, re.IGNORECASE)
    if not match or match.end() >= len(headline):
        return None
    return Part(0, len(match.group().rstrip()), "boilerplate", "kicker in front of the headline")


def suffix(headline: str, outlet: str = "") -> Part | None:
    """The outlet's name at the end of a page title ("… – Daily Example"), or None. `outlet`: its name as typed."""
    match = SUFFIX.search(headline)
    if not match or words(headline[: match.start()]) < 3:
        return None
    name = headline[match.start() :].strip(" |–—-:»•·")
    found = [word.lower() for word in WORD.findall(name)]
    if not 1 <= len(found) <= 6:
        return None
    is_typed = is_same_outlet(name, outlet)
    is_address = ADDRESS.search(name) is not None
    is_named = is_title_case(name) or name.isupper()
    has_outlet_word = any(word in listed("outlet word") for word in found)
    after_bar = "|" in match.group() and len(found) <= 4
    if is_typed or is_address or (is_named and (has_outlet_word or after_bar)):
        return Part(match.start(), len(headline), "credit", "outlet's name after the headline")
    return None


def is_outlet_name(line: str) -> bool:
    """Whether a short name holds a word of outlets' names ("Daily", "News", "Post")."""
    return any(word.lower() in listed("outlet word") for word in WORD.findall(line))


def is_dead_link(sentence: str) -> bool:
    """Whether the sentence only pointed to a link that is lost ("Details can be seen here.")."""
    if words(sentence) > 25 or not (LINK_END.search(sentence) or CLICK_HERE.match(sentence)):
        return False
    found = [word.lower() for word in WORD.findall(sentence)]
    if found[0] in listed("link verb") or LINK_REQUEST.match(sentence):
        return True
    return LINK_FORM.search(sentence) is not None and not listed("link noun").isdisjoint(found)
