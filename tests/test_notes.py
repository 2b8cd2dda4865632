from analysis import comparison, measures, notes


def test_the_parts_of_a_docstring_become_paragraphs_with_a_capital():
    found = notes.of("analysis.measures.quoted_voices")
    assert found["Title"] == "Quoted voices"
    assert found["Counts"].startswith("Quotations")
    assert "\n" not in found["Misses"]


def test_measures_and_comparisons_tell_of_themselves_in_the_same_way():
    assert set(comparison.notes("side_balance")) == set(measures.notes("sourcing"))
