import time

import pytest

from analysis.errors import UnreadableInput
from analysis.ingest.repair import decode, repair

SENTENCE = "“We’ll go,” the mayor said – then she left."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_a_text_reads_the_same_in_every_usual_encoding(encoding):
    assert repair(SENTENCE.encode(encoding)).text == SENTENCE


def test_another_encoding_than_utf8_is_told():
    assert "Windows-1252" in repair(SENTENCE.encode("cp1252")).notes[0]


def test_wrongly_decoded_marks_are_repaired_and_told():
    text, notes = repair(SENTENCE.encode().decode("sloppy-windows-1252"))
    assert text == SENTENCE
    assert len(notes) == 1
    assert "1 line" in notes[0]


def test_one_document_may_mix_encodings():
    broken = SENTENCE.encode().decode("sloppy-windows-1252")
    assert repair(f"{SENTENCE}\n{broken}\n{SENTENCE}").text == "\n".join([SENTENCE] * 3)


@pytest.mark.parametrize(
    "text",
    [
        "he said that”people won’t wait",
        'no’breakthrough’ and "stray',
        "''TeX'' ``too'' «so» „so“",
        "ﬁne ABC &amp; 5'10\"",
    ],
)
def test_odd_marks_ligatures_and_entities_stay_as_typed(text):
    assert repair(text) == (text, ())


def test_control_characters_are_taken_out_and_counted():
    text, notes = repair("The may\x00or\x07 left.\u200b")
    assert text == "The mayor left."
    assert notes[0].startswith("2 control characters")
    assert notes[1].startswith("1 invisible character ")


def test_line_ends_become_line_feeds():
    assert repair("a\r\nb\rc\u2028d").text == "a\nb\nc\nd"


@pytest.mark.parametrize("raw", [bytes(range(256)) * 20, b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"\x00\x01\x02" * 99])
def test_binary_data_is_refused_in_a_sentence(raw):
    with pytest.raises(UnreadableInput, match="try again"):
        repair(raw)


def test_joined_emoji_stay_whole():
    assert repair("👩‍👩‍👧 marched.").text == "👩‍👩‍👧 marched."


def test_time_grows_with_the_length_and_not_with_its_square():
    def seconds(length):
        line = ("â€œleftâ€\x9d the city. " * length)[:length]
        start = time.process_time()
        repair(line)
        return time.process_time() - start

    assert seconds(400_000) < 12 * seconds(100_000) + 0.5


def test_a_file_of_two_encodings_is_read_line_by_line():
    raw = SENTENCE.encode() + b"\n" + SENTENCE.encode("cp1252")
    text, notes = repair(raw)
    assert text == f"{SENTENCE}\n{SENTENCE}"
    assert notes == ("1 line not in UTF-8, read as Windows-1252.",)


def test_decode_refuses_bytes_that_no_encoding_explains():
    with pytest.raises(UnreadableInput, match="byte 4"):
        decode(b"caf\x9d")


def test_full_width_letters_are_written_as_usual_ones():
    assert repair("Ｔｈｅ\u3000ｗａｌｌ， ｈｅ ｓａｉｄ．") == (
        "The wall, he said.",
        ("16 full-width signs written as usual ones.",),
    )


def test_full_width_signs_of_a_chinese_text_stay():
    assert repair("市议会，市长表示。") == ("市议会，市长表示。", ())
