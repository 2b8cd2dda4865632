"""References as the manuals print them. The examples are those that the manuals or their own sites give."""

from datetime import date

import bibtexparser
import pytest

from analysis import __version__
from analysis.model import Article
from analysis.report import references
from analysis.report.references import Name

READ = date(2026, 11, 22)
APA_CAREY = Article(  # American Psychological Association, style and grammar guidelines: newspaper article references
    id="carey",
    body="",
    headline="Can we get better at forgetting?",
    byline="Benedict Carey",
    outlet="The New York Times",
    published="2019-03-22",
    url="https://www.nytimes.com/2019/03/22/health/memory-forgetting-psychology.html",
)
CHICAGO_MANJOO = Article(  # The Chicago Manual of Style Online, citation quick guide: news or magazine article
    id="manjoo",
    body="",
    headline="Snap Makes a Bet on the Cultural Supremacy of the Camera",
    byline="By Farhad Manjoo",
    outlet="The New York Times",
    published="2017-03-08",
    url="https://www.nytimes.com/2017/03/08/technology/snap-makes-a-bet-on-the-cultural-supremacy-of-the-camera.html",
)
CHICAGO_UNSIGNED = Article(  # The Chicago Manual of Style, 16th edition, 14.207: unsigned newspaper articles
    id="ad",
    body="",
    headline="In Texas, Ad Heats Up Race for Governor",
    outlet="The New York Times",
    published="2002-07-30",
)
MLA_DERESIEWICZ = Article(  # MLA Style Center, works cited: a quick guide
    id="artist",
    body="",
    headline="The Death of the Artist—and the Birth of the Creative Entrepreneur",
    byline="William Deresiewicz",
    outlet="The Atlantic",
    published="2014-12-28",
    url="https://www.theatlantic.com/magazine/archive/2015/01/the-death-of-the-artist/383497/",
)


def written(article, style):
    return references.plain(references.build(article, style, READ))


def test_apa_as_its_own_guide_prints_it():
    assert written(APA_CAREY, "apa") == (
        "Carey, B. (2019, March 22). Can we get better at forgetting? The New York Times. "
        "https://www.nytimes.com/2019/03/22/health/memory-forgetting-psychology.html"
    )


def test_chicago_as_its_quick_guide_prints_it():
    assert written(CHICAGO_MANJOO, "chicago") == (
        "Manjoo, Farhad. “Snap Makes a Bet on the Cultural Supremacy of the Camera.” New York Times, March 8, 2017. "
        "https://www.nytimes.com/2017/03/08/technology/"
        "snap-makes-a-bet-on-the-cultural-supremacy-of-the-camera.html."
    )


def test_chicago_puts_the_newspaper_in_place_of_an_author_that_is_not_there():
    expected = "New York Times. “In Texas, Ad Heats Up Race for Governor.” July 30, 2002."
    assert written(CHICAGO_UNSIGNED, "chicago") == expected


def test_mla_as_its_style_center_prints_it_with_the_day_of_reading():
    assert written(MLA_DERESIEWICZ, "mla") == (
        "Deresiewicz, William. “The Death of the Artist—and the Birth of the Creative Entrepreneur.” The Atlantic, "
        "28 Dec. 2014, www.theatlantic.com/magazine/archive/2015/01/the-death-of-the-artist/383497/. "
        "Accessed 22 Nov. 2026."
    )


def test_the_outlet_stands_in_italics():
    for style in ("apa", "mla", "chicago"):
        runs = references.build(APA_CAREY, style, READ)
        assert [run.text.removeprefix("The ") for run in runs if run.italic] == ["New York Times"]


def test_two_authors_are_joined_as_each_style_does():
    two = Article(
        id="x", body="", headline="Wall falls", byline="By Ines Okafor and Jan van der Berg", outlet="The Tide"
    )
    assert written(two, "apa").startswith("Okafor, I., & van der Berg, J. (n.d.). Wall falls. The Tide.")
    assert written(two, "mla").startswith("Okafor, Ines, and Jan van der Berg. “Wall falls.” The Tide.")
    assert written(two, "chicago").startswith("Okafor, Ines, and Jan van der Berg. “Wall falls.” Tide, ")


