from ui.widgets.mark_form import trimmed

BODY = "He called it “ a gift ” once."


def test_spaces_and_quotation_marks_at_the_ends_belong_to_no_span():
    start, end = trimmed(BODY, BODY.index(" “"), BODY.index("” ") + 2)
    assert BODY[start:end] == "a gift"


def test_a_selection_of_marks_alone_is_kept():
    start, end = trimmed(BODY, BODY.index("“"), BODY.index("“") + 1)
    assert BODY[start:end] == "“"
