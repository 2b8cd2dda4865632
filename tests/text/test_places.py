import pytest

from analysis.text import places


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The talks in Quillhaven failed. They went home.", ["Quillhaven"]),
        ("Farmers met near Lower Sarrin on Friday.", ["Lower Sarrin"]),
        ("Both France and Texas object.", ["France", "Texas"]),
        ("The mood in Soruman homes is grim.", []),
        ("A vote in Congress is near.", []),
        ("They put their trust in Mayor Ines Okafor. Okafor said no.", []),
        ("", []),
    ],
)
def test_places_are_told_from_people_and_bodies(body, expected):
    assert [one.name for one in places.find(body)] == expected


def test_offsets_hold_the_name():
    body = "They met in Port Kessin. Port Kessin was quiet."
    assert {body[one.start : one.end] for one in places.find("They met in Port Kessin. In Port Kessin all was quiet.")}
    assert all(body[one.start : one.end] == one.name for one in places.find(body))
