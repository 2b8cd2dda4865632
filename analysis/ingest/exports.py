"""Reads exports of news databases: one file, many articles (Nexis Uni, LexisNexis, Factiva, ProQuest).

The formats are not published. These are the conventions that other readers agree on: LexisNexisTools and newspapers
(R), and the notebooks of the University of Minnesota for Factiva and ProQuest. Field names: data/lexicons/exports.csv.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from analysis import lexicons
from analysis.ingest import credits, manuscript
from analysis.ingest.manuscript import Manuscript

NEXIS_END = re.compile(r"^[ \t]*End of Document[ \t]*$", re.IGNORECASE | re.MULTILINE)
NEXIS_BODY = re.compile(r"^(?:Body|Text|FULL TEXT):?[ \t]*$", re.IGNORECASE | re.MULTILINE)
LEXIS_START = re.compile(r"^[ \t]*\d+ of \d+ DOCUMENTS[ \t]*$", re.MULTILINE)
LEXIS_FIELD = re.compile(r"([A-Z][A-Z -]{2,24}): ?(.*)")
PROQUEST_RULE = re.compile(r"^_{40,}[ \t]*$", re.MULTILINE)
FACTIVA_END = re.compile(r"^[ \t]*(?:Document|AN)[ \t]+(?:Document )?([A-Z]{2,10}[0-9a-z]{12,30})[ \t]*$", re.MULTILINE)
FACTIVA_FIELD = re.compile(r"([A-Z]{2,3})(?:[ \t|]+(\S.*))?")
FACTIVA_WORDS = re.compile(r"[\d.,]+ (?:words|mots|Wörter|palabras|parole)", re.IGNORECASE)
FIELD = re.compile(r"([A-Z][A-Za-z /-]{1,30}):(?:[ \t\xa0]+(.*))?")
HEAD = 400_000  # characters in which an export gives itself away

Fields = Mapping[str, str]


def find(text: str, id: str) -> list[Manuscript]:
    """The articles of the export; empty where `text` is none. Their ids are `id`-1, `id`-2 …"""
    head = text[:HEAD]
    if NEXIS_END.search(head) and NEXIS_BODY.search(head):
        found = _nexis(text)
    elif LEXIS_START.search(head):
        found = _lexis(text)
    elif PROQUEST_RULE.search(head) and "\nFull text:" in head:
        found = _proquest(text)
    elif FACTIVA_END.search(head):
        found = _factiva(text)
    else:
        return []
    return [_manuscript(fields, f"{id}-{number}") for number, fields in enumerate(found, start=1)]


def _manuscript(fields: Fields, id: str) -> Manuscript:
    """The article of one entry; what the database says of it counts as typed."""
    text, kinds = manuscript.lined(("paragraph", line) for line in fields.get("text", "").split("\n"))
    return Manuscript(
        id=id,
        text=text,
        title=fields.get("title", ""),
        outlet=fields.get("outlet", ""),
        url=fields.get("url", ""),
        published=credits.without_dates(fields.get("published", ""))[1],
        byline=credits.byline(fields.get("byline", "")) or fields.get("byline", ""),
        kinds=kinds,
        notes=() if text else ("The database gave no text for this article.",),
    )


def _nexis(text: str) -> Iterator[Fields]:
    """Nexis Uni and Lexis+: title, outlet and date stand above named fields, the text between Body and Load-Date."""
    for entry in NEXIS_END.split(text)[:-1]:
        body = NEXIS_BODY.search(entry)
        if not body:
            continue
        above = [line.strip() for line in entry[: body.start()].split("\n") if line.strip()]
        dated = next((place for place in reversed(range(len(above))) if _is_dated(above[place])), -1)
        below = entry[body.end() :].split("\n")
        ends = next((n for n, line in enumerate(below) if _is_field(line, "nexis end")), len(below))
        yield {
            **dict(_named(above[dated + 1 :], "nexis")),
            "title": above[max(0, dated - 2)] if above else "",
            "outlet": above[dated - 1] if dated > 0 else "",
            "published": above[dated] if dated >= 0 else "",
            "text": "\n".join(below[:ends]),
        }


def _is_dated(line: str) -> bool:
    """Whether the line is the date of an entry, and not a field or a copyright notice with a year."""
    is_other = line.startswith(("Copyright", "©", "(c)")) or _is_field(line, "nexis")
    return len(line) < 80 and not is_other and credits.without_dates(line)[1] != ""


def _lexis(text: str) -> Iterator[Fields]:
    """LexisNexis Academic, plain text: outlet, date and title above fields in capitals, then the text."""
    for entry in LEXIS_START.split(text)[1:]:
        blocks = [" ".join(block.split()) for block in re.split(r"\n[ \t]*\n", entry) if block.strip()]
        fields: dict[str, str] = {}
        above: list[str] = []
        paragraphs: list[str] = []
        for block in blocks:
            field = LEXIS_FIELD.fullmatch(block)
            if field and field[1] in _names("lexis"):
                fields.setdefault(_names("lexis")[field[1]], field[2])
            elif not fields:
                above.append(block)
            elif not block.startswith(("Copyright ", "All Rights Reserved")):
                paragraphs.append(block)
        dated = next((place for place, line in enumerate(above) if credits.without_dates(line)[1]), 0)
        yield {
            **fields,
            "outlet": above[0] if above else "",
            "published": above[dated] if above else "",
            "title": next(iter(above[dated + 1 :]), ""),
            "text": "\n".join(paragraphs),
        }


def _proquest(text: str) -> Iterator[Fields]:
    """ProQuest, plain text: entries between rules, each a list of named fields of which one is the full text."""
    for entry in PROQUEST_RULE.split(text):
        if "\nFull text:" in entry:
            yield dict(_named(entry.split("\n"), "proquest"))


def _factiva(text: str) -> Iterator[Fields]:
    """Factiva, as text: coded fields, or lines in a fixed order, up to the number of the document."""
    start = 0
    for end in FACTIVA_END.finditer(text):
        lines = [line.strip() for line in text[start : end.start()].split("\n") if line.strip()]
        start = end.end()
        coded = dict(_coded(lines))
        if "title" in coded:
            yield coded
        elif lines:
            yield _in_order(lines)


def _coded(lines: list[str]) -> Iterator[tuple[str, str]]:
    """(field, value) where each field begins with its code, alone on a line or before its value."""
    names = _names("factiva")
    code, values = "", list[str]()
    texts: list[str] = []
    for line in [*lines, "ZZZ"]:
        field = FACTIVA_FIELD.fullmatch(line)
        if not field or (field[1] not in names and field[1] != "ZZZ"):
            values.append(line)
            continue
        if names.get(code) == "text":
            texts += values
        elif code and names[code]:
            yield names[code], " ".join(values)
        code, values = field[1], [field[2]] if field[2] else []
    yield "text", "\n".join(texts)


def _in_order(lines: list[str]) -> Fields:
    """Section and headline, byline, number of words, date, time, outlet, code, language, copyright, text."""
    counted = next((place for place, line in enumerate(lines) if FACTIVA_WORDS.fullmatch(line)), -1)
    if counted < 0:
        return {"title": lines[0], "text": "\n".join(lines[1:])}
    above, below = lines[:counted], lines[counted + 1 :]
    byline = next((line for line in above[1:] if credits.byline(line) is not None), "")
    titles = [line for line in above if line != byline]
    copyright_line = next((n for n, line in enumerate(below[:12]) if line.startswith(("Copyright", "(c)", "©"))), 4)
    facts = [line for line in below[1:copyright_line] if not re.fullmatch(r"\d{1,2}:\d{2}.*", line)]
    return {
        "title": titles[-1] if titles else "",
        "byline": byline,
        "published": below[0] if below else "",
        "outlet": facts[0] if facts else "",
        "text": "\n".join(below[copyright_line + 1 :]),
    }


def _named(lines: list[str], group: str) -> Iterator[tuple[str, str]]:
    """(field, value) of "Name: value"; lines without a known name go on with the field before."""
    names = _names(group)
    field, values = "", list[str]()
    for line in lines:
        told = FIELD.fullmatch(line.strip())
        if told and told[1].casefold() in names:
            if field:
                yield field, "\n".join(values).strip()
            field, values = names[told[1].casefold()], [told[2] or ""]
        else:
            values.append(line.strip())
    if field:
        yield field, "\n".join(values).strip()


def _is_field(line: str, group: str) -> bool:
    told = FIELD.fullmatch(line.strip())
    return told is not None and told[1].casefold() in _names(group)


@cache
def _names(group: str) -> dict[str, str]:
    """The field names of a database and what each becomes here ("" where it is of no use)."""
    return {
        row["term"] if group in {"factiva", "lexis"} else row["term"].casefold(): row["field"]
        for row in lexicons.rows("lexicons/exports.csv")
        if row["class"] == group
    }
