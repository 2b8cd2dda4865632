"""Tables of judged words and of people, as HTML."""

from collections.abc import Iterable, Mapping, Sequence

from analysis.classroom import units
from analysis.classroom.records import LETTERS, SPANS, Assignment, tasks
from analysis.classroom.units import Unit
from analysis.model import Span
from ui.literal import in_html
from ui.widgets import reader

AROUND = 45  # characters of context


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; on a phone each row is a card. head: plain words; rows: cells as HTML, the first names the row."""
    names = [in_html(name) for name in head]
    top = "".join(f'<th scope="col">{name}</th>' for name in names)
    body = "".join(_row(names, cells) for cells in rows)
    return f'<table class="px-accuracy px-class"><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>'


def words(assignment: Assignment, unit: Unit) -> str:
    """What was judged, as HTML: a quoted span with the words around it, by which two of the same can be told apart."""
    place = f"{unit.letter}: " if unit.letter else ""
    if unit.task != SPANS:
        return place + in_html(units.words_of(assignment, unit))
    article = assignment.articles[LETTERS.index(unit.letter)]
    return place + reader.passage(article, Span(unit.start, unit.end, "open"), "judged", around=AROUND)


def counts(given: Mapping[str, int], task: str) -> str:
    """How many gave which value, as HTML with bars."""
    total, labels = sum(given.values()), label_of(task)
    return "".join(
        f'<span class="px-share" style="--share:{100 * count / total:.0f}%">{in_html(labels.get(value, value))} '
        f"{count}</span>"
        for value, count in sorted(given.items(), key=lambda one: -one[1])
    )


def label_of(task: str) -> dict[str, str]:
    """Value -> its label in the codebook."""
    return {code.value: code.label for code in tasks()[task].codes}


def _row(names: Sequence[str], cells: Sequence[str]) -> str:
    inner = "".join(f'<td data-head="{name}">{cell}</td>' for name, cell in zip(names[1:], cells[1:], strict=True))
    return f'<tr><th scope="row">{cells[0]}</th>{inner}</tr>'
