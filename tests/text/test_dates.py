import pytest

from analysis.text import dates


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("on April 14 the", "04-14"),
        ("on 14 April 2026 the", "04-14"),
        ("on Apr. 14, 2026, the", "04-14"),
        ("on the 3rd of June", "06-03"),
        ("on 2026-04-14", "04-14"),
        ("by Tuesday evening", "tuesday"),
        ("in September", "09"),
        ("in May they", "05"),
        ("until March 12 the", "03-12"),
        ("in 2014.", "2014"),
        ("at 11:20 a.m., before", "11:20"),
        ("at twenty past eleven", "11:20"),
        ("at 14:30", "2:30"),
        ("at two in the morning", "2:00"),
        ("at two AM.", "2:00"),
        ("at noon", "12:00"),
    ],
)
def test_one_date_has_one_key_however_it_is_written(text, key):
    assert [one.key for one in dates.find(text)] == [key]


@pytest.mark.parametrize(
    "text", ["They may march on.", "The March of the farmers", "April 45", "It cost $2,014.", "2.8 billion", "I am 12"]
)
def test_words_and_numbers_that_only_look_like_dates_are_none(text):
    assert not [one for one in dates.find(text) if one.kind in ("day", "year", "time")]
    assert "03" not in [one.key for one in dates.find(text)]


def test_the_span_holds_the_whole_date():
    body = "It ended on Tuesday, April 14, 2026, in rain."
    assert [body[one.start : one.end] for one in dates.find(body)] == ["Tuesday", "April 14, 2026"]
