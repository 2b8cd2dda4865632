"""Reads one article from a Markdown file: the marks of the format go, what they mark stays known."""

import re
from collections.abc import Iterator

from analysis.ingest import manuscript
from analysis.ingest.manuscript import Manuscript
from analysis.ingest.repair import decode_leniently

FRONT = re.compile(r"\A---[ \t]*\n(.{0,5000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
FIELD = re.compile(r"(\w+):[ \t]*[\"']?(.*?)[\"']?[ \t]*")
FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)\s*#*")
RULE = re.compile(r"\s{0,3}(?:[-*_][ \t]*){3,}")
UNDERLINE = re.compile(r"\s{0,3}(=+|-+)\s*")
QUOTE = re.compile(r"\s{0,3}>\s?(.*)")
ITEM = re.compile(r"\s{0,8}(?:[-*+]|\d{1,3}[.)])\s+(.*)")
IMAGE = re.compile(r"!\[([^\[\]]{0,300})\]\([^()\s]{0,2000}(?:\s[^()]{0,300})?\)")
LINK = re.compile(r"\[([^\[\]]{1,500})\](?:\([^()\s]{0,2000}(?:\s[^()]{0,300})?\)|\[[^\[\]]{0,100}\])")
ADDRESS = re.compile(r"<(https?://[^<>\s]{1,2000})>")
TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
STRONG = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,500}?)(?<=\S)\1")
EMPHASIS = re.compile(r"(?<![\w*_])([*_])(?=\S)([^*_\n]{1,500}?)(?<=\S)\1(?![\w*_])")
CODE = re.compile(r"(`{1,3})([^`\n]{1,500})\1")
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
FIELDS = {
    "title": "title",
    "author": "byline",
    "byline": "byline",
    "date": "published",
    "published": "published",
    "source": "outlet",
    "outlet": "outlet",
    "publication": "outlet",
    "url": "url",
    "link": "url",
}


def read(raw: bytes, *, id: str) -> list[Manuscript]:
    """The one article; the fields of a block at the top (title, author, date, source, url) count as typed."""
    text, note = decode_leniently(raw, "it")
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    front = FRONT.match(text)
    told = dict(_fields(front[1])) if front else {}
    blocks = list(_blocks(text[front.end() :] if front else text))
    first = blocks[0] if blocks else ("", "")
    if first[0] == "title":
        told.setdefault("title", first[1])
    lined, kinds = manuscript.lined(("subheading" if kind == "title" else kind, words) for kind, words in blocks)
    return [
        Manuscript(
            id=id,
            text=lined,
            title=told.get("title", ""),
            outlet=told.get("outlet", ""),
            url=told.get("url", ""),
            published=told.get("published", ""),
            byline=told.get("byline", ""),
            kinds=kinds,
            notes=(note,) if note else (),
        )
    ]


def _fields(front: str) -> Iterator[tuple[str, str]]:
    for line in front.split("\n"):
        field = FIELD.fullmatch(line)
        if field and field[2] and field[1].lower() in FIELDS:
            yield FIELDS[field[1].lower()], field[2]


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    """(kind, text) of every paragraph; the heading of the first rank is the title."""
    kind, lines, is_code = "paragraph", list[str](), False
    for line in [*text.split("\n"), ""]:
        if FENCE.match(line):
            is_code = not is_code
            continue
        begun, content = _line_kind(line, kind) if not is_code else (kind, line)
        is_underlined = bool(lines) and kind == "paragraph" and UNDERLINE.fullmatch(line) is not None
        if begun or is_underlined or not line.strip():
            if lines:
                underlined = "title" if line.strip().startswith("=") else "subheading"
                yield underlined if is_underlined else kind, _plain(" ".join(lines))
            kind, lines = ("paragraph", []) if is_underlined or not begun else (begun, [])
        if not is_underlined and content.strip():
            lines.append(content.strip())


def _line_kind(line: str, running: str) -> tuple[str, str]:
    """What begins with the line, and its text without the mark; "" where the paragraph before goes on."""
    heading = HEADING.fullmatch(line)
    if heading:
        return ("title" if len(heading[1]) == 1 else "subheading"), heading[2]
    if RULE.fullmatch(line):
        return "paragraph", ""
    quote = QUOTE.fullmatch(line)
    if quote:
        return ("" if running == "block quotation" and quote[1].strip() else "block quotation"), quote[1]
    item = ITEM.fullmatch(line)
    if item:
        return "list item", item[1]
    return ("paragraph" if running in {"title", "subheading"} and line.strip() else ""), line


def _plain(text: str) -> str:
    """The text without the marks inside a line; what an image shows goes, what a link says stays."""
    text = ADDRESS.sub(r"\1", LINK.sub(r"\1", IMAGE.sub("", text)))
    text = CODE.sub(r"\2", EMPHASIS.sub(r"\2", EMPHASIS.sub(r"\2", STRONG.sub(r"\2", TAG.sub("", text)))))
    return ESCAPED.sub(r"\1", text)
