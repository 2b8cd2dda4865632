"""References to articles and to Parallax in APA (7th edition), MLA (9th), Chicago (18th, bibliography) and BibTeX.

Written by hand for the one kind of work there is here, an article of a newspaper or news site. citeproc-py was tried
and set aside: it shortened the given names that MLA wants in full, printed a title twice where there is no author, and
left words of the style ("Edition", "Released") in Chicago. Titles keep the capitals they were printed with.
"""

import re
import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from analysis import __version__, lexicons, outlets
from analysis.model import Article
from analysis.text import authors

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
MLA_MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
OUTER_QUOTES = str.maketrans({"“": "‘", "”": "’", '"': "'"})
ENDS = (".", "?", "!", "…", "?’", "!’", ".’")
LATEX = str.maketrans(
    {char: f"\\{char}" for char in "&%$#_{}"} | {"\\": r"\textbackslash{}", "~": r"\~{}", "^": r"\^{}"}
)
MAKERS, YEAR = "The Parallax authors", "2026"


class Run(NamedTuple):
    """A stretch of a reference, in italics or not."""

    text: str
    italic: bool = False


class Name(NamedTuple):
    """A person's name; `family` alone for a body. suffix: "Jr.", "III"."""

    family: str
    given: str = ""
    suffix: str = ""


class Day(NamedTuple):
    """A day of which month and day can be unknown (0)."""

    year: int
    month: int = 0
    day: int = 0


Reference = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """What is referred to. `day` None: not known. is_page: of a site that is known to print no paper."""

    key: str
    title: str
    authors: tuple[Name, ...]
    outlet: str
    day: Day | None
    url: str
    is_page: bool = False


def build(article: Article, style: str, read_on: date) -> Reference:
    """The reference to `article` in one of STYLES, read on that day. Raises KeyError for another style."""
    return STYLES[style].article(work(article), read_on)


def to_parallax(style: str, read_on: date) -> Reference:
    """The reference to this version of Parallax with its word lists and data."""
    return STYLES[style].tool(f"{__version__}, word lists and data {lexicons.fingerprint()}", read_on)


def plain(reference: Reference) -> str:
    """The reference without italics."""
    return "".join(run.text for run in reference)


def work(article: Article) -> Work:
    """What a reference says of the article, as it was found and typed."""
    outlet = outlets.name(article) or article.domain
    found = DAY.match(article.published)
    day = Day(*(int(part or 0) for part in found.groups())) if found else None
    title = (
        article.headline or textwrap.shorten(article.body.strip().split("\n")[0], 120, placeholder=" …") or article.id
    )
    medium = outlets.medium(article)
    is_page = bool(medium) and medium not in lexicons.classes("references")["periodical"]
    return Work(article.id, title, names(article.byline, outlet), outlet, day, article.url, is_page)


def names(byline: str, outlet: str = "") -> tuple[Name, ...]:
    """The persons that a byline names; a desk, an account or the outlet itself is no author."""
    line = BRACKETS.sub("", byline[: authors.LONGEST])
    pieces = (authors.find(piece, outlet) for piece in authors.PIECES.split(line) if piece)
    people = (found.name for found in pieces if found.level == authors.PERSON)
    return tuple(_name(person) for person in dict.fromkeys(people))


def _name(full: str) -> Name:
    """ "Jan van der Berg" as (van der Berg, Jan)."""
    classes = lexicons.classes("references")
    parts = full.split()
    suffix = parts.pop() if len(parts) > 2 and parts[-1] in classes["suffix"] else ""
    at = len(parts) - 1
    while at > 1 and parts[at - 1] in classes["particle"]:
        at -= 1
    return Name(" ".join(parts[at:]).rstrip(","), " ".join(parts[:at]), suffix)


def _apa(one: Work, read_on: date) -> Reference:
    """A newspaper stands in italics; of a mere site the title does (APA's page on newspaper references)."""
    people = [", ".join(filter(None, (name.family, _initials(name.given), name.suffix))) for name in one.authors]
    by = people[0] if len(people) == 1 else ", ".join(people[:-1]) + f", & {people[-1]}" if people else ""
    when = f"({_apa_day(one.day)})."
    title = Run(_ended(one.title), one.is_page)
    head = (Run(f"{_ended(by)} {when} "), title, Run(" ")) if by else (title, Run(f" {when} "))
    address = f"Retrieved {_american(read_on)}, from {one.url}" if one.url and not one.day else one.url
    return _runs(*head, Run(one.outlet, not one.is_page), Run(f"{'. ' if one.outlet else ''}{address}".rstrip()))


def _apa_tool(version: str, read_on: date) -> Reference:
    return _runs(Run(f"{MAKERS}. ({YEAR}). "), Run("Parallax", True), Run(f" (Version {version}) [Computer software]."))


def _apa_day(day: Day | None) -> str:
    if day is None:
        return "n.d."
    month = f", {MONTHS[day.month - 1]}" if day.month else ""
    return f"{day.year}{month}{f' {day.day}' if day.day else ''}"


