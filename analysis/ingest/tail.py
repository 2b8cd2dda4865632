"""Where the article ends: comment forms, link lists and boxes about the author or the outlet behind it."""

import re

from analysis import lexicons
from analysis.ingest import credits, furniture, headlines
from analysis.ingest.lines import is_punctuated, key, words
from analysis.ingest.page import Page

ABOUT = re.compile(r"about (?P<name>\w.{1,60})", re.IGNORECASE)
BOX_PARAGRAPHS = 2  # a box about a firm is short; a longer rest is a chapter of the article


def set_aside(page: Page) -> None:
    """Everything behind a heading after which no article goes on, where most of the running text stands before it.

    The reason is that of the nearest heading above: a box about the outlet may follow a comment form.
    """
    prose = page.prose_lines()
    is_prose = frozenset(prose)
    total, before = sum(words(page.texts[index]) for index in prose), 0
    enough = lexicons.threshold("tail_words_before")
    for index, text in enumerate(page.texts):
        is_behind_most = (before >= enough or before >= 0.6 * total) and before >= 0.4 * total
        if before and is_behind_most and _heading(page, index, prose):
            _set_rest_aside(page, index, prose)
            return
        before += words(text) if index in is_prose else 0


def _set_rest_aside(page: Page, start: int, prose: list[int]) -> None:
    reason = ""
    for index in range(start, len(page.texts)):
        heading = _heading(page, index, prose)
        reason = heading or reason
        if index != page.headline and credits.byline(page.texts[index]) is None:
            what = "comment" if reason == "comment form" else reason
            page.set_aside(index, "boilerplate", heading or f"{what}, after the article's end")


def _heading(page: Page, index: int, prose: list[int]) -> str:
    """The reason a heading gives for what follows it; "" where the line is no such heading."""
    return furniture.tail_reason(page.texts[index]) or _about_reason(page, index, prose)


def _about_reason(page: Page, index: int, prose: list[int]) -> str:
    """The reason where the line is "About" and the outlet's name, or a name with which a short last box begins."""
    text = page.texts[index]
    about = ABOUT.fullmatch(text)
    if not about or words(text) > 7 or is_punctuated(text):
        return ""
    if credits.is_same_outlet(about["name"], headlines.outlet(page)):
        return "about the outlet"
    box = [page.texts[i] for i in prose[-BOX_PARAGRAPHS - 1 :] if i > index]
    is_name = all(not word[0].islower() for word in about["name"].removeprefix("the ").split())
    is_box = 0 < len(box) <= BOX_PARAGRAPHS and not any(furniture.QUOTATION.search(paragraph) for paragraph in box)
    begins = is_box and key(box[0]).startswith(f"{key(about['name'])} ")
    return "about the author or the firm" if is_name and begins else ""
