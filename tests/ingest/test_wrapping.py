import pytest

from analysis.ingest import plain_text, wrapping

BROKEN = """Harbour wall to be rebuilt

The harbour wall in Elmstead will be rebuilt, the town council decided
on Tuesday night after a debate of three hours in which nobody gave
way and one councillor left the hall.

“We have waited nine years for this day,” the mayor said. “Nobody in
this town will miss the old wall, and nobody should pretend to.”
"""


def test_paragraphs_broken_at_a_fixed_width_become_whole():
    paragraphs = [line for line in wrapping.join(BROKEN).split("\n") if line]
    assert paragraphs[0] == "Harbour wall to be rebuilt"
    assert paragraphs[1].startswith("The harbour wall") and paragraphs[1].endswith("left the hall.")
    assert len(paragraphs) == 3


def test_the_headline_of_broken_text_is_found_and_the_change_is_told():
    (article,) = plain_text.read(BROKEN, id="a")
    assert article.headline == "Harbour wall to be rebuilt"
    assert "Nobody in this town" in article.body
    assert any("fixed width" in note for note in article.notes)


@pytest.mark.parametrize(
    "text",
    [
        "One line only",
        "Leave a reply\nShare this\nMore from us\nabout us\ncontact",
        "A paragraph that ends.\nAnother that ends.\nA third that ends.\nA fourth one.",
        "The first paragraph of a normal article is long and has no break inside " * 4
        + "\nand so on\nand so on\nand so",
        "",
    ],
    ids=["one line", "page furniture", "a paragraph a line", "long lines", "nothing"],
)
def test_other_text_stays_as_it_is(text):
    assert wrapping.join(text) == text
