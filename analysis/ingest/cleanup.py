"""From the lines of a pasted article to its parts: what stays, what is set aside, and the reason for each.

`classify` decides line by line, `assemble` builds the Article; a user puts a line back by its number. Precision on
the body comes first: a paragraph of running text is set aside only by a furniture phrase, as a word-for-word repeat,
or behind a heading that ends the article. Judging by position needs running text to stand between.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from analysis import lexicons
from analysis.ingest import credits, furniture
from analysis.ingest.lines import (
    LONG,
    Line,
    Part,
    is_name_like,
    is_prose,
    is_punctuated,
    is_title_case,
    is_title_like,
    key,
    split,
    words,
)
from analysis.model import Article, Removed
from analysis.text import sentences

CONTENT_WORD = re.compile(r"\w{5,}")
SPACES = re.compile(r"[ \t\xa0]{2,}")
BULLET = re.compile(r"[•·●▪*–—-]\s|\d{1,2}[.)]\s")


@dataclass(slots=True)
class _Page:
    """The non-blank lines while they are being judged; `reason` empty means: undecided, stays."""

    numbers: list[int]
    texts: list[str]
    labels: list[str] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    parts: list[tuple[Part, ...]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    prose: list[bool] = field(default_factory=list)
    key_set: frozenset[str] = frozenset()
    headline: int = -1

    def __post_init__(self) -> None:
        self.labels = ["body"] * len(self.texts)
        self.reasons = [""] * len(self.texts)
        self.parts = [()] * len(self.texts)
        self.keys = [key(text) for text in self.texts]
        self.key_set = frozenset(self.keys)
        self.prose = [is_prose(text) for text in self.texts]

    def set_aside(self, index: int, label: str, reason: str) -> None:
        if not self.reasons[index]:
            self.labels[index], self.reasons[index] = label, reason

    def open(self, start: int = 0, end: int | None = None) -> Iterator[int]:
        """Lines that still stay, in order, without the headline."""
        for index in range(start, len(self.texts) if end is None else end):
            if not self.reasons[index] and index != self.headline:
                yield index

    def prose_lines(self) -> list[int]:
        return [index for index in self.open() if self.prose[index]]


def classify(text: str, title: str = "") -> tuple[Line, ...]:
    """Every line of `text` (repaired, line ends LF) with its label and reason, in order, blank lines included.

    title: the headline as typed by the user; lines that repeat it are set aside.
    """
    raw = split(text)
    filled = [(number, line) for number, line in raw if line]
    page = _Page([number for number, _ in filled], [line for _, line in filled])
    _furniture(page)
    if page.prose_lines():
        _headline(page, title)
        _repeats(page, title)
        _tail(page)
        _links(page)
        _names_and_dates(page)
        _top(page)
        _cards(page)
        _bottom(page)
        _outlet_line(page)
    _parts(page)
    judged = {
        number: Line(number, line, page.labels[index], page.reasons[index], page.parts[index])
        for index, (number, line) in enumerate(filled)
    }
    return tuple(judged.get(number) or Line(number, "", "blank") for number, _ in raw)


def _furniture(page: _Page) -> None:
    """Phrases of the page itself, wherever they stand."""
    for index, text in enumerate(page.texts):
        reason = furniture.reason(text) if len(text) <= LONG else ""
        if credits.kicker(text) and next(page.open(0, index), None) is None and furniture.label(text):
            continue  # "WATCH: …" as the first line is the headline
        if reason:
            page.set_aside(index, "boilerplate", reason)
        elif len(text) <= LONG and credits.credit(text):
            page.set_aside(index, "credit", "agency or source credit")
        elif len(text) <= LONG and credits.is_caption(text):
            page.set_aside(index, "caption", "caption or credit of a picture")
        elif not any(char.isalnum() for char in text) and not page.prose[index]:
            page.set_aside(index, "boilerplate", "no words, only a divider")


def _headline(page: _Page, title: str) -> None:
    """The line that is the headline: repeated, or title-like before the text and about the same things as the text."""
    if title:
        return
    first_prose = page.prose_lines()[0]
    candidates = [index for index in page.open(0, first_prose) if _may_be_headline(page, index)]
    if _is_sentence_headline(page, first_prose):
        candidates.append(first_prose)
    if not candidates:
        return
    shares = {index: _shared_words(page, index) for index in candidates[:20]}
    repeated = Counter(_without_outlet(page, index) for index in page.open() if words(page.texts[index]) <= 30)
    page.headline = next(
        (index for index in shares if repeated[_without_outlet(page, index)] > 1 and words(page.texts[index]) > 3),
        next((index for index, share in shares.items() if share >= 0.3), -1),
    )
    if page.headline < 0:
        page.headline = max(shares, key=lambda index: (shares[index], -index))
    page.labels[page.headline] = "headline"


def _without_outlet(page: _Page, index: int) -> str:
    """The key of the line without a last piece after a dash or bar."""
    text = page.texts[index]
    cut = credits.suffix(text, is_repeated=True) if len(text) < 300 else None
    head = key(text[: cut.start]) if cut else ""
    return head if head and head in page.key_set else page.keys[index]


def _may_be_headline(page: _Page, index: int) -> bool:
    text = page.texts[index]
    if credits.byline(text) is not None or credits.is_date(text) or furniture.is_section(text):
        return False
    return 3 <= words(text) <= 30


def _is_sentence_headline(page: _Page, index: int) -> bool:
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


def _shared_words(page: _Page, index: int) -> float:
    """Share of the line's longer words whose first five letters also begin a word of another line."""
    mine = {word[:5] for word in CONTENT_WORD.findall(page.keys[index])}
    if not mine:
        return 0.0
    found: set[str] = set()
    for other in page.open():
        if other != index and page.keys[other] != page.keys[index] and page.prose[other]:
            found |= mine & {word[:5] for word in CONTENT_WORD.findall(page.texts[other].casefold())}
    return len(found) / len(mine)


