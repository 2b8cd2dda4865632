"""Every construction that says for whom a voice speaks, and those that only look like one. All names are invented."""

import csv
import time

import pytest

from analysis import lexicons
from analysis.text import affiliation_terms, affiliations


def of(body, voice, also=()):
    """(side, whether it speaks for it, the words) of every affiliation of `voice`."""
    found = [one for one in affiliations.find(body, also) if one.voice == voice]
    return [(one.side, one.speaks, body[one.start : one.end]) for one in found]


@pytest.mark.parametrize(
    ("body", "voice", "expected"),
    [
        ("“No,” said Russian Foreign Minister Oleg Barin.", "Oleg Barin", ("russia", "Russian Foreign Minister")),
        ("“No,” said Oleg Barin, Russia’s foreign minister.", "Oleg Barin", ("russia", "Russia’s foreign minister")),
        ("“No,” Kremlin spokesman Oleg Barin said.", "Oleg Barin", ("russia", "Kremlin spokesman")),
        ("“No,” said Taoiseach Aoife Brannel.", "Taoiseach Aoife Brannel", ("ireland", "Taoiseach")),
        ("“No,” said Sen. Jack Tolber (R-Ariz.).", "Jack Tolber", ("us-republican", "R-Ariz")),
        ("“No,” said Sen. Jack Tolber, D-Mont., on Monday.", "Jack Tolber", ("us-democratic", "D-Mont")),
        ("“No,” said GOP senator Jack Tolber.", "Jack Tolber", ("us-republican", "GOP senator")),
        ("“No,” said Jane Tolber, Labour MP for Lund.", "Jane Tolber", ("uk-labour", "Labour MP for Lund")),
        ("“No,” said Anna Tolber (AfD).", "Anna Tolber", ("de-afd", "AfD")),
        ("“No,” the White House said.", "White House", ("united-states", "White House")),
        ("Washington said it was ready.", "Washington", ("united-states", "Washington")),
        ("“No,” said officials in Moscow.", "officials in Moscow", ("russia", "officials in Moscow")),
        ("“No,” a spokesman for NATO said.", "a spokesman for NATO", ("nato", "spokesman for NATO")),
        ("“No,” said US Secretary of State Ann Lund.", "Ann Lund", ("united-states", "US Secretary of State")),
    ],
)
def test_the_words_beside_a_voice_say_for_whom_it_speaks(body, voice, expected):
    side, words = expected
    assert of(body, voice) == [(side, True, words)]


@pytest.mark.parametrize(
    ("body", "voice", "side"),
    [
        ("“No,” Kremlin critic Oleg Barin said.", "Oleg Barin", "russia"),
        ("“Dry,” said Ukrainian farmer Ivan Petrel.", "Ivan Petrel", "ukraine"),
        ("“No,” said former French president Luc Arvel.", "Luc Arvel", "france"),
        ("Moscow mayor Oleg Barin said “never”.", "Oleg Barin", "russia"),
        ("“No,” said Oleg Barin, a jailed Russian minister.", "Oleg Barin", "russia"),
        ("“No,” said one Labour voter.", "one Labour voter", "uk-labour"),
    ],
)
def test_a_critic_a_citizen_and_a_former_minister_do_not_speak_for_the_side_they_name(body, voice, side):
    assert [(one, speaks) for one, speaks, _ in of(body, voice)] == [(side, False)]


@pytest.mark.parametrize(
    ("body", "voice"),
    [
        ("“No,” said Ann Lund, a Russia expert.", "Ann Lund"),
        ("“No,” said Ann Lund, ambassador to Russia.", "Ann Lund"),
        ("“No,” said Jordan Peel.", "Jordan Peel"),
        ("Rep. Jim Jordan spoke. “No,” Jordan said.", "Jim Jordan"),
        ("“No,” said Georgia Gov. Ann Lund.", "Ann Lund"),
        ("“No,” said Washington Post editor Ann Lund.", "Ann Lund"),
        ("“No,” said Latin American minister Ann Lund.", "Ann Lund"),
        ("Russia was discussed. “No,” said Ann Lund.", "Ann Lund"),
        ("“No,” said a nurse who marched on the Russian embassy.", "a nurse"),
    ],
)
def test_without_words_of_its_own_a_voice_has_no_affiliation(body, voice):
    assert of(body, voice) == []


def test_us_is_not_us():
    assert of("He told us officials lied. “No,” officials said.", "officials") == []


INVENTED = (
    "Veldania’s water minister, Radko Teluvar, was late. “No,” the Veldanian delegation said. “We left,” said Amadi "
    "Solkesh, Soruma’s foreign minister. “Ask,” Teluvar’s ministry said. “Yes,” a Soruman diplomat said. "
)


def test_countries_that_no_table_knows_are_learnt_from_their_ministers():
    assert affiliation_terms.learnt(INVENTED) == ("Veldania", "Soruma")
    assert of(INVENTED, "Radko Teluvar") == [("veldania", True, "Veldania’s water minister")]
    assert of(INVENTED, "Amadi Solkesh") == [("soruma", True, "Soruma’s foreign minister")]


