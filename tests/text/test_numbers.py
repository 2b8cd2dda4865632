import time

import pytest

from analysis.text import numbers


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("About 11 million people live there.", 11e6, "peopl"),
        ("It cost 2.8 billion crowns.", 2.8e9, "crown"),
        ("It cost $139 million.", 139e6, "$"),
        ("It cost 5 million dollars.", 5e6, "$"),
        ("cut by 31 percent", 31, "%"),
        ("cut by 31 per cent", 31, "%"),
        ("cut by 31%", 31, "%"),
        ("forty minutes before", 40, "minut"),
        ("twenty-one men", 21, "men"),
        ("two hundred thousand voters", 200_000, "vot"),
        ("a dozen guards", 12, "guard"),
        ("half a million", 500_000, ""),
        ("9,400 crowns", 9_400, "crown"),
    ],
)
def test_value_and_unit_are_read(text, value, unit):
    (found,) = numbers.find(text)
    assert (found.value, found.unit) == (value, unit)


@pytest.mark.parametrize(
    "text", ["one man stayed", "on April 14", "in 2014", "at 11:20 a.m.", "the 16th round", "F-16"]
)
def test_dates_ordinals_and_a_bare_one_are_no_counts(text):
    assert numbers.find(text) == ()


@pytest.mark.parametrize("unit", ["1", "1 ", "a million "], ids=["digits", "ones", "words"])
def test_eight_times_the_text_takes_about_eight_times_as_long(unit):
    def seconds(times):
        started = time.perf_counter()
        numbers.find(unit * times)
        return time.perf_counter() - started

    assert seconds(40_000) < 40 * seconds(5_000) + 2
