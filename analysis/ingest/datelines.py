"""Datelines: the place, the day and the agency in front of the first sentence."""

import re
from collections.abc import Sequence

from analysis import lexicons
from analysis.ingest.credits import MONTH, is_same_outlet, listed
from analysis.ingest.furniture import line_key
from analysis.ingest.lines import WORD, Part, words

NAME = r"[A-Z][\w.’'/-]*(?: [A-Z][\w.’'/-]+){0,3}"
REGION = r"(?:, [A-Z][\w.’'-]{1,20}(?: [A-Z][\w.’'-]{1,20})?){0,2}"
DAY = rf"[,.] (?:[A-Z][a-z]{{2,8}}\.?,? )?(?i:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH})(?:,? \d{{4}})?"
AGENCY = r"[(/\[](?P<agency>[A-Z][\w./ &-]{0,40}?)[)/\]]\.?"
DASH = r"(?P<dash>—|–|--|―|-(?=\s)|:)"
DATELINE = re.compile(
    rf"(?:(?P<place>{NAME}){REGION}(?P<day>{DAY})?[,.]?\s?)?"
    rf"(?:{AGENCY}(?:\s?{DASH})?|{DASH.replace('dash', 'bare_dash')})(?=\s*[“\"‘'(\[$£€]?[A-Z0-9])"
)
PARTY = re.compile(r"[A-Z]|[A-Z]{1,3}-.*|(?:Rep|Dem|Lab|Con|Lib Dem|Ind)\.?")  # (D), (R-TX), (D-Ill.), (Lab)
SPEAKER = re.compile(r"[A-Z][A-Z.’' -]{1,40}:\s")


def dateline(line: str, outlet: str = "", others: Sequence[str] = ()) -> Part | None:
    """The dateline at the start of a paragraph, or None.

    outlet: its name as typed, which may stand in the place of the agency.
    others: the other paragraphs; a place in capitals before a colon must be named there, a speaker is not a place.
    """
    match = DATELINE.match(line[:160])
    if not match or not match.end() or words(line) < 8:
        return None
    place, dash = match["place"] or "", match["dash"] or match["bare_dash"]
    is_city = place.lower().split("/")[0] in lexicons.classes("credits")["dateline city"]
    is_capitals = len(place) > 2 and place.isupper()
    if match["agency"] and (_is_agency(match["agency"]) or is_same_outlet(match["agency"], outlet)):
        is_dateline = bool(dash or is_capitals or is_city) and bool(dash or place)
    elif match["agency"]:
        is_placed = is_city or is_capitals or match["day"]
        is_dateline = bool(is_placed and dash and dash != ":") and _may_be_agency(match["agency"], place)
    elif dash == ":":
        is_dateline = is_city or (is_capitals and _is_place(place, others))
    else:
        is_dateline = bool(dash and (is_city or is_capitals or match["day"]))
    return Part(0, len(match.group().rstrip()), "dateline", "dateline") if is_dateline else None


def _is_agency(text: str) -> bool:
    return any(line_key(piece) in listed("agency") for piece in (text, *re.split(r"[/ ]", text)))


def _may_be_agency(text: str, place: str) -> bool:
    """Whether an unknown name in brackets may be an agency: a few capitalised words, no party, no "NATO" spelt out."""
    found = WORD.findall(text)
    initials = "".join(word[0] for word in found if word[0].isupper())
    return (
        1 <= len(found) <= 4
        and not any(word[0].islower() for word in found)
        and not PARTY.fullmatch(text)
        and initials != place.replace(".", "")
    )


def _is_place(place: str, others: Sequence[str]) -> bool:
    named = re.compile(rf"\b[Ii]n {re.escape(place.title())}\b")
    return len(place) > 3 and any(named.search(other) for other in others)
