"""An article as HTML with highlighted spans. Everything that comes from an article is escaped here."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from analysis.model import Article, Span
from ui import literal, pieces

PARAGRAPH = re.compile(r"[^\n]+")
CLOSING = "\"”’'»"
LONGEST_TIP = 300


class Layer(NamedTuple):
    """Spans of one measure, shown in one style; `named` prints each span's label behind it."""

    measure: str
    spans: Sequence[Span]
    named: bool = False


def text(article: Article, layers: Sequence[Layer], *, name: str, colour: str) -> str:
    """The whole article as one region of HTML; `name` labels it for screen readers."""
    marks = [(span, layer) for layer in layers for span in layer.spans]
    stretches = [found.span() for found in PARAGRAPH.finditer(article.body)]
    paragraphs = []
    for (start, _), marked in zip(stretches, _marked(article.body, stretches, marks), strict=True):
        tag = "h2" if start < article.headline_end else "p"
        paragraphs.append(f"<{tag}>{marked}</{tag}>")
    label = literal.in_html(f"Text of {name}")
    style = f"--article:{colour}"
    return (
        f'<div class="px-reader" style="{style}" tabindex="0" role="region" aria-label="{label}">'
        f"{''.join(paragraphs)}</div>"
    )


def passage(article: Article, span: Span, measure: str, around: int = 90) -> str:
    """`span` with up to `around` characters of whole words on either side, as HTML."""
    body = article.body
    first = body.rfind("\n", 0, span.start) + 1
    newline = body.find("\n", span.end)
    last = len(body) if newline < 0 else newline
    start, end = max(first, span.start - around), min(last, span.end + around)
    if start > first:
        start = min(span.start, body.find(" ", start, span.start) + 1 or span.start)
    if end < last:
        end = max(span.end, body.rfind(" ", span.end, end))
    before, behind = "… " if start > first else "", " …" if end < last else ""
    [marked] = _marked(body, [(start, end)], [(span, Layer(measure, [span]))])
    return f'<div class="px-passage">{before}{marked}{behind}</div>'


def stretch(article: Article, start: int, end: int, spans: Sequence[Span], measure: str) -> str:
    """`body[start:end]` with `spans` highlighted, as HTML."""
    [marked] = _marked(article.body, [(start, end)], [(span, Layer(measure, [span])) for span in spans])
    return f'<div class="px-passage">{marked}</div>'


def _marked(body: str, stretches: Sequence[pieces.Stretch], marks: Sequence[tuple[Span, Layer]]) -> Iterator[str]:
    """Each stretch escaped, cut wherever a span begins or ends, each piece marked with all its spans."""
    labels: dict[int, list[str]] = {}
    for span, layer in marks:
        if layer.named and span.label:
            labels.setdefault(behind_marks(body, span.end), []).append(span.label)
    for found in pieces.cut(stretches, [(span.start, span.end) for span, _ in marks], labels):
        out = []
        for start, end, over in found:
            piece = literal.in_html(body[start:end])
            if over:
                covering = [marks[number] for number in over]
                piece = f'<mark class="{_classes(covering)}" title="{_tip(covering)}">{piece}</mark>'
            out.append(piece)
            out += [f'<small class="px-label">{literal.in_html(label)}</small>' for label in labels.get(end, ())]
        yield "".join(out)


def behind_marks(body: str, at: int) -> int:
    """`at`, moved behind the closing quotation marks that follow, so that a label does not stand inside them."""
    while at < len(body) and body[at] in CLOSING:
        at += 1
    return at


def _classes(covering: Sequence[tuple[Span, Layer]]) -> str:
    names = {
        f"px-{layer.measure} px-{literal.slug(span.kind)} px-{literal.slug(span.label)}" for span, layer in covering
    }
    return " ".join(sorted(names))


def _tip(covering: Sequence[tuple[Span, Layer]]) -> str:
    parts = [": ".join(filter(None, (span.kind, span.label, span.note))) for span, _ in covering]
    return literal.in_html(" | ".join(parts)[:LONGEST_TIP])
