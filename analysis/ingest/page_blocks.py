"""The article inside a page's markup, paragraph by paragraph.

trafilatura finds it. Before it looks, `<q>` becomes quotation marks and the posts of other sites are taken out;
afterwards the captions and posts that stood between its paragraphs are laid beside them, and boxes of the article
that it left out are added.
"""

import re
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from itertools import islice
from typing import NamedTuple

from lxml.html import HtmlElement, fragment_fromstring
from trafilatura import bare_extraction
from trafilatura.utils import load_html

from analysis import lexicons
from analysis.ingest.lines import words

KINDS = {"head": "subheading", "quote": "block quotation", "item": "list item", "row": "table row"}
BREAKS = frozenset({"p", "head", "quote", "list", "item", "table", "row", "div", "lb", "code"})
RENAMED = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "head"),
    "blockquote": "quote",
    "li": "item",
    "ul": "list",
    "ol": "list",
    "tr": "row",
    "td": "cell",
    "th": "cell",
    "br": "lb",
    "section": "div",
    "article": "div",
    "pre": "p",
}
POST = re.compile(
    r"\b(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|bluesky-embed|mastodon-embed|fb-(?:post|video)"
    r"|facebook-post|reddit-embed-bq|threads-post|text-post-media|telegram-post)\b"
)
BESIDE = re.compile(
    r"comment|related|recommend|author|\bbio\b|sidebar|footer|newsletter|promo|teaser|widget", re.IGNORECASE
)
MARKS = (("“", "”"), ("‘", "’"))
MARKED = re.compile(r"\s*[“”\"«»„‘’]")
KEY = re.compile(r"\w+")
PLACED = frozenset({"p", "li", "h1", "h2", "h3", "h4", "h5", "h6"})
KEY_WORDS = 14  # first words by which a paragraph of the page is known again in what was extracted


class Block(NamedTuple):
    """One paragraph: what it is (see manuscript.Manuscript) and its text."""

    kind: str
    text: str


def parse(markup: str) -> HtmlElement | None:
    """The tree of the page, or None where it holds no markup worth the name."""
    return load_html(markup)


def find(tree: HtmlElement) -> list[Block]:
    """The paragraphs of the article in `tree`, captions and embedded posts among them; empty where none was found."""
    tree = deepcopy(tree)
    for toolbar in tree.xpath("//*[starts-with(@id, 'wm-ipp')]"):  # of the Wayback Machine
        toolbar.drop_tree()
    posts = _take_posts(tree)
    _write_marks(tree)
    _take_cards(tree)
    blocks = _extracted(tree, careful=True)
    length = _length(blocks)
    if length < lexicons.threshold("page_short"):
        bolder = _extracted(tree, careful=False)
        blocks = bolder if _length(bolder) > lexicons.threshold("page_longer") * length else blocks
    return _with_asides(tree, _with_chunks(tree, blocks), posts)


def fragment(markup: str) -> list[Block]:
    """The paragraphs of a piece of HTML that is text as a whole, such as an entry of a feed."""
    if not markup.strip():
        return []
    tree = fragment_fromstring(markup, create_parent="body")
    for element in tree.iter(*RENAMED):
        element.tag = RENAMED[element.tag]
    for element in list(tree.iter("script", "style", "figure", "template")):
        element.drop_tree()
    return list(_paragraphs(tree))


def _length(blocks: list[Block]) -> int:
    return sum(words(block.text) for block in blocks)


def _extracted(tree: HtmlElement, *, careful: bool) -> list[Block]:
    found = bare_extraction(deepcopy(tree), include_comments=False, include_formatting=True, favor_precision=careful)
    return list(_paragraphs(found.body)) if found is not None and not isinstance(found, dict) else []


def _paragraphs(body: HtmlElement) -> Iterator[Block]:
    """The paragraphs of trafilatura's body tree, walked without recursion, because a hostile tree may be deep."""
    pieces: list[str] = []
    opened: list[str] = []
    stack: list[tuple[HtmlElement, bool]] = [(body, False)]
    while stack:
        element, is_end = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        if is_end:
            if _breaks(tag, opened, pieces):
                yield from _block(pieces, opened)
            opened.pop()
            pieces.append(element.tail or "")
            continue
        if _breaks(tag, opened, pieces):
            yield from _block(pieces, opened)
        opened.append(tag)
        pieces.append(" " if tag == "cell" or tag in BREAKS else "")
        pieces.append(element.text or "" if tag else "")
        stack.append((element, True))
        stack.extend((child, False) for child in reversed(element))
    yield from _block(pieces, opened)


def _breaks(tag: str, opened: list[str], pieces: list[str]) -> bool:
    """Whether a paragraph ends at the tag. A break inside open marks or a cell ends none."""
    if tag == "lb":
        text = "".join(pieces)
        return text.count("“") <= text.count("”") and "cell" not in opened
    return tag in BREAKS and "cell" not in opened


def _block(pieces: list[str], opened: list[str]) -> Iterator[Block]:
    text = " ".join("".join(pieces).split())
    pieces.clear()
    if text:
        yield Block(next((KINDS[tag] for tag in reversed(opened) if tag in KINDS), "paragraph"), text)


def _write_marks(tree: HtmlElement) -> None:
    """Put the quotation marks that a browser draws around `<q>` into the text."""
    for element in tree.iter("q"):
        text = "".join(element.itertext())
        depth = sum(1 for _ in element.iterancestors("q"))
        if not MARKED.match(text):
            opening, closing = MARKS[depth % 2]
            element.text = opening + (element.text or "").lstrip()
            if len(element):
                element[-1].tail = (element[-1].tail or "") + closing
            else:
                element.text = element.text.rstrip() + closing
    for element in list(tree.iter("q")):
        element.drop_tag()


