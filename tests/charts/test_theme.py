import pytest

from analysis.charts import theme

WHITE, DARK = "#FFFFFF", "#15171A"


def luminance(colour):
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("colour", theme.COLOURS)
@pytest.mark.parametrize("page", [WHITE, DARK])
def test_every_colour_can_be_seen_on_the_light_and_the_dark_page(colour, page):
    assert contrast(colour, page) >= 3


def test_twelve_articles_have_twelve_colours():
    assert len({theme.colour(position) for position in range(12)}) == 12


def test_markup_in_a_name_is_literal():
    assert theme.plain("<b>&</b>") == "&lt;b&gt;&amp;&lt;/b&gt;"


def test_a_tint_is_lighter_with_every_step_and_never_white():
    steps = [luminance(theme.lighter(theme.colour(0), step)) for step in (1, 2, 3)]
    assert steps == sorted(steps)
    assert luminance(theme.lighter(theme.colour(0), 50)) < 0.95


@pytest.mark.parametrize("colour", theme.COLOURS)
def test_no_article_is_grey(colour):
    channels = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    assert max(channels) - min(channels) > 40


@pytest.mark.parametrize(
    ("voice", "expected"),
    [
        ("Ann Lund", "Lund"),
        ("Pellmar Aggregates", "Pellmar"),
        ("a person with knowledge of the talks", "a person"),
        ("a person close to the talks", "a person"),
        ("analysts at the Harbour Bank", "analysts"),
        ("the harbour spokesman", "the harbour spokesman"),
        ("", ""),
    ],
)
def test_a_short_form_still_tells_who_speaks(voice, expected):
    assert theme.shorter(voice) == expected
