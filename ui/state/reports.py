"""What a person chose and wrote for the report on the event on screen."""

from collections.abc import Mapping, Set
from dataclasses import replace
from typing import Any, Literal

import streamlit as st

from analysis.workspace import Part, Report
from ui.state import events

REPORTS = "reports"  # session: event id -> Report
ORDER = "report_order"  # session: how often the order of parts changed; the fields of a part are new then
BEGUN = "report_begun"  # session: how often a whole report was put in place; all fields are new then

Kind = Literal["text", "finding", "chart", "table"]


def here() -> Report:
    """The report on the event on screen; an empty one where none was begun."""
    found: Report = st.session_state.get(REPORTS, {}).get(events.here().id, Report())
    return found


def open_all(opened: Mapping[str, Report]) -> None:
    """Put these reports in place of all that were begun."""
    st.session_state[REPORTS] = dict(opened)
    _begun()


def begin(report: Report) -> None:
    """Put `report` in place of the one on the event on screen."""
    _keep(report)
    _begun()


def tell(**fields: Any) -> None:  # noqa: ANN401  fields of a Report
    """Change title, author or style."""
    _keep(replace(here(), **fields))


def allow(articles: Set[str]) -> None:
    """Say which articles may be reproduced in full."""
    _keep(replace(here(), full_texts=frozenset(articles)))


def describe(chart: str, alt: str, drafted: str) -> None:
    """Keep an alternative text; the drafted one, or none, takes it back."""
    alts = {key: text for key, text in here().alts.items() if key != chart}
    own = " ".join(alt.split())
    _keep(replace(here(), alts=alts | ({chart: own} if own and own != drafted else {})))


def add(kind: Kind, key: str = "", text: str = "") -> None:
    """Put a part at the end."""
    _keep(replace(here(), parts=(*here().parts, Part(kind, key, text))))
    _reordered()


def remove(at: int) -> None:
    """Take out the part at this position."""
    parts = here().parts
    _keep(replace(here(), parts=parts[:at] + parts[at + 1 :]))
    _reordered()


def move(at: int, by: int) -> None:
    """Move the part at this position up (-1) or down (1); nothing happens at the ends."""
    parts = list(here().parts)
    if 0 <= at + by < len(parts):
        parts[at], parts[at + by] = parts[at + by], parts[at]
        _keep(replace(here(), parts=tuple(parts)))
        _reordered()


def write(at: int, text: str, drafted: str = "") -> None:
    """Keep what the person wrote for a part; the drafted text is not kept, so that it follows the articles."""
    parts = list(here().parts)
    parts[at] = replace(parts[at], text="" if text == drafted else text)
    _keep(replace(here(), parts=tuple(parts)))


def order() -> int:
    """A number that is another one whenever parts were added, moved or taken out."""
    return int(st.session_state.get(ORDER, 0))


def begun() -> int:
    """A number that is another one whenever a whole report was put in place."""
    return int(st.session_state.get(BEGUN, 0))


def _begun() -> None:
    st.session_state[BEGUN] = begun() + 1
    _reordered()


def _keep(report: Report) -> None:
    st.session_state[REPORTS] = {**st.session_state.get(REPORTS, {}), events.here().id: report}


def _reordered() -> None:
    st.session_state[ORDER] = order() + 1
