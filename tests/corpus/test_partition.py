"""Scoring as a function from a pandas partition to a pandas partition."""

import pickle

import pandas as pd
import pytest

from analysis import measures
from analysis.corpus import columns, partition
from analysis.corpus.partition import score_batches, score_partition
from analysis.errors import UnreadableInput
from analysis.ingest import plain_text
from tests.corpus.texts import rows, story


@pytest.fixture(scope="module")
def frame():
    return pd.DataFrame(rows(6), index=[f"row {n}" for n in range(6)])


@pytest.fixture(scope="module")
def scored(frame):
    return score_partition(frame)


def test_every_row_gets_one_row_in_its_place(frame, scored):
    assert list(scored.index) == list(frame.index)
    assert list(scored["id"]) == list(frame["id"])
    assert not scored["problem"].any()


def test_the_columns_and_types_are_always_the_same(scored):
    assert dict(scored.dtypes.astype(str)) == dict(columns.types())
    pd.testing.assert_frame_equal(scored.iloc[:0].reset_index(drop=True), columns.meta(), check_index_type=False)
    pd.testing.assert_frame_equal(score_partition(pd.DataFrame({"text": []})), columns.meta(), check_index_type=False)


def test_the_numbers_are_those_of_the_measures(scored):
    article = plain_text.read(story(2), id="a2", title="Wall 2")[0]
    results = measures.score(article)
    row = scored.iloc[2]
    for part in columns.parts():
        value = next((one for one in results[part.measure].values if one.part == part.name), None)
        if value is None or value.number is None:
            assert pd.isna(row[part.column])
            assert row[f"{part.column}__missing"]
        else:
            assert row[part.column] == value.number
            assert row[f"{part.column}__n"] == value.n
            assert row[f"{part.column}__missing"] == value.missing


def test_how_the_rows_are_dealt_out_changes_nothing(frame, scored):
    dealt = pd.concat([score_partition(frame.iloc[4:]), score_partition(frame.iloc[:4])]).loc[frame.index]
    pd.testing.assert_frame_equal(dealt, scored)


def test_spark_gives_frames_and_gets_frames(frame, scored):
    found = list(score_batches(iter([frame.iloc[:2], frame.iloc[:0], frame.iloc[2:]])))
    assert [len(one) for one in found] == [2, 0, 4]
    pd.testing.assert_frame_equal(pd.concat(found), scored)
    schema = partition.spark_schema()
    assert schema.count("`") == 2 * len(scored.columns)
    assert "`words` BIGINT" in schema and "`sentiment__narration` DOUBLE" in schema and "`id` STRING" in schema


def test_the_function_can_be_sent_to_another_process():
    assert pickle.loads(pickle.dumps(score_partition)) is score_partition


def test_a_bad_row_costs_that_row(frame, scored):
    bad = frame.assign(text=[story(0), None, "  ", float("nan"), "\x00\x01", story(5)])
    found = score_partition(bad)
    assert list(found["id"]) == list(frame["id"])
    assert all(found["problem"].iloc[1:5]) and not found["problem"].iloc[[0, 5]].any()
    assert found["sentiment__narration__n"].iloc[1:5].isna().all()
    pd.testing.assert_series_equal(found.iloc[5], scored.iloc[5])


def test_a_fault_in_a_measure_costs_the_row_that_shows_it(frame, monkeypatch):
    genuine = measures.score

    def faulty(article):
        if article.id == "a3":
            raise ZeroDivisionError("division by zero")
        return genuine(article)

    monkeypatch.setattr(measures, "score", faulty)
    found = score_partition(frame)
    assert list(found["problem"].astype(bool)) == [False, False, False, True, False, False]
    assert "ZeroDivisionError" in found["problem"].iloc[3]


def test_columns_have_their_usual_other_names_and_cells_any_type():
    found = score_partition(
        pd.DataFrame(
            {
                "Content": [story(1), story(2)],
                "Publish Date": [pd.Timestamp("2026-03-14"), pd.NaT],
                "authors": [["Ann Low", "Bo Reed"], None],
                "publication": ["The Elmstead Courier", pd.NA],
            },
            index=[7, 8],
        )
    )
    assert list(found["id"]) == ["7", "8"]
    assert list(found["published"]) == ["2026-03-14T00:00:00", ""]
    assert list(found["byline"]) == ["Ann Low, Bo Reed", ""]
    assert found["outlet"].iloc[0] == "The Elmstead Courier"


def test_a_table_without_text_names_its_columns():
    with pytest.raises(UnreadableInput, match="headline, sentiment"):
        score_partition(pd.DataFrame({"headline": ["x"], "sentiment": [1.0]}))


def test_halves_of_surrogate_pairs_do_not_stop_a_file(tmp_path):
    found = score_partition(
        pd.DataFrame([{"id": "a\ud83d", "title": "Wall \ude00 falls", "text": story(1)}], dtype=object)
    )
    found.to_parquet(tmp_path / "scores.parquet")
    assert not found["problem"].iloc[0]


def test_every_part_that_all_articles_have_has_a_column(case_articles):
    """A new part needs its row in data/corpus_columns.csv; those named after a voice have none."""
    listed = {(part.measure, part.name): part for part in columns.parts()}
    assert len({part.column for part in listed.values()}) == len(listed)
    by_article = [
        {(name, value.part): value for name, result in measures.score(article).items() for value in result.values}
        for article in case_articles
    ]
    everywhere = set.intersection(*(set(found) for found in by_article))
    assert everywhere - set(listed) == set(), "add these to data/corpus_columns.csv"
    assert set(listed) - set().union(*by_article) == set(), "no article has these any more"
    for found in by_article:
        for key, value in found.items():
            if key in listed:
                assert value.unit == listed[key].unit
                assert value.low is None or listed[key].has_interval, f"{key} has an interval: say yes"
