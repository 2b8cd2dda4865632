"""Which outlet an address, a name or a line stands for. Texts are our own; places and people are invented."""

import csv
from pathlib import Path

import pytest

from analysis.model import Article, Removed
from analysis.outlets import addresses, registry
from analysis.outlets.resolver import resolve
from tests.timing import assert_linear

HERE = Path(__file__).resolve().parent
with (HERE / "addresses.csv").open(encoding="utf-8", newline="") as handle:
    KNOWN = [(row["url"], row["outlet_id"]) for row in csv.DictReader(handle)]
OUTSIDE = (HERE / "outside.txt").read_text(encoding="utf-8").split()
LOOK_ALIKES = [
    "https://reuters.com.evil.example/x",
    "https://notreuters.com/x",
    "https://reuters-com.evil.example",
    "https://www.bbc.co.uk.example/news",
    "https://bbc.co.uk.com/",
    "https://reuters.com@evil.example/",
    "https://evil.example\\@reuters.com/",
    "https://evil.example/https://reuters.com/",
    "https://evil.example/?url=https://www.reuters.com/",
    "https://www-nytimes-com.evil.example/",
    "https://cdn.ampproject.org.evil.example/c/s/www.bbc.co.uk/",
    "https://rеuters.com/",  # a Cyrillic е
    "https://xn--pnews-3ve.com/",
    "https://ampproject.org/c/s/www.bbc.co.uk/",
    "https://nytimes.com-news.example/",
    "https://co.uk/",
    "https://www.itv.com/watch/show",
    "https://www.itv.com/newsletter",
    "https://www.channel4.com/programmes/x",
    "https://archive.ph/AbC12",
]
NO_ADDRESS = [
    "",
    " ",
    "Reuters",
    "https://",
    "http://[::1",
    "javascript:alert(1)",
    "file:///etc/hosts",
    "a b.com",
    "." * 99,
]
HEAD = "Ferry to Norholm stops after storm"
BODY = f"{HEAD}\n\nThe ferry to Norholm stopped on Monday after a storm, the harbour office said."


def article(body=BODY, **fields):
    return Article(id="a", body=body, **fields)


def publisher(**fields):
    found = resolve(article(**fields)).publisher
    return found.outlet_id if found else None


def ids(mentions):
    return [mention.outlet_id or mention.name for mention in mentions]


class TestAddresses:
    def test_the_table_is_large_enough(self):
        assert sum(1 for _, outlet in KNOWN if outlet) >= 100
        assert len(OUTSIDE) >= 60

    @pytest.mark.parametrize(("url", "outlet"), KNOWN)
    def test_an_address_of_a_registered_outlet_is_known_in_every_form(self, url, outlet):
        assert publisher(url=url) == outlet

    @pytest.mark.parametrize("host", OUTSIDE)
    def test_a_host_outside_the_registry_stays_unknown_with_any_prefix(self, host):
        for prefix in ("", "https://", "https://www.", "http://m.", "https://amp.", "https://edition.", "https://uk."):
            found = resolve(article(url=f"{prefix}{host}/news/1")).publisher
            assert found is not None
            assert found.outlet_id == ""
            assert found.how == "address outside the registry"

    @pytest.mark.parametrize("url", LOOK_ALIKES)
    def test_look_alikes_stay_unknown(self, url):
        assert not publisher(url=url)

    @pytest.mark.parametrize("text", NO_ADDRESS)
    def test_what_is_no_address_gives_none_and_no_error(self, text):
        assert addresses.read(text) is None

    def test_a_blog_is_not_its_platform(self):
        for url in ("https://someone.substack.com/p/x", "https://someone.medium.com/x", "http://x.blogspot.com/y"):
            found = resolve(article(url=url))
            assert found.publisher.outlet_id == ""
            assert "its author is the publisher" in found.note
        assert publisher(url="https://substack.com/") == "substack"
        assert publisher(url="https://www.medium.com/") == "medium"

    def test_the_domain_alone_is_enough(self):
        assert publisher(domain="tass.com") == "tass"

    def test_every_registered_host_resolves_to_its_own_outlet(self):
        for host, domains in registry.load().hosts.items():
            for domain in domains:
                assert addresses.match(addresses.Address(host, f"{domain.path_prefix}/x")) == domain


