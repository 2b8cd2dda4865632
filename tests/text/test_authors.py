import pytest

from analysis.text import authors

PERSON, DESK, ACCOUNT, NOBODY = authors.LEVELS


@pytest.mark.parametrize(
    ("byline", "name"),
    [
        ("By Corin Aldewater and Shenna Bellamu, Meridian Wire", "Corin Aldewater"),
        ("Posted by Wren Castellaby for Both Banks (invented)", "Wren Castellaby"),
        ("Dex Marrowby, Chief Reporter, The Tallow Post", "Dex Marrowby"),
        ("The Tallow Post, Dex Marrowby", "Dex Marrowby"),
        ("JONA TAVE", "JONA TAVE"),
        ("Marta de la Cruz", "Marta de la Cruz"),
        ("J. K. Orlund", "J. K. Orlund"),
        ("Emily Post", "Emily Post"),
        ("Lena Badmin", "Lena Badmin"),
        ("Jana Dorn, Updated 3 March 2021", "Jana Dorn"),
        ("Jana Dorn in Tolmere and Ann Roe in Quillhaven", "Jana Dorn"),
    ],
)
def test_a_person_goes_before_the_outlet_beside_the_name(byline, name):
    assert authors.find(byline) == (PERSON, name)


@pytest.mark.parametrize(
    "byline",
    [
        "Political Desk, The Ostrel Sentinel",
        "By Reuters",
        "Reuters Staff",
        "Staff Reporter",
        "Our Correspondent",
        "Plato",
    ],
)
def test_a_desk_an_agency_and_a_single_name_are_no_full_person(byline):
    assert authors.find(byline).level == DESK


def test_the_outlets_own_name_is_no_person():
    assert authors.find("Both Banks", "Both Banks (invented)").level == DESK
    assert authors.find("Both Banks").level == PERSON


@pytest.mark.parametrize(
    "byline",
    [
        "kadmin",
        "Admin",
        "Site Admin",
        "news2in",
        "Posted by glimadmin on April 14, 2026 | 0 Comments",
        "@tide",
        "webmaster",
    ],
)
def test_an_account_of_the_publishing_system_names_nobody(byline):
    assert authors.find(byline).level == ACCOUNT


@pytest.mark.parametrize("byline", ["", "Posted by", "14 April 2026", "0 Comments"])
def test_a_lost_name_or_a_date_alone_is_nobody(byline):
    assert authors.find(byline) == (NOBODY, "")
