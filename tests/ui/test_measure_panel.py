from analysis import tables
from ui.widgets import measure_panel


def test_the_words_of_a_scare_quote_stand_right_behind_its_article():
    assert measure_panel.AIMS[:2] == ("article", "words")
    assert set(measure_panel.AIMS) == set(tables.AIMS)