def _take_posts(tree: HtmlElement) -> dict[HtmlElement, str]:
    """Take embedded posts out of the tree: the text of each, by the empty element put in its place."""
    taken: dict[HtmlElement, str] = {}
    for element in list(tree.iter("blockquote", "div")):
        if POST.search(element.get("class") or "") and element.getparent() is not None:
            text = " ".join(" ".join(element.itertext()).split())
            place = tree.makeelement("span")
            place.tail, element.tail = element.tail, None
            element.getparent().replace(element, place)
            taken[place] = text
    return taken


def _take_cards(tree: HtmlElement) -> None:
    """Take hover cards out of running text: an inline stretch that begins with a picture and has links of its own."""
    for element in list(tree.iter("span")):
        if len(element.findall(".//a")) > 1 and _begins_with_picture(element):
            is_inline = next(element.iterancestors("p"), None) is not None and element.find(".//p") is None
            if is_inline and element.getparent() is not None:
                element.drop_tree()


def _begins_with_picture(element: HtmlElement) -> bool:
    for inner in element.iter():
        if inner.tag == "img":
            return True
        if (inner.text or "").strip():
            return False
    return False


def _with_chunks(tree: HtmlElement, blocks: list[Block]) -> list[Block]:
    """`blocks` and, in their places, the paragraphs of further boxes of the article.

    Some publishers cut an article into boxes of one class, with advertisements between, and extraction takes one box.
    A further box is one of that class inside the same <article>, <main> or page, with enough text that is not mostly
    links, and not in a part of the page that is called comments, related, author and the like.
    """
    known = {_key(block.text) for block in blocks}
    found = [(element, element.getparent(), text) for element in tree.iter("p") if words(text := _text(element)) > 5]
    boxes = [parent for _, parent, text in found if _key(text) in known]
    if not boxes:
        return blocks
    (box, count) = Counter(map(_box, boxes)).most_common(1)[0]
    if not box[1] or 2 * count < len(boxes):
        return blocks
    taken = {element for element in boxes if _box(element) == box}
    scopes = {_scope(element) for element in taken}
    missing: dict[HtmlElement, dict[HtmlElement, Block]] = {}
    for element, parent, text in found:
        linked = sum(words(_text(link)) for link in element.iter("a"))
        if parent not in taken and _box(parent) == box and 2 * linked < words(text) and _scope(parent) in scopes:
            missing.setdefault(parent, {})[element] = Block("paragraph", text)
    least = lexicons.threshold("page_box")
    more: dict[HtmlElement, Block] = {}
    for parent, paragraphs in missing.items():
        if _length(list(paragraphs.values())) >= least and not _is_beside(parent):
            more |= paragraphs
    return _inserted(tree, blocks, more)


def _is_beside(element: HtmlElement) -> bool:
    """Whether the element stands in a part of the page that is not the article, by the names given to such parts."""
    around = (element, *element.iterancestors())
    return any(
        outer.tag in {"aside", "footer", "nav"} or BESIDE.search(f"{outer.get('class') or ''} {outer.get('id') or ''}")
        for outer in around
        if outer.tag not in {"html", "body"}
    )


def _with_asides(tree: HtmlElement, blocks: list[Block], posts: dict[HtmlElement, str]) -> list[Block]:
    """`blocks` with the captions and embedded posts that stand between them in the page."""
    captions = {element: _text(element) for element in tree.iter("figcaption")}
    texts = {_key(text) for text in captions.values()} - _outside_figures(tree)
    blocks = [Block("caption", block.text) if _key(block.text) in texts else block for block in blocks]
    known = {_key(block.text) for block in blocks}
    scopes = {_scope(element) for element in tree.iter("p") if _key(_text(element)) in known}
    asides = {element: Block("embedded post", text) for element, text in posts.items() if text}
    seen = set(known)
    for element, text in captions.items():
        if _key(text) not in seen and words(text):
            asides[element] = Block("caption", text)
            seen.add(_key(text))
    inside = {element: aside for element, aside in asides.items() if _scope(element) in scopes}
    return _inserted(tree, blocks, inside)


def _outside_figures(tree: HtmlElement) -> set[str]:
    """Keys of paragraphs that stand outside a <figure>: a caption may repeat the first sentence of the article."""
    return {
        _key(_text(element)) for element in tree.iter("p", "h2") if next(element.iterancestors("figure"), None) is None
    }


def _inserted(tree: HtmlElement, blocks: list[Block], more: dict[HtmlElement, Block]) -> list[Block]:
    """`blocks` with `more` where its elements stand; what comes after the last block is left out, unless it is text."""
    if not more or not blocks:
        return blocks
    places = {_key(block.text): place for place, block in reversed(list(enumerate(blocks)))}
    after: dict[int, list[Block]] = {}
    place = -1
    for element in tree.iter():
        if element in more:
            after.setdefault(place, []).append(more[element])
        elif element.tag in PLACED:
            place = places.get(_key(_text(element)), place)
    last = [block for block in after.get(len(blocks) - 1, []) if block.kind == "paragraph"]
    after[len(blocks) - 1] = last
    joined = after.get(-1, [])
    for index, block in enumerate(blocks):
        joined += [block, *after.get(index, [])]
    return joined


def _text(element: HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())


def _key(text: str) -> str:
    """What a paragraph is known by: its first words, in small letters."""
    return " ".join(match.group() for match in islice(KEY.finditer(text.lower()), KEY_WORDS))


def _box(element: HtmlElement) -> tuple[str, str]:
    return element.tag, element.get("class") or ""


def _scope(element: HtmlElement) -> HtmlElement:
    """The <article>, <main> or <body> around the element."""
    return next((outer for outer in element.iterancestors("article", "main", "body")), element.getroottree().getroot())
