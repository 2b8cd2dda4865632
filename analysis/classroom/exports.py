"""Everything of a class as files: codings and points as CSV, their codebook, the agreement, a report to print.

Cells that a spreadsheet would run as a formula (they begin with = + - @) get an apostrophe in front.
"""

import csv
import html
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence

from analysis import __version__, lexicons
from analysis.classroom import agreement as agreement_of_coders
from analysis.classroom import machine, results, units
from analysis.classroom.agreement import Agreement
from analysis.classroom.instructing import Room
from analysis.classroom.points import Rubric
from analysis.classroom.records import LETTERS, QUOTATIONS, WRITTEN, Answers, Points, Work, tasks
from analysis.classroom.results import Judged, Part, TaskResult

CODINGS = (
    *("assignment", "coder", "submission", "blind", "late", "withdrawn", "handed_in"),
    *("task", "unit", "article", "outlet", "start", "end", "words", "value", "detail"),
)
AGREEMENT = (
    "task",
    "part",
    "unit",
    "units",
    "coders",
    "percent",
    "alpha",
    "low",
    "high",
    "reading",
    "missing",
    "prevalence",
)
COLUMNS = ("file", "column", "meaning")
GIVEN = "Given by the instructor; nothing here is computed from answers, key or machine."
FORMULA = ("=", "+", "-", "@", "\t", "\r")
STYLE = (
    "body{font:16px/1.5 Georgia,serif;max-width:52rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;"
    "width:100%}td,th{border-bottom:1px solid #999;padding:.3rem .5rem;text-align:left;vertical-align:top}"
    "q{quotes:none;background:#8882}.page{break-before:page}.text{white-space:pre-line}"
    "@media screen and (max-width:640px){table{display:block;overflow-x:auto}}"
)

Names = Mapping[str, str]


def anonymous(works: Sequence[Work]) -> Names:
    """Name -> “Coder 1” … in the order of joining, for the seminar room and for passing on."""
    return {work.name: f"Coder {number}" for number, work in enumerate(works, start=1)}


