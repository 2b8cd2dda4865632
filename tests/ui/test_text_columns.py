import json

from ui.widgets import text_columns
from ui.widgets.text_columns import Clicked, Column, Look, Mark

BODY = "Wall falls\n\nThe “old” wall <b>fell</b>, she said."
TINT = Look("tint", "#0072B2", "quotation", "A")


def mark(words, look=TINT, label=""):
    start = BODY.index(words)
    return Mark(start, start + len(words), look, f"quotation {words}", label)


def laid_out(marks=(), places=(), missing=""):
    return json.loads(text_columns.lay_out(BODY, len("Wall falls"), marks, places, missing).data)


def pieces(data):
    return [piece for paragraph in data["paragraphs"] for piece in paragraph["pieces"]]


def test_the_headline_is_told_from_the_paragraphs():
    assert [paragraph["head"] for paragraph in laid_out()["paragraphs"]] == [True, False]


def test_every_piece_says_where_it_stands_in_the_body():
    for at, text, _, _ in pieces(laid_out([mark("old"), mark("The “old” wall")])):
        assert BODY.startswith(text, at)


def test_the_text_is_complete_and_as_it_was_written():
    shown = ["".join(piece[1] for piece in one["pieces"]) for one in laid_out([mark("fell")])["paragraphs"]]
    assert shown == [line for line in BODY.splitlines() if line]


def test_overlapping_marks_cover_the_same_piece():
    [both] = [over for _, text, over, _ in pieces(laid_out([mark("The “old” wall"), mark("old")])) if text == "old"]
    assert both == [0, 1]


def test_the_label_stands_behind_the_closing_quotation_mark():
    behind = [text for _, text, _, labels in pieces(laid_out([mark("old", label="Anna Berg")])) if labels]
    assert behind == ["”"]


def test_a_place_looked_for_is_no_rule_and_has_a_style_of_its_own():
    data = laid_out([mark("old")], [(0, 4)])
    assert [style for style, *_ in data["marks"]] == ["tint", text_columns.FOUND]


def test_a_text_without_the_place_says_so():
    assert laid_out(missing="not found here")["missing"] == "not found here"


def test_what_a_browser_sends_is_taken_only_where_it_is_a_stretch_of_a_column():
    column = Column("a", "The Tide", "", "#000000", text_columns.lay_out(BODY, 0, []))
    read = text_columns._read
    assert read({"column": "a", "start": 2, "end": 5}, [column], selected=False) == Clicked("a", 2, 5, False)
    for sent in (
        None,
        "a",
        {},
        {"column": "b", "start": 2, "end": 5},
        {"column": ["a"], "start": 2, "end": 5},
        {"column": "a", "start": "2", "end": 5},
        {"column": "a", "start": 5, "end": 5},
        {"column": "a", "start": -1, "end": 5},
        {"column": "a", "start": 0, "end": len(BODY) + 1},
    ):
        assert read(sent, [column], selected=False) is None
