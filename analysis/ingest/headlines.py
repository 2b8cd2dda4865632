"""Which line is the headline, where it is repeated, and what is glued to it."""

import re
from collections import Counter

from analysis.ingest import credits, furniture
from analysis.ingest.lines import Part, is_title_case, key, words
from analysis.ingest.page import Page
from analysis.text import sentences

CONTENT_WORD = re.compile(r"\w{5,}")
TITLE_LENGTH = 300  # characters; a longer line is no headline or page title
SEPARATOR = re.compile(r"[|–—»•·-]")


def find(page: Page, title: str) -> None:
    """The line that is the headline: repeated, or title-like before the text and about the same things as the text."""
    if title:
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
    if credits.byline(text) is not None or credits.is_date(text) or furniture.is_section(text):
        return False
    return 3 <= words(text) <= 30


def _is_sentence_headline(page: Page, index: int) -> bool:
    """Whether the first full sentence of the text is a headline that ends in a full stop."""
    text = page.texts[index]
    following = next(page.open(index + 1), None)
    if following is None or not page.prose[following] or words(text) > 22 or credits.dateline(text):
        return False
    if len(sentences.find(text)) > 1 and not is_title_case(text):
        return False
    articles = sum(word in {"the", "a", "an"} for word in text.lower().split())
    is_report = credits.WEEKDAY.search(text) is not None or " said" in text
    return is_title_case(text) or (articles <= 1 and words(text) <= 18 and not is_report)


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


def set_repeats_aside(page: Page, title: str) -> None:
    """The headline again, its page-title form, and paragraphs that stand there twice word for word."""
    wanted = {key(title)} if title else set()
    if page.headline >= 0:
        text = page.texts[page.headline]
        cut = credits.suffix(text) if len(text) <= TITLE_LENGTH else None
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


def parts(page: Page) -> tuple[Part, ...]:
    """Kicker, section and outlet's name glued to the headline."""
    text = page.texts[page.headline]
    if len(text) > TITLE_LENGTH:
        return ()
    own = _own_piece(page, page.headline)
    if not own:
        return tuple(part for part in (credits.kicker(text), credits.suffix(text)) if part)
    start = own.start() + len(own.group()) - len(own.group().lstrip(" |–—-»•·"))
    before = Part(0, start, "boilerplate", "section in front of the headline")
    after = Part(own.end(), len(text), "credit", "outlet's name after the headline")
    return tuple(part for part in (before, after) if part.start < part.end)
