"""The charts of the comparison say what their tables say."""

import pandas as pd

from analysis import tables
from analysis.charts import claims, omissions, reuse
from analysis.comparison import event_match
from analysis.comparison.claims import compare

NAMES = {"a": "Meridian", "b": "Sentinel"}


def texts(figure):
    return [text for trace in figure.data for text in (trace.text or ())]


def test_every_pair_of_articles_has_two_dots_with_its_share():
    pairs = pd.DataFrame([("a", "b", 0.42, "repost")], columns=["first", "second", "containment", "verdict"])
    assert texts(reuse.figure(pairs, NAMES)) == ["42%", "42%"]


def test_a_pair_too_short_to_tell_has_words_and_no_number():
    pairs = pd.DataFrame([("a", "b", None, "too short to tell")], columns=["first", "second", "containment", "verdict"])
    assert texts(reuse.figure(pairs.astype({"containment": "float64"}), NAMES)) == ["too short", "too short"]


def test_with_many_articles_only_shares_that_tell_something_are_printed():
    pairs = pd.DataFrame(
        [("a", "b", 0.42, "repost"), ("a", "c", 0.02, "independent")],
        columns=["first", "second", "containment", "verdict"],
    )
    many = {name: name for name in "abcdefg"}
    assert texts(reuse.figure(pairs, many)) == ["42%", "42%", "", ""]


def test_a_gap_has_its_counts_and_a_missing_one_its_reason():
    rows = [("a", 0.25, 8, 2, ""), ("b", None, 0, 0, "no claim is reported by two other sources")]
    table = pd.DataFrame(rows, columns=list(tables.GAPS)).astype({"gap": "float64"})
    assert texts(omissions.figure(table, NAMES)) == ["0.25 (2 of 8 claims)", rows[1][4]]


def test_the_grid_of_claims_has_a_dot_for_each_article_that_reports_one(case_articles):
    found = compare(case_articles, event_match.compare(case_articles)).claims[:10]
    figure = claims.figure(tables.claims(found, case_articles), tables.names(case_articles))
    dots = sum(len(trace.x) for trace in figure.data)
    assert dots == sum(len(claim.articles) for claim in found)
