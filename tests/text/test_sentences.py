import time

import pytest

from analysis.text import sentences


def split(text):
    return [text[start:end] for start, end in sentences.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell. It stood.", ["It fell.", "It stood."]),
        ("Did it fall? No! It stood…", ["Did it fall?", "No!", "It stood…"]),
        ("Sen. Ann Vey met Dr. Oll. They left.", ["Sen. Ann Vey met Dr. Oll.", "They left."]),
        ("The U.S. Senate met at 5 p.m. on Monday.", ["The U.S. Senate met at 5 p.m. on Monday."]),
        ("John S. Vey left. He ran.", ["John S. Vey left.", "He ran."]),
        ("It rose 3.5 percent. Then it fell.", ["It rose 3.5 percent.", "Then it fell."]),
        ("He read No. 5 aloud. She said no. He left.", ["He read No. 5 aloud.", "She said no.", "He left."]),
        ("on the Lake. Light. Land programme today.", ["on the Lake. Light. Land programme today."]),
        ("“It fell.” She left.", ["“It fell.”", "She left."]),
        ("“Will it fall?” he asked. She left.", ["“Will it fall?” he asked.", "She left."]),
        ("First line\nSecond line", ["First line", "Second line"]),
        ("  \n\n ", []),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text, expected):
    assert split(text) == expected


def test_a_text_ten_times_as_long_takes_about_ten_times_as_long():
    def seconds(text):
        started = time.process_time()
        sentences.find(text)
        return time.process_time() - started

    text = "The wall fell. A. B. Vey said “no.” It was 3.5 m tall " * 2_000
    short = min(seconds(text + str(turn)) for turn in range(3))
    long = min(seconds(text * 10 + str(turn)) for turn in range(3))
    assert long < 20 * short
