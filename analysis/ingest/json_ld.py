"""What a page says of its article in JSON-LD, the block of data that publishers write for search engines."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml.html import HtmlElement

ARTICLE = re.compile(r"(?:Article|BlogPosting|Report|Review|AnalysisNewsArticle|OpinionNewsArticle)\Z")
WRAPPED = re.compile(r"\A\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)?(.*?)(?:-->|//\]\]>|\]\]>)?\s*\Z", re.DOTALL)
LONGEST = 2_000_000  # characters of one block
MOST = 20_000  # nodes looked at; the longest block of a real page has some hundred
TAG = re.compile(r"<[^<>]{0,1000}>")
BREAK = re.compile(r"</?(?:p|div|br|h\d|li|blockquote)\b", re.IGNORECASE)
BY = re.compile(r"(?:by|von|par|por)\s+", re.IGNORECASE)


Node = Mapping[str, object]


class Told(NamedTuple):
    """What the block says; "" and None where it says nothing. free: whether everybody may read the article."""

    headline: str = ""
    byline: str = ""
    published: str = ""
    site: str = ""
    language: str = ""
    body: str = ""
    free: bool | None = None


def find(tree: HtmlElement) -> Told:
    """What the first article among the page's blocks says."""
    nodes = [node for block in _blocks(tree) for node in _nodes(block)]
    article = next((node for node in nodes if _is_article(node)), None)
    if article is None:
        return Told()
    by_id = {str(node["@id"]): node for node in nodes if "@id" in node and len(node) > 1}
    free = article.get("isAccessibleForFree")
    return Told(
        headline=_text(article.get("headline")) or _text(article.get("name")),
        byline=_names(article.get("author") or article.get("creator"), by_id),
        published=_text(article.get("datePublished")),
        site=_names(article.get("publisher"), by_id),
        language=_text(article.get("inLanguage")),
        body=str(article.get("articleBody") or "") if isinstance(article.get("articleBody"), str) else "",
        free=None if free is None else str(free).lower() not in {"false", "0", "no"},
    )


def _blocks(tree: HtmlElement) -> Iterator[object]:
    for script in tree.iter("script"):
        text = script.text or ""
        if "ld+json" not in (script.get("type") or "") or len(text) > LONGEST:
            continue
        inner = WRAPPED.match(text)
        try:
            yield json.loads(inner[1] if inner else text, strict=False)
        except (ValueError, RecursionError):  # a page may write anything there; it then says nothing
            continue


def _nodes(block: object) -> Iterator[Node]:
    """All objects of the block, outer ones first."""
    waiting, seen = [block], 0
    while waiting and seen < MOST:
        node = waiting.pop(0) if len(waiting) < 100 else waiting.pop()
        seen += 1
        if isinstance(node, dict):
            yield node
            waiting.extend(value for value in node.values() if isinstance(value, dict | list))
        elif isinstance(node, list):
            waiting.extend(value for value in node if isinstance(value, dict | list))


def _is_article(node: Node) -> bool:
    kind = node.get("@type")
    return any(isinstance(name, str) and ARTICLE.search(name) for name in (kind if isinstance(kind, list) else [kind]))


def _names(told: object, by_id: Mapping[str, Node]) -> str:
    """The names of one or more persons or organisations, joined by commas, each once."""
    found = []
    for one in told if isinstance(told, list) else [told]:
        if isinstance(one, dict):
            named = one if "name" in one else by_id.get(str(one.get("@id")), {})
            name = named.get("name")
            found += [_text(part) for part in name] if isinstance(name, list) else [_text(name)]
        else:
            found.append(_text(one))
    names = [BY.sub("", name, count=1) if BY.match(name) else name for name in found]
    return ", ".join(dict.fromkeys(name for name in names if name and "://" not in name))


def _text(told: object) -> str:
    """A string on one line, entities (written twice by some publishers) resolved; "" for anything else."""
    if not isinstance(told, str):
        return ""
    return " ".join(html.unescape(html.unescape(told)).split())[:1000]


def strip_markup(body: str) -> list[str]:
    """The paragraphs of an articleBody, which some publishers write with tags and some without any break."""
    text = html.unescape(TAG.sub(lambda tag: "\n" if BREAK.match(tag.group()) else "", body))
    return [line.strip() for line in text.splitlines() if line.strip()]
