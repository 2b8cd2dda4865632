"""One article as an input holds it: the text before clean-up, and what the input says about it.

Readers of pages, documents and lists give manuscripts; `read` makes the Article. A manuscript is small and keeps
everything, so that a line that was set aside can be put back without reading the file again.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from analysis.ingest import plain_text
from analysis.model import Article, Fact, Removed
from analysis.text import languages

PARAGRAPH = "paragraph"
SITE_REASON = "the outlet’s name, as the page itself tells it"


@dataclass(frozen=True, slots=True)
class Manuscript:
    """What one article was read as. An empty string means: the input does not say.

    text: one paragraph per line where `kinds` is given; otherwise as typed or saved.
    kinds: (line from 1, kind) of every line that is no paragraph: subheading, block quotation, list item and table
    row stay in the body; caption, embedded post and running head are set aside. None: nothing is known of the lines.
    outlet: as a person or a database gives it. site: as the page names itself, which an address overrules.
    url: where it was fetched or saved. canonical: the address of another site that the page claims for itself.
    language: ISO 639-1 code. notes: plain sentences for the reader.
    """

    id: str
    text: str
    title: str = ""
    outlet: str = ""
    site: str = ""
    url: str = ""
    canonical: str = ""
    published: str = ""
    byline: str = ""
    event: str = ""
    language: str = ""
    source: str = ""
    kinds: tuple[tuple[int, str], ...] | None = None
    notes: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()  # of an invented outlet, from its teaching case


def read(manuscript: Manuscript, *, keep: frozenset[int] = frozenset(), as_is: bool = False) -> list[Article]:
    """The article, cleaned; `keep` and `as_is` as in plain_text.read.

    Raises UnreadableInput where the manuscript holds no text or too much.
    """
    [article] = plain_text.read(
        manuscript.text,
        id=manuscript.id,
        title=manuscript.title,
        outlet=manuscript.outlet or manuscript.site,
        url=manuscript.url,
        published=manuscript.published,
        byline=manuscript.byline,
        event=manuscript.event,
        kinds=None if manuscript.kinds is None else dict(manuscript.kinds),
        keep=keep,
        as_is=as_is,
    )
    told = manuscript.site and not manuscript.outlet
    return [
        replace(
            article,
            source=manuscript.source,
            language=languages.of(replace(article, language=manuscript.language)),
            canonical=manuscript.canonical,
            notes=(*manuscript.notes, *article.notes),
            facts=manuscript.facts,
            # Set aside as a credit, it counts as printed and not as typed: an address overrules it.
            removed=(*article.removed, Removed(manuscript.site, SITE_REASON, "credit")) if told else article.removed,
        )
    ]


def with_text(manuscript: Manuscript, text: str) -> Manuscript:
    """`manuscript` with another text; a line that is still in it keeps its kind."""
    if manuscript.kinds is None:
        return replace(manuscript, text=text)
    old = manuscript.text.split("\n")
    kind_of = {old[number - 1].strip(): kind for number, kind in manuscript.kinds if number <= len(old)}
    lines = [line.strip() for line in text.split("\n")]
    kinds = tuple((number, kind_of[line]) for number, line in enumerate(lines, start=1) if line in kind_of)
    return replace(manuscript, text=text, kinds=kinds)


def lined(passages: Iterable[tuple[str, str]]) -> tuple[str, tuple[tuple[int, str], ...]]:
    """`text` and `kinds` of a manuscript from (kind, text) of each paragraph; white space becomes single spaces."""
    told = [(kind, " ".join(text.split())) for kind, text in passages]
    told = [(kind, text) for kind, text in told if text]
    kinds = tuple((number, kind) for number, (kind, _) in enumerate(told, start=1) if kind != PARAGRAPH)
    return "\n".join(text for _, text in told), kinds
