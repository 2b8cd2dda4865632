"""Coverage-guided fuzzing of reader and measures.

    python -m pip install atheris
    python -m tests.benchmarks.fuzz text|page|file FOLDER -max_total_time=600 -len_control=0 -max_len=1200

FOLDER holds inputs to begin with (any texts; for file: a byte that picks the name, then the file) and keeps what was
found on the way.
text: pasted text through reader and all measures. page: markup through the page reader and all measures. file: bytes
through the readers of documents, in this process. Input that breaks one of them is written to crash-… in the working
folder. Other arguments go to libFuzzer.
"""

import math
import sys
from importlib import import_module

import atheris

with atheris.instrument_imports(include=["analysis"]):
    from analysis import measures
    from analysis.errors import UnreadableInput
    from analysis.ingest import json_list, kinds, mail, manuscript, markdown, pasted, plain_text, spreadsheet, web_page
    from analysis.model import Article

    for name in measures.MEASURES:
        import_module(f"analysis.measures.{name}")

from tests.test_properties import TAGS, TOKENS

READERS = {"mhtml": mail, "markdown": markdown, "table": spreadsheet, "json": json_list, "web_page": web_page}


# Bytes above the ASCII letters open and close the tags of a page; the rest are tokens and letters.
TAGGED = {128 + number: tag for number, tag in enumerate(f"<{end}{name}>" for name in TAGS for end in ("", "/"))}


def written(data: bytes) -> str:
    """Text made of tokens, one for each byte, so that rules on words are reached soon."""
    return "".join(TOKENS[byte] if byte < len(TOKENS) else chr(byte) for byte in data)


def check(article: Article) -> None:
    """What must hold for every article."""
    for result in measures.score(article).values():
        for span in result.spans:
            assert 0 <= span.start < span.end <= len(article.body)
        for value in result.values:
            assert value.missing if value.number is None else math.isfinite(value.number)


def text(data: bytes) -> None:
    """Fuzz the reader of typed text and the measures."""
    typed = written(data)
    try:
        [article] = plain_text.read(typed, id="a")
    except UnreadableInput:
        return
    check(article)
    for found in pasted.read(typed).manuscripts:
        try:
            manuscript.read(found)
        except UnreadableInput:
            continue


def page(data: bytes) -> None:
    """Fuzz the reader of web pages."""
    markup = "".join(TAGGED.get(byte) or written(bytes([byte])) for byte in data)
    try:
        [found] = web_page.read(f"<html><body>{markup}".encode("utf-8", "replace"), id="a")
        [article] = manuscript.read(found)
    except UnreadableInput:
        return
    check(article)


def file(data: bytes) -> None:
    """Fuzz how kinds of files are told, and the readers of text formats."""
    names = ("a.txt", "a.html", "a.csv", "a.json", "a.md", "a.mhtml", "a")
    name, raw = names[data[0] % len(names)] if data else "a", data[1:]
    try:
        reader = READERS.get(kinds.find(name, raw))
        for found in reader.read(raw, id="a") if reader else ():
            if not isinstance(found, UnreadableInput) and found.text.strip():
                manuscript.read(found)
    except (UnreadableInput, RecursionError):
        return


if __name__ == "__main__":
    target = {"text": text, "page": page, "file": file}[sys.argv.pop(1)]
    atheris.Setup(sys.argv, target)
    atheris.Fuzz()
