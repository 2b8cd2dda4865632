"""Findings as plain sentences, each with the passages it rests on, for a person to choose from and to edit.

The sentences are data (data/findings.csv); every word between braces comes from a result. Nothing is said that was not
counted: no value gives its reason, and fewer than five cases give counts and no share.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from analysis import lexicons
from analysis.model import Article, Result, Value
from analysis.report import excerpts
from analysis.report.compared import Compared
from analysis.report.excerpts import Excerpt
from analysis.report.gaps import is_share


@dataclass(frozen=True, slots=True)
class Finding:
    """One drafted statement. `key` is stable: "<measure>/<part>" or "<comparison>/<what>".

    about: the measure or comparison. text: a draft in plain sentences.
    """

    key: str
    about: str
    title: str
    text: str
    passages: tuple[Excerpt, ...] = ()


def build(found: Compared) -> tuple[Finding, ...]:
    """The findings of every measure, in the order of the table of scores."""
    return tuple(_of_part(found, row) for row in lexicons.rows("overview.csv"))


def first(found: Compared, measure: str) -> Finding | None:
    """The finding on the first number of a measure in the table of scores; None where it has no row there."""
    row = next((row for row in lexicons.rows("overview.csv") if row["measure"] == measure), None)
    return _of_part(found, row) if row else None


def sentence(key: str, **told: object) -> str:
    """The drafted sentence `key` of data/findings.csv with its gaps filled; its first letter a capital."""
    return _filled(_templates()[key]["sentence"], told)


def _filled(template: str, told: Mapping[str, object]) -> str:
    """`template` with its gaps filled; {s}, {was} go with the value, {ns}, {nes}, {nwas} with n."""
    one, single = str(told.get("value")) == "1", told.get("n") == 1
    endings = {"s": "" if one else "s", "was": "was" if one else "were"}
    endings |= {"ns": "" if single else "s", "nes": "" if single else "es", "nwas": "was" if single else "were"}
    said = template.format(**endings, **told)
    return said[:1].upper() + said[1:]


def listed(items: Iterable[str]) -> str:
    """Items as a list in a sentence: "a, b and c"."""
    told = list(items)
    return " and ".join([", ".join(told[:-1]), told[-1]]) if len(told) > 1 else "".join(told)


def passages(article: Article, result: Result, most: int, value: Value | None = None) -> Iterator[Excerpt]:
    """The first passages that a value, or a result, was counted from."""
    spans = result.evidence(value) if value else result.spans
    for span in spans[:most]:
        yield excerpts.build(article, span)


def in_draft(key: str) -> bool:
    """Whether the finding on a number may stand in a first draft, where the articles differ in it."""
    return _templates().get(key, {}).get("draft") == "yes"


def _of_part(found: Compared, row: lexicons.Row) -> Finding:
    """One part of one measure over all articles, the highest number first, then those without one, by reason."""
    measure, part = row["measure"], row["part"]
    told: list[tuple[float, str, Value]] = []
    without: dict[str, list[str]] = {}
    shown: list[Excerpt] = []
    for article in found.articles:
        result, outlet = found.results[article.id][measure], found.names[article.id]
        value = next((value for value in result.values if value.part == part), None)
        if value and value.number is not None:
            told.append((value.number, outlet, value))
            shown += passages(article, result, int(_template(row)["passages"]), value)
        else:
            reason = (value.missing if value else result.missing) or "this was not counted"
            without.setdefault(reason.rstrip("."), []).append(outlet)
    told.sort(key=lambda one: -one[0])
    each = [_said(outlet, value, number, row, is_first=not at) for at, (number, outlet, value) in enumerate(told)]
    said = [f"{'; '.join(one.rstrip('.') for one in each)}."] if each else []
    said += [sentence("missing", outlet=listed(names), missing=reason) for reason, names in without.items()]
    return Finding(f"{measure}/{part}", measure, row["title"], " ".join(said), tuple(shown))


def _said(outlet: str, value: Value, number: float, row: lexicons.Row, *, is_first: bool = True) -> str:
    """What is said of one article: the number, or the counts where they are few; after the first one in short."""
    is_few = is_share(row) and value.n < lexicons.threshold("small_n")
    told = {
        "outlet": outlet,
        "title": row["title"],
        "unit": value.unit,
        "n": value.n,
        "value": _number(number, row),
        "count": round(number * value.n),
        "label": listed(value.labels or ()) or "nobody named",
    }
    template = _template(row)
    whole = template["few"] if is_few and template["few"] else template["sentence"]
    if is_first:
        return _filled(whole, told)
    amount = "{count} of {n}" if is_few else "{value} of {n}" if " of {n}" in whole else "{value} (n = {n})"
    who = "{outlet}, {label}: " if "{label}" in whole else "{outlet}: "
    return (who + amount).format(**told)


def _template(row: lexicons.Row) -> lexicons.Row:
    """The sentence for a row of the table of scores, or one that fits any."""
    return _templates().get(f"{row['measure']}/{row['part']}") or _templates()["*"]


def _number(number: float, row: lexicons.Row) -> str:
    """A number as the table of scores shows it."""
    if is_share(row):
        return f"{number:.0%}".replace("%", " %")
    sign = "+" if row["signed"] == "yes" else ""
    return f"{number:{sign}.{row['decimals']}f}".replace("-", "−")


@cache
def _templates() -> Mapping[str, lexicons.Row]:
    return {row["key"]: row for row in lexicons.rows("findings.csv")}
