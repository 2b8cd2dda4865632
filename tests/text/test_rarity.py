from analysis.text import rarity, stems


def test_a_rare_word_weighs_more_than_a_common_one():
    assert rarity.of(stems.of("hydrologist")) > rarity.of(stems.of("treaty")) > rarity.of(stems.of("president")) > 0


def test_a_word_that_was_never_counted_weighs_most():
    assert rarity.of("quillhaven") == rarity.of("zzz") >= rarity.of(stems.of("treaty"))