def _repeats(page: _Page, title: str) -> None:
    """The headline again, its page-title form, and paragraphs that stand there twice word for word."""
    wanted = {key(title)} if title else set()
    if page.headline >= 0:
        text = page.texts[page.headline]
        cut = credits.suffix(text, is_repeated=False) if len(text) < 300 else None
        wanted |= {page.keys[page.headline], _without_outlet(page, page.headline)}
        wanted |= {key(text[: cut.start])} if cut else set()
        kicked = credits.kicker(text)
        wanted |= {key(text[kicked.end :])} if kicked else set()
    seen: dict[str, int] = {}
    previous = False
    for index in page.open():
        if page.keys[index] in wanted or _without_outlet(page, index) in wanted:
            page.set_aside(index, "headline", "repeat of the headline")
        elif page.prose[index]:
            # A live report says "It takes 270 votes to win" more than once; a standfirst given twice is debris.
            previous = page.texts[index] in seen and (previous or seen[page.texts[index]] < 2)
            if previous:
                page.set_aside(index, "boilerplate", "repeat of an earlier paragraph")
            seen.setdefault(page.texts[index], len(seen))


def _tail(page: _Page) -> None:
    """Everything behind a heading after which no article goes on, where most of the running text stands before it."""
    prose_words = [words(text) if page.prose[i] and not page.reasons[i] else 0 for i, text in enumerate(page.texts)]
    total, before = sum(prose_words), 0
    enough = lexicons.threshold("tail_words_before")
    for index, text in enumerate(page.texts):
        reason = furniture.tail_reason(text)
        if reason and before and (before >= enough or before >= 0.6 * total) and before >= 0.4 * total:
            after = (
                "comment, after the article's end" if reason == "comment form" else f"{reason}, after the article's end"
            )
            for behind in list(page.open(index + 1)):
                if credits.byline(page.texts[behind]) is None:
                    page.set_aside(behind, "boilerplate", after)
            return
        before += prose_words[index]


def _links(page: _Page) -> None:
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


def _repeated_labels(page: _Page) -> frozenset[int]:
    """Lines of one to three words that stand two to four times in the page: the labels of article cards."""
    counts = Counter(page.keys)
    return frozenset(
        index
        for index in page.open()
        if 1 < counts[page.keys[index]] <= 4 and words(page.texts[index]) <= 3 and not is_punctuated(page.texts[index])
    )


def _is_other_headline(page: _Page, index: int) -> bool:
    text = page.texts[index]
    return (
        index != page.headline
        and not page.reasons[index]
        and is_title_like(text)
        and words(text) <= 20
        and not BULLET.match(text)
        and credits.byline(text) is None
    )


def _names_and_dates(page: _Page) -> None:
    """Bylines and dates before the second paragraph and after the last one; elsewhere "By …" may be a subheading."""
    prose = page.prose_lines()
    if not prose:
        return
    top, bottom = prose[:2][-1], prose[-1]
    for index in list(page.open()):
        if top < index < bottom or page.prose[index]:
            continue
        text = page.texts[index]
        author = credits.byline(text)
        if author is not None or credits.named_author(text):
            page.set_aside(index, "byline", "byline")
            if (
                author == ""
                and index + 1 < len(page.texts)
                and is_name_like(page.texts[index + 1])
                and index + 1 < bottom
            ):
                page.set_aside(index + 1, "byline", "byline")
        elif credits.is_date(text):
            page.set_aside(index, "boilerplate", "date of publication")


