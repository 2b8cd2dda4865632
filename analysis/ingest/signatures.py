"""Lines that sign the article: bylines, dates, and repeats of what the user typed (byline, outlet, date, address)."""

import re
from datetime import date

from analysis.ingest import credits
from analysis.ingest.lines import is_name_like, key, words
from analysis.ingest.page import Page

PIECES = re.compile(r"\s*[,|•·/]\s*|\s+[–—-]\s+")
REPEAT_LIMIT = 40  # words; a longer line repeats nothing that was typed


def set_repeats_aside(page: Page) -> None:
    """Lines around the text that say again what the user typed."""
    typed = page.typed
    if not (typed.byline or typed.outlet or typed.published or typed.url):
        return
    for index in _around_text(page):
        label, reason = _repeated(page, page.texts[index])
        if reason:
            page.set_aside(index, label, reason)


def set_aside(page: Page) -> None:
    """Bylines and dates before the second paragraph and after the last one; elsewhere "By …" may be a subheading."""
    prose = page.prose_lines()
    if not prose:
        return
    bottom = prose[-1]
    for index in _around_text(page):
        if page.prose[index]:
            continue
        text = page.texts[index]
        author = credits.byline(text)
        if author is not None or _is_named_author(page, index, prose[0]):
            page.set_aside(index, "byline", "byline")
            following = index + 1
            if author == "" and following < min(bottom, len(page.texts)) and is_name_like(page.texts[following]):
                page.set_aside(following, "byline", "byline")
        elif credits.is_date(text):
            page.set_aside(index, "boilerplate", "date of publication")
        elif index < prose[0] and _is_beside_date_or_agency(page, index):
            page.set_aside(index, "byline", "byline")


def is_signature(page: Page, index: int) -> bool:
    """Whether the line, decided or not, is a byline or a date."""
    if index >= len(page.texts):
        return False
    text = page.texts[index]
    return (
        page.labels[index] == "byline"
        or credits.byline(text) is not None
        or credits.is_date(text)
        or bool(credits.named_author(text, page.typed.outlet, any_outlet=True))
    )


def repeats_typed(page: Page, text: str) -> bool:
    """Whether the line says the typed byline, outlet, date or address again."""
    return bool(_repeated(page, text)[1])


def _around_text(page: Page) -> list[int]:
    """Open lines before the second paragraph and after the last one."""
    prose = page.prose_lines()
    if not prose:
        return []
    top, bottom = prose[:2][-1], prose[-1]
    return [index for index in page.open() if not top < index < bottom]


def _is_named_author(page: Page, index: int, first_prose: int) -> bool:
    text = page.texts[index]
    is_above = page.headline < index < first_prose
    if is_above and credits.is_desk(text):
        return True
    return bool(credits.named_author(text, page.typed.outlet, any_outlet=is_above))


def _is_beside_date_or_agency(page: Page, index: int) -> bool:
    """Whether a person's name stands directly before a date or an agency ("Jane Doe" / "CNN")."""
    text = page.texts[index]
    if not credits.is_person(text) or not is_name_like(text) or credits.is_outlet_name(text) or index < page.headline:
        return False
    following = index + 1
    return following < len(page.texts) and (
        page.labels[following] == "credit" or credits.is_date(page.texts[following])
    )


def _repeated(page: Page, text: str) -> tuple[str, str]:
    """Label and reason where the line, or every piece of it, was typed already; otherwise two empty strings."""
    if words(text) > REPEAT_LIMIT or len(text) > credits.DATE_LIMIT:
        return "", ""
    typed = page.typed
    authors = {key(typed.byline), key(credits.byline(typed.byline) or "")} - {""}
    outlets = {credits.name_key(typed.outlet), key(typed.domain), key(typed.url)} - {""}
    own = {key(text), key(credits.byline(text) or ""), key(credits.signed(text))}
    pieces = [piece for piece in PIECES.split(credits.signed(text)) if piece]
    is_all_typed = bool(pieces) and all(key(p) in authors or credits.name_key(p) in outlets for p in pieces)
    if own & authors or (is_all_typed and any(key(piece) in authors for piece in pieces)):
        return "byline", "repeat of the byline"
    if is_all_typed or key(text) in outlets:
        return "credit", "repeat of the outlet's name"
    if _is_typed_date(text, typed.published):
        return "boilerplate", "repeat of the date of publication"
    return "", ""


def _is_typed_date(text: str, published: str) -> bool:
    """Whether the line is the day of publication, written with or without its year ("Posted on 3 June")."""
    try:
        day = date.fromisoformat(published[:10])
    except ValueError:
        return False
    written = f" {key(text)} ".replace(",", "")
    for form in (f"{day:%B} {day.day}", f"{day:%b} {day.day}", f"{day.day} {day:%B}", f"{day.day} {day:%b}"):
        if f" {form.lower()} " in written:
            return credits.is_date(written.replace(f" {form.lower()} ", f" {day.isoformat()} ", 1))
    return False
