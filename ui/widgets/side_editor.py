"""The sides of an event: suggested from the words of the articles, and changed by the user."""

import pandas as pd
import streamlit as st

from analysis.comparison import sides
from analysis.comparison.side_balance import NO_SIDE
from analysis.comparison.sides import Edits, Side, Sides
from ui import literal
from ui.state import edits, events


def show(suggested: Sides) -> Sides:
    """Let the user change the list of sides and the side of each voice; what now holds."""
    placed = current(suggested)
    many = len(placed.sides)
    st.text(
        f"{many} possible {literal.one_or_many(many, 'sides')}. They are suggested from what the articles say of their "
        "speakers; add the sides that are never heard, too: every index depends on how many sides are possible."
    )
    with st.expander("Change the sides and who is on them", key="side_editor"):
        names = st.text_area(
            "Possible sides, one a line", "\n".join(side.name for side in placed.sides), key=f"sides_{events.here().id}"
        )
        wanted = _named(names, placed)
        moved = _voices(placed, wanted)
        columns = st.columns(2)
        if columns[0].button("Use these sides", type="primary"):
            edits.keep_side_edits(Edits(wanted, moved))
            st.rerun()
        if columns[1].button("Back to the suggestion"):
            edits.keep_side_edits(Edits())
            st.session_state.pop(f"sides_{events.here().id}", None)
            st.rerun()
    return placed


def current(suggested: Sides) -> Sides:
    """The sides as they now hold: the suggestion with the user's changes over it."""
    try:
        return sides.apply(suggested, edits.side_edits())
    except ValueError as error:
        st.error(literal.in_markdown(str(error)))
        return suggested


def _named(names: str, placed: Sides) -> tuple[Side, ...]:
    """The sides that the lines name; a name that is known keeps its id."""
    known = {side.name: side for side in placed.sides}
    wanted = dict.fromkeys(" ".join(line.split()) for line in names.splitlines() if line.strip())
    return tuple(known.get(name) or Side(literal.slug(name), name) for name in wanted)


def _voices(placed: Sides, wanted: tuple[Side, ...]) -> tuple[tuple[str, str], ...]:
    """A table of all voices with their sides; the (voice, side id) of those that differ from what holds."""
    names = {side.id: side.name for side in wanted}
    table = pd.DataFrame(
        [(one.voice, names.get(one.side, NO_SIDE), one.why) for one in placed.placements],
        columns=["voice", "side", "why"],
    )
    edited = st.data_editor(
        table,
        hide_index=True,
        disabled=["voice", "why"],
        column_config={"side": st.column_config.SelectboxColumn(options=[*names.values(), NO_SIDE], required=True)},
        key=f"placements_{events.here().id}_{len(names)}",
    )
    ids = {name: side for side, name in names.items()}
    before = dict(edits.side_edits().moved)
    changed = {
        voice: ids.get(side, "")
        for voice, side, was in zip(edited["voice"], edited["side"], table["side"], strict=True)
        if side != was
    }
    kept = {voice: side for voice, side in before.items() if side in names or not side}
    return tuple((kept | changed).items())
