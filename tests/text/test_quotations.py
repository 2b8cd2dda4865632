import time

import pytest

from analysis.text import quotations
from tests.timing import assert_linear


def said(body):
    """The marked quotations of `body` as (words, speaker)."""
    return [(body[q.start : q.end], q.speaker) for q in quotations.find(body) if q.kind != "indirect"]


def speakers(body):
    return [speaker for _, speaker in said(body)]


LEAD = "The pier of Ostwick will close in May, Mayor Orla Venn and harbour master Tomas Reyl decided on Monday.\n\n"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("“The pier is safe,” Venn said.", ["Orla Venn"]),
        ("“The pier is safe,” said Venn.", ["Orla Venn"]),
        ("“It will hold,” said Ines Okafor, a professor of engineering at the University of Tarn.", ["Ines Okafor"]),
        ("Ines Okafor, director of the Centre for Bridges at Tarn, said: “It will hold.”", ["Ines Okafor"]),
        ("Venn said the pier was “a danger to everyone.”", ["Orla Venn"]),
        ("“We tried,” Venn said, “but the wood is rotten.”", ["Orla Venn"] * 2),
        ("“We tried,” Venn said. “The wood is rotten.”", ["Orla Venn"] * 2),
        ("Venn said the plan was “a disgrace” and “dead.”", ["Orla Venn"] * 2),
        ("“The wood is rotten,” Reyl told the council.", ["Tomas Reyl"]),
        ("According to Reyl, the pier is “beyond repair.”", ["Tomas Reyl"]),
        ("The pier is “beyond repair,” according to Reyl.", ["Tomas Reyl"]),
        ("Venn called Reyl a “prophet of doom.”", ["Orla Venn"]),
        ("Reyl spoke for an hour, adding that the wood was “rotten.”", ["Tomas Reyl"]),
        ("Reyl wrote on Twitter: “The wood is rotten.”", ["Tomas Reyl"]),
        ("In a statement, the Ministry of Ports said the pier was “not in our hands.”", ["Ministry of Ports"]),
        ("“The wood is rotten,” the harbour office said in a statement.", ["the harbour office"]),
        ("A report by the council found that the wood was “rotten.”", ["a report by the council"]),
        ("“We are leaving,” two officials said.", ["two officials"]),
        ("“It is over,” said a spokeswoman for the council.", ["a spokeswoman for the council"]),
        ("“We tried everything,” Venn and Reyl said.", ["Orla Venn and Tomas Reyl"]),
        ("“Why now?” Venn asked.", ["Orla Venn"]),
        ("“The wood is rotten,” Reyl, who has run the harbour since 2004, said.", ["Tomas Reyl"]),
        ("Critics have blasted the plan as “madness.”", ["critics"]),
        ("Reyl’s claim that the wood is “rotten” was denied.", ["Tomas Reyl"]),
    ],
)
def test_each_construction_gives_its_speaker(sentence, expected):
    assert speakers(LEAD + sentence) == expected


def test_he_and_she_go_to_the_voice_they_agree_with():
    body = "Mary Hollis met Peter Lund at the pier.\n\n“It is rotten,” she said. “I know,” he said."
    assert speakers(body) == ["Mary Hollis", "Peter Lund"]


def test_a_pronoun_goes_to_the_one_who_spoke_last():
    body = "Tomas Reyl said the pier would close.\n\n“The wood is rotten,” he said."
    assert speakers(body) == ["Tomas Reyl"]


def test_it_goes_to_a_body():
    body = "The Harbour Ministry said on Monday that it would close the pier.\n\n“The wood is rotten,” it said."
    assert speakers(body) == ["Harbour Ministry"]


def test_they_are_the_two_who_were_named_together():
    body = "Orla Venn met with Tomas Reyl on Monday.\n\nThey promised to “stay in touch.”"
    assert speakers(body) == ["Orla Venn and Tomas Reyl"]


def test_a_role_stands_for_the_one_voice_that_has_it():
    body = "Harbour spokesman Tomas Reyl spoke on Monday.\n\n“The wood is rotten,” the harbour spokesman said."
    assert speakers(body) == ["Tomas Reyl"]
    assert speakers(body.replace("the harbour spokesman", "the press secretary")) == ["Tomas Reyl"]


def test_a_role_that_two_voices_share_stands_for_neither():
    body = "Senator Orla Venn and Senator Tomas Reyl met on Monday.\n\n“The wood is rotten,” the senator said."
    assert speakers(body) == ["the senator"]


def test_the_official_is_the_official_of_the_sentence_before():
    body = "A harbour official spoke on condition of anonymity.\n\n“The wood is rotten,” the official said."
    assert speakers(body) == ["a harbour official"]


def test_a_last_name_is_given_in_full():
    assert speakers("Gov. Orla Venn spoke on Monday.\n\n“The wood is rotten,” Ms. Venn said.") == ["Orla Venn"]


