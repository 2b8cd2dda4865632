"""Which line is the headline, where it is repeated, and what is glued to it."""

import re
from collections import Counter

from analysis.ingest import credits, datelines, furniture, signatures
from analysis.ingest.lines import Part, is_title_case, key, words
from analysis.ingest.page import Page
from analysis.text import sentences

CONTENT_WORD = re.compile(r"\w{5,}")
TITLE_LENGTH = 300  # characters; a longer line is no headline or page title
EDGES = " |–—-:»•·"
CLOSING = " \"”’'»)"
SEPARATOR = re.compile(r"[|–—»•·-]")


def find(page: Page) -> None:
    """The line that is the headline: as typed, or repeated, or title-like before the text and of the same matter."""
    if page.typed.headline:
        _find_typed(page)
        return
    first_prose = page.prose_lines()[0]
    candidates = [index for index in page.open(0, first_prose) if _may_be_headline(page, index)]
    if _is_sentence_headline(page, first_prose):
        candidates.append(first_prose)
    if not candidates:
        return
    shares = {index: agreement(page, index) for index in candidates[:20]}
    repeated = Counter(without_outlet(page, index) for index in page.open() if words(page.texts[index]) <= 30)
    page.headline = next(
        (index for index in shares if repeated[without_outlet(page, index)] > 1 and words(page.texts[index]) > 3),
        next((index for index, share in shares.items() if share >= 0.3), -1),
    )
    if page.headline < 0:
        page.headline = max(shares, key=lambda index: (shares[index], -index))
    page.labels[page.headline] = "headline"


def _find_typed(page: Page) -> None:
    """The line before the second paragraph that is the typed headline, so that it is not set aside as its repeat."""
    wanted = key(page.typed.headline)
    top = page.prose_lines()[:2][-1]
    found = (i for i in page.open(0, top + 1) if wanted in (page.keys[i], without_outlet(page, i), _bare(page, i)))
    page.headline = next(found, -1)
    if page.headline >= 0:
        page.labels[page.headline] = "headline"


def _bare(page: Page, index: int) -> str:
    """The key of the line without kicker and outlet."""
    text = page.texts[index]
    if len(text) > TITLE_LENGTH:
        return page.keys[index]
    kicker, suffix = credits.kicker(text), credits.suffix(text, page.typed.outlet)
    return key(text[kicker.end if kicker else 0 : suffix.start if suffix else None])


def without_outlet(page: Page, index: int) -> str:
    """The key of the line; of a page title ("Headline – Outlet") the key of the piece that is a line of its own."""
    own = _own_piece(page, index)
    return key(own.group()) if own else page.keys[index]


def _own_piece(page: Page, index: int) -> re.Match[str] | None:
    """The piece of a page title, between dashes or bars, that also stands on a line of its own."""
    text = page.texts[index]
    if len(text) > TITLE_LENGTH or not SEPARATOR.search(text):
        return None
    pieces = [piece for piece in credits.PIECE.finditer(text) if words(piece.group()) >= 3]
    return next((p for p in pieces if p.group() != text and key(p.group()) in page.key_set), None)


def _may_be_headline(page: Page, index: int) -> bool:
    text = page.texts[index]
    if credits.byline(text) is not None or credits.named_author(text, page.typed.outlet) or credits.is_date(text):
        return False
    if furniture.is_section(text) or signatures.repeats_typed(page, text):
        return False
    return 3 <= words(text) <= 30


def _is_sentence_headline(page: Page, index: int) -> bool:
    """Whether the first full sentence of the text is a headline: by what follows it, or by its own form."""
    text = page.texts[index]
    following = next((i for i in page.open(index + 1) if page.prose[i]), None)
    if following is None or words(text) > 25 or datelines.dateline(text, page.typed.outlet):
        return False
    if len(sentences.find(text)) > 1 and not is_title_case(text):
        return False
    if next(page.open(), None) == index and _is_followed_by_text(page, index, following):
        return True
    articles = sum(word in {"the", "a", "an"} for word in text.lower().split())
    is_report = credits.WEEKDAY.search(text) is not None or " said" in text
    is_short = words(text) <= 18 and articles <= 1 and not is_report
    return next(page.open(index + 1), None) == following and words(text) <= 22 and (is_title_case(text) or is_short)


def _is_followed_by_text(page: Page, index: int, following: int) -> bool:
    """Whether a byline, a date or a dateline comes next, or, behind a cry or a question, a longer paragraph."""
    if signatures.is_signature(page, index + 1):
        return True
    is_shorter = 1.5 * words(page.texts[index]) <= words(page.texts[following])
    has_dateline = datelines.dateline(page.texts[following], page.typed.outlet) is not None
    is_cry = page.texts[index].rstrip(CLOSING)[-1:] in {"!", "?"}
    is_alone = page.numbers[following] > page.numbers[index] + 1
    return is_shorter and (has_dateline or (is_cry and is_alone))


def agreement(page: Page, index: int) -> float:
    """Share of the line's longer words whose first five letters also begin a word of another line."""
    mine = {word[:5] for word in CONTENT_WORD.findall(page.keys[index])}
    if not mine:
        return 0.0
    found: set[str] = set()
    for other in page.open():
        if other != index and page.keys[other] != page.keys[index] and page.prose[other]:
            found |= mine & {word[:5] for word in CONTENT_WORD.findall(page.texts[other].casefold())}
    return len(found) / len(mine)


def set_repeats_aside(page: Page) -> None:
    """The headline again, its page-title form, and paragraphs that stand there twice word for word."""
    wanted = {key(page.typed.headline)} - {""}
    if page.headline >= 0:
        text = page.texts[page.headline]
        cut = credits.suffix(text, page.typed.outlet) if len(text) <= TITLE_LENGTH else None
        wanted |= {page.keys[page.headline], without_outlet(page, page.headline)}
        wanted |= {key(text[: cut.start])} if cut else set()
        kicked = credits.kicker(text)
        wanted |= {key(text[kicked.end :])} if kicked else set()
    seen: dict[str, int] = {}
    previous = False
    for index in page.open():
        if page.keys[index] in wanted or without_outlet(page, index) in wanted:
            page.set_aside(index, "headline", "repeat of the headline")
        elif page.prose[index]:
            # A live report says "It takes 270 votes to win" more than once; a standfirst given twice is debris.
            previous = page.texts[index] in seen and (previous or seen[page.texts[index]] < 2)
            if previous:
                page.set_aside(index, "boilerplate", "repeat of an earlier paragraph")
            seen.setdefault(page.texts[index], len(seen))


def outlet(page: Page) -> str:
    """The outlet's name as typed, or as it stands behind the headline; "" where neither is known."""
    if page.typed.outlet or page.headline < 0:
        return page.typed.outlet
    text = page.texts[page.headline]
    return next((text[p.start : p.end].strip(EDGES) for p in parts(page) if p.label == "credit"), "")


def parts(page: Page) -> tuple[Part, ...]:
    """Kicker, section and outlet's name glued to the headline."""
    text = page.texts[page.headline]
    if len(text) > TITLE_LENGTH or page.keys[page.headline] == key(page.typed.headline):
        return ()
    own = _own_piece(page, page.headline)
    if not own:
        return tuple(part for part in (credits.kicker(text), credits.suffix(text, page.typed.outlet)) if part)
    start = own.start() + len(own.group()) - len(own.group().lstrip(EDGES))
    before = Part(0, start, "boilerplate", "section in front of the headline")
    after = Part(own.end(), len(text), "credit", "outlet's name after the headline")
    return tuple(part for part in (before, after) if part.start < part.end)
