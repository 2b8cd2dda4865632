from analysis.comparison import common_ground
from analysis.model import Article

FIRST = (
    "Mayor Ines Okafor opened the new wall in Port Ambel on March 8. It cost 640 million crowns and took nine masons."
)
SECOND = "On 8 March a wall of 640 million crowns was opened. Okafor thanked the masons. Port Ambel cheered her."


def compare(least=0):
    articles = [Article(id="a", body=FIRST), Article(id="b", body=SECOND)]
    return {(one.kind, one.text): one for one in common_ground.compare(articles, least)}


def test_actors_places_numbers_dates_and_words_are_found_under_their_fullest_form():
    found = compare()
    for expected in [
        ("actor", "Ines Okafor"),
        ("place", "Port Ambel"),
        ("number", "640 million crowns"),
        ("date", "March 8"),
        ("word", "masons"),
    ]:
        assert expected in found


def test_every_place_opens_its_words():
    bodies = {"a": FIRST, "b": SECOND}
    shown = {bodies[one.article][one.start : one.end] for one in compare()["date", "March 8"].places}
    assert shown == {"March 8", "8 March"}


def test_what_only_one_names_is_shared_by_none():
    assert ("word", "thanked") not in compare()
    assert ("word", "thanked") in compare(least=1)