class TestOrder:
    def test_the_address_is_stronger_than_a_typed_name(self):
        assert publisher(url="https://news.yahoo.com/x", outlet="Reuters") == "yahoo-news"

    def test_a_typed_name_counts_beside_an_unknown_address_and_the_note_says_so(self):
        found = resolve(article(url="https://norholm.example/x", outlet="Reuters"))
        assert found.publisher.outlet_id == "reuters"
        assert "norholm.example is not registered" in found.note

    def test_a_name_in_the_text_does_not_overrule_an_unknown_address(self):
        found = article(
            url="https://reuters.com.evil.example/x",
            outlet="Reuters",
            removed=(Removed(" – Reuters", "suffix", "credit"),),
        )
        assert resolve(found).publisher.outlet_id == ""

    def test_a_typed_name_is_found_in_any_usual_spelling(self):
        for name in ("The Guardian", "guardian", "GUARDIAN", " Guardian "):
            assert publisher(outlet=name) == "guardian"
        assert publisher(outlet="El Pais") == "el-pais"
        assert publisher(outlet="tass.com") == "tass"
        assert publisher(outlet="24.kg") == "24-kg"

    def test_a_typed_name_outside_the_registry_is_kept_as_typed(self):
        found = resolve(article(outlet="Norholm Gazette")).publisher
        assert (found.name, found.outlet_id, found.strength) == ("Norholm Gazette", "", "typed")

    @pytest.mark.parametrize("name", ["The Times", "The Sun", "ABC", "ABC News", "CNA", "The Nation", "The Standard"])
    def test_a_name_of_several_outlets_needs_an_address(self, name):
        found = resolve(article(outlet=name))
        assert found.publisher.outlet_id == ""
        assert "Several outlets" in found.note
        assert (
            resolve(article(outlet=name, url="https://www.thetimes.co.uk/x")).publisher.outlet_id == "the-times-london"
        )

    def test_a_title_suffix_names_the_publisher(self):
        for mark in (" – ", " - ", " | ", " — "):
            head = f"{HEAD}{mark}News2IN"
            found = resolve(article(f"{head}\n\nThe ferry stopped.", headline=head)).publisher
            assert (found.outlet_id, found.how) == ("news2in", "suffix of the title")
            (place,) = found.places
            assert f"{head}\n"[place.start : place.end] == "News2IN"

    def test_a_suffix_that_was_set_aside_is_told_from_a_typed_name(self):
        removed = (Removed(" – News2IN", "title suffix", "credit", 1),)
        found = resolve(article(outlet="News2IN", removed=removed)).publisher
        assert (found.outlet_id, found.how, found.text) == ("news2in", "suffix of the title", "– News2IN")

    def test_a_hyphen_inside_a_title_is_no_suffix(self):
        head = "Ferry-Times talks: a BBC-style plan"
        assert publisher(body=f"{head}\n\nThe ferry stopped.", headline=head) is None

    def test_a_byline_that_is_an_outlet_names_the_publisher(self):
        assert publisher(byline="Written by news2in") == "news2in"
        assert publisher(byline="Ines Okafor, BBC News") == "bbc"

    def test_a_byline_of_a_person_or_an_account_names_nobody(self):
        for byline in ("By kadmin", "admin", "Ines Okafor", "By Tomas Reyl and Ines Okafor"):
            assert publisher(byline=byline) is None

    def test_an_agency_byline_is_a_credit(self):
        found = resolve(article(byline="By Reuters Staff"))
        assert found.publisher is None
        assert ids(found.credited) == ["reuters"]

    def test_a_strong_name_alone_on_a_line_names_the_publisher(self):
        found = resolve(article(f"{HEAD}\n\nSputnik\nThe ferry to Norholm stopped.")).publisher
        assert (found.outlet_id, found.how) == ("sputnik", "line that stands alone")

    def test_a_weak_name_alone_on_a_line_names_nobody(self):
        assert publisher(body=f"{HEAD}\n\nTime\nThe ferry to Norholm stopped.") is None

    def test_two_lone_names_decide_nothing(self):
        assert publisher(body=f"{HEAD}\n\nSputnik\nThe ferry stopped.\nReuters\nIt was late.") is None

    def test_the_suffix_comes_before_the_byline_and_the_line(self):
        head = f"{HEAD} – News2IN"
        assert publisher(body=f"{head}\n\nSputnik\nThe ferry stopped.", byline="BBC News") == "news2in"
        assert publisher(body=f"{HEAD}\n\nSputnik\nThe ferry stopped.", byline="BBC News") == "bbc"

    def test_a_government_body_is_never_read_as_the_outlet(self):
        assert publisher(byline="Kremlin press service") is None
        assert publisher(body=f"{HEAD}\n\nThe White House\nThe ferry stopped.") is None

    def test_an_e_mail_address_in_the_text_proves_nothing(self):
        assert publisher(body=f"{BODY}\n\nContact russia@russia-briefing.com or visit www.russia-briefing.com") is None


