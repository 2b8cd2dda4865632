"""The files of data/outlets keep their own rules."""

import re
from collections import Counter
from datetime import date

import pytest

from analysis import lexicons
from analysis.errors import BrokenData
from analysis.outlets import accountability, registry

KINDS = {"outlet", "organisation", "aggregator", "platform", "satire", "primary source"}
STORY = {
    "sputniknews.com": "Sputnik",
    "tass.com": "TASS",
    "kabar.kg": "Kabar",
    "news2in.com": "News2IN",
    "kazakhstannewsgazette.com": "Kazakhstan News Gazette",
    "russia-briefing.com": "Russia Briefing",
    "washingtonpost.com": "The Washington Post",
    "russia.tv": "Rossiya-1",
    "kremlin.ru": "President of Russia",
    "whitehouse.gov": "The White House",
    "24.kg": "24.kg",
    "akipress.com": "AKIpress",
}


def rows(name):
    return lexicons.rows(f"outlets/{name}.csv")


@pytest.fixture(scope="module")
def known():
    return {row["outlet_id"] for row in rows("outlets")}


def test_every_outlet_has_one_row_a_name_a_kind_and_an_address(known):
    assert len(rows("outlets")) == len(known) >= 345
    located = {row["outlet_id"] for row in rows("outlet_domains")}
    for row in rows("outlets"):
        assert row["name"] and row["medium"]
        assert row["kind"] in KINDS
        assert row["outlet_id"] in located


@pytest.mark.parametrize("name", ["outlet_domains", "outlet_aliases", "outlet_facts", "ratings"])
def test_every_row_belongs_to_an_outlet(name, known):
    assert {row["outlet_id"] for row in rows(name)} <= known


def test_no_primary_source_satire_or_platform_is_scored():
    for row in rows("outlets"):
        assert row["scored"] == ("no" if row["kind"] in {"primary source", "satire", "platform"} else "yes")


@pytest.mark.parametrize(("host", "name"), STORY.items())
def test_the_outlets_of_the_story_are_described(host, name):
    (domain,) = registry.load().hosts[host]
    outlet = registry.load().outlets[domain.outlet_id]
    assert outlet.name == name
    assert registry.load().names[registry.key(name)]


def test_no_host_stands_twice_and_none_is_a_bare_suffix():
    hosts = Counter((row["host"], row["path_prefix"]) for row in rows("outlet_domains"))
    assert max(hosts.values()) == 1
    for host, prefix in hosts:
        assert re.fullmatch(r"(?:[a-z0-9-]+\.)+[a-z]{2,}", host)
        assert not prefix or re.fullmatch(r"/[a-z0-9/-]*[a-z0-9]", prefix)
        # A parent walk would hand a whole country to an outlet that owned its suffix.
        assert not re.fullmatch(r"(?:co|com|org|net|gov|edu|ac|msk|go|ebc|uol)\.[a-z]{2,3}", host)


def test_no_host_shared_by_several_titles_is_registered():
    shared = {"go.com", "indiatimes.com", "globo.com", "sky.com", "wordpress.com", "blogspot.com", "uol.com.br"}
    assert not shared & set(registry.load().hosts)


def test_one_name_of_several_outlets_is_always_a_clash():
    for name, aliases in registry.load().names.items():
        if len({alias.outlet_id for alias in aliases}) > 1:
            assert {alias.strength for alias in aliases} == {"clash"}, name


def test_aliases_say_strength_and_role():
    for row in rows("outlet_aliases"):
        assert row["strength"] in {"strong", "weak", "clash"}
        assert row["role"] in {"any", "source"}


def test_names_of_primary_sources_never_name_a_publisher(known):
    primary = {row["outlet_id"] for row in rows("outlets") if row["kind"] == "primary source"}
    for row in rows("outlet_aliases"):
        assert (row["role"] == "source") == (row["outlet_id"] in primary)


def test_every_fact_names_the_page_it_was_read_on_and_the_day():
    components = {part.key for part in accountability.components()}
    for row in rows("outlet_facts"):
        assert row["component"] in components
        assert row["value"] in {"yes", "partly", "no", "n.a."}
        assert row["source_url"].startswith(("http://", "https://"))
        assert date.fromisoformat(row["checked_on"]) <= date.today()
        assert row["note"]


def test_every_component_is_answered_once_per_outlet():
    cells = Counter((row["outlet_id"], row["component"]) for row in rows("outlet_facts"))
    assert max(cells.values()) == 1


def test_independence_follows_the_state_media_code_in_every_country():
    answers = {row["outlet_id"]: row for row in rows("outlet_facts") if row["component"] == "independence"}
    for row in rows("outlets"):
        if row["smm_code"]:
            expected = "yes" if row["smm_code"] in {"IP", "ISF", "ISM", "ISFM"} else "no"
            assert row["smm_code"] in {"IP", "ISF", "ISM", "ISFM", "CaPu", "CaPr", "SC"}
            assert answers[row["outlet_id"]]["value"] == expected
            assert row["smm_year"]
        else:
            assert row["outlet_id"] not in answers


def test_ratings_carry_year_scale_and_source():
    for row in rows("ratings"):
        assert row["rater"] and row["value"] and row["scale"] and row["source"].startswith("https://")
        assert re.fullmatch(r"20\d\d", row["year"])
        if row["rater"].startswith("PC1"):
            assert 0 <= float(row["value"]) <= 1
            assert int(row["visible_raters"]) >= 0


def test_the_registry_is_read_once():
    assert registry.load() is registry.load()


def test_a_fact_of_an_unlisted_outlet_stops_the_program(monkeypatch):
    real = lexicons.rows

    def with_a_stranger(path):
        found = real(path)
        return (*found, {**found[0], "outlet_id": "nobody"}) if path.endswith("outlet_facts.csv") else found

    monkeypatch.setattr(lexicons, "rows", with_a_stranger)
    registry.load.cache_clear()
    with pytest.raises(BrokenData, match="nobody"):
        registry.load()
    registry.load.cache_clear()


def test_a_question_of_which_only_a_part_was_read_is_not_scored(known):
    answered = {(row["outlet_id"], row["component"]) for row in rows("outlet_facts")}
    for row in rows("half_answers"):
        assert row["outlet_id"] in known
        assert row["source_url"].startswith("http")
        assert (row["outlet_id"], row["component"]) not in answered
