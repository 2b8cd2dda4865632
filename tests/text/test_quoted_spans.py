from analysis.text import quoted_spans


def shown(body):
    return [(body[span.start : span.end], span.place) for span in quoted_spans.find(body)]


def test_a_span_has_its_marks_and_its_words():
    body = "The so-called “improvement” failed."
    (span,) = quoted_spans.find(body)
    assert body[span.start : span.end] == "“improvement”"
    assert body[span.inner_start : span.inner_end] == "improvement"


def test_nine_words_are_too_long():
    assert shown("“One two three four five six seven eight nine,” she said.") == []
    assert len(shown("“One two three four five six seven eight,” she said.")) == 1


def test_quoted_words_inside_a_longer_quotation_are_found():
    body = "“We were told that the ‘improvement’ would take two years at most,” the mayor said."
    assert shown(body) == [("‘improvement’", "nested")]


def test_an_apostrophe_inside_a_quotation_opens_nothing():
    assert shown("“We don't know what the fishermen's spokesman told the council's clerk,” the mayor said.") == []


def test_values_in_code_are_told_apart():
    assert shown('<embed id="774411"> The wall stays.') == [('"774411"', "code")]


def test_doubled_single_marks_belong_to_the_span():
    assert shown("The ''improvement'' failed.") == [("''improvement''", "outer")]


def test_a_number_between_single_curly_marks_is_a_span_and_a_decade_is_none():
    assert shown("Her film ‘13th’ opened in May.") == [("‘13th’", "outer")]
    assert shown("The ‘90s and the teachers’ union are gone.") == []
