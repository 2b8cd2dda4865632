"""The command line on ordinary and on odd input."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import analysis
from analysis.__main__ import main

KEYS = {
    "id",
    "title",
    "outlet",
    "text",
    "removed",
    "quotations",
    "voices",
    "scare_quotes",
    "sentences",
    "measures",
}
ARTICLE = "Harbour wall to be rebuilt\n\nThe wall will be rebuilt. “We waited nine years,” Mayor Ines Okafor said.\n"


def records(capsys):
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def write(folder, name, content):
    file = folder / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(file)


def test_a_record_has_the_agreed_keys_and_its_offsets_refer_to_its_text(tmp_path, capsys):
    assert main(["score", write(tmp_path, "wall.txt", ARTICLE)]) == 0
    (record,) = records(capsys)
    assert set(record) == KEYS
    assert record["id"] == "wall"
    assert record["title"] == "Harbour wall to be rebuilt"
    assert set(record["outlet"]) == {"status", "name", "domain", "role", "score", "low", "high", "coverage"}
    (quotation,) = record["quotations"]
    assert quotation["speaker"] == "Ines Okafor"
    assert quotation["kind"] == "direct"
    assert quotation["cue"] == "said"
    text = record["text"]
    assert text[quotation["start"] : quotation["end"]] == quotation["text"] == "We waited nine years,"
    assert "Ines Okafor" in text[quotation["speaker_start"] : quotation["speaker_end"]]
    assert record["voices"] == [{"name": "Ines Okafor", "words": 4, "share": 1.0, "quotations": 1}]
    assert {row["measure"] for row in record["measures"]} == set(analysis.measures.MEASURES)
    for row in record["measures"]:
        assert (row["value"] is None) == bool(row["missing"])
    for sentence in record["sentences"]:
        assert sentence["voice"] in {"headline", "narration", "quoted"}
        assert -1 <= sentence["tone"] <= 1


def test_text_taken_as_it_is_stays_unchanged(tmp_path, capsys):
    text = "Leave A Reply\n\nThe wall fell.\n\n\n“Yes”, she said. â€œNoâ€\x9d\n"
    assert main(["score", "--as-is", write(tmp_path, "raw.txt", text)]) == 0
    assert records(capsys)[0]["text"] == text


def test_a_json_line_brings_its_own_facts(tmp_path, capsys):
    line = {"id": "a1", "text": "The wall fell. Nobody was hurt.", "title": "Wall falls", "published": "2026-03-14"}
    assert main(["score", write(tmp_path, "set.jsonl", json.dumps(line) + "\n")]) == 0
    (record,) = records(capsys)
    assert (record["id"], record["title"]) == ("a1", "Wall falls")


def test_a_bad_line_is_named_and_the_others_are_scored(tmp_path, capsys):
    lines = '{"id": "a", "text": "The wall fell."}\n{"id": "b", "text": \n{"id": "c", "text": "It stood."}\n'
    assert main(["score", write(tmp_path, "set.jsonl", lines)]) == 1
    captured = capsys.readouterr()
    assert [json.loads(line)["id"] for line in captured.out.splitlines()] == ["a", "c"]
    assert "set.jsonl" in captured.err
    assert "2" in captured.err


@pytest.mark.parametrize("content", [b"", b"  \n\n ", b"\x00\x00"], ids=["empty", "blank", "only NUL"])
def test_an_empty_file_is_named_and_the_others_are_scored(tmp_path, capsys, content):
    paths = [write(tmp_path, "nothing.txt", content), write(tmp_path, "wall.txt", ARTICLE)]
    assert main(["score", *paths]) == 1
    captured = capsys.readouterr()
    assert [json.loads(line)["id"] for line in captured.out.splitlines()] == ["wall"]
    assert "nothing.txt" in captured.err


def test_a_missing_file_is_named(tmp_path, capsys):
    assert main(["score", str(tmp_path / "gone.txt")]) == 1
    assert "gone.txt" in capsys.readouterr().err


@pytest.mark.parametrize(
    "text",
    [
        "The wall\x00 fell.\x00",
        "word " * 200_000,
        "“" * 2_000 + " said the mayor.",
        "” said the mayor ” and ” again “",
        "😀" * 5_000,
        "👩‍👩‍👧 said “yes 😀” on Monday.",
        "قال العمدة “نعم” اليوم.",
        "“‘“‘nested’”’” he said.",
        "\u202eThe wall fell.",
    ],
    ids=["NUL", "one 1-MB line", "unclosed", "wrong way", "emoji", "emoji in words", "right to left", "nested", "RLO"],
)
def test_odd_text_is_scored_and_every_offset_lies_inside_it(tmp_path, capsys, text):
    assert main(["score", write(tmp_path, "odd.txt", text)]) == 0
    (record,) = records(capsys)
    for kind in ("quotations", "scare_quotes", "sentences"):
        for span in record[kind]:
            assert 0 <= span["start"] < span["end"] <= len(record["text"])


def test_texts_are_scored_from_python_as_on_the_command_line(tmp_path, capsys):
    assert main(["score", "--as-is", write(tmp_path, "0.txt", ARTICLE)]) == 0
    assert list(analysis.score_texts([ARTICLE])) == records(capsys)


def test_an_empty_text_from_python_keeps_its_place():
    first, empty = analysis.score_texts([ARTICLE, ""])
    assert first["id"] == "0"
    assert empty["id"] == "1"
    assert all(row["missing"] for row in empty["measures"] if row["value"] is None)


def test_it_runs_as_a_module_without_network(tmp_path):
    blocked = tmp_path / "sitecustomize.py"
    blocked.write_text(
        "import socket\ndef refuse(*_, **__):\n    raise OSError('no network in this test')\n"
        "socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse\n"
    )
    path = write(tmp_path, "wall.txt", ARTICLE + " ".join(f"The wall fell for the {n}th time." for n in range(20)))
    done = subprocess.run(
        [sys.executable, "-m", "analysis", "score", path],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parent.parent,
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
    )
    assert done.returncode == 0, done.stderr
    rows = {(row["measure"], row["part"]): row["value"] for row in json.loads(done.stdout)["measures"]}
    assert rows["readability", "Flesch-Kincaid grade"] is not None
