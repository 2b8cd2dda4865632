"""A report as one HTML file that opens without a network: its charts are inside, and it runs no script."""

import html
from base64 import b64encode

from analysis.report import album, typeface
from analysis.report.blocks import Block, Document, Grid, Heading, Paragraph, Passages, Picture, References
from analysis.report.excerpts import Excerpt
from analysis.report.references import Reference

STYLE = """
body { font: 17px/1.55 Georgia, "Times New Roman", serif; color: #111; background: #fff; max-width: 44rem;
       margin: 2.5rem auto; padding: 0 1.2rem; overflow-wrap: break-word }
h1, h2, h3, figcaption, table, .note, .by, cite { font-family: system-ui, "Segoe UI", Helvetica, Arial, sans-serif }
h1 { font-size: 1.9rem; line-height: 1.2; margin-bottom: .3rem }
h2 { font-size: 1.3rem; margin: 2.2rem 0 .6rem; border-top: 1px solid #ccc; padding-top: 1.2rem }
h3 { font-size: 1.02rem; margin: 1.5rem 0 .4rem }
.by, .note { color: #444; font-size: .88rem }
blockquote { margin: .5rem 0; padding: .1rem 0 .1rem .9rem; border-left: 3px solid #bbb; font-size: .95rem }
blockquote cite { display: block; font-style: normal; font-size: .82rem; color: #444 }
mark { background: #fff0b3; color: inherit; padding: 0 .1em }
figcaption { font-size: .88rem; font-weight: 600 }
figure { margin: 1.4rem 0 } figure img { max-width: 100%; height: auto; display: block }
.scroll, figure { overflow-x: auto } table { border-collapse: collapse; font-size: .85rem; margin: .8rem 0 }
th, td { text-align: left; vertical-align: top; border-bottom: 1px solid #ddd; padding: .3rem .8rem .3rem 0 }
.works p { padding-left: 2rem; text-indent: -2rem; margin: .5rem 0 } pre { white-space: pre-wrap; font-size: .85rem }
@media (max-width: 40rem) { figure img { max-width: none; width: 38rem } }
@media print { body { margin: 0; max-width: none; font-size: 11pt } h2, h3 { break-after: avoid }
               figure, blockquote, tr { break-inside: avoid } }
"""
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def build(document: Document) -> bytes:
    """The document as the bytes of an HTML file."""
    by = " · ".join(filter(None, (document.author, document.album.caption.made)))
    body = "\n".join(_block(block, document) for block in document.blocks)
    title = _literal(document.title)
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        f'<h1>{title}</h1>\n<p class="by">{_literal(by)}</p>\n{body}\n</main>\n</body>\n</html>\n'
    ).encode("utf-8", "replace")


def _block(block: Block, document: Document) -> str:
    match block:
        case Heading(text, level):
            return f"<h{level + 1}>{_literal(text)}</h{level + 1}>"
        case Paragraph(text, note):
            return f"<p class='note'>{_literal(text)}</p>" if note else f"<p>{_literal(text)}</p>"
        case Passages(items):
            return "\n".join(_passage(excerpt, source) for excerpt, source in items)
        case Picture(chart):
            drawn = document.album.pages(chart, album.SVG)
            return "\n".join(_picture(block.label, one, alt) for one, alt in drawn)
        case Grid(head, rows):
            return _grid(head, rows)
        case References(items, code):
            tag = "pre" if code else "p"
            return f'<div class="works">{"".join(f"<{tag}>{_runs(item)}</{tag}>" for item in items)}</div>'


def _picture(label: str, drawn: bytes, alt: str) -> str:
    shown = f'<img src="data:image/svg+xml;base64,{b64encode(drawn).decode()}" alt="{_literal(alt)}">'
    return f"<figure><figcaption>{label}</figcaption>{shown}</figure>"


def _passage(excerpt: Excerpt, source: str) -> str:
    marked = _literal(excerpt.marked) if excerpt.is_whole else f"<mark>{_literal(excerpt.marked)}</mark>"
    words = f"{_literal(excerpt.before)}{marked}{_literal(excerpt.after)}"
    return f"<blockquote>{words}<cite>{_literal(source)}</cite></blockquote>"


def _grid(head: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> str:
    titles = "".join(f'<th scope="col">{_literal(name)}</th>' for name in head)
    body = "".join(f"<tr>{''.join(f'<td>{_literal(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return f'<div class="scroll"><table><thead><tr>{titles}</tr></thead><tbody>{body}</tbody></table></div>'


def _runs(reference: Reference) -> str:
    return "".join(f"<i>{_literal(run.text)}</i>" if run.italic else _literal(run.text) for run in reference)


def _literal(text: str) -> str:
    return html.escape(typeface.in_order(text), quote=True)
