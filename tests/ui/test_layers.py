import pytest

from analysis.comparison.sides import Side, Sides
from analysis.model import Span
from ui import layers

SIDES = Sides((Side("n", "Norland"), Side("s", "Sudland")), ())


def test_quotations_have_the_colour_and_the_letter_of_the_speakers_side():
    looks = layers.side_looks(SIDES)
    spans = [Span(0, 3, "direct", label="Anna Berg"), Span(5, 9, "direct", label="nobody named")]
    berg, nobody = layers.marks(layers.QUOTATIONS, spans, looks, {"Anna Berg": "s"})
    assert (berg.look.letter, berg.label) == ("B", "Anna Berg")
    assert berg.says == "quotation, speaker Anna Berg, side Sudland"
    assert nobody.look.letter == "–"
    assert nobody.look.colour != berg.look.colour


def test_reported_speech_looks_and_reads_otherwise_than_a_quotation():
    looks = layers.side_looks(SIDES)
    [mark] = layers.marks(layers.QUOTATIONS, [Span(0, 3, "indirect", label="Berg")], looks, {})
    assert mark.look.style == "dotted"
    assert mark.says.startswith("reported speech, speaker Berg")


def test_the_legend_names_the_sides_and_the_layers_that_are_on():
    names = [look.name for look in layers.legend([layers.QUOTATIONS, "scare_quotes"], layers.side_looks(SIDES))]
    assert {"Norland", "Sudland", layers.NO_SIDE, "marks that keep a distance"} <= set(names)
    assert layers.legend([], layers.side_looks(SIDES)) == []


def test_scare_quotes_look_otherwise_than_other_short_spans():
    scare, term = layers.marks("scare_quotes", [Span(0, 2, "scare", label="scare"), Span(3, 5, "term")], {}, {})
    assert scare.look.style == "wavy"
    assert term.look.style != "wavy"


@pytest.mark.parametrize("layer", layers.LAYERS)
def test_every_layer_has_looks_and_notes(layer):
    assert layers.notes(layer)["Title"]
    assert layer == layers.QUOTATIONS or "" in layers.LAYERS[layer].looks


def test_a_mark_says_its_kind_and_label_once():
    assert layers.says("short quoted span", Span(0, 1, "scare", label="scare")) == "short quoted span, scare"
