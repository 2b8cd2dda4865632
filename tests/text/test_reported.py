import pytest

from analysis.text import cues, reported, tokens


def clauses(body):
    """(cue, reported clause) pairs."""
    found, all_cues = tokens.find(body), cues.find(body)
    return [
        (found.text(all_cues[one.cue].first, all_cues[one.cue].after), found.text(one.first, one.after))
        for one in reported.find(body)
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Orla Venn said the pier would close.", ("said", "the pier would close")),
        ("Orla Venn warned that the pier would fall.", ("warned", "the pier would fall")),
        ("The pier in Ostwick would close in May, Orla Venn said.", ("said", "The pier in Ostwick would close in May")),
        ("The pier would close, said Orla Venn, the mayor.", ("said", "The pier would close")),
        ("Orla Venn urged the council to close the pier.", ("urged", "the council to close the pier")),
        ("According to the report, the wood is rotten.", ("According to", "the wood is rotten")),
    ],
)
def test_the_clause_stands_after_or_before_its_cue(body, expected):
    assert expected in clauses(f"The town met on Monday.\n\n{body}")


def test_a_clause_ends_with_its_sentence():
    assert clauses("Orla Venn said the pier would close. It rained.") == [("said", "the pier would close")]


def test_marked_words_are_no_reported_clause():
    assert clauses("“The pier will close,” Orla Venn said.") == []


def test_a_text_without_cues_reports_nothing():
    assert clauses("The pier fell on Monday. It rained.") == []