def test_an_adjective_belongs_to_the_country_whose_stem_it_shares():
    assert of(INVENTED, "the Veldanian delegation") == [("veldania", True, "Veldanian delegation")]
    assert of(INVENTED, "a Soruman diplomat") == [("soruma", True, "Soruman diplomat")]
    (one,) = [one for one in affiliations.find(INVENTED) if one.voice == "a Soruman diplomat"]
    assert "Soruman shares its stem with Soruma" in one.why


def test_a_ministry_belongs_to_the_side_of_its_minister():
    assert of(INVENTED, "Teluvar’s ministry") == [("veldania", True, "Teluvar’s ministry")]


def test_an_adjective_alone_stands_for_the_country_the_text_never_names():
    assert of("“No,” the Veldanian delegation said.", "the Veldanian delegation")[0][0] == "veldanian"


def test_a_country_learnt_from_another_article_is_known_here():
    body = "“Yes,” said Ann Lund, envoy of Ostria."
    assert of(body, "Ann Lund") == []
    assert of(body, "Ann Lund", ("Ostria",)) == [("ostria", True, "envoy of Ostria")]


def test_the_possessor_of_a_minister_may_be_a_person_and_is_then_no_country():
    assert affiliation_terms.learnt("Neve Okonta came. Okonta’s government fell.") == ()


def test_a_capital_is_learnt_from_the_words_beside_it():
    body = INVENTED + "In Ostrel, the Veldanian capital, officials met. “Never,” officials in Ostrel said."
    assert of(body, "officials in Ostrel") == [("veldania", True, "officials in Ostrel")]


def test_an_organisation_is_named_by_its_own_name():
    body = "“No,” said Efua Lind, director of the Institute for Basin Science in Germany."
    (found,) = of(body, "Efua Lind")
    assert found[:2] == ("institute-for-basin-science", True)


def test_who_chairs_the_commission_speaks_for_the_one_commission_of_the_text():
    body = "The Standing Commission on Rivers met. “It lives,” said Ingrit Palou, who chairs the commission."
    assert of(body, "Ingrit Palou")[0][0] == "standing-commission-on-rivers"


def test_the_opposition_party_speaks_for_itself_and_not_for_its_country():
    body = INVENTED + "“Resign,” said Mirel Cantor of Veldania’s opposition Open Rivers party."
    assert {(side, speaks) for side, speaks, _ in of(body, "Mirel Cantor")} == {
        ("veldania", False),
        ("open-rivers-party", True),
    }


def test_an_ambiguous_word_needs_or_excludes_others():
    assert of("“No,” said Conservative leader Ann Lund in Ottawa.", "Ann Lund")[0][0] == "ca-conservative"
    assert of("“No,” said Conservative leader Ann Lund at Westminster.", "Ann Lund")[0][0] == "uk-conservative"
    assert of("“No,” said Georgian President Ann Lund.", "Ann Lund")[0][0] == "georgia"


def test_every_affiliation_shows_words_of_the_body_and_a_sentence():
    for one in affiliations.find(INVENTED):
        assert INVENTED[one.start : one.end].strip()
        assert one.why.endswith(".")


def test_the_table_holds_every_country_once_for_each_term_and_no_left_or_right():
    with (lexicons.DATA / "affiliations.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle, strict=True))
    kinds = {"name", "demonym", "capital", "seat", "body", "leader_office", "abbreviation"}
    assert len({row["side_id"] for row in rows if row["kind"] == "country"}) >= 196
    assert len({(row["side_id"], row["term"]) for row in rows}) == len(rows)
    for row in rows:
        assert all(row[key] for key in ("side_id", "name", "kind", "term", "term_kind", "source")), row
        assert row["kind"] in {"country", "party", "organisation"}
        assert row["term_kind"] in kinds
        assert not {"left", "right", "centre", "center"} & set(row["name"].lower().replace("-", " ").split())


def test_a_term_of_two_sides_tells_them_apart_by_other_words():
    by_term = {}
    for row in lexicons.rows("affiliations.csv"):
        by_term.setdefault(row["term"], []).append(row)
    for rows in by_term.values():
        assert len(rows) == 1 or sum(bool(row["needs"]) for row in rows) >= len(rows) - 1, rows


def test_the_time_grows_with_the_length_and_not_faster():
    def seconds(repeats):
        body = "Veldania’s minister, Ann Lund, the head of the Board of the Bank, said no. " * repeats
        affiliations.find("x" + body[1:] + str(repeats))  # builds what is shared
        start = time.perf_counter()
        affiliations.find.cache_clear()
        affiliation_terms.find.cache_clear()
        affiliations.find("x" + body[1:] + str(repeats))
        return time.perf_counter() - start

    assert seconds(800) < 12 * seconds(200) + 0.05
