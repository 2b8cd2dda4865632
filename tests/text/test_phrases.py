import pytest

from analysis import lexicons
from analysis.text import phrases

ROWS = (
    {"term": "marsh|fen toll", "class": "short"},
    {"term": "marsh toll office", "class": "long"},
    {"term": "we weigh … eels", "class": "gap"},
)


@pytest.fixture(autouse=True)
def word_list(monkeypatch):
    listed = lexicons.rows
    monkeypatch.setattr(lexicons, "rows", lambda path: ROWS if path == "lexicons/marsh.csv" else listed(path))
    monkeypatch.setattr(phrases, "LEXICONS", ("marsh",))
    phrases._index.cache_clear()
    phrases._all.cache_clear()
    yield
    phrases._index.cache_clear()
    phrases._all.cache_clear()


def found(body):
    return [(body[one.start : one.end], one.row["class"]) for one in phrases.find("marsh", body)]


def test_alternatives_possessives_and_capitals_are_the_same_phrase():
    assert found("Marsh toll. The fen tolls. The Fen Toll’s end.") == [("Marsh toll", "short"), ("Fen Toll’s", "short")]


def test_the_longest_phrase_counts_and_none_overlap():
    assert found("the marsh toll office") == [("marsh toll office", "long")]


def test_a_gap_holds_up_to_six_words():
    assert found("We weigh eels.") == [("We weigh eels", "gap")]
    assert found("we weigh one two three four five six eels") == [("we weigh one two three four five six eels", "gap")]
    assert found("we weigh one two three four five six seven eels") == []


def test_a_phrase_ends_with_its_sentence():
    assert found("the marsh. Toll it") == []
    assert found("We weigh it. Eels came.") == []


def test_a_text_that_stops_inside_a_phrase_has_none():
    assert found("a fen") == []
    assert found("we weigh") == []


def test_letters_that_grow_when_made_small_move_no_phrase():
    assert found("In İzmir, İskele and İnönü the marsh toll ended.") == [("marsh toll", "short")]
