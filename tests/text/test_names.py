import pytest

from analysis.text import names, tokens


def voices(body):
    return {voice.name for voice in names.find(body).voices}


def mentions(body):
    found = tokens.find(body)
    return [(found.text(mention.first, mention.after), mention.kind) for mention in names.find(body).mentions]


def test_a_title_belongs_to_the_mention_and_not_to_the_name():
    body = "On Monday Mayor Orla Venn spoke."
    assert mentions(body) == [("Mayor Orla Venn", "name")]
    assert voices(body) == {"Orla Venn"}


@pytest.mark.parametrize("later", ["Venn", "Mayor Venn", "Orla", "Ms. Venn"])
def test_a_short_name_joins_the_full_name(later):
    assert voices(f"We met Mayor Orla Venn on Monday. The town says {later} spoke.") == {"Orla Venn"}


def test_two_people_with_one_last_name_stay_two():
    assert voices("We met Orla Venn and Peter Venn.") == {"Orla Venn", "Peter Venn"}


def test_mr_and_mrs_tell_two_people_with_one_last_name_apart():
    body = "We met Mary Venn and Peter Venn. The town says Mrs. Venn spoke and Mr. Venn left."
    assert {voice.name: len(voice.mentions) for voice in names.find(body).voices} == {"Mary Venn": 2, "Peter Venn": 2}


def test_initials_join_the_body_they_stand_for():
    assert voices("The Ostwick Harbour Board met. The town says the OHB agreed.") == {"Ostwick Harbour Board"}


def test_a_body_keeps_the_name_behind_of():
    assert voices("We asked the Ministry of Water about it.") == {"Ministry of Water"}


def test_a_possessor_is_a_mention_of_its_own():
    assert ("Venn", "name") in mentions("We asked Venn’s office about it.")


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("the harbour spokesman", "role"),
        ("two officials", "group"),
        ("the committee", "organisation"),
        ("a new poll", "document"),
        ("some voters", "group"),
    ],
)
def test_descriptions_have_their_kind(phrase, kind):
    assert mentions(f"But {phrase} said no.") == [(phrase, kind)]


@pytest.mark.parametrize(
    ("name", "gender"), [("Mary Hollis", "f"), ("Peter Lund", "m"), ("Ms. Venn", "f"), ("Venn", "")]
)
def test_titles_and_given_names_tell_the_gender(name, gender):
    assert names.find(f"We met {name} there.").mentions[-1].gender == gender


@pytest.mark.parametrize(
    "name",
    ["Labour Board", "Carriage and Depot Workers’ Union", "Rail and Ferry Association"],
)
def test_a_body_keeps_its_whole_name(name):
    assert voices(f"On Monday the {name} said no.") == {name}


def test_two_bodies_with_one_article_stay_two():
    assert voices("On Monday the FBI and Justice Commission said no.") == {"FBI", "Justice Commission"}
    assert voices("On Monday the Storting and Harbour Ministry said no.") == {"Storting", "Harbour Ministry"}


@pytest.mark.parametrize("name", ["Crestline Transit", "Fennel Road", "Pellmar Aggregates"])
def test_what_companies_and_places_are_called_is_no_person(name):
    assert names.find(f"We met {name} there.").mentions[-1].gender == "n"


def test_a_given_name_tells_a_person_whatever_stands_behind_it():
    assert names.find("We met Mary Hill there.").mentions[-1].gender == "f"


def test_the_noun_before_of_is_the_head():
    found = names.find("“No,” the mum of two told us.").mentions[-1]
    assert (found.kind, found.plural) == ("noun", False)


def test_a_verb_of_saying_can_belong_to_a_title():
    assert ("the opposition leader", "role") in mentions("“No,” the opposition leader said.")


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Director of Harbour Safety Peter Lund", "Peter Lund"),
        ("Majority Whip Mary Hollis", "Mary Hollis"),
        ("National Union for Harbours President Orla Venn", "Orla Venn"),
    ],
)
def test_an_office_that_looks_like_a_name_is_none(phrase, name):
    assert voices(f"On Monday {phrase} said no.") == {name}
