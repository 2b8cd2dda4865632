import pytest

from analysis import lexicons
from analysis.text import interests
from tests.timing import assert_linear

NEWS = "Karvel will open its ports to foreign ships in May. Freight rates may fall by a tenth, the port office said."
ABOUT = "We also provide customs and freight services to exporters. For assistance, please email ports@lorrin.example."


def status(body, *removed, publisher=""):
    return interests.find(body, removed, publisher).status


def test_news_without_any_such_words_shows_no_interest():
    assert interests.find(NEWS) == interests.Disclosure("none seen")


def test_a_firm_that_offers_its_help_behind_the_article_has_an_apparent_interest_and_the_note_quotes_it():
    found = interests.find(NEWS, ("About us", ABOUT))
    assert found.status == "apparent and not disclosed"
    assert found.places == ()
    assert "“We also provide customs and freight services to exporters.”" in found.note


def test_the_same_words_in_the_body_are_shown_in_their_places():
    body = f"{NEWS}\n\n{ABOUT}"
    found = interests.find(body)
    assert found.status == "apparent and not disclosed"
    words = [body[place.start : place.end] for place in found.places]
    assert words == ["We also provide customs and freight services", "For assistance, please"]
    assert found.note == ""


def test_an_address_alone_is_no_interest():
    assert status(NEWS, "Write to desk@tide.example.", "Contact us at tips@tide.example.") == "none seen"


def test_one_offer_alone_is_no_interest():
    assert status(f"{NEWS} Our clients will be glad of it.") == "none seen"


def test_offers_that_are_quoted_are_those_of_a_source():
    assert status(f"{NEWS} “We offer training services and our clients like our firm,” Orrin Tave said.") == "none seen"


@pytest.mark.parametrize(
    "line",
    [
        "Sponsored by the Port of Karvel",
        "PAID CONTENT",
        "This article was sponsored by the Port of Karvel.",
        "Produced in partnership with the Port of Karvel.",
        "The author is a partner at Lorrin Freight.",
        "The writer holds shares in Lorrin Freight.",
        "This page contains affiliate links.",
    ],
)
def test_what_the_text_tells_of_itself_is_disclosed(line):
    assert status(f"{NEWS}\n\n{line}") == "disclosed"
    assert status(NEWS, line) == "disclosed"


def test_a_disclosure_outweighs_an_offer():
    assert status(NEWS, ABOUT, "Sponsored by Lorrin Freight") == "disclosed"


def test_a_sponsor_inside_a_sentence_of_news_is_no_sponsor_of_the_article():
    assert status("The regatta, sponsored by Lorrin Freight, begins on Monday.") == "none seen"


def test_an_author_in_the_middle_of_a_report_is_somebody_reported_on():
    assert status(f"The author is a lawyer from Tolmere. {NEWS} {NEWS} {NEWS}") == "none seen"


def test_a_tie_counts_only_where_it_is_the_outlets_own():
    body = f"{NEWS} Lorrin Freight is a subsidiary of Karvel Holding, which owns the Tide."
    assert status(body) == "none seen"
    assert status(body, publisher="The Gull") == "none seen"
    assert status(body, publisher="Tide") == "disclosed"
    assert status(f"{NEWS} Lorrin Freight is a client of the firm that owns this newspaper.") == "disclosed"


def test_of_the_teaching_case_the_campaign_says_whom_it_speaks_for(case_articles):
    found = {article.id: interests.find(article.body).status for article in case_articles}
    assert found.pop("both-banks") == "disclosed"
    assert set(found.values()) == {"none seen"}


def test_every_row_has_a_class_and_a_place_that_is_known():
    for row in lexicons.rows("lexicons/interests.csv"):
        assert row["class"] in {*interests.WHY, "self"}, row
        assert row["where"] in {"", "line", "end", "own"}, row
        assert len(row["term"].split()) >= 2, row


def test_time_grows_with_the_length_of_the_text():
    for flood in ("we offer " * 50_000, "our clients. " * 20_000, "a@b." * 50_000):
        assert_linear(lambda text: interests.find(text, (text,), "Tide"), flood)
