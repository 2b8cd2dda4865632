"""Who, when and where from: bylines, dates, agency and photo credits, datelines, outlet suffixes, kickers."""

import calendar
import re
from datetime import date
from functools import cache

from analysis import lexicons
from analysis.ingest.furniture import line_key, plain
from analysis.ingest.lines import WORD, Part, is_punctuated, is_title_case, words

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

NAME = r"[A-Z][\w.’'/-]*(?: [A-Z][\w.’'/-]+){0,3}"
REGION = r"(?:, [A-Z][\w.’'-]{1,20}(?: [A-Z][\w.’'-]{1,20})?){0,2}"
DAY = rf"[,.] (?:[A-Z][a-z]{{2,8}}\.?,? )?(?i:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH})(?:,? \d{{4}})?"
AGENCY = r"[(/\[](?P<agency>[A-Z][\w./ &-]{0,40}?)[)/\]]\.?"
DASH = r"(?P<dash>—|–|--|―|-(?=\s)|:)"
DATELINE = re.compile(
    rf"(?:(?P<place>{NAME}){REGION}(?P<day>{DAY})?[,.]?\s?)?"
    rf"(?:{AGENCY}(?:\s?{DASH})?|{DASH.replace('dash', 'bare_dash')})(?=\s*[“\"‘'(\[$£€]?[A-Z0-9])"
)
SPEAKER = re.compile(r"[A-Z][A-Z.’' -]{1,40}:\s")
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
FILE_PICTURE = re.compile(
    r"(?:(?:media|image|photo|video) (?:caption|source)\b"
    r"|FILE\s*(?:PHOTO|PIC|IMAGE)?\s*[-–—:]"
    r"|(?:file|handout|archive|representational|representative)\s+(?:photo|image|picture|pic)\b"
    r"|\(?(?:photo|image|picture|photograph|illustration|video|graphic)s?\s*(?:credit|by|courtesy|source|:|/|\|)"
    r"|in this (?:\w+[\s,]+){0,9}?(?:file )?(?:photo|image|picture|frame|photograph)\b"
    r"|(?:this|an?) (?:\w+ ){0,3}?(?:photo|image|picture|photograph|frame|combination of pictures)s? "
    r"(?:\w+ ){0,3}?(?:shows|show|taken|released|provided|made|created)\b)",
    re.IGNORECASE,
)
PICTURE_CREDIT = re.compile(
    r"(?:\((?:AP Photo|Photo|Image|Picture|Getty|Pool|REUTERS|AFP)\b[^()]{0,80}\)"
    r"|(?:/|\bvia |©\s?)\s?Getty Images|REUTERS/[\w .-]{3,40})\.?$"
)


@cache
def _keys(group: str) -> frozenset[str]:
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
    return rest != line and all(word.lower() in _keys("date word") for word in WORD.findall(rest))


def byline(line: str) -> str | None:
    """The author where the line is a byline ("" where the name was lost), None where it is not one."""
    rest = _strip_date_words(without_dates(line)[0])
    opener = _opener("byline opener").match(rest)
    if not opener or len(line) > DATE_LIMIT:
        return None
    name = _strip_date_words(rest[opener.end() :]).strip(" |,-–—•·/")
    found = WORD.findall(name)
    if not found:
        return "" if opener.group().strip().lower() != "by" else None
    if opener.group()[0].islower() or len(found) > 9 or name.endswith(("?", "!", ":", ";")):
        return None
    if len(found) == 1:
        return name if opener.group().strip(" :").lower() != "author" or name[0].isupper() else None
    known = _keys("byline word")
    named = found[0][0].isupper() and all(not word[0].islower() or word in known for word in found)
    return name if named and found[0].lower() not in {"the", "a", "an"} else None


def _strip_date_words(text: str) -> str:
    """`text` without "Published", "Updated at" and the like at its end, where a date stood."""
    while True:
        text = text.rstrip(" ,|–—-•·/.:") if not text.rstrip().endswith(("Jr.", "Sr.")) else text.rstrip()
        head, _, last = text.rpartition(" ")
        if not last or last.lower() not in _keys("date word") or (last.islower() and not head):
            return text.lstrip(" |–—-•·")
        text = head


def named_author(line: str) -> str:
    """The author where the line is a name with a job or agency ("Jane Doe, Staff Writer"), else ""."""
    placed = AUTHOR_IN_CITY.fullmatch(line)
    if placed:
        return placed[1]
    pieces = re.split(r"\s*[,|/•·–—]\s*|\s+-\s+", without_dates(line)[0].strip(" |,-–—•·"))
    pieces = [piece for piece in pieces if piece]
    if not 2 <= len(pieces) <= 4 or not is_person(pieces[0]):
        return ""
    rest = [line_key(piece) for piece in pieces[1:]]
    return pieces[0] if all(piece in _keys("job") or piece in _keys("agency") for piece in rest) else ""


