import re

import pytest

from ui import literal


def test_markdown_marks_become_literal():
    assert literal.in_markdown("**a** $x$ :red[b]\n![](u)") == "\\*\\*a\\*\\* \\$x\\$ \\:red\\[b\\] \\!\\[\\]\\(u\\)"


def test_addresses_become_no_links():
    made = literal.in_markdown("https://a.example www.b.example c@d.example")
    assert not re.search(r"://\w|www\\?\.|@\w", made)
    assert made.replace("\u2060", "").replace("\\", "") == "https://a.example www.b.example c@d.example"


def test_html_marks_become_literal():
    assert literal.in_html('<b a="1">\'') == "&lt;b a=&quot;1&quot;&gt;&#x27;"


@pytest.mark.parametrize(
    ("plural", "singular"),
    [
        ("accusations", "accusation"),
        ("words of narration", "word of narration"),
        ("marks in the headline", "mark in the headline"),
        ("words on a side", "word on a side"),
        ("classed verbs", "classed verb"),
    ],
)
def test_one_is_counted_in_the_singular(plural, singular):
    assert literal.one_or_many(1, plural) == singular
    assert literal.one_or_many(0, plural) == literal.one_or_many(2, plural) == plural


def test_a_slug_is_never_empty():
    assert literal.slug("The Tide: a wall!") == "the-tide-a-wall"
    assert literal.slug("…") == "none"