class TestSources:
    def test_a_credit_line_is_credited_and_not_the_publisher(self):
        found = resolve(article(credit="Source: Kyrgyz National News Agency"))
        assert found.publisher is None
        assert ids(found.credited) == ["kabar"]
        assert found.credited[0].text == "Kyrgyz National News Agency"

    def test_a_credit_line_in_the_body_carries_its_place(self):
        body = f"{BODY}\n\nSource: Kyrgyz National News Agency"
        (credit,) = resolve(article(body)).credited
        (place,) = credit.places
        assert body[place.start : place.end] == "Kyrgyz National News Agency"

    def test_a_credited_name_outside_the_registry_is_kept_as_printed(self):
        assert ids(resolve(article(credit="Source: Norholm Harbour Radio")).credited) == ["Norholm Harbour Radio"]

    @pytest.mark.parametrize(
        ("sentence", "outlet"),
        [
            ("The pier sank, TASS reported.", "tass"),
            ("The Washington Post reported Tuesday, citing sources, that the pier sank.", "washington-post"),
            ("According to the Russian state news agency RIA Novosti, the pier sank.", "ria-novosti"),
            ("“It sank,” the mayor told The WaPo.", "washington-post"),
            ("“It sank,” the mayor said in an interview with Al Jazeera.", "al-jazeera"),
            ("The film was shown in a programme on Rossiya-1 TV channel.", "rossiya-1"),
            ("The pier sank, Time reported.", "time"),
            ("The pier sank, the AP reported.", "ap"),
            ("As first reported by Politico, the pier sank.", "politico"),
            ("The pier sank, Kyrgyz outlet 24.kg reported.", "24-kg"),
            ("Bloomberg has learned that the pier sank.", "bloomberg"),
        ],
    )
    def test_a_report_that_is_passed_on_names_its_upstream_source(self, sentence, outlet):
        body = f"{BODY}\n\n{sentence}"
        found = resolve(article(body))
        assert ids(found.upstream) == [outlet]
        for place in found.upstream[0].places:
            assert body[place.start : place.end] in sentence

    @pytest.mark.parametrize(
        "sentence",
        [
            "Protesters stood before the seat of Fox News.",
            "The time reported by the clock was wrong.",
            "It was, she wrote, a time of reason.",
            "The White House said the pier sank.",
            "Human Rights Watch said the pier sank.",
            "The independent said nothing.",
            "Sanctions hit TASS and RIA Novosti.",
            "The Foreign Policy Committee met.",
        ],
    )
    def test_a_mere_mention_is_no_source(self, sentence):
        found = resolve(article(f"{BODY}\n\n{sentence}"))
        assert found.upstream == ()
        assert found.credited == ()

    @pytest.mark.parametrize("opening", ["NORHOLM, June 8 (Reuters) - The", "NORHOLM (Reuters) — The"])
    def test_an_agency_in_the_dateline_is_credited(self, opening):
        found = resolve(article(f"{HEAD}\n\n{opening} ferry stopped."))
        assert ids(found.credited) == ["reuters"]
        assert found.publisher is None

    def test_an_agency_in_a_dateline_that_was_set_aside_is_credited(self):
        found = resolve(Article(id="a", body="The wall fell.", dateline="TOLMERE (AP)"))
        assert [(mention.outlet_id, mention.how) for mention in found.credited] == [
            ("ap", "agency named in the dateline")
        ]
        assert resolve(Article(id="a", body="The wall fell.", dateline="TOLMERE", outlet="AP")).credited == ()

    def test_an_agency_between_slashes_is_credited(self):
        assert ids(resolve(article(f"{HEAD}\n\nNORHOLM, June 8. /TASS/. The ferry stopped.")).credited) == ["tass"]

        assert ids(resolve(article(f"{HEAD}\n\nNorholm, June 8. / Kabar /. The ferry stopped.")).credited) == ["kabar"]

    def test_the_publisher_is_not_its_own_source(self):
        found = resolve(article(f"{BODY} The pier sank, TASS reported.", url="https://tass.com/1"))
        assert found.upstream == ()
        assert len(found.publisher.places) == 1

    def test_a_name_of_several_outlets_is_shown_but_not_resolved(self):
        (mention,) = resolve(article(f"{BODY} The pier sank, The Times reported.")).upstream
        assert mention.outlet_id == ""
        assert "several outlets" in mention.how

    def test_every_place_lies_in_the_body_and_names_the_outlet(self):
        body = (
            f"{HEAD} – News2IN\n\nThe pier sank, TASS reported. TASS said more.\n\nSource: Kyrgyz National News Agency"
        )
        found = resolve(article(body))
        for mention in (found.publisher, *found.credited, *found.upstream):
            assert mention.places
            for place in mention.places:
                names = registry.load().names[registry.key(body[place.start : place.end])]
                assert {alias.outlet_id for alias in names} == {mention.outlet_id}


class TestCost:
    @pytest.mark.parametrize(
        "text", ["A " * 50_000, "/" * 100_000, "(" * 100_000, " – " * 40_000, "The " * 30_000, "\n" * 9]
    )
    def test_time_grows_with_length_only(self, text):
        assert_linear(lambda body: resolve(article(body, headline=body[:300])), text)
