"""Texts side by side with highlights. A press on a highlight, or words that are selected, come back as offsets.

The columns scroll together to what is looked for. Texts reach the browser as data and are set as text there, so that
nothing in an article can become markup.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import streamlit as st

from ui import pieces
from ui.widgets.reader import PARAGRAPH, behind_marks

ASSETS = Path(__file__).parent.parent / "assets"
COMPONENT = st.components.v2.component(
    "parallax_text_columns",
    html='<div class="px-texts"></div>',
    css=(ASSETS / "text_columns.css").read_text(encoding="utf-8"),
    js=(ASSETS / "text_columns.js").read_text(encoding="utf-8"),
    isolate_styles=False,  # browsers do not agree on what is selected inside a shadow root
)
FOUND = "found"  # the style of the places that are looked for


class Look(NamedTuple):
    """How marks of one sort look, and what the legend calls them; `letter` stands beside their labels."""

    style: str  # one or several of: tint, faint, box, line, thick, dashed, dotted, double, wavy, over, over-dotted
    colour: str
    name: str
    letter: str = ""


class Mark(NamedTuple):
    """`body[start:end]` is highlighted; `says` tells it without colour, `label` is printed behind it."""

    start: int
    end: int
    look: Look
    says: str
    label: str = ""


class Text(NamedTuple):
    """One text with its marks as the browser gets it (JSON), and its length."""

    data: str
    length: int


class Column(NamedTuple):
    """One text with its head. colour: that of the article."""

    id: str
    name: str
    facts: str
    colour: str
    text: Text


class Clicked(NamedTuple):
    """The stretch that was pressed, or selected to be marked: `body[start:end]` of the text `column`."""

    column: str
    start: int
    end: int
    selected: bool


def lay_out(
    body: str, headline_end: int, marks: Sequence[Mark], places: Sequence[pieces.Stretch] = (), missing: str = ""
) -> Text:
    """`body` in paragraphs, cut where marks begin and end; `places` are what is looked for, `missing` where it is not.

    Cost grows with the text and its marks; keep what comes out where pages are run again.
    """
    stretches = [found.span() for found in PARAGRAPH.finditer(body)]
    spans = [*((mark.start, mark.end) for mark in marks), *places]
    labels: dict[int, list[int]] = {}
    for number, mark in enumerate(marks):
        if mark.label:
            labels.setdefault(behind_marks(body, mark.end), []).append(number)
    paragraphs = [
        {
            "head": start < headline_end,
            "pieces": [[at, body[at:end], over, labels.get(end, [])] for at, end, over in found],
        }
        for (start, _), found in zip(stretches, pieces.cut(stretches, spans, labels), strict=True)
    ]
    shown = [[mark.look.style, mark.look.colour, mark.look.letter, mark.says, mark.label] for mark in marks]
    shown += [[FOUND, "", "", "what you look for", ""] for _ in places]
    data = json.dumps({"paragraphs": paragraphs, "marks": shown, "missing": missing}, ensure_ascii=False)
    return Text(data, len(body))


def text_columns(
    columns: Sequence[Column], *, target: str = "", legend: Sequence[Look] = (), offer: str = "", key: str
) -> Clicked | None:
    """Show `columns`; what was just pressed or selected in one of them, if anything.

    target: what is looked for; where it changes, every column scrolls to its first place. offer: the words on the
    button that appears at words selected; "" for none.
    """
    data = {
        "columns": [
            {"id": one.id, "name": one.name, "facts": one.facts, "colour": one.colour, "text": one.text.data}
            for one in columns
        ],
        "target": target,
        "legend": [list(look) for look in legend],
        "offer": offer,
    }
    result = COMPONENT(key=key, data=data, on_clicked_change=lambda: None, on_selected_change=lambda: None)
    return _read(result.clicked, columns, selected=False) or _read(result.selected, columns, selected=True)


def _read(sent: object, columns: Sequence[Column], *, selected: bool) -> Clicked | None:
    """What the browser sent, if it is a stretch of one of the columns: a browser can send anything."""
    if not isinstance(sent, dict):
        return None
    name, start, end = sent.get("column"), sent.get("start"), sent.get("end")
    if not isinstance(name, str) or not isinstance(start, int) or not isinstance(end, int):
        return None
    length = next((one.text.length for one in columns if one.id == name), 0)
    return Clicked(name, start, end, selected) if 0 <= start < end <= length else None
