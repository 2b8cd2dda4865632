from analysis import tables
from analysis.model import Article, Result, Span, Value

ARTICLE = Article(id="a", body="The wall fell.", event="e", outlet="The Tide", published="2026-03-14")
RESULT = Result(
    "demo",
    "a",
    (Value("words", 3.0, "words", 3, 2.0, 4.0), Value("share", None, "share", 3, missing="under five")),
    (Span(4, 8, "noun", "a thing", "wall"),),
)


def test_scores_have_a_row_per_part_with_its_reason():
    table = tables.scores([ARTICLE], [RESULT])
    assert list(table.columns) == list(tables.SCORES)
    assert table.loc[0, ["event", "article", "outlet", "value", "low", "high", "n"]].tolist() == [
        "e", "a", "The Tide", 3.0, 2.0, 4.0, 3,
    ]  # fmt: skip
    assert table["value"].isna().tolist() == [False, True]
    assert table["missing"].tolist() == ["", "under five"]


def test_a_result_without_values_keeps_a_row_with_its_reason():
    table = tables.scores([ARTICLE], [Result("demo", "a", missing="nothing to count")])
    assert table["missing"].tolist() == ["nothing to count"]
    assert table["part"].tolist() == [""]


def test_evidence_has_the_words_themselves():
    table = tables.evidence([ARTICLE], [RESULT])
    assert table.loc[0, ["kind", "label", "text", "note"]].tolist() == ["noun", "wall", "wall", "a thing"]


def test_no_articles_give_typed_empty_tables():
    assert list(tables.scores([], []).columns) == list(tables.SCORES)
    assert list(tables.evidence([], []).columns) == list(tables.EVIDENCE)
    assert list(tables.sentences([]).columns) == list(tables.SENTENCES)


def test_two_short_articles_are_not_compared_in_tone_and_the_reason_is_given():
    table = tables.tone_differences([ARTICLE, Article(id="b", body="It stands.")])
    assert table["gap"].isna().all()
    assert all("a comparison needs" in said for said in table["what may be said"])


def test_articles_of_one_outlet_and_of_none_have_different_names():
    articles = [Article(id="a", body="", outlet="The Tide"), Article(id="b", body="", outlet="The Tide")]
    articles += [Article(id="c", body=""), Article(id="d", body="", headline="Wall falls")]
    names = tables.names(articles)
    assert list(names) == ["a", "b", "c", "d"]
    assert len(set(names.values())) == 4
    assert names["a"] == "The Tide"
    assert "unknown" in names["c"]
    assert all(not name.startswith("Publisher unknown") for name in names.values())  # charts cut the end
