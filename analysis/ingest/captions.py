"""Captions and credits of pictures that were pasted with the text."""

import re

from analysis.ingest.credits import DATE, listed
from analysis.ingest.furniture import QUOTATION, line_key
from analysis.ingest.lines import WORD, is_punctuated, words

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
ENDING_CREDIT = re.compile(
    r"(?:[.!?…)’”\"]\s+|\s[|–—-]\s*|\()(?:Picture|Photo|Photograph|Image|Illustration|Graphic)s?\s*"
    r"(?:[Cc]redit\s*)?(?::|/|[Bb]y\b|[Cc]ourtesy of\b)\s*(?P<name>[A-Z][^.!?:]{1,60})\)?\.?$"
)
HAPPIER_TIMES = re.compile(r",? in (?:more |the )?\w+ (?:times|days)\.?$")


def is_caption(line: str) -> bool:
    """Whether the line is the caption or credit of a picture."""
    count = words(line)
    if count > 70 or not count:
        return False
    if line_key(line) in listed("photo credit") - listed("agency") or PICTURE_CREDIT.search(line):
        return True
    opening = FILE_PICTURE.match(line)
    if opening and (count <= 12 or DATE.search(line) or opening.group().isupper() or not is_punctuated(line)):
        return True
    return (count <= 40 and _ends_in_credit(line)) or (count <= 25 and _is_bare_picture(line))


def _ends_in_credit(line: str) -> bool:
    """Whether the last thing on the line is who took the picture: "Roe on the bridge. Picture: Harbour Post"."""
    credit = ENDING_CREDIT.search(line[-120:])
    if not credit or QUOTATION.search(line):
        return False
    found = WORD.findall(credit["name"])
    return len(found) <= 8 and all(not word[0].islower() or word in listed("byline word") for word in found)


def _is_bare_picture(line: str) -> bool:
    """A picture and who is on it, without a verb of its own: "A file photo of Ann Roe and John Doe."."""
    time = HAPPIER_TIMES.search(line)
    found = WORD.findall(line[: time.start()] if time else line)
    nouns = listed("picture")
    if not any(word.lower() in nouns for word in found[:5]) or len(found) < 3:
        return False
    known = nouns | listed("picture word")
    if (time or not is_punctuated(line)) and found[2].lower() in nouns and found[3:4] == ["of"]:
        del found[1]  # any one word may tell what kind of picture it is: "A wedding photo of …"
    return all(word.lower() in known or not word[0].islower() for word in found) and found[0].lower() in known