def test_a_page_without_author_and_date_is_told_by_its_title_and_the_day_it_was_read():
    bare = Article(id="x", body="", headline="Who “won”?", outlet="The Tide", url="https://tide.example/a")
    assert written(bare, "apa") == (
        "Who “won”? (n.d.). The Tide. Retrieved November 22, 2026, from https://tide.example/a"
    )
    assert written(bare, "mla") == "“Who ‘won’?” The Tide, tide.example/a. Accessed 22 Nov. 2026."
    assert written(bare, "chicago") == "Tide. “Who ‘won’?” Accessed November 22, 2026. https://tide.example/a."


@pytest.mark.parametrize(
    ("byline", "people"),
    [
        ("By Karel Čapek", (Name("Čapek", "Karel"),)),
        ("Martin Luther King Jr.", (Name("King", "Martin Luther", "Jr."),)),
        ("Ines Okafor, Łukasz Nowak", (Name("Okafor", "Ines"), Name("Nowak", "Łukasz"))),
        ("kadmin", ()),
        ("Staff reporter", ()),
        ("", ()),
    ],
)
def test_only_persons_are_authors(byline, people):
    assert references.names(byline, "The Tide") == people


def test_initials_keep_hyphens_and_suffixes():
    jr = Article(id="x", body="", headline="Wall", byline="Jean-Luc Marais Jr.", outlet="Tide", published="2026-03")
    assert written(jr, "apa") == "Marais, J.-L., Jr. (2026, March). Wall. Tide."


def test_a_suffix_stands_where_each_style_puts_it():
    two = Article(id="x", body="", headline="Wall", byline="Martin Luther King Jr. and John Doe III", outlet="Tide")
    assert written(two, "apa").startswith("King, M. L., Jr., & Doe, J., III. (n.d.).")
    for style in ("mla", "chicago"):
        assert written(two, style).startswith("King, Martin Luther, Jr., and John Doe III. “Wall.”")
    assert "author = {King, Jr., Martin Luther and Doe, III, John}" in written(two, "bibtex")


def test_apa_sets_the_title_in_italics_where_the_site_has_no_newspaper():
    cnn = Article(
        id="x", body="", headline="The census", outlet="CNN", url="https://www.cnn.com/a", published="2020-03-12"
    )
    assert written(cnn, "apa") == "The census. (2020, March 12). CNN. https://www.cnn.com/a"
    for article, italic in ((cnn, "The census."), (APA_CAREY, "The New York Times")):
        assert [run.text for run in references.build(article, "apa", READ) if run.italic] == [italic]
    assert [run.text for run in references.build(cnn, "mla", READ) if run.italic] == ["CNN"]


def test_an_article_without_headline_is_told_by_its_first_words():
    bare = Article(id="x", body="Rain fell for days and " * 20, outlet="The Tide")
    assert written(bare, "apa").startswith("Rain fell for days and Rain fell")
    assert "and … (n.d.). The Tide" in written(bare, "apa") or "days … (n.d.)" in written(bare, "apa")


def test_bibtex_comes_back_with_its_fields():
    odd = Article(
        id="a b/1", body="", headline="50% & more {braces}", byline="By Ines Okafor and Jan van der Berg",
        outlet="Black & White", published="2026-03-14T10:00", url="https://t.example/a_b?c=1&d=2%20",
    )  # fmt: skip
    [entry] = bibtexparser.parse_string(written(odd, "bibtex")).entries
    assert entry.key == "a-b-1"
    assert entry["author"] == "Okafor, Ines and van der Berg, Jan"
    assert entry["title"] == r"{50\% \& more \{braces\}}"
    assert entry["url"] == odd.url
    assert (entry["year"], entry["month"], entry["day"]) == ("2026", "mar", "14")


def test_parallax_is_referred_to_with_version_and_data():
    for style in references.STYLES:
        told = references.plain(references.to_parallax(style, READ))
        assert "Parallax" in told
        assert __version__ in told
        assert references.lexicons.fingerprint() in told
