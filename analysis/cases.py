"""Teaching cases: invented articles about one invented event, with an answer key. Only read here, never judged.

data/cases/<case id>/ holds case.json, one raw text per article, outlets.csv and key.json; the format stands
in data/cases/README.md.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from analysis import lexicons
from analysis.errors import BrokenData
from analysis.ingest import manuscript
from analysis.ingest.manuscript import Manuscript
from analysis.lexicons import DATA
from analysis.model import Article, Fact

CASES = DATA / "cases"


@dataclass(frozen=True, slots=True)
class CaseArticle:
    """One article of a case. `text` is raw, as pasted: headline, byline, body and page debris."""

    id: str
    text: str
    outlet: str
    domain: str
    url: str
    published: str  # ISO 8601 date and time
    byline: str
    headline: str
    style: str
    facts: tuple[Fact, ...] = ()  # what is told of the invented outlet


@dataclass(frozen=True, slots=True)
class Case:
    """One event as several outlets report it; `note` says that it is invented."""

    id: str
    title: str
    summary: str
    date: str  # ISO 8601 date of the event
    note: str
    sides: tuple[str, ...]
    articles: tuple[CaseArticle, ...]

    def manuscripts(self) -> tuple[Manuscript, ...]:
        """The articles as somebody would put them in who fills every field."""
        return tuple(
            Manuscript(
                id=one.id,
                text=one.text,
                outlet=one.outlet,
                url=one.url,
                published=one.published,
                byline=one.byline,
                event=self.id,
                facts=one.facts,
            )
            for one in self.articles
        )


def ids() -> tuple[str, ...]:
    """The ids of all teaching cases, in alphabetical order."""
    return tuple(sorted(file.parent.name for file in CASES.glob("*/case.json")))


def load(case_id: str) -> Case:
    """The case `case_id` with the raw text of its articles, in the order of case.json.

    Raises BrokenData where there is no such case, or a file or a field of it is missing.
    """
    folder = _folder(case_id)
    fields = _record(folder / "case.json")
    try:
        return Case(
            id=fields["id"],
            title=fields["title"],
            summary=fields["summary"],
            date=fields["date"],
            note=fields["note"],
            sides=tuple(fields["sides"]),
            articles=tuple(_article(folder, row) for row in fields["articles"]),
        )
    except KeyError as error:
        raise BrokenData(_broken(folder / "case.json", f"the field {error} is missing")) from error
    except TypeError as error:
        raise BrokenData(_broken(folder / "case.json", f"a field is of the wrong kind: {error}")) from error


def articles(case_id: str) -> tuple[Article, ...]:
    """The articles of `case_id`, cleaned. Raises BrokenData as `load` does."""
    return tuple(article for one in load(case_id).manuscripts() for article in manuscript.read(one))


def key(case_id: str) -> Mapping[str, Any]:
    """The answer key of `case_id`, as data/cases/README.md describes it. Read anew at every call.

    Raises BrokenData where there is no such case, or its key cannot be read.
    """
    return MappingProxyType(_record(_folder(case_id) / "key.json"))


def _folder(case_id: str) -> Path:
    # The id may come from a page address, so only folders that exist are ever opened.
    if case_id not in ids():
        raise BrokenData(f"There is no teaching case {case_id!r}; choose one of: {', '.join(ids()) or 'none found'}.")
    return CASES / case_id


def _article(folder: Path, row: Mapping[str, str]) -> CaseArticle:
    return CaseArticle(
        id=row["id"],
        text=_text(folder / row["file"]),
        outlet=row["outlet"],
        domain=row["domain"],
        url=row["url"],
        published=row["published"],
        byline=row["byline"],
        headline=row["headline"],
        style=row["style"],
        facts=_facts(folder, row["id"]),
    )


def _facts(folder: Path, article: str) -> tuple[Fact, ...]:
    """What the case tells of the invented outlet of `article`."""
    return tuple(
        Fact(row["component"], row["value"], row["source_url"], row["checked_on"], row["note"])
        for row in lexicons.rows(f"cases/{folder.name}/outlets.csv")
        if row["article"] == article
    )


def _record(file: Path) -> dict[str, Any]:
    try:
        record = json.loads(_text(file))
    except json.JSONDecodeError as error:
        raise BrokenData(_broken(file, str(error))) from error
    if not isinstance(record, dict):
        raise BrokenData(_broken(file, "it holds no JSON object"))
    return record


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BrokenData(_broken(file, str(error))) from error


def _broken(file: Path, reason: str) -> str:
    name = f"data/cases/{file.parent.name}/{file.name}"
    return f"{name} cannot be read ({reason}); restore the file from the repository."
