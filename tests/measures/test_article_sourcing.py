import json
from dataclasses import replace
from pathlib import Path

import pytest

from analysis import lexicons
from analysis.measures import article_sourcing
from analysis.model import Article, Removed
from analysis.outlets import originality
from analysis.text import authors
from tests.timing import assert_linear

SPUN = json.loads((Path(__file__).parents[1] / "text" / "spun.json").read_text(encoding="utf-8"))[0]["spun"]
NEWS = """The harbour wall in Elmstead will be rebuilt, the town council said in a statement on Tuesday night.

“We have waited nine years for this day,” Mayor Ines Okafor said. “Nobody will miss the old wall,” she added.

According to a study published in May the work costs 14 million crowns, three times the yearly budget of the town.

“The hotels will gain and the boats will lose,” said Tomas Reyl, who speaks for the fishermen of the old quay.

The quay was built in 1907 and has been closed to ships twice since the flood of last winter."""
FULL = Article(id="full", body=NEWS, byline="Jana Dorn", published="2026-03-14", outlet="Elmstead Gazette")


def values(article):
    return {value.part: value for value in article_sourcing.score(article).values}


def words(article, part):
    result = article_sourcing.score(article)
    value = next(value for value in result.values if value.part == part)
    return [article.body[span.start : span.end] for span in result.evidence(value)]


def test_the_weights_add_up_to_100_and_every_signal_is_a_part():
    assert sum(article_sourcing.weights().values()) == 100
    assert set(article_sourcing.weights()) < set(values(FULL))


def test_a_signed_dated_report_with_named_sources_and_documents_has_all_points():
    found = values(FULL)
    assert found["article sourcing"].number == 100
    assert found["author"].labels == ("person", "“Jana Dorn”")
    assert found["date"].labels == ("dated", "2026-03-14")
    assert found["originality"].labels == ("own reporting",)
    assert found["documents"].number == 10
    assert found["coverage"].number == 1
    assert words(FULL, "documents") == ["a statement", "a study"]


def test_what_pasting_may_lose_leaves_the_base_and_costs_nothing():
    pasted = values(replace(FULL, byline="", published="", outlet=""))
    for part in ("author", "date", "originality"):
        assert pasted[part].number is None
        assert pasted[part].missing
    assert pasted["article sourcing"].number == 100
    assert pasted["coverage"].number == pytest.approx(0.65)
    assert (pasted["article sourcing"].low, pasted["article sourcing"].high) == (65, 100)


def test_a_byline_whose_name_was_lost_is_unknown_and_says_so():
    lost = replace(FULL, byline="", removed=(Removed("Posted by", "byline", "byline", 2),))
    assert values(lost)["author"].missing == "the byline “Posted by” has no name"


def test_an_account_earns_nothing_and_a_desk_half():
    assert values(replace(FULL, byline="kadmin"))["author"].number == 0
    assert values(replace(FULL, byline="News Desk"))["author"].number == 5


def test_the_date_may_stand_in_the_dateline():
    assert values(replace(FULL, published="", dateline="ELMSTEAD, March 14"))["date"].number == 5
    assert values(replace(FULL, published="", dateline="ELMSTEAD"))["date"].number is None


def test_a_short_text_has_no_point_and_the_reason():
    found = values(Article(id="short", body="The wall fell on Monday."))
    total = found["article sourcing"]
    assert total.number is None
    assert total.missing.startswith("not enough is known: 1 of 8 signals, 5 % of the weight")
    assert found["named sources"].missing == "1 statement, and a share needs 5"
    assert found["paraphrase"].missing == "5 words, and this signal needs 50"


def test_statements_without_a_source_are_shown_beside_those_on_named_sources():
    result = article_sourcing.score(FULL)
    value = next(value for value in result.values if value.part == "named sources")
    labels = [span.label for span in result.evidence(value)]
    assert labels.count("no source") == 1
    assert value.n == len(labels)


def test_a_reason_for_having_no_name_counts_half():
    plain = NEWS.replace("Tomas Reyl, who speaks for the fishermen of the old quay", "an official")
    told = plain.replace(
        "said an official",
        "said an official, who spoke on condition of anonymity because he was not authorised to speak",
    )
    full, none, half = (values(replace(FULL, body=body))["anonymous sources"].number for body in (NEWS, plain, told))
    assert full == 10
    assert none < half < full


