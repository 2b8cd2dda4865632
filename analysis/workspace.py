"""A workspace: everything a person put in, as records and as one file that can be kept, handed round and opened again.

What is computed is not in it: it is computed again, and says with which version and data the file was written.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from pydantic import TypeAdapter, ValidationError

from analysis import __version__, corrections, lexicons
from analysis.comparison.claim_edits import ClaimEdits
from analysis.comparison.judgements import Judgement
from analysis.comparison.sides import Edits
from analysis.errors import UnreadableInput
from analysis.ingest import manuscript
from analysis.ingest.manuscript import Manuscript
from analysis.ingest.page_facts import iso_date
from analysis.model import Article, Corrections, Publisher
from analysis.outlets.registry import Rating

FORMAT = 1  # rises with every change that an older Parallax could not read


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as it was typed, pasted, uploaded or fetched, and what a person changed in it.

    keep: numbers of the lines that were set aside and put back. typed: (field of the manuscript, value) of what a
    person put in place of what was found, "" where they say that there is none; see `retyped`.
    """

    id: str
    manuscript: Manuscript
    keep: frozenset[int] = frozenset()
    publisher: Publisher | None = None  # put in place of the one that was found
    corrections: Corrections = ()
    typed: tuple[tuple[str, str], ...] = ()

    def read(self) -> Article:
        """The article, cleaned, with the changes that still hold. Raises UnreadableInput where there is no text."""
        told: dict[str, Any] = {name: value for name, value in self.typed if name in FIELDS}
        title = told.pop("title", None)
        found = manuscript.with_text(self.manuscript, self.text) if "text" in dict(self.typed) else self.manuscript
        [article] = manuscript.read(replace(found, id=self.id, **told), keep=self.keep)
        emptied: dict[str, Any] = {FIELDS[name]: "" for name, value in told.items() if not value}
        article = replace(article, publisher=self.publisher, **emptied)
        article = article if title is None else _under(article, title)
        return replace(article, corrections=corrections.holding(article.body, self.corrections))

    @property
    def automatic(self) -> "Draft":
        """The draft without anything that a person changed."""
        return Draft(self.id, self.manuscript)

    @property
    def text(self) -> str:
        """The text before clean-up, as a person may have changed it."""
        return dict(self.typed).get("text", self.manuscript.text)

    @property
    def url(self) -> str:
        """The address, as a person may have changed it."""
        return dict(self.typed).get("url", self.manuscript.url)


FIELDS = {  # of a manuscript, and where the article keeps them
    "title": "headline",
    "outlet": "outlet",
    "published": "published",
    "byline": "byline",
    "url": "url",
    "language": "language",
}


def retyped(draft: Draft, field: str, value: str) -> Draft:
    """`draft` with `value` in place of what was found for one of FIELDS, or for "text".

    Lines that were put back stay so where they are still in the text. Raises UnreadableInput for an empty text.
    """
    return moved(draft, _with_text(draft, value) if field == "text" else with_typed(draft, {field: value}))


def with_typed(draft: Draft, values: Mapping[str, str]) -> Draft:
    """`draft` with `values` (by FIELDS) as typed, each on one line, a date in words as one of ISO 8601."""
    told = {field: " ".join(value.split()) for field, value in values.items()}
    if "published" in told:
        told["published"] = iso_date(told["published"]) or told["published"]
    return replace(draft, typed=tuple({**dict(draft.typed), **told}.items()))


def _under(article: Article, title: str) -> Article:
    """`article` under another headline, in the place of the one that was found; "" for none."""
    if not title:
        return replace(article, headline="")
    end = article.headline_end
    head = title if end else f"{title}\n\n"
    blocks = (replace(one, start=one.start + len(head) - end, end=one.end + len(head) - end) for one in article.blocks)
    return replace(article, headline=title, body=head + article.body[end:], blocks=tuple(blocks))


