"""From the lines of a pasted article to its parts: what stays, what is set aside, and the reason for each.

`classify` decides line by line, assembly builds the Article from that; a user puts a line back by its number.
Precision on the body comes first: a paragraph of running text is set aside only by a furniture phrase, as a
word-for-word repeat, or behind a heading that ends the article. Rules of position ask for running text around them.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from analysis.ingest import captions, credits, datelines, furniture, headlines, signatures, tail
from analysis.ingest.lines import (
    LONG,
    Line,
    Part,
    is_name_like,
    is_punctuated,
    is_title_case,
    is_title_like,
    split,
    words,
)
from analysis.ingest.page import Page
from analysis.model import Article
from analysis.text import sentences

NOTHING_TYPED = Article(id="", body="")
BULLET = re.compile(r"[•·●▪*–—-]\s|\d{1,2}[.)]\s")


# What an input marks as not the article's own running text.
SET_ASIDE = {
    "caption": "caption or credit of a picture",
    "embedded post": "post of another site, embedded in the page",
    "running head": "running head or page number",
}


def classify(text: str, typed: Article = NOTHING_TYPED, kinds: Mapping[int, str] | None = None) -> tuple[Line, ...]:
    """Every line of `text` (repaired, line ends LF) with its label and reason, in order, blank lines included.

    typed: what the user typed; lines that say its headline, byline, outlet, date or address again are set aside.
    kinds: where the input was a page or document whose paragraphs are known, what it marks which line as (numbers
    from 1; unmarked lines are paragraphs). Rules that guess what belongs to a page from its position then rest.
    """
    if kinds is None:
        return _judged(split(text), typed, {})
    numbered = [(number, line.strip()) for number, line in enumerate(text.split("\n"), start=1)]
    own = tuple((number, "" if kinds.get(number) in SET_ASIDE else line) for number, line in numbered)
    lines = dict(numbered)
    return tuple(
        Line(line.number, lines[line.number], kinds[line.number], SET_ASIDE[kinds[line.number]])
        if kinds.get(line.number) in SET_ASIDE
        else line
        for line in _judged(own, typed, kinds, is_pasted=False)
    )


def _judged(
    raw: tuple[tuple[int, str], ...], typed: Article, kinds: Mapping[int, str], *, is_pasted: bool = True
) -> tuple[Line, ...]:
    filled = [(number, line) for number, line in raw if line]
    page = Page([number for number, _ in filled], [line for _, line in filled], typed)
    _furniture(page)
    _cookies(page)
    if page.prose_lines():
        headlines.find(page)
        headlines.set_repeats_aside(page)
        signatures.set_repeats_aside(page)
        tail.set_aside(page)
        if is_pasted:
            _links(page)
        signatures.set_aside(page)
        _top(page)
        if is_pasted:
            _cards(page)
            _bottom(page)
            _outlet_line(page)
    _parts(page)
    judged = {
        number: Line(number, line, page.labels[index], page.reasons[index], page.parts[index], kinds.get(number, ""))
        for index, (number, line) in enumerate(filled)
    }
    return tuple(judged.get(number) or Line(number, "", "blank") for number, _ in raw)


def _furniture(page: Page) -> None:
    """Phrases of the page itself, wherever they stand."""
    is_first = True  # no line has stayed yet
    for index, text in enumerate(page.texts):
        reason = furniture.reason(text) if len(text) <= LONG else ""
        if is_first and reason and credits.kicker(text) and furniture.label(text):
            reason = ""  # "WATCH: …" as the first line is the headline
        if reason:
            page.set_aside(index, "boilerplate", reason)
        elif len(text) <= LONG and credits.credit(text):
            page.set_aside(index, "credit", "agency or source credit")
        elif len(text) <= LONG and captions.is_caption(text):
            page.set_aside(index, "caption", "caption or credit of a picture")
        elif not any(char.isalnum() for char in text) and not page.prose[index]:
            page.set_aside(index, "boilerplate", "no words, only a divider")
        is_first = is_first and page.reasons[index] != ""


def _cookies(page: Page) -> None:
    """Notices on cookies above or below the text, where nothing else in the text speaks of cookies."""
    prose = page.prose_lines()
    if len(prose) < 3:
        return
    speaking = [index for index in page.open() if "cookie" in page.texts[index].casefold()]
    if all(not prose[1] < i < prose[-1] and furniture.is_cookie_notice(page.texts[i]) for i in speaking):
        for index in speaking:
            page.set_aside(index, "boilerplate", "cookie notice")


def _links(page: Page) -> None:
    """Headlines of other articles: under a repeated kicker, or under "Read more" standing alone."""
    kickers = _repeated_labels(page)
    for index, text in enumerate(page.texts):
        is_kicker = index in kickers
        if index == page.headline or not (is_kicker or furniture.is_label_alone(text)):
            continue
        following = index + 1
        while following < len(page.texts) and _is_other_headline(page, following):
            page.set_aside(following, "boilerplate", "headline of another article")
            following += 1
            if is_kicker:
                break
        if is_kicker and (following > index + 1 or index < page.headline):
            page.set_aside(index, "boilerplate", "section label above a headline")


def _repeated_labels(page: Page) -> frozenset[int]:
    """Lines of one to three words that stand two to four times in the page: the labels of article cards."""
    counts = Counter(page.keys)
    return frozenset(
        index
        for index in page.open()
        if 1 < counts[page.keys[index]] <= 4 and words(page.texts[index]) <= 3 and not is_punctuated(page.texts[index])
    )


def _is_other_headline(page: Page, index: int) -> bool:
    text = page.texts[index]
    return (
        index != page.headline
        and not page.reasons[index]
        and is_title_like(text)
        and words(text) <= 20
        and not BULLET.match(text)
        and credits.byline(text) is None
    )


def _top(page: Page) -> None:
    """Short lines around the headline: taglines and section labels before it, names and labels after it."""
    prose = page.prose_lines()
    first_prose = prose[0] if prose else len(page.texts)
    for index in list(page.open(0, first_prose)):
        text = page.texts[index]
        if index < page.headline:
            if words(text) < 5 or headlines.agreement(page, index) < 0.3:
                page.set_aside(index, "boilerplate", "line above the headline")
        elif furniture.is_section(text):
            page.set_aside(index, "boilerplate", "section label")
        elif index and page.labels[index - 1] == "caption" and not is_punctuated(text):
            page.set_aside(index, "caption", "caption of the picture credited above")
        elif words(text) <= 4 and not is_punctuated(text):
            if is_name_like(text) and credits.is_outlet_name(text):
                page.set_aside(index, "credit", "outlet's name alone on a line")
            elif page.headline >= 0:
                page.set_aside(index, "boilerplate", "short line between headline and text")


def _cards(page: Page) -> None:
    """Headlines of other articles without a label: three or more in a row above the text, or one or two inside it.

    Inside the text they are set in title case between two paragraphs; three or more there may be subheadings.
    """
    prose = page.prose_lines()
    if not prose:
        return
    above = [i for i in page.open(page.headline + 1, prose[0]) if _is_other_headline(page, i)]
    staying = list(page.open(prose[0], prose[-1] + 1))
    inside = [
        line
        for before, line, after in zip(staying, staying[1:], staying[2:], strict=False)
        if page.prose[before] and page.prose[after] and _is_other_headline(page, line)
        if is_title_case(page.texts[line]) and words(page.texts[line]) >= 6 and page.texts[line][-1].isalnum()
    ]
    for index in (above if len(above) > 2 and len(prose) > 4 else []) + (inside if len(inside) < 3 else []):
        page.set_aside(index, "boilerplate", "headline of another article")


def _bottom(page: Page) -> None:
    """Short lines and headlines of other articles after the last paragraph."""
    prose = page.prose_lines()
    if not prose:
        return
    behind = [index for index in page.open(prose[-1] + 1) if not is_punctuated(page.texts[index])]
    for index in behind:
        text = page.texts[index]
        if BULLET.match(text):
            continue
        if words(text) <= 5:
            page.set_aside(index, "boilerplate", "short line after the article's end")
        elif is_title_like(text) and (is_title_case(text) or len(behind) > 1):
            page.set_aside(index, "boilerplate", "headline of another article")


def _outlet_line(page: Page) -> None:
    """The outlet's name alone between the first two paragraphs, unless the article has other such subheadings."""
    prose = page.prose_lines()
    if len(prose) < 3 or page.headline < 0:
        return
    short = [
        i for i in page.open(prose[0], prose[-1]) if words(page.texts[i]) <= 4 and not is_punctuated(page.texts[i])
    ]
    if len(short) != 1 or not prose[0] < short[0] < prose[1]:
        return
    text = page.texts[short[0]]
    in_small_letters = re.compile(rf"\b{re.escape(text.lower())}\b")
    if is_name_like(text) and not any(in_small_letters.search(page.texts[i]) for i in prose):
        page.set_aside(short[0], "credit", "outlet's name alone on a line")