def _initials(given: str) -> str:
    """ "Jean-Luc Maria" as "J.-L. M."."""
    return " ".join("-".join(f"{piece[0]}." for piece in part.split("-") if piece) for part in given.split())


def _mla(one: Work, read_on: date) -> Reference:
    by = f"{_ended(_listed(one.authors, most=2))} " if one.authors else ""
    title = f"“{_ended(one.title.translate(OUTER_QUOTES))}” "
    when = ""
    if one.day:
        parts = (str(one.day.day or ""), MLA_MONTHS[one.day.month - 1] if one.day.month else "", str(one.day.year))
        when = " ".join(filter(None, parts))
    address = re.sub(r"^https?://", "", one.url)
    tail = ", ".join(filter(None, (when, address)))
    opened = f" Accessed {read_on.day} {MLA_MONTHS[read_on.month - 1]} {read_on.year}." if one.url else ""
    between = ", " if one.outlet and tail else ""
    return _runs(Run(f"{by}{title}"), Run(one.outlet, True), Run(f"{between}{tail}.{opened}"))


def _mla_tool(version: str, read_on: date) -> Reference:
    return _runs(Run("Parallax", True), Run(f". Version {version}, {MAKERS}, {YEAR}."))


def _chicago(one: Work, read_on: date) -> Reference:
    outlet = one.outlet.removeprefix("The ")
    title = f"“{_ended(one.title.translate(OUTER_QUOTES))}” "
    when = _american_day(one.day) if one.day else f"Accessed {_american(read_on)}" if one.url else ""
    tail = ". ".join(filter(None, (when, one.url))) + "."
    if one.authors:
        by = _ended(_listed(one.authors, most=6))
        return _runs(Run(f"{by} {title}"), Run(outlet, True), Run(f", {tail}" if outlet else tail))
    return _runs(Run(outlet, True), Run(". " if outlet else ""), Run(f"{title}{tail}"))


def _chicago_tool(version: str, read_on: date) -> Reference:
    return _runs(Run(f"{MAKERS}. "), Run("Parallax", True), Run(f". Version {version}. {YEAR}."))


def _listed(people: Sequence[Name], most: int) -> str:
    """Names for a list that is sorted by the first: only that one is turned round. Over `most`: "et al."."""
    first, *others = people
    turned = ", ".join(filter(None, first))
    if len(people) > most:
        return f"{turned}, et al."
    told = [" ".join(filter(None, (name.given, name.family, name.suffix))) for name in others]
    return turned if not told else ", ".join([turned, *told[:-1], f"and {told[-1]}"])


def _bibtex(one: Work, read_on: date) -> Reference:
    by = " and ".join(", ".join(filter(None, (name.family, name.suffix, name.given))) for name in one.authors)
    day = one.day or Day(0)
    fields = {
        "author": by.translate(LATEX),
        "title": f"{{{one.title.translate(LATEX)}}}",
        "journal": one.outlet.translate(LATEX),
        "year": str(day.year or ""),
        "month": MONTHS[day.month - 1][:3].lower() if day.month else "",
        "day": str(day.day or ""),
        "url": one.url,
        "urldate": read_on.isoformat() if one.url else "",
    }
    return (Run(_entry("article", re.sub(r"\W+", "-", one.key).strip("-") or "article", fields)),)


def _bibtex_tool(version: str, read_on: date) -> Reference:
    fields = {"author": f"{{{MAKERS}}}", "title": "{Parallax}", "year": YEAR, "note": f"Version {version}"}
    return (Run(_entry("misc", "parallax", fields)),)


def _entry(kind: str, key: str, fields: Mapping[str, str]) -> str:
    lines = (f"  {name} = {value if name == 'month' else f'{{{value}}}'}," for name, value in fields.items() if value)
    return "\n".join([f"@{kind}{{{key},", *lines, "}"])


def _runs(*runs: Run) -> Reference:
    return tuple(run for run in runs if run.text)


def _ended(text: str) -> str:
    return text if text.endswith(ENDS) else f"{text}."


def _american(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def _american_day(day: Day) -> str:
    month = MONTHS[day.month - 1] if day.month else ""
    return f"{month} {day.day}, {day.year}" if day.day else f"{month} {day.year}".strip()


class Style(NamedTuple):
    """One style: its name for readers, and how it writes an article and the tool."""

    title: str
    article: Callable[[Work, date], Reference]
    tool: Callable[[str, date], Reference]


STYLES: Mapping[str, Style] = MappingProxyType(
    {
        "apa": Style("APA (7th edition)", _apa, _apa_tool),
        "mla": Style("MLA (9th edition)", _mla, _mla_tool),
        "chicago": Style("Chicago (bibliography)", _chicago, _chicago_tool),
        "bibtex": Style("BibTeX", _bibtex, _bibtex_tool),
    }
)
