"""Reads the article out of one web page, saved or fetched.

trafilatura finds the article (F1 .962 on 90 hand-marked pages when asked for precision; tests/benchmarks/score_pages.py
measures what is added to it here). Run it behind isolation.run: a hostile page can keep it busy for minutes.
"""

import re

from analysis.errors import UnreadableInput
from analysis.ingest import exports, manuscript, page_blocks, page_facts, page_text, walls
from analysis.ingest.json_ld import strip_markup
from analysis.ingest.manuscript import Manuscript
from analysis.text import languages

EXPORT = re.compile(r"End of Document|factiva|ProQuest document ID")
NOT_TEXT = frozenset({"caption", "embedded post"})


def read(raw: bytes, *, id: str = "", url: str = "", charset: str = "") -> list[Manuscript]:
    """The one article of the page, as a list so that all readers give the same.

    url: where it was fetched, with what redirects led to; charset: as the server named it.
    Raises UnreadableInput where the page holds no article, with the reason and the way out.
    """
    markup = page_text.markup(raw, charset)
    tree = page_blocks.parse(markup)
    if tree is None:
        raise UnreadableInput(walls.REASONS[""])
    exported = _exported(markup, id)
    if exported:
        return exported
    facts = page_facts.find(tree, markup, url)
    blocks = page_blocks.find(tree)
    told = [page_blocks.Block("paragraph", line) for line in strip_markup(facts.body)]
    reason = walls.missing(tree, _running(blocks))
    # Where the text is drawn by scripts, what was found may be the JSON-LD, run together.
    if reason or (len(blocks) == 1 and _running(blocks).split() == _running(told).split()):
        blocks = told
        if not told or walls.missing(tree, _running(blocks)):
            raise UnreadableInput(reason)
    text = _running(blocks)
    note = walls.teaser(tree, text, facts.free)
    lined, kinds = manuscript.lined(blocks)
    return [
        Manuscript(
            id=id,
            text=lined,
            title=facts.headline,
            site=facts.site,
            url=facts.url,
            canonical=facts.canonical,
            published=facts.published,
            byline=facts.byline,
            language=languages.find(text) or facts.language,
            kinds=kinds,
            notes=(*facts.notes, *([note] if note else [])),
        )
    ]


def _exported(markup: str, id: str) -> list[Manuscript]:
    """The articles of a database export saved as a page; empty for any other page."""
    if not EXPORT.search(markup):
        return []
    return exports.find("\n".join(block.text for block in page_blocks.fragment(markup)), id)


def _running(blocks: list[page_blocks.Block]) -> str:
    return "\n".join(block.text for block in blocks if block.kind not in NOT_TEXT)
