import json

import pytest

from analysis import comparison, lexicons
from analysis.comparison import actor_tone
from analysis.model import Article
from analysis.text import target_clues
from tests.timing import assert_linear

BODY = (
    "Mayor Orla Venn lied to the council and was accused of fraud. Critics condemned Venn for the corrupt deal. "
    "Venn came to the harbour on Tuesday. “Venn is a liar and a thief, and she has always been one,” he said. "
    "Three people praised Tomas Reyl, the hero who saved the brave crew of the ship."
)


def article(body=BODY, name="a"):
    return Article(id=name, body=body)


def counts(result, actor):
    return {value.part.split(":")[0]: value.number for value in result.values if value.labels == (actor,)}


def test_only_actors_named_in_enough_sentences_are_counted():
    (result,) = actor_tone.compare([article()])
    assert {value.labels for value in result.values} == {("Orla Venn",)}


def test_sentences_in_quotation_marks_are_left_out():
    (result,) = actor_tone.compare([article()])
    assert sum(counts(result, "Orla Venn").values()) == 3
    assert not any("liar" in BODY[span.start : span.end] for span in result.spans)


def test_blame_and_wrongdoing_sound_negative():
    (result,) = actor_tone.compare([article()])
    assert [span.kind for span in result.spans[:2]] == ["negative", "negative"]
    assert "“condemned”" in result.spans[1].note or "“corrupt”" in result.spans[1].note


def test_counts_name_the_sentences_they_rest_on():
    (result,) = actor_tone.compare([article()])
    for value in result.values:
        assert len(result.evidence(value)) == value.number
        assert value.n == 3


def test_an_actor_has_one_name_in_all_articles_and_a_zero_where_it_is_not_named():
    other = article("Venn spoke. The mayor, Orla Venn, stayed.", "b")
    third = article("The harbour was quiet on Tuesday.", "c")
    results = actor_tone.compare([article(), other, third])
    assert sum(counts(results[1], "Orla Venn").values()) == 2
    assert sum(counts(results[2], "Orla Venn").values()) == 0


def test_a_place_and_those_who_belong_to_somebody_are_no_actors():
    body = "It rained in Ostwick. We met in Ostwick. They stayed near Ostwick. "
    body += "Venn supporters sang. Venn supporters ate. Venn aides slept."
    (result,) = actor_tone.compare([article(body)])
    assert not result.values
    assert "3 sentences" in result.missing


def test_an_empty_article_has_a_reason():
    (result,) = actor_tone.compare([article("")])
    assert result.missing
    assert not result.values


def test_what_the_model_is_unsure_of_is_called_unsure():
    (result,) = actor_tone.compare([article("Venn came. Venn stayed. Venn left again by the last boat.")])
    for span in result.spans:
        assert (span.kind == "unsure") == ("likeliest" in span.note)


def test_the_estimate_is_the_softmax_of_the_sums():
    weights = {family: {} for family in ("", *target_clues.FAMILIES)}
    weights[""][""] = (0.0, 0.0, 0.0)
    weights["word"]["liar"] = (2.0, 0.0, 0.0)
    found = actor_tone.estimate({"word": ["liar", "liar", "unknown"]}, weights)
    assert found.label == "negative"
    assert found.probability == pytest.approx(0.787, abs=0.001)
    assert found.clues == (("word", "liar"),)


def test_the_model_is_small_and_can_be_read():
    path = lexicons.DATA / "models" / "target_tone.json"
    weights = json.loads(path.read_text(encoding="utf-8"))["weights"]
    assert path.stat().st_size < 300_000
    assert sum(len(clues) for clues in weights.values()) <= 5_000
    assert all(len(row) == len(actor_tone.LABELS) for clues in weights.values() for row in clues.values())


def test_its_note_tells_what_it_counts_and_misses():
    assert set(comparison.notes("actor_tone")) == {"Title", "Counts", "Unit", "Read as", "Misses", "Source"}


MANY_NAMES = " ".join(
    f"We met Ann {chr(65 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676)}rel." for n in range(9_000)
)
FLOODS = ("😀" * 100_000, '"' * 100_000, "Orla Venn lied and " * 5_000, "Ada Venn sang. " * 4_000, MANY_NAMES)


@pytest.mark.parametrize("flood", FLOODS, ids=lambda flood: flood[:12])
def test_floods_take_linear_time(flood):
    assert_linear(lambda body: actor_tone.compare([article(body), article(body, "b")]), flood)
