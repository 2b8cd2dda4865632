import pytest

from analysis.errors import BrokenData
from analysis.text import ranking, scene, speaker_features, speakers
from analysis.text.scene import NO_SPEECH, NOBODY

BODY = "Orla Venn met Tomas Reyl on Monday.\n\n“The pier is safe,” Venn said. “It will stay.”"


def named(body, choice):
    found = scene.Scene(body)
    mention = found.known.mentions[choice.mention]
    return found.found.text(mention.first, mention.after)


def test_every_marked_stretch_has_one_choice():
    assert [named(BODY, choice) for choice in speakers.find(BODY)] == ["Venn", "Venn"]


def test_a_quotation_that_goes_on_is_marked_as_such():
    assert [choice.continues for choice in speakers.find(BODY)] == [False, True]


def test_nobody_and_no_speech_are_always_candidates():
    found = scene.Scene(BODY)
    assert {NOBODY, NO_SPEECH} <= {candidate.mention for candidate in found.candidates(found.quotes[0])}


def test_the_subject_of_the_cue_right_after_outweighs_the_others():
    found = scene.Scene(BODY)
    quote = found.quotes[0]
    shape = speaker_features.shape(found, quote)
    weights = ranking.load(speakers.MODEL)
    scores = {
        candidate: weights.score(speaker_features.find(found, quote, candidate, shape))
        for candidate in found.candidates(quote)
    }
    assert max(scores, key=scores.get).cue == 0


def test_features_are_phrases_and_hold_no_name_of_the_text():
    found = scene.Scene(BODY)
    for quote in found.quotes:
        shape = speaker_features.shape(found, quote)
        for candidate in found.candidates(quote):
            for feature in ranking.features(speaker_features.find(found, quote, candidate, shape)):
                assert not {"venn", "reyl", "orla", "tomas"} & set(feature.lower().split())


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("“A,” he said.", "S,"),
        ("He said: “A.”", ":."),
        ("He said, “A?”", ",?"),
        ("He called it “a wreck” twice.", "f"),
    ],
)
def test_the_shape_tells_how_a_stretch_opens_and_ends(body, expected):
    found = scene.Scene(body)
    shape = speaker_features.shape(found, found.quotes[0])
    assert shape.opening + shape.ending == expected


def test_a_doubted_word_is_no_speech_whatever_stands_around_it():
    (choice,) = speakers.find("Orla Venn said the alleged “rescue” had failed.")
    assert choice.mention == NO_SPEECH


def test_a_missing_model_is_named():
    with pytest.raises(BrokenData, match=r"data/models/nowhere\.json"):
        ranking.load("nowhere")


def test_a_feature_without_a_weight_counts_nothing():
    assert ranking.Ranking({"known": 1.5}).score([(lambda word: (word, "unknown"), "known")]) == 1.5