def is_person(text: str) -> bool:
    """Whether the text could be a person's full name: two to four capitalised words."""
    found = WORD.findall(text)
    return 2 <= len(found) <= 4 and all(word[0].isupper() and not word.isdigit() for word in found)


def credit(line: str) -> bool:
    """Whether the line names an agency, a source or those who helped, and nothing else."""
    if words(line) > 25:
        return False
    if line_key(line) in _keys("agency"):
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
    return all(not word[0].islower() or word in small | _keys("byline word") for word in found)


def is_caption(line: str) -> bool:
    """Whether the line is the caption or credit of a picture."""
    count = words(line)
    if count > 70 or not count:
        return False
    if line_key(line) in _keys("photo credit") - _keys("agency") or PICTURE_CREDIT.search(line):
        return True
    opening = FILE_PICTURE.match(line)
    if opening and (count <= 12 or DATE.search(line) or opening.group().isupper() or not is_punctuated(line)):
        return True
    return count <= 25 and _is_bare_picture(line)


def _is_bare_picture(line: str) -> bool:
    """A picture and who is on it, without a verb of its own: "A file photo of Ann Roe and John Doe."."""
    found = WORD.findall(line)
    nouns = _keys("picture")
    if not any(word.lower() in nouns for word in found[:5]) or len(found) < 3:
        return False
    known = nouns | _keys("picture word")
    return all(word.lower() in known or not word[0].islower() for word in found) and found[0].lower() in known


def dateline(line: str) -> Part | None:
    """The dateline at the start of a paragraph, or None."""
    match = DATELINE.match(line[:160])
    if not match or not match.end() or words(line) < 8:
        return None
    place, dash = match["place"] or "", match["dash"] or match["bare_dash"]
    is_city = place.lower().split("/")[0] in lexicons.classes("credits")["dateline city"]
    is_capitals = len(place) > 2 and place.isupper()
    if match["agency"]:
        is_dateline = _is_agency(match["agency"]) and bool(dash or is_capitals or is_city) and bool(dash or place)
    else:
        is_dateline = is_city if dash == ":" else bool(dash and (is_city or is_capitals or match["day"]))
    return Part(0, len(match.group().rstrip()), "dateline", "dateline") if is_dateline else None


def _is_agency(text: str) -> bool:
    return any(line_key(piece) in _keys("agency") for piece in (text, *re.split(r"[/ ]", text)))


def kicker(headline: str) -> Part | None:
    """ "BREAKING:" and the like in front of a headline, or None."""
    match = re.match(rf"(?:{_longest_first('kicker')})\s*(?:[:|]|\s[-–—]\s)\s*", headline, re.IGNORECASE)
    if not match or match.end() >= len(headline):
        return None
    return Part(0, len(match.group().rstrip()), "boilerplate", "kicker in front of the headline")


def suffix(headline: str) -> Part | None:
    """The outlet's name at the end of a page title ("… – Daily Example"), or None."""
    match = SUFFIX.search(headline)
    if not match or words(headline[: match.start()]) < 3:
        return None
    name = headline[match.start() :].strip(" |–—-:»•·")
    found = [word.lower() for word in WORD.findall(name)]
    if not 1 <= len(found) <= 6:
        return None
    is_address = ADDRESS.search(name) is not None
    is_named = is_title_case(name) or name.isupper()
    has_outlet_word = any(word in _keys("outlet word") for word in found)
    after_bar = "|" in match.group() and len(found) <= 4
    if is_address or (is_named and (has_outlet_word or after_bar)):
        return Part(match.start(), len(headline), "credit", "outlet's name after the headline")
    return None


def is_outlet_name(line: str) -> bool:
    """Whether a short name holds a word of outlets' names ("Daily", "News", "Post")."""
    return any(word.lower() in _keys("outlet word") for word in WORD.findall(line))


def is_dead_link(sentence: str) -> bool:
    """Whether the sentence only pointed to a link that is lost ("Details can be seen here.")."""
    if words(sentence) > 25 or not (LINK_END.search(sentence) or CLICK_HERE.match(sentence)):
        return False
    found = [word.lower() for word in WORD.findall(sentence)]
    if found[0] in _keys("link verb") or LINK_REQUEST.match(sentence):
        return True
    return LINK_FORM.search(sentence) is not None and not _keys("link noun").isdisjoint(found)