def test_text_that_is_rewritten_by_machine_without_credit_is_capped_and_the_cap_is_a_value():
    spun = Article(id="spun", body=f"{NEWS}\n\n{SPUN}", byline="Jana Dorn", published="2026-03-14")
    found = values(spun)
    assert found["article sourcing"].number == 40
    assert found["article sourcing"].high == 40
    assert found["cap"].number == 40
    assert "machine-paraphrased and credits nobody" in found["cap"].unit
    assert "unfamiliar clergyman" in words(spun, "cap")
    assert found["originality"].labels == ("copied without credit",)
    assert found["paraphrase"].labels == ("likely machine-paraphrased",)
    assert found["paraphrase"].number == 0


def test_a_credit_lifts_the_cap_but_not_the_signal():
    spun = Article(id="spun", body=f"{NEWS}\n\n{SPUN}", credit="Source: Reuters")
    found = values(spun)
    assert found["cap"].number is None
    assert found["cap"].missing
    assert found["originality"].labels == ("rewritten with credit", "Reuters")
    assert found["paraphrase"].number == 0


def test_a_repost_a_rewritten_report_and_a_partial_credit_are_told_apart():
    def level(**fields):
        return values(replace(FULL, **fields))["originality"].labels[0]

    assert level(credit="Source: Reuters") == "repost with credit"
    assert level(dateline="ELMSTEAD (AP)") == "repost with credit"
    assert level(credit="Additional reporting by Reuters") == "rewritten with credit"
    assert level(body=f"Reuters reported on Monday that the wall will go.\n\n{NEWS}") == "rewritten with credit"
    assert level(body=f"{NEWS}\n\nReuters reported on Monday that the wall will go.") == "own reporting"
    assert level(byline="", body=f"{NEWS}\n\n“It was time,” she told the Gazette.") == "own reporting"


def test_lines_of_the_page_between_the_paragraphs_cost_points():
    removed = (Removed("READ MORE: Ten walls", "link to another article", "boilerplate", 7),)
    assert values(FULL)["page debris"].labels == ("none",)
    assert values(replace(FULL, removed=removed))["page debris"].number == 2.5
    assert values(replace(FULL, removed=removed * 3))["page debris"].number == 0
    left = replace(FULL, body=f"{NEWS}\n\nAdvertisement\n\nThe council meets in June.")
    assert words(left, "page debris") == ["Advertisement"]


def test_a_link_lost_in_copying_counts_as_one_the_article_gave():
    lost = Removed("Its report can be seen here.", "pointed to a link that is lost", "boilerplate", 3)
    plain = NEWS.replace("said in a statement", "said")
    before, after = (values(replace(FULL, body=plain, removed=removed))["documents"] for removed in ((), (lost,)))
    assert (before.number, after.number) == (5, 10)
    assert "link lost in copying: “Its report can be seen here.”" in after.labels


def test_an_interest_is_told_beside_the_points_and_changes_none():
    box = Removed(
        "We also provide harbour services to builders. Please email wall@lorrin.example.", "x", "boilerplate", 9
    )
    plain, told = values(FULL), values(replace(FULL, removed=(box,)))
    assert plain["interest"].labels == ("none seen",)
    assert told["interest"].labels[0] == "apparent and not disclosed"
    assert "“We also provide harbour services to builders.”" in told["interest"].labels[1]
    assert told["article sourcing"] == plain["article sourcing"]


def test_the_teaching_case_from_wire_to_rewriter(case_articles):
    points = {article.id: values(article)["article sourcing"].number for article in case_articles}
    assert points["meridian-wire"] > points["tallow-post"] > points["newsglim24"] == 40


def test_every_level_that_can_be_reached_has_its_worth():
    rows = lexicons.rows("article_sourcing_levels.csv")
    listed = {(row["signal"], row["level"]) for row in rows}
    assert listed >= {("originality", level) for level in originality.LEVELS}
    assert listed >= {("author", level) for level in authors.LEVELS if level}
    assert {row["signal"] for row in rows} <= set(article_sourcing.weights())
    assert all(0 <= float(row["worth"]) <= 1 and row["why"] for row in rows)


def test_evidence_of_a_signal_is_of_its_own_kind(case_articles):
    for article in case_articles:
        result = article_sourcing.score(article)
        kinds = {span.kind for span in result.spans}
        assert kinds <= {*article_sourcing.weights(), "interest"}
        for value in result.values:
            assert all(span.kind in value.kinds for span in result.evidence(value))


@pytest.mark.parametrize("sentence", ["“ab” he said. ", "Officials said “no”. ", "“He said ‘no’ to it,” she said. "])
def test_ten_thousand_short_quotations_take_linear_time(sentence):
    assert_linear(lambda body: article_sourcing.score(Article(id="x", body=body)), sentence * 10_000)
