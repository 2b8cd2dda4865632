"""`python -m analysis compare`: the shape of its record, and odd input."""

import json

import pytest

from analysis.__main__ import main
from analysis.model import Article
from analysis.report import comparison_record
from tests.comparison.test_claims import BODIES

KEYS = {"event_match", "claims", "not_reported", "quotation_versions", "naming", "distinctive_words", "reuse"}
CHESS = (
    "Grandmaster Ilse Vantongeren beat the champion Rui Casal in the seventh game of the chess final in Leuwen. " * 4
)


@pytest.fixture
def folder(tmp_path):
    for name, body in BODIES.items():
        (tmp_path / f"{name}.txt").write_text(body, encoding="utf-8")
    return tmp_path


def compared(capsys, *arguments):
    status = main(["compare", *map(str, arguments)])
    captured = capsys.readouterr()
    (line,) = captured.out.splitlines()
    return status, json.loads(line), captured.err


def test_the_record_has_the_agreed_keys_and_types(folder, capsys):
    status, record, _ = compared(capsys, "--as-is", folder)
    assert status == 0
    assert set(record) == KEYS
    match = record["event_match"]
    assert set(match) == {"verdict", "score", "pairs", "odd", "reasons"}
    assert match["verdict"] == "same event"
    assert 0 <= match["score"] <= 1
    assert {(pair["a"], pair["b"]) for pair in match["pairs"]} == {
        ("echo", "mail"),
        ("echo", "star"),
        ("echo", "wire"),
        ("mail", "star"),
        ("mail", "wire"),
        ("star", "wire"),
    }
    shapes = {
        "claims": {"id", "text", "kind", "articles"},
        "not_reported": {"article", "claim", "reported_by"},
        "quotation_versions": {"speaker", "versions", "altered"},
        "naming": {"actor", "labels"},
        "distinctive_words": {"article", "word", "z", "n"},
        "reuse": {"a", "b", "containment", "verdict"},
    }
    for key, shape in shapes.items():
        assert all(set(row) == shape for row in record[key]), key
    assert record["claims"] and record["quotation_versions"] and record["naming"] and record["reuse"]


def test_offsets_count_code_points_of_the_input_taken_as_it_is(folder, capsys):
    _, record, _ = compared(capsys, "--as-is", folder)
    for claim in record["claims"]:
        for name, stretches in claim["articles"].items():
            assert all(0 <= one["start"] < one["end"] <= len(BODIES[name]) for one in stretches)
    for row in (*record["quotation_versions"], *record["naming"]):
        for one in row.get("versions", row.get("labels")):
            assert BODIES[one["article"]][one["start"] : one["end"]] == one["text"]
    ids = {claim["id"] for claim in record["claims"]}
    assert {entry["claim"] for entry in record["not_reported"]} <= ids


def test_across_events_claims_are_off_and_the_reasons_say_so(folder, capsys):
    (folder / "chess.txt").write_text(CHESS, encoding="utf-8")
    _, record, _ = compared(capsys, "--as-is", folder)
    assert record["event_match"]["verdict"] == "different events"
    assert record["event_match"]["odd"] == ["chess"]
    assert record["claims"] == record["not_reported"] == []
    assert "insist" in record["event_match"]["reasons"][-1]


def test_who_insists_gets_claims_and_a_warning(folder, capsys):
    (folder / "chess.txt").write_text(CHESS, encoding="utf-8")
    _, record, _ = compared(capsys, "--as-is", "--insist", folder)
    assert record["claims"]
    assert "may simply belong to another event" in record["event_match"]["reasons"][-1]


def test_it_writes_to_a_file(folder, tmp_path_factory, capsys):
    out = tmp_path_factory.mktemp("out") / "out.json"
    assert main(["compare", str(folder), "--out", str(out)]) == 0
    assert set(json.loads(out.read_text(encoding="utf-8"))) == KEYS
    assert capsys.readouterr().out == ""


def test_two_files_of_one_name_keep_apart(folder, tmp_path, capsys):
    other = tmp_path / "other"
    other.mkdir()
    (other / "wire.txt").write_text(BODIES["mail"], encoding="utf-8")
    _, record, _ = compared(capsys, folder / "wire.txt", other / "wire.txt")
    assert [(pair["a"], pair["b"]) for pair in record["event_match"]["pairs"]] == [("wire", "wire-2")]


def test_what_cannot_be_read_is_named_and_the_rest_compared(folder, capsys):
    status, record, errors = compared(capsys, folder / "wire.txt", folder / "gone.txt", folder / "mail.txt")
    assert status == 1
    assert "gone.txt" in errors
    assert len(record["event_match"]["pairs"]) == 1


def test_dates_come_from_json_lines(tmp_path, capsys):
    lines = [
        {"id": name, "text": body, "published": f"2026-03-0{number}"}
        for number, (name, body) in enumerate(BODIES.items(), start=1)
    ]
    file = tmp_path / "set.jsonl"
    file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    _, record, _ = compared(capsys, file)
    assert "2026-03-01 to 2026-03-04" in record["event_match"]["reasons"][0]


@pytest.mark.parametrize("count", [0, 1])
def test_fewer_than_two_articles_have_no_verdict(count):
    record = comparison_record.build([Article(id="one", body=BODIES["wire"])][:count])
    assert record["event_match"]["verdict"] is None
    assert record["event_match"]["pairs"] == record["claims"] == record["reuse"] == []


@pytest.mark.parametrize(
    "text",
    [
        "The wall\x00 fell.\x00",
        "word " * 100_000,
        "“" * 2_000 + " said the mayor.",
        "“ab” " * 5_000,
        "😀" * 5_000,
        "قال العمدة “نعم” اليوم.",
        "The mayor of Ambel said the wall fell on Monday. " * 3_000,
        " ".join(f"The mayor number {n} said the wall of Ambel fell." for n in range(2_000)),
        " ".join(map(str, range(5_000))),
        "",
    ],
    ids=["NUL", "one line", "unclosed", "quotations", "emoji", "right to left", "echo", "numbered", "numbers", "empty"],
)
def test_odd_text_is_compared_and_every_offset_lies_inside_it(text):
    articles = [
        Article(id="odd", body=text),
        Article(id="wire", body=BODIES["wire"]),
        Article(id="more", body=text + "x"),
    ]
    record = comparison_record.build(articles, insist=True)
    lengths = {article.id: len(article.body) for article in articles}
    json.dumps(record)
    for claim in record["claims"]:
        for name, stretches in claim["articles"].items():
            assert all(0 <= one["start"] < one["end"] <= lengths[name] for one in stretches)


def test_sixty_articles_are_compared():
    articles = [
        Article(id=f"{name}-{number}", body=f"{body} Edition {number} closes with a word on the weather in Ambel.")
        for number in range(15)
        for name, body in BODIES.items()
    ]
    record = comparison_record.build(articles)
    assert len(record["reuse"]) == 60 * 59 // 2
    assert record["event_match"]["verdict"] == "same event"


def test_the_same_input_gives_the_same_record(case_articles):
    assert comparison_record.build(case_articles) == comparison_record.build(list(case_articles))