def test_a_quotation_over_two_paragraphs_has_one_speaker():
    body = LEAD + "“The wood is rotten,” Reyl said. “We knew it.\n\n“And we did nothing.”"
    assert speakers(body) == ["Tomas Reyl"] * 3


def test_a_headline_with_a_colon_names_its_speaker():
    assert speakers("Reyl: ‘The wood is rotten’\n\nTomas Reyl spoke on Monday in the town hall.")[0] == "Tomas Reyl"


def test_a_headlines_words_that_no_one_says_have_no_speaker():
    body = "Venn Meets With Reyl: Talks ‘Useful’\n\nOrla Venn met Tomas Reyl in the town hall on Monday for an hour."
    assert [speaker for speaker in speakers(body) if speaker] == []


def test_a_dash_names_its_speaker():
    assert speakers("Readers wrote to us about the pier.\n\n“It was my whole childhood.” — Ada Morn") == ["Ada Morn"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The alleged “rescue” of the pier has begun.",
        "The so-called “rescue” has begun.",
        "She read a book called “The Drowned Pier” on the way.",
    ],
)
def test_doubted_words_and_titles_are_no_quotations(sentence):
    assert said(LEAD + sentence) == []


def test_direct_and_mixed_quotations_are_told_apart():
    body = LEAD + "“The wood is rotten,” Reyl said. Venn called the pier “a danger” to the town."
    assert [q.kind for q in quotations.find(body) if q.kind != "indirect"] == ["direct", "mixed"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Reyl said the wood had rotted from within.", "the wood had rotted from within"),
        ("Reyl said that the wood had rotted from within.", "the wood had rotted from within"),
        ("The wood had rotted from within, Reyl said.", "The wood had rotted from within"),
        ("Reyl told the council that the wood had rotted.", "the wood had rotted"),
        ("According to Reyl, the wood had rotted from within.", "the wood had rotted from within"),
        ("Reyl vowed to rebuild the pier by winter.", "to rebuild the pier by winter"),
        ("Reyl believes that the pier can be saved.", "the pier can be saved"),
    ],
)
def test_reported_clauses_are_found_with_their_speaker(sentence, expected):
    body = LEAD + sentence
    found = [q for q in quotations.find(body) if q.kind == "indirect" and q.start >= len(LEAD)]
    assert [(body[q.start : q.end], q.speaker) for q in found] == [(expected, "Tomas Reyl")]


def test_every_offset_points_at_the_words_it_names():
    body = LEAD + "“The wood is rotten,” he said. Venn warned that the pier would fall."
    for quotation in quotations.find(body):
        assert body[quotation.cue_start : quotation.cue_end] == quotation.cue
        assert quotation.speaker_start is not None
        assert quotation.speaker_end <= len(body)
        assert quotation.rule.endswith(".")


def test_the_rule_names_the_cue_and_who_the_pronoun_stands_for():
    body = "Tomas Reyl said the pier would close.\n\n“The wood is rotten,” he said."
    rule = next(q.rule for q in quotations.find(body) if q.kind == "direct")
    assert "“said”" in rule
    assert "“he” stands for Tomas Reyl" in rule


def test_quotations_come_in_reading_order():
    body = LEAD * 3 + "“A,” Venn said. Reyl said he knew."
    starts = [quotation.start for quotation in quotations.find(body)]
    assert starts == sorted(starts)


@pytest.mark.parametrize("body", ["", " ", "\n\n", "“", "”", "“”", "Nobody speaks here.", "😀“😀”😀"])
def test_texts_without_speech_give_nothing_or_nobody(body):
    assert [speaker for speaker in speakers(body) if speaker] == []


@pytest.mark.parametrize(
    "body",
    [
        '" ' * 100_000,
        "“ a " * 1_000 + "”" * 1_000,
        "a" * 1_000_000,
        "word " * 200_000,
        "Bob " * 250_000,
        "national " * 110_000,
        "who said " * 100_000,
        "Bob " + "(a) " * 3_000 + "said no.",
        "Bob and " * 20_000 + "said no.",
        "😀" * 300_000,
    ],
    ids=["marks", "nested", "no spaces", "one line", "names", "adjectives", "cues", "brackets", "joint", "emoji"],
)
def test_time_grows_with_the_length_of_any_text(body):
    assert_linear(quotations.find, body)


def test_ten_times_the_text_takes_about_ten_times_as_long():
    piece = (
        LEAD + "“The wood is rotten,” Reyl said. “We knew it,” he added.\n\nVenn said that the pier would close.\n\n"
    )

    def seconds(body):
        started = time.process_time()
        quotations.find(body)
        return time.process_time() - started

    seconds(piece)
    once = min(seconds(piece * 60 + str(turn)) for turn in range(5))
    assert min(seconds(piece * 600 + str(turn)) for turn in range(2)) < 25 * once
