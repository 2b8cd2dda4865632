"""The charts of the comparison say what their tables say."""

import pandas as pd
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from analysis import tables
from analysis.charts import claims, distinctive_words, omissions, order, outlet_credibility, reuse, theme
from analysis.comparison import event_match
from analysis.comparison.claims import compare
from analysis.report import drawing

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
    figure = reuse.figure(pairs, many)
    assert texts(figure) == ["42%", "42%", "", ""]
    drawing.draw(figure.to_dict(), canvas())  # what the page shows can be printed


def canvas():
    drawn = Figure()
    FigureCanvasAgg(drawn)
    return drawn.add_axes((0.1, 0.1, 0.8, 0.8))


def test_a_gap_has_its_counts_and_a_missing_one_its_reason():
    rows = [("a", 0.25, 8, 2, ""), ("b", None, 0, 0, "no claim is reported by two other sources")]
    table = pd.DataFrame(rows, columns=list(tables.GAPS)).astype({"gap": "float64"})
    assert texts(omissions.figure(table, NAMES)) == ["0.25 (2 of 8 claims)", rows[1][4]]


def test_the_grid_of_claims_has_a_dot_for_each_article_that_reports_one(case_articles):
    found = compare(case_articles, event_match.compare(case_articles)).claims[:10]
    figure = claims.figure(tables.claims(found, case_articles), tables.names(case_articles))
    dots = sum(len(trace.x) for trace in figure.data)
    assert dots == sum(len(claim.articles) for claim in found)


def test_a_word_that_chance_could_part_as_far_is_hollow_and_its_uses_fit_a_phone():
    rows = [("a", "dam", 2.4, 7, 0), ("a", "river", 1.2, 2, 11)]
    figure = distinctive_words.figure(pd.DataFrame(rows, columns=["article", "word", "z", "n", "elsewhere"]), NAMES)
    dots = figure.data[0]
    assert list(dots.marker.symbol) == ["circle", "circle-open"]
    assert list(dots.text) == ["7 : 0", "2 : 11"]
    title = figure.layout.xaxis.title.text
    assert "uses here : elsewhere" in title.replace("<br>", " ")
    assert all(len(line) <= distinctive_words.NARROW for line in title.split("<br>"))


def test_the_line_of_the_claim_that_is_followed_has_no_colour_of_an_article_and_is_told():
    rows = [("c1", "the dam", "a", 0.1, 1), ("c1", "the dam", "b", 0.2, 1)]
    table = pd.DataFrame(rows, columns=["claim", "text", "article", "share", "rank"])
    figure = order.figure(table, NAMES, "c1")
    line = next(trace for trace in figure.data if trace.mode == "lines")
    assert line.line.color == theme.GREY
    assert "thick line" in figure.layout.xaxis.title.text


def test_the_reason_for_no_point_is_short_enough_for_a_phone():
    rows = [("a", "accountability", None, 0.0, 100.0, 0, "not enough evidence: 0 of 9 components known, 0% of it")]
    table = pd.DataFrame(rows, columns=["article", "part", "value", "low", "high", "n", "missing"])
    figure = outlet_credibility.figure(table.astype({"value": "float64"}), {"a": "Meridian"})
    assert "not enough evidence" in texts(figure)
