import pytest

from analysis.measures import outlet_credibility
from analysis.model import Article

BODY = "The ferry to Norholm stopped on Monday. Reuters reported that the pier had sunk."


def values(**fields):
    result = outlet_credibility.score(Article(id="a", **{"body": BODY, **fields}))
    return {value.part: value for value in result.values}, result


def test_an_outlet_outside_the_registry_gets_the_whole_band_and_no_point():
    found, _ = values(outlet="Norholm Gazette")
    value = found["accountability"]
    assert (value.number, value.low, value.high, value.n) == (None, 0, 100, 0)
    assert value.missing.startswith("The outlet is not in the registry (Norholm Gazette)")
    assert "nothing is guessed" in value.missing
    assert found["coverage"].number is None


def test_without_name_or_address_the_publisher_is_unknown():
    found, _ = values()
    assert found["accountability"].missing == "publisher unknown: no name or address was found"


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://en.kremlin.ru/events/1", "not scored: government site, a primary source"),
        ("https://www.whitehouse.gov/briefing-room/x", "not scored: government site, a primary source"),
        ("https://www.theonion.com/x", "not scored: satire, not meant as news"),
        ("https://substack.com/home", "not scored: platform, its authors are the publishers"),
    ],
)
def test_primary_sources_satire_and_platforms_are_not_scored(url, reason):
    found, _ = values(url=url)
    value = found["accountability"]
    assert (value.number, value.low, value.high) == (None, None, None)
    assert value.missing == reason


def test_a_registered_outlet_shows_its_band_and_how_much_is_known():
    found, _ = values(url="https://tass.com/politics/1")
    value, coverage = found["accountability"], found["coverage"]
    assert 0 <= value.low <= value.high <= 100
    assert value.n >= 1
    assert 0 < coverage.number <= 1
    assert (value.number is None) == (coverage.number < 0.6)
    assert (value.number is None) == bool(value.missing)


def test_upstream_names_are_evidence_in_the_body():
    _, result = values(url="https://tass.com/politics/1")
    (span,) = result.spans
    assert (BODY[span.start : span.end], span.kind, span.label) == ("Reuters", "upstream", "Reuters")
    assert "reported" in span.note


def test_a_source_never_lends_its_score_to_the_publisher():
    found, result = values(credit="Source: Reuters")
    assert found["accountability"].number is None
    assert found["accountability"].missing.startswith("publisher unknown")
    assert [span.kind for span in result.spans] == ["credited"]


def test_the_outlet_that_reports_on_itself_is_no_upstream_source():
    _, result = values(url="https://www.reuters.com/world/x")
    assert {span.kind for span in result.spans} == {"publisher"}
