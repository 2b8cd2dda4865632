"""How often a detector is right: its figures on gold data, beside those of other systems."""

from collections.abc import Mapping, Sequence

import streamlit as st

from analysis import lexicons
from ui.literal import in_html

OURS = "Parallax"
BY_BENCHMARK = "make bench"
HEAD = ("What was measured", OURS, "Others", "Measured on")

Row = Mapping[str, str]


def show(measure: str) -> None:
    """The accuracy card of `measure`, or why there is none."""
    rows = [row for row in lexicons.rows("accuracy.csv") if row["measure"] == measure]
    with st.expander("How accurate is it?"):
        if rows:
            st.html(table(rows))
            st.html('<p class="px-note">In brackets: 95 % interval.</p>')
        else:
            st.html(f'<p class="px-note">{in_html(reason(measure))}</p>')


def reason(measure: str) -> str:
    """Why a measure has no figures."""
    found = next((row["reason"] for row in lexicons.rows("unmeasured.csv") if row["measure"] == measure), "")
    return found or "This was not measured against public gold data yet."


def table(rows: Sequence[Row]) -> str:
    """One line for each metric and data set as HTML: our figure, those of others, and what they rest on."""
    lines: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        lines.setdefault((row["metric"], row["data"]), []).append(row)
    head = "".join(f'<th scope="col">{name}</th>' for name in HEAD)
    body = "".join(_line(metric, found) for (metric, _), found in lines.items())
    return f'<table class="px-accuracy"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _line(metric: str, rows: Sequence[Row]) -> str:
    ours = [row for row in rows if row["system"] == OURS]
    others = "<br>".join(f"{in_html(row['system'])}: {_value(row)}" for row in rows if row["system"] != OURS)
    first = (ours or rows)[0]
    how = "" if first["how"] == BY_BENCHMARK else f"; {first['how']}"
    where = in_html(f"{first['data']}; {first['n']}{how}")
    own = f"<b>{_value(ours[0])}</b>" if ours else "–"
    return (
        f'<tr><th scope="row">{in_html(metric)}</th><td data-head="{OURS}">{own}</td>'
        f'<td data-head="Others">{others or "–"}</td><td data-head="Measured on">{where}</td></tr>'
    )


def _value(row: Row) -> str:
    between = f" ({in_html(row['low'])}–{in_html(row['high'])})" if row["low"] else ""
    return f"{in_html(row['value'])}{between}"
