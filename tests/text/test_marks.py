import pytest

from analysis.text import marks
from tests.timing import assert_linear


def inside(body):
    return [body[stretch.start : stretch.end] for stretch in marks.find(body)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("“The pier is safe,” Orla Venn said.", ["The pier is safe,"]),
        ('"The pier is safe," Orla Venn said.', ["The pier is safe,"]),
        ("''The pier is safe,'' Orla Venn said.", ["The pier is safe,"]),
        ("``The pier is safe,'' Orla Venn said.", ["The pier is safe,"]),
        ("«The pier is safe», Orla Venn said.", ["The pier is safe"]),
        ("„The pier is safe“, Orla Venn said.", ["The pier is safe"]),
        ("‘The pier is safe,’ Orla Venn said.", ["The pier is safe,"]),
        ("'The pier is safe,' Orla Venn said.", ["The pier is safe,"]),
    ],
)
def test_every_kind_of_mark_opens_and_closes(body, expected):
    assert inside(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "Don't tell the Venns' dog that it's Orla's turn.",
        "'Tis the season, and the '90s are over.",
        "Rock ’n’ roll, said ’em all.",
        'The mast is 6\'2" tall and 3" wide.',
        "The towns’ mayors met the villages’ elders.",
    ],
)
def test_apostrophes_and_inches_are_no_marks(body):
    assert inside(body) == []


def test_a_stray_closing_mark_opens_no_quotation():
    assert inside("Since the flood,” Venn has rebuilt the pier.") == []


def test_a_wrong_way_mark_that_is_glued_to_its_word_opens():
    assert inside("She hoped”nothing more” of the talks.") == ["nothing more"]
    assert inside("He told them that”nobody sinks alone” in his town.") == ["nobody sinks alone"]


def test_a_single_mark_glued_between_two_words_opens():
    assert inside("Venn expects no’miracle’ at pier talks") == ["miracle"]
    assert inside("Venn expects no'miracle' at pier talks") == ["miracle"]


def test_an_opener_that_is_never_closed_runs_to_the_end_of_its_paragraph():
    body = "“We built it.\n\n“We will keep it,” she said."
    first, second = marks.find(body)
    assert inside(body) == ["We built it.", "We will keep it,"]
    assert first.closing == -1
    assert body[second.closing] == "”"


def test_an_opener_inside_a_paragraph_that_is_opened_again_is_dropped():
    assert inside("The “pier is gone, “all of it,” she said.") == ["all of it,"]


def test_marks_inside_marks_belong_to_the_outer_stretch():
    assert inside("“He called it ‘a wreck’ twice,” she said.") == ["He called it ‘a wreck’ twice,"]


def test_a_plurals_apostrophe_does_not_close_single_marks_too_early():
    assert inside("‘The towns’ plan is dead,’ she said.") == ["The towns’ plan is dead,"]


def test_inches_inside_a_quotation_do_not_close_it():
    assert inside('"He is 6\'2" tall," she said.') == ["He is 6'2\" tall,"]


def test_stretches_come_in_order_and_the_marks_are_left_out():
    body = "“One,” she said, “two,” and ‘three.’"
    found = marks.find(body)
    assert list(found) == sorted(found)
    assert all(body[stretch.opening] in "“‘" and body[stretch.start - 1] in "“‘" for stretch in found)
    assert [stretch.single for stretch in found] == [False, False, True]


@pytest.mark.parametrize("unit", ['"', '" ', "“a ", "'a ", "‘as’ b ", "''", "a’b", "6'2\" "])
def test_the_time_grows_with_the_length_and_no_faster(unit):
    assert_linear(marks.find, unit * 100_000)


def test_a_plural_that_closes_does_not_reach_over_the_mark_that_opens_the_next():
    body = "The headline ‘Reyl Leads’ sells more papers than ‘Nobody Knows.’"
    assert [body[one.start : one.end] for one in marks.find(body)] == ["Reyl Leads", "Nobody Knows."]


INDENTED = "\u2003"


def test_an_indented_paragraph_under_a_colon_needs_no_marks():
    body = f"The mayor said:\n\n{INDENTED}We waited. “Nobody” will miss it.\n\n{INDENTED}We are glad.\n\nShe left."
    found = [body[one.start : one.end] for one in marks.find(body)]
    assert found == ["We waited. “Nobody” will miss it.", "We are glad."]


@pytest.mark.parametrize(
    "body",
    [
        f"The mayor left.\n\n{INDENTED}We waited.",  # nobody is about to speak
        f"The mayor said:\n\nWe waited.\n\n{INDENTED}We are glad.",
        f"The mayor said:\n\n{INDENTED}— Ines Okafor",  # a signature
        f"The mayor said:\n\n{INDENTED}",
        f"{INDENTED}We waited.",
    ],
)
def test_other_indented_paragraphs_are_no_quotations(body):
    assert marks.find(body) == ()


def test_an_indented_paragraph_with_marks_of_its_own_is_read_by_them():
    body = f"The mayor said:\n\n{INDENTED}“We waited,” she said again."
    assert [body[one.start : one.end] for one in marks.find(body)] == ["We waited,"]