def _parts(page: Page) -> None:
    """Stretches inside lines that stay: kicker and outlet in the headline, dateline, sentences that were only links."""
    if page.headline >= 0:
        page.parts[page.headline] = headlines.parts(page)
    prose = page.prose_lines()
    for index in prose[:2]:
        part = datelines.dateline(page.texts[index], page.typed.outlet, [page.texts[i] for i in prose if i != index])
        if part and not _is_dialogue(page, part, index):
            page.parts[index] = (part,)
            break
    for index in page.open():
        page.parts[index] += tuple(_dead_links(page.texts[index]))


def _is_dialogue(page: Page, part: Part, index: int) -> bool:
    """Whether "SMITH:" opens a speech rather than a report: other lines open in the same way."""
    if not page.texts[index][part.start : part.end].endswith(":"):
        return False
    return any(datelines.SPEAKER.match(page.texts[i][:60]) for i in page.open(index + 1))


def _dead_links(line: str) -> Iterator[Part]:
    """Sentences outside quotations that only pointed to a link."""
    if "here" not in line:
        return
    for start, end in sentences.find(line):
        sentence = line[start:end]
        if credits.is_dead_link(sentence) and not _in_quotation(line, start, end):
            yield Part(start, end, "boilerplate", "pointed to a link that is lost")


def _in_quotation(line: str, start: int, end: int) -> bool:
    before = line[:start]
    return (
        before.count("“") > before.count("”") or before.count('"') % 2 == 1 or any(m in line[start:end] for m in '“”"')
    )