def _top(page: _Page) -> None:
    """Short lines around the headline: taglines and section labels before it, names and labels after it."""
    prose = page.prose_lines()
    first_prose = prose[0] if prose else len(page.texts)
    for index in list(page.open(0, first_prose)):
        text = page.texts[index]
        if index < page.headline:
            if words(text) < 5 or _shared_words(page, index) < 0.3:
                page.set_aside(index, "boilerplate", "line above the headline")
        elif furniture.is_section(text):
            page.set_aside(index, "boilerplate", "section label")
        elif words(text) <= 4 and not is_punctuated(text):
            if is_name_like(text) and credits.is_outlet_name(text):
                page.set_aside(index, "credit", "outlet's name alone on a line")
            elif page.headline >= 0:
                page.set_aside(index, "boilerplate", "short line between headline and text")


def _cards(page: _Page) -> None:
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


def _bottom(page: _Page) -> None:
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


def _outlet_line(page: _Page) -> None:
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


def _parts(page: _Page) -> None:
    """Stretches inside lines that stay: kicker and outlet in the headline, dateline, sentences that were only links."""
    if page.headline >= 0:
        page.parts[page.headline] = _headline_parts(page)
    prose = page.prose_lines()
    for index in prose[:2]:
        part = credits.dateline(page.texts[index])
        if part and not _is_dialogue(page, part, index):
            page.parts[index] = (part,)
            break
    for index in page.open():
        page.parts[index] += tuple(_dead_links(page.texts[index]))


def _headline_parts(page: _Page) -> tuple[Part, ...]:
    text = page.texts[page.headline]
    if len(text) > 300:
        return ()
    is_repeated = _without_outlet(page, page.headline) != page.keys[page.headline]
    return tuple(part for part in (credits.kicker(text), credits.suffix(text, is_repeated)) if part)


def _is_dialogue(page: _Page, part: Part, index: int) -> bool:
    """Whether "SMITH:" opens a speech rather than a report: other lines open in the same way."""
    if not page.texts[index][part.start : part.end].endswith(":"):
        return False
    return any(credits.SPEAKER.match(page.texts[i][:60]) for i in page.open(index + 1))


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


def assemble(lines: tuple[Line, ...], article: Article, keep: frozenset[int] = frozenset()) -> Article:
    """`article` (its id and whatever the user typed) with body, parts and removed filled in from `lines`.

    keep: numbers of lines the user put back; they stand in the body in full, where they stood in the input.
    What the user typed (headline, byline, outlet, published) wins over what the lines say.
    """
    lines = tuple(_put_back(line) if line.number in keep else line for line in lines)
    first = next((line for line in lines if line.label == "headline" and line.stays), None)
    headline = article.headline or (_remaining(first) if first else "")
    paragraphs = [_remaining(line) for line in lines if line.stays and line is not first]
    body = "\n\n".join(text for text in (headline, *paragraphs) if text)
    return replace(
        article,
        body=body,
        headline=headline,
        byline=article.byline or _found_byline(lines),
        dateline=_first_part(lines, "dateline").strip(" :—–-"),
        credit="; ".join(
            line.text for line in lines if line.label == "credit" and line.reason == "agency or source credit"
        ),
        outlet=article.outlet or _found_outlet(lines),
        published=article.published or _found_date(lines),
        removed=tuple(_removed(lines)),
    )


def _put_back(line: Line) -> Line:
    return replace(line, label="headline" if line.label == "headline" and line.stays else "body", reason="", parts=())


def _remaining(line: Line) -> str:
    """The line without its set-aside parts; double spaces where a part was cut out become one."""
    if not line.parts:
        return line.text
    pieces, start = [], 0
    for part in line.parts:
        pieces.append(line.text[start : part.start])
        start = part.end
    pieces.append(line.text[start:])
    return SPACES.sub(" ", "".join(pieces)).strip()


def _removed(lines: tuple[Line, ...]) -> Iterator[Removed]:
    for line in lines:
        if line.reason:
            yield Removed(line.text, line.reason, line.label, line.number)
        for part in line.parts:
            yield Removed(line.text[part.start : part.end], part.reason, part.label, line.number)


def _first_part(lines: tuple[Line, ...], label: str) -> str:
    return next((line.text[p.start : p.end] for line in lines for p in line.parts if p.label == label), "")


def _found_byline(lines: tuple[Line, ...]) -> str:
    for line in lines:
        if line.label == "byline":
            name = credits.byline(line.text) or credits.named_author(line.text)
            if name or credits.byline(line.text) is None:
                return name or line.text
    return ""


def _found_outlet(lines: tuple[Line, ...]) -> str:
    suffix = _first_part(lines, "credit").strip(" |–—-:»•·")
    return suffix or next((line.text for line in lines if line.reason == "outlet's name alone on a line"), "")


def _found_date(lines: tuple[Line, ...]) -> str:
    """The first date on a date line or byline; one marked as an update only where there is no other."""
    found = [
        (("updated" in line.text.lower() or "modified" in line.text.lower()), credits.without_dates(line.text)[1])
        for line in lines
        if line.reason == "date of publication" or line.label == "byline"
    ]
    dated = [(is_update, iso) for is_update, iso in found if iso]
    return min(dated, key=lambda pair: pair[0])[1] if dated else ""
