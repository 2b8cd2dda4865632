import pytest

from analysis.comparison import quote_versions
from analysis.model import Article

LEAD = "The harbour board met on Monday. "
LONG = "“We waited nine years for this wall, and not one winter was kind to us,” said Mayor Ines Okafor."


def article(name, body, published=""):
    return Article(id=name, body=LEAD + body, published=published)


def compare(*bodies, **fields):
    articles = [article(name, body, **fields) for name, body in zip("abcdef", bodies, strict=False)]
    return quote_versions.compare(articles), {one.id: one.body for one in articles}


def texts(body, stretches):
    return [body[start:end] for start, end in stretches]


def test_a_cut_quotation_is_aligned_and_not_called_altered():
    (found,), bodies = compare(LONG, "“We waited nine years for this wall,” Mayor Ines Okafor said.")
    first, second = found.versions
    assert found.speaker == "Ines Okafor"
    assert not found.altered
    assert texts(bodies["b"], second.kept) == ["We waited nine years for this wall"]
    assert texts(bodies["a"], second.cut) == ["and not one winter was kind to us"]
    assert bodies["a"][first.start : first.end].startswith("We waited")


def test_other_words_inside_the_marks_are_flagged_and_shown():
    (found,), bodies = compare(LONG, LONG.replace("not one winter was kind", "every single winter was cruel"))
    assert found.altered
    assert "every single" in texts(bodies["b"], found.versions[1].altered)


@pytest.mark.parametrize(
    "same",
    [
        LONG.replace("nine", "9"),
        LONG.replace("wall,", "wall –"),
        LONG.replace("We waited", "we waited"),
        LONG.replace("this wall", "[the harbour] this wall"),
        LONG.replace("“", '"').replace("”", '"'),
    ],
    ids=["digits", "punctuation", "case", "editor’s words", "straight marks"],
)
def test_signs_case_and_brackets_change_no_words(same):
    (found,), _ = compare(LONG, same)
    assert not found.altered


def test_pieces_of_one_speech_are_versions_of_the_whole():
    (found,), _ = compare(
        LONG, "“We waited nine years for this wall,” Okafor said, “and not one winter was kind to us.”"
    )
    assert [one.article for one in found.versions] == ["a", "b", "b"]


def test_different_statements_of_one_speaker_stay_apart():
    found, _ = compare(LONG, "“The old pier will have to wait for another budget,” said Mayor Ines Okafor.")
    assert found == ()


def test_function_words_alone_join_nothing():
    found, _ = compare(
        "“I do not think that it is so,” said Ada Morn.", "“I do not think that he is up to it,” said Rui Casal."
    )
    assert found == ()


def test_a_short_quotation_needs_the_same_speaker_or_sentence():
    found, _ = compare(
        "Okafor called it “a scandal”.", "Critics of the port spoke of “a scandal” in Norland’s bread trade."
    )
    assert found == ()
    (joined,), _ = compare(
        "Mayor Ines Okafor called the delay “a scandal”.", "Ines Okafor called the delay “a scandal”."
    )
    assert joined.speaker == "Ines Okafor"


def test_the_earlier_version_is_the_yardstick():
    first = article("late", LONG.replace("nine", "nineteen"), "2026-03-07")
    second = article("early", LONG, "2026-03-06")
    (found,) = quote_versions.compare([first, second])
    assert [one.article for one in found.versions] == ["early", "late"]


def test_the_spun_article_alters_what_stands_inside_its_marks(case_articles):
    bodies = {one.id: one.body for one in case_articles}
    found = quote_versions.compare(case_articles)
    spun = [one for one in found if any(version.article == "newsglim24" for version in one.versions)]
    assert len(spun) >= 12
    assert all(one.altered for one in spun)
    for one in found:
        for version in one.versions:
            for start, end in version.kept + version.altered:
                assert version.start <= start < end <= version.end
    (masterclass,) = [one for one in found if one.speaker == "Joss Perivane"]
    shown = {version.article: bodies[version.article][version.start : version.end] for version in masterclass.versions}
    assert shown["newsglim24"] == "a course in being shocked."
    assert shown["ostrel-sentinel"] == "a masterclass in being surprised."


@pytest.mark.parametrize("bodies", [(), ("“Only one speaks,” said Ada Morn.",), ("", "")])
def test_without_two_versions_there_is_nothing(bodies):
    assert compare(*bodies)[0] == ()
