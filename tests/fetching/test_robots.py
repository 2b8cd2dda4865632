"""robots.txt as RFC 9309 reads it."""

import time

import pytest

from analysis.fetching import robots

TWO_GROUPS = """
# for all
User-agent: *
Disallow: /private
Allow: /private/open
Disallow: /*.pdf$
Disallow: /search*q=
Crawl-delay: 4

User-agent: OtherBot
User-agent: parallax
Disallow: /nothing-for-parallax
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True),
        ("/private", False),
        ("/private/a", False),
        ("/privateer", False),
        ("/private/open/a", True),
        ("/a.pdf", False),
        ("/a.pdf?x=1", True),
        ("/search?page=2&q=wall", False),
        ("/search?page=2", True),
    ],
)
def test_the_longest_rule_that_fits_decides(path, allowed):
    assert robots.parse(TWO_GROUPS, "somebody").allows(path) is allowed


def test_a_group_that_names_the_program_replaces_the_one_for_all():
    rules = robots.parse(TWO_GROUPS, "Parallax")
    assert rules.allows("/private")
    assert not rules.allows("/nothing-for-parallax")
    assert rules.delay == 0


def test_the_delay_asked_for_is_kept():
    assert robots.parse(TWO_GROUPS, "somebody").delay == 4


@pytest.mark.parametrize(
    "text", ["", "nonsense", "Disallow: /", "User-agent: *\nDisallow:", "\x00\xff" * 100, "<html>"]
)
def test_what_closes_nothing_allows_everything(text):
    assert robots.parse(text, "Parallax").allows("/wall")


def test_allow_wins_a_tie():
    assert robots.parse("User-agent: *\nDisallow: /a\nAllow: /a", "Parallax").allows("/a")


def test_rules_made_to_keep_us_busy_do_not():
    hostile = "User-agent: *\n" + "".join(f"Disallow: /{'*a' * 200}{number}$\n" for number in range(1_000))
    started = time.monotonic()
    assert robots.parse(hostile, "Parallax").allows("/" + "a" * 1_900)
    assert time.monotonic() - started < 3
