"""The layers of the page Read: what can be highlighted, how it looks, and what a highlight says without colour.

The key of a layer is the name of the measure or comparison that it shows.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from analysis import comparison, measures
from analysis.charts import side_balance
from analysis.comparison.side_balance import NO_SIDE as NO_SIDE  # noqa: PLC0414  the dialog of rules names it, too
from analysis.comparison.sides import Sides
from analysis.model import Span
from ui.widgets.text_columns import Look, Mark

QUOTATIONS, LABELS, CLAIMS = "quoted_voices", "labels", "claims"
INDIRECT = "indirect"  # kind of a quotation without marks
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
LONGEST = 70  # characters of a label in what a highlight says


class Layer(NamedTuple):
    """One layer: its title, what one highlight of it is called, and its looks by kind or label; "" for all others."""

    title: str
    one: str
    looks: Mapping[str, Look]


def _layer(title: str, one: str, **looks: tuple[str, str, str]) -> Layer:
    return Layer(title, one, MappingProxyType({key.strip("_"): Look(*look) for key, look in looks.items()}))


LAYERS: Mapping[str, Layer] = MappingProxyType(
    {
        QUOTATIONS: Layer("Quotations", "quotation", MappingProxyType({})),  # their looks are those of the sides
        "attribution_verbs": _layer("Words of saying", "word of saying", _=("double", "#5C5C5C", "word of saying")),
        "scare_quotes": _layer(
            "Short quoted spans",
            "short quoted span",
            scare=("wavy", "#D55E00", "marks that keep a distance"),
            _=("dashed", "#7A7A7A", "other short quoted words"),
        ),
        LABELS: _layer("Labels of an actor", "label", _=("tint line", "#B14FA8", "label of the actor")),
        "loaded_words": _layer("Loaded words", "loaded word", _=("box", "#B14FA8", "carries a judgement")),
        "distancing": _layer("Distancing", "distancing word", _=("over", "#D55E00", "holds a statement at a distance")),
        "hedges_boosters": _layer(
            "Hedges and boosters", "hedge or booster", _=("over-dotted", "#00875F", "weakens or strengthens a claim")
        ),
        "agentless": _layer("No agent", "act without agent", _=("line", "#9A7200", "no one named as doing it")),
        "sentiment": _layer(
            "Tone",
            "sentence",
            negative=("tint dashed", "#D55E00", "negative words"),
            positive=("tint", "#0072B2", "positive words"),
            _=("faint", "#8A8A8A", "neither"),
        ),
        CLAIMS: _layer("Claims", "claim", _=("thick", "#0072B2", "what several articles report")),
        "outlet_credibility": _layer(
            "Outlets named", "outlet", _=("tint line", "#00875F", "publisher or credited source")
        ),
    }
)


def side_looks(placed: Sides) -> Mapping[str, Look]:
    """Side id -> how its quotations look; "" for those on no side."""
    names = [side.name for side in placed.sides]
    looks = {
        side.id: Look("tint", str(side_balance.marker(side.name, names)["color"]), side.name, LETTERS[place % 26])
        for place, side in enumerate(placed.sides)
    }
    return {**looks, "": Look("tint", side_balance.NO_SIDE, NO_SIDE, "–")}


def legend(shown: Sequence[str], sides: Mapping[str, Look]) -> list[Look]:
    """What the looks of the layers shown mean."""
    looks: list[Look] = []
    if QUOTATIONS in shown:
        looks += [*sides.values(), Look("dotted", side_balance.NO_SIDE, "reported, without quotation marks")]
    return [*looks, *(look for key in shown for look in LAYERS[key].looks.values())]


def marks(layer: str, spans: Sequence[Span], sides: Mapping[str, Look], side_of: Mapping[str, str]) -> list[Mark]:
    """The spans of one layer as marks. side_of: voice -> side id; sides: as made by `side_looks`."""
    if layer == QUOTATIONS:
        return [_quotation(span, sides[side_of.get(span.label, "")]) for span in spans]
    one, looks = LAYERS[layer].one, LAYERS[layer].looks
    return [
        Mark(span.start, span.end, looks.get(span.label) or looks.get(span.kind) or looks[""], says(one, span))
        for span in spans
    ]


def says(one: str, span: Span) -> str:
    """What `span` is, without colour: "short quoted span, scare"."""
    parts = dict.fromkeys(part for part in (one, span.kind, span.label) if part)
    return ", ".join(part if len(part) <= LONGEST else f"{part[:LONGEST]}…" for part in parts)


def notes(layer: str) -> Mapping[str, str]:
    """What the measure or the comparison behind a layer says of itself."""
    return measures.notes(layer) if layer in measures.MEASURES else comparison.notes(layer)


def _quotation(span: Span, side: Look) -> Mark:
    one = "reported speech" if span.kind == INDIRECT else "quotation"
    look = side._replace(style="dotted") if span.kind == INDIRECT else side
    said = f"{one}, speaker {span.label}, {'' if side.name == NO_SIDE else 'side '}{side.name}"
    return Mark(span.start, span.end, look, said, span.label)
