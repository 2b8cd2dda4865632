"""What stands before the article where a page does not hold it: paywall, cookie wall, scripts, robot check, error.

The phrases are in data/lexicons/walls.csv. A wall is looked for only where little text was found, because a long
article may speak of cookies and subscriptions itself.
"""

import re
from functools import cache

from lxml.html import HtmlElement

from analysis import lexicons
from analysis.ingest.furniture import plain
from analysis.ingest.lines import words

SAVE = "open it in your browser, save the page and upload that file, or paste the text of the article"
REASONS = {
    "bot check": f"the page asks whether you are a robot and holds no article; {SAVE}",
    "cookie wall": f"the page holds a notice on cookies and not the article; answer it in your browser, then {SAVE}",
    "script wall": f"the page shows its text by scripts only, so that none stands in the file; {SAVE}",
    "error page": "the page says that there is no article at this address; check the address, or paste the text of the "
    "article",
    "paywall": f"the page asks for a subscription and holds none of the article; where you may read it, {SAVE}",
    "": f"no article was found in the page; {SAVE}",
}
INVISIBLE = frozenset({"script", "style", "template", "svg", "head"})
PAGE_LIMIT = 400_000  # characters of visible text that are searched
SMALL = 300  # words; a page that asks whether the reader is a robot has hardly more
BARE = 60  # words; a page whose text comes by scripts has hardly more


def missing(tree: HtmlElement, text: str) -> str:
    """Why `text`, all that was found in the page, is no article, with what to do; "" where it may be one."""
    count = words(text)
    if count >= lexicons.threshold("wall_words"):
        return ""
    seen, title, found = _visible(tree), plain(tree.findtext(".//title") or ""), plain(text)
    is_short, is_less = count < lexicons.threshold("page_short"), count < lexicons.threshold("teaser_least")
    signs = (
        ("bot check", is_short and (_has("bot check", title) or (_has("bot check", seen) and words(seen) < SMALL))),
        ("cookie wall", _consents(text) or (not count and _consents(seen))),
        ("error page", is_short and (_has("error page", title) or _has("error page", found))),
        ("script wall", _has("script wall", found) or (not count and _is_scripted(tree, seen))),
        ("paywall", is_less and _has("paywall", seen)),
        ("", not count),
    )
    return next((REASONS[sign] for sign, stands in signs if stands), "")


def teaser(tree: HtmlElement, text: str, free: bool | None) -> str:
    """A note where `text` is what a paywall lets everybody see; "" where it may be the whole article."""
    count = words(text)
    if count >= lexicons.threshold("teaser_most") or not (free is False or _has("paywall", _visible(tree))):
        return ""
    return (
        f"The page asks for a subscription and holds {count} words of text: where the article goes on behind it and "
        f"you may read it, {SAVE}."
    )


def _is_scripted(tree: HtmlElement, seen: str) -> bool:
    """Whether an empty page has scripts, or asks for them."""
    return words(seen) < BARE and (_has("script wall", seen) or next(tree.iter("script"), None) is not None)


def _consents(text: str) -> bool:
    """Whether most of the text speaks to the reader of cookies and data, in several words for it."""
    lines = [line for line in text.split("\n") if line.strip()]
    told = [line for line in lines if _consent().search(plain(line))]
    terms = {match.group() for line in told for match in _consent().finditer(plain(line))}
    speaks = re.search(r"\b(?:you|your|we|our)\b", " ".join(told).lower()) is not None
    return len(terms) > 1 and speaks and 2 * sum(map(words, told)) >= sum(map(words, lines))


def _visible(tree: HtmlElement) -> str:
    """The text that a reader may see, <noscript> included, in plain form."""
    pieces: list[str] = []
    stack: list[HtmlElement] = [tree]
    length = 0
    while stack and length < PAGE_LIMIT:
        element = stack.pop()
        if not isinstance(element.tag, str) or element.tag in INVISIBLE:
            continue
        text = " ".join(filter(None, (element.text, *(child.tail for child in element))))
        if text.strip():
            pieces.append(text)
            length += len(text)
        stack.extend(reversed(element))
    return plain(" ".join(pieces))


def _has(group: str, text: str) -> bool:
    return _phrases(group).search(text) is not None


@cache
def _phrases(group: str) -> re.Pattern[str]:
    terms = sorted(map(plain, lexicons.classes("walls")[group]), key=len, reverse=True)
    return re.compile("|".join(rf"(?<!\w){re.escape(term)}(?!\w)" for term in terms))


def _consent() -> re.Pattern[str]:
    return _phrases("consent")