def archive(room: Room, names: Names | None = None) -> bytes:
    """All files in one ZIP; names: shown in place of the students' own, and then without anybody's points."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as files:
        files.writestr("codings.csv", "\ufeff" + codings(room, names))
        files.writestr("codebook.csv", "\ufeff" + codebook(room.assignment.rubric))
        files.writestr("agreement.csv", "\ufeff" + agreement(room))
        files.writestr("columns.csv", "\ufeff" + columns())
        if room.assignment.rubric and names is None:
            files.writestr("points.csv", "\ufeff" + points_given(room))
        files.writestr("report.html", report(room, names))
    return packed.getvalue()


def codings(room: Room, names: Names | None = None) -> str:
    """One row per answer of every submission, then of the key and the machine, as CSV."""
    rows: list[Sequence[object]] = []
    for work in room.works:
        for made in work.submissions:
            told = (made.number, made.number == 1, made.is_late, bool(work.withdrawn), made.at)
            rows += _codings(room, (names or {}).get(work.name, work.name), told, made.answers)
    rows += _codings(room, "[key]", ("", "", "", "", ""), room.assignment.key)
    rows += _codings(room, "[machine]", ("", "", "", "", ""), machine.answers(room.assignment))
    return _csv(CODINGS, rows)


def codebook(rubric: Rubric) -> str:
    """What every value of every task means, and every column of the points, as CSV."""
    rows = [
        (task.key, task.title, task.ask, task.level, code.value, code.label, code.meaning)
        for task in tasks().values()
        for code in task.codes
    ]
    rows += [
        ("points", "Points", GIVEN, f"0 to {one.points}", f"criterion {number}", one.title, one.text)
        for number, one in enumerate(rubric, start=1)
    ]
    if rubric:
        most = sum(one.points for one in rubric)
        rows.append(("points", "Points", GIVEN, f"0 to {most}", "sum", "Sum", "empty where a criterion is not marked"))
    return _csv(("task", "title", "asked", "level", "value", "label", "meaning"), rows)


def columns() -> str:
    """What every column of the tables means, as CSV."""
    return _csv(COLUMNS, [[row[name] for name in COLUMNS] for row in lexicons.rows("classroom/columns.csv")])


def points_given(room: Room) -> str:
    """One row per work that was handed in: points by criterion, their sum where all are marked, as CSV."""
    criteria = [f"criterion {number}" for number, _ in enumerate(room.assignment.rubric, start=1)]
    rows = [
        (room.assignment.id, work.name, bool(work.withdrawn), *map(_or_empty, _row(work.points)), work.points.comment)
        for work in room.works
        if work.submissions
    ]
    return _csv(("assignment", "coder", "withdrawn", *criteria, "sum", "comment"), rows)


def agreement(room: Room) -> str:
    """The agreement of the class by task and part, as CSV."""
    by_coder = results.coders(room.counting())
    found = [results.compare(room.assignment, by_coder, task) for task in room.assignment.tasks]
    return _csv(AGREEMENT, [_agreement(one.task, part) for one in found for part in one.parts])


def report(room: Room, names: Names | None = None) -> str:
    """A page to print: who took part, agreement, disagreements with their words."""
    works = room.counting()
    by_coder = {(names or {}).get(who, who): given for who, given in results.coders(works).items()}
    late = sum(work.submissions[0].is_late for work in works)
    again = sum(len(work.submissions) > 1 for work in works)
    withdrawn = sum(bool(work.withdrawn) for work in room.works)
    parts = [
        f"<h1>{_text(room.assignment.title)}</h1><p>Took part: {len(room.works)}, works that count: {len(works)}; "
        f"handed in late: {late}, more than once: {again} (the first, blind one counts), withdrawn: {withdrawn}.</p>",
        "".join(
            f"<p>Article {letter}: {_text(one.outlet or 'outlet not given')}, {_text(one.headline)}</p>"
            for letter, one in zip(LETTERS, room.assignment.articles, strict=False)
        ),
    ]
    parts += [_task(results.compare(room.assignment, by_coder, task)) for task in room.assignment.tasks]
    parts.append(_how_to_read())
    if room.assignment.rubric and names is None:
        parts.append(_points(room))
    parts.append(f"<p>Made with Parallax {__version__}, data {lexicons.fingerprint()}.</p>")
    title = _text(room.assignment.title)
    meta = '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    head = f'<!doctype html><html lang="en">{meta}<title>{title}</title><style>{STYLE}</style>'
    return f"{head}{''.join(parts)}</html>\n"


def _task(found: TaskResult) -> str:
    parts = [f"<h2>{_text(tasks()[found.task].title)}</h2>"]
    if found.task in WRITTEN:
        for one in found.judged:
            told = "".join(
                f'<p class="text"><b>{_text(", ".join(who))}</b>: {_text(value)}</p>'
                for value, who in one.given.items()
            )
            parts.append(f"<h3>{_text(one.words)}</h3>{told}")
        return "".join(parts)
    rows = "".join(_part(part) for part in found.parts)
    head = "<th>Agreement on<th>Units<th>Coders<th>Pairs that agree<th>Krippendorff’s alpha<th>95 % interval<th>Reading"
    parts.append(f"<table><tr>{head}{rows}</table>")
    if open_ones := found.disagreements():
        labels = {code.value: code.label for code in tasks()[found.task].codes}
        parts.append(f"<h3>{len(open_ones)} judged differently</h3><table><tr><th>Words<th>The class<th>Key<th>Machine")
        parts += [_disagreement(one, labels) for one in open_ones]
        parts.append("</table>")
    return "".join(parts)


def _part(part: Part) -> str:
    of = part.agreement
    percent = "–" if of.percent is None else f"{100 * of.percent:.0f} %"
    return (
        f"<tr><td>{_text(part.title)}<td>{of.units:,} (each a {part.unit})<td>up to {of.coders}<td>{percent}"
        f"<td>{_number(of.alpha)}<td>{_interval(of)}<td>{_text(of.reading or of.missing)}"
    )


def _how_to_read() -> str:
    told = agreement_of_coders.notes()
    parts = ("Counts", "Unit", "Read as", "Misses", "Source")
    return "<h2>How to read the agreement</h2>" + "".join(
        f"<p><b>{name}:</b> {_text(told[name])}</p>" for name in parts
    )


def _points(room: Room) -> str:
    """A page of its own, which can be left out when the rest is passed on."""
    rubric = room.assignment.rubric
    told = "The students can see their own." if room.points_released else "Not released to the students yet."
    head = "".join(f"<th>{_text(one.title)} (of {one.points})" for one in rubric)
    rows = "".join(
        f"<tr><td>{_text(work.name)}{''.join(f'<td>{_dash(one)}' for one in _row(work.points))}"
        f"<td>{_text(work.points.comment)}"
        for work in room.counting()
    )
    return (
        f'<h2 class="page">Points</h2><p>{GIVEN} {told}</p>'
        f"<table><tr><th>Who{head}<th>Sum (of {sum(one.points for one in rubric)})<th>Comment{rows}</table>"
    )


def _row(points: Points) -> Sequence[int | None]:
    return (*points.given, points.total)


def _disagreement(one: Judged, labels: Mapping[str, str]) -> str:
    given = "<br>".join(
        f"{_text(labels[value])}: {len(who)} ({_text(', '.join(who))})" for value, who in one.given.items()
    )
    place = f"{one.unit.letter}: " if one.unit.letter else ""
    words, key, told = _text(one.words), labels.get(one.key, "–"), labels.get(one.machine, "–")
    return f"<tr><td>{place}<q>{words}</q><td>{given}<td>{_text(key)}<td>{_text(told)}"


def _codings(room: Room, coder: str, told: Sequence[object], answers: Answers) -> Iterable[Sequence[object]]:
    asked = units.by_id(room.assignment)
    for one in answers:
        unit = asked.get((one.task, one.unit))
        if unit is None:  # the key may answer tasks that were not set
            continue
        outlet = room.assignment.articles[LETTERS.index(unit.letter)].outlet if unit.letter else ""
        value = results.category(one.task, one.value)
        place = (unit.start, unit.end) if unit.end else ("", "")
        detail = one.value if one.task == QUOTATIONS else ""
        words = units.words_of(room.assignment, unit)
        yield (room.assignment.id, coder, *told, one.task, one.unit, unit.letter, outlet, *place, words, value, detail)


def _agreement(task: str, part: Part) -> Sequence[object]:
    found = part.agreement
    shares = "; ".join(f"{value}: {share:.3f}" for value, share in found.prevalence.items())
    numbers = (found.units, found.coders, found.percent, found.alpha, found.low, found.high)
    return (task, part.title, part.unit, *map(_or_empty, numbers), found.reading, found.missing, shares)


def _csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(columns)
    writer.writerows([_cell(one) for one in row] for row in rows)
    return table.getvalue()


def _or_empty(value: float | None) -> object:
    return "" if value is None else value


def _dash(value: int | None) -> object:
    return "–" if value is None else value


def _cell(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def _text(text: str) -> str:
    return html.escape(text)


def _number(number: float | None) -> str:
    return "–" if number is None else f"{number:.3f}"


def _interval(found: Agreement) -> str:
    return "–" if found.low is None else f"{_number(found.low)} to {_number(found.high)}"