def as_found(draft: Draft, field: str) -> Draft:
    """`draft` with what was found for `field` in place of what a person typed."""
    if field == "text":
        draft = _with_text(draft, draft.manuscript.text)
    return moved(draft, replace(draft, typed=tuple(pair for pair in draft.typed if pair[0] != field)))


def moved(before: Draft, after: Draft) -> Draft:
    """`after` with every correction where its words now stand. Raises UnreadableInput where `after` has no text."""
    changed = corrections.change(before.read().body, after.read().body)
    return replace(after, corrections=tuple(corrections.all_moved(before.corrections, changed)))


def _with_text(draft: Draft, text: str) -> Draft:
    """`draft` with another text; lines that are still in it keep their kind and stay put back."""
    old, new = draft.text.split("\n"), text.split("\n")
    back = {old[number - 1].strip() for number in draft.keep if number <= len(old)}
    typed: dict[str, Any] = {**dict(draft.typed), "text": text}
    keep = frozenset(number for number, line in enumerate(new, start=1) if line.strip() and line.strip() in back)
    return replace(draft, typed=tuple(typed.items()), keep=keep)


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, and the articles about it.

    references: articles of which only title, outlet, address and date are known; their text is fetched on request.
    """

    id: str
    title: str
    summary: str
    drafts: tuple[Draft, ...] = ()
    references: tuple[Manuscript, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of a report: a text of the author's own, or a finding, chart or table by its key.

    text: the author's words; of a finding, the sentence as the author edited it ("": as drafted).
    """

    kind: Literal["text", "finding", "chart", "table"]
    key: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What a person chose for a report on one event and wrote into it.

    style: of the references, a key of analysis.report.references.STYLES. alts: key of a chart -> alternative text in
    place of the drafted one. full_texts: ids of the articles that the author may reproduce in full.
    """

    title: str = ""
    author: str = ""
    parts: tuple[Part, ...] = ()
    style: str = "apa"
    alts: Mapping[str, str] = field(default_factory=dict)
    full_texts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Workspace:
    """Events with their articles and corrections, and what was laid over each: by event id, outlet or article."""

    events: tuple[Event, ...] = ()
    sides: Mapping[str, Edits] | None = None
    claims: Mapping[str, ClaimEdits] | None = None
    frames: Mapping[str, Mapping[str, Mapping[str, str]]] | None = None  # event -> article -> question -> answer
    outlets: tuple[Publisher, ...] = ()
    ratings: Mapping[str, tuple[Rating, ...]] | None = None
    reports: Mapping[str, Report] | None = None  # by event id
    judgements: Mapping[str, tuple[Judgement, ...]] | None = None  # event -> what a reader judged of its articles
    frames_given: Mapping[str, tuple[Judgement, ...]] | None = None  # event -> every answer on frames, and when


@dataclass(frozen=True, slots=True)
class _File:
    """A workspace with what a later version has to know to open it."""

    parallax: int
    version: str
    data: str
    workspace: Workspace


_FILES = TypeAdapter(_File)


def write(workspace: Workspace) -> str:
    """The workspace as the text of one JSON file."""
    return _FILES.dump_json(_File(FORMAT, __version__, lexicons.fingerprint(), workspace), indent=1).decode()


def read(text: str | bytes) -> Workspace:
    """The workspace in a file that `write` made. Raises UnreadableInput with what is wrong, and where."""
    try:
        raw = TypeAdapter(dict[str, Any]).validate_json(text)
    except ValidationError as error:
        raise UnreadableInput("This is no workspace file of Parallax: it is not JSON. Nothing was changed.") from error
    if not isinstance(raw.get("parallax"), int) or raw["parallax"] > FORMAT:
        what = "was written by a newer Parallax" if "parallax" in raw else "is not one of Parallax"
        raise UnreadableInput(f"This workspace file {what}. Nothing was changed.")
    try:
        return _FILES.validate_python(raw).workspace
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise UnreadableInput(
            f"The workspace file is damaged at {where}: {first['msg']}. Nothing was changed."
        ) from error
