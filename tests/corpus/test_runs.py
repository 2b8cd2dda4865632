"""A run over a corpus: every article once, in order, whatever the number of processes, and whatever is killed."""

import csv
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pytest

from analysis.__main__ import main
from analysis.corpus import columns, entries, joining, parts, runs
from analysis.errors import BadOutput
from tests.corpus.texts import lines, rows, story

ROOT = Path(__file__).resolve().parents[2]


RUN = """
import sys
from pathlib import Path
from analysis.corpus import entries, runs
entries.AT_ONCE = 5
runs.score([sys.argv[1]], Path(sys.argv[2]), jobs=2)
"""


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch):
    monkeypatch.setattr(entries, "AT_ONCE", 5)


@pytest.fixture
def corpus(tmp_path):
    file = tmp_path / "set.jsonl"
    file.write_text(lines(rows(23)), encoding="utf-8")
    return file


def read(file):
    if file.suffix == ".parquet":
        return pd.read_parquet(file)
    if file.suffix == ".csv":
        return pd.read_csv(file, keep_default_na=False)
    return pd.DataFrame([json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()])


def problems(out):
    with joining.problems_of(out).open(encoding="utf-8-sig", newline="") as handle:
        return [row["problem"] for row in csv.DictReader(handle)]


@pytest.mark.parametrize("ending", [".parquet", ".jsonl"])
def test_two_processes_write_what_one_writes(corpus, tmp_path, ending):
    one, two = tmp_path / f"one{ending}", tmp_path / f"two{ending}"
    assert runs.score([corpus], one, jobs=1) == runs.score([corpus], two, jobs=2) == (23, 0, ())
    assert one.read_bytes() == two.read_bytes()
    assert list(read(two)["id"]) == [f"a{n}" for n in range(23)]
    assert not parts.folder(two).exists()
    assert not joining.problems_of(two).exists()


def test_the_records_are_those_of_standard_output(corpus, tmp_path, capsys):
    out = tmp_path / "out.jsonl"
    assert main(["score", str(corpus), "--out", str(out), "--jobs", "1"]) == 0
    assert main(["score", str(corpus)]) == 0
    assert out.read_text(encoding="utf-8") == capsys.readouterr().out


def test_all_formats_hold_the_same_table(corpus, tmp_path):
    table = pd.DataFrame(rows(23))
    table.to_csv(tmp_path / "set.csv", index=False)
    table.to_parquet(tmp_path / "set.parquet", row_group_size=7)
    for name in ("set.csv", "set.parquet", "set.jsonl"):
        runs.score([tmp_path / name], tmp_path / "out.parquet", jobs=1)
        found = read(tmp_path / "out.parquet").drop(columns="source")
        if name == "set.csv":
            first = found
        pd.testing.assert_frame_equal(found, first)
    assert dict(first.dtypes.astype(str)).keys() == columns.types().keys() - {"source"}


def test_a_run_that_is_killed_goes_on_where_it_was(corpus, tmp_path):
    corpus.write_text(lines(rows(160)), encoding="utf-8")
    whole, out = tmp_path / "whole.jsonl", tmp_path / "out.jsonl"
    runs.score([corpus], whole, jobs=1)
    command = [sys.executable, "-c", RUN, str(corpus)]
    for _ in range(2):
        wanted = len(list(parts.folder(out).glob("*.parquet"))) + 2
        killed = subprocess.Popen([*command, str(out)], cwd=ROOT)
        until = time.monotonic() + 60
        while len(list(parts.folder(out).glob("*.parquet"))) < wanted and time.monotonic() < until:
            time.sleep(0.02)
        workers = below(killed.pid)
        killed.send_signal(signal.SIGKILL)
        assert killed.wait() == -signal.SIGKILL, "it was done before it could be killed"
        assert len(workers) >= 2
        until = time.monotonic() + 30
        while alive(workers) and time.monotonic() < until:
            time.sleep(0.1)
        assert not alive(workers), "processes of a killed run live on"
    kept = {part: part.stat().st_mtime_ns for part in parts.folder(out).glob("*.parquet")}
    assert len(kept) >= 4
    done = subprocess.Popen([*command, str(out)], cwd=ROOT)
    while parts.folder(out).exists() and done.poll() is None:
        for part, written in kept.items():
            try:
                assert part.stat().st_mtime_ns == written, "a finished part was scored again"
            except FileNotFoundError:
                break
        time.sleep(0.05)
    assert done.wait() == 0
    assert out.read_bytes() == whole.read_bytes()


def below(root):
    """The processes that a process started, and those that they did."""
    told = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    pairs = [tuple(map(int, line.split())) for line in told.splitlines()]
    found = [root]
    for pid in found:
        found += [child for child, parent in pairs if parent == pid]
    return found[1:]


def alive(pids):
    told = subprocess.run(["ps", "-eo", "pid=,stat="], capture_output=True, text=True, check=True).stdout
    running = {int(pid) for pid, state in (line.split() for line in told.splitlines()) if not state.startswith("Z")}
    return running & set(pids)


def test_only_what_changed_is_scored_again(corpus, tmp_path, monkeypatch):
    out = tmp_path / "out.csv"
    with monkeypatch.context() as broken:
        broken.setattr(joining, "join", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
        with pytest.raises(OSError, match="No space"):
            runs.score([corpus], out, jobs=1)
    before = {part.name for part in parts.folder(out).glob("*.parquet")}
    assert len(before) == 5
    changed = rows(23)
    changed[12]["text"] = story(99)
    corpus.write_text(lines(changed), encoding="utf-8")
    scored = []
    genuine = parts.write
    monkeypatch.setattr(parts, "write", lambda part, frame: scored.append(part.name) or genuine(part, frame))
    assert runs.score([corpus], out, jobs=1).rows == 23
    assert len(scored) == 1 and scored[0] not in before
    assert scored[0].startswith("00000002")


class Deadly(str):
    """An entry that ends the process which is given it."""

    def __reduce__(self):
        return os._exit, (1,)


def test_an_entry_that_ends_the_process_costs_only_itself(tmp_path, monkeypatch):
    genuine = entries.find

    def find(sources):
        for n, entry in enumerate(genuine(sources)):
            yield entry._replace(mark=Deadly()) if n == 7 else entry

    monkeypatch.setattr(entries, "find", find)
    (tmp_path / "set.jsonl").write_text(lines(rows(23)), encoding="utf-8")
    joined = runs.score([tmp_path / "set.jsonl"], tmp_path / "out.parquet", jobs=2)
    assert (joined.rows, joined.problems) == (22, 1)
    assert "set.jsonl, line 8: scoring it ended the program" in joined.first[0]
    assert list(read(tmp_path / "out.parquet")["id"]) == [f"a{n}" for n in range(23) if n != 7]


def test_a_bad_line_costs_that_line_and_is_listed(corpus, tmp_path, capsys):
    good = lines(rows(4)).splitlines(keepends=True)
    bad = ['{"id": "b", "text": \n', '{"text": "The wall fell."}\n', '{"id": "c", "text": ""}\n', "\n", good[0]]
    corpus.write_text("".join([good[0], *bad, *good[1:]]), encoding="utf-8")
    out = tmp_path / "out.csv"
    assert main(["score", str(corpus), "--out", str(out), "--jobs", "1"]) == 1
    assert list(read(out)["id"]) == ["a0", "a1", "a2", "a3"]
    listed = problems(out)
    assert [f"line {n}:" in problem for n, problem in zip((2, 3, 4, 6), listed, strict=True)] == [True] * 4
    assert "already stands in line 1" in listed[-1]
    assert capsys.readouterr().err.splitlines() == listed


def test_a_broken_row_of_a_table_costs_that_row(tmp_path):
    text = 'id,text\na,"The wall fell."\nb,"The wall “stood" firm.\nc,"It fell\nagain."\nd,Caf\xe9 walls fell.\n,\n'
    (tmp_path / "set.csv").write_bytes(text.encode("cp1252"))
    joined = runs.score([tmp_path / "set.csv"], tmp_path / "out.jsonl", jobs=1)
    found = read(tmp_path / "out.jsonl")
    assert list(found["id"]) == ["a", "c", "d"]
    assert list(found["text"])[1:] == ["It fell\n\nagain.", "Café walls fell."]
    assert joined.problems == 1 and "set.csv: row 3:" in joined.first[0]


WALL = "The wall fell on Monday and nobody was hurt."


@pytest.mark.parametrize(
    ("name", "raw", "ids"),
    [
        ("utf16.csv", f"id,text\na,{WALL} “Café”\n".encode("utf-16"), ["a"]),
        ("marked.csv", f"\ufeffid;text\na;{WALL}\n".encode(), ["a"]),
        ("tabs.tsv", f"id\ttext\na\t{WALL}\nb\t{WALL} So it was.\n".encode(), ["a", "b"]),
        ("old-mac.csv", f"id,text\ra,{WALL}\rb,{WALL} So it was.\r".encode(), ["a", "b"]),
        ("unclosed.csv", f'id,text\na,"{WALL}\nb,{WALL}\nc,{WALL}\n'.encode(), ["b", "c"]),
        ("page.csv", f"<!doctype html><html><body><p>{WALL * 9}</p></body></html>".encode(), ["page"]),
        ("lines.ndjson", json.dumps({"id": "a", "text": WALL}).encode() + b"\n{bad\n", ["a"]),
        ("empty.csv", b"", []),
        ("no-text.csv", b"x,y\n1,2\n", []),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_files_are_read_as_what_they_are(tmp_path, name, raw, ids):
    (tmp_path / name).write_bytes(raw)
    runs.score([tmp_path / name], tmp_path / "out.csv", jobs=1)
    assert list(read(tmp_path / "out.csv")["id"]) == ids


def test_damage_in_a_parquet_file_costs_what_it_hits(tmp_path):
    file = tmp_path / "set.parquet"
    pd.DataFrame({"id": ["a", "b"], "text": [f"{WALL} First.", WALL]}).to_parquet(file, compression=None)
    raw = file.read_bytes()
    file.write_bytes(raw.replace(b"and nobody was hurt. First", b"\xff\xff\xff nobody was hurt. First"))
    assert runs.score([file], tmp_path / "out.jsonl", jobs=1)[:2] == (2, 0)
    assert WALL in list(read(tmp_path / "out.jsonl")["text"])
    file.write_bytes(raw[: len(raw) // 2])
    assert "damaged Parquet file" in runs.score([file], tmp_path / "out.jsonl", jobs=1).first[0]


def test_files_of_a_folder_that_are_no_tables_are_read_whole(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for n in range(7):
        (folder / f"a{n}.txt").write_text(story(n), encoding="utf-8")
    (folder / "b.txt").write_bytes(b"")
    (folder / "c.jsonl").write_text(lines(rows(3)), encoding="utf-8")
    (folder / "d.json").write_text('{"setting": 1}', encoding="utf-8")
    (folder / "e.parquet").write_bytes(b"no such thing")
    joined = runs.score([folder, tmp_path / "gone.csv"], tmp_path / "out.parquet", jobs=1)
    found = read(tmp_path / "out.parquet")
    assert list(found["id"]) == [*(f"a{n}" for n in range(7)), "a0-2", "a1-2", "a2-2"]
    assert joined.problems == 3
    assert [name in problem for name, problem in zip(("b.txt", "e.parquet", "gone.csv"), joined.first, strict=True)]


def test_a_cell_that_a_spreadsheet_would_run_stays_text(corpus, tmp_path):
    corpus.write_text(lines([{"id": "=1+1", "title": "=HYPERLINK(1)", "text": story(1)}]), encoding="utf-8")
    runs.score([corpus], tmp_path / "out.csv", jobs=1)
    assert list(read(tmp_path / "out.csv")[["id", "headline"]].iloc[0]) == ["'=1+1", "'=HYPERLINK(1)"]


def test_a_corpus_without_articles_gives_an_empty_table(tmp_path):
    (tmp_path / "set.jsonl").write_text("no json\n")
    joined = runs.score([tmp_path / "set.jsonl"], tmp_path / "out.parquet", jobs=1)
    assert joined[:2] == (0, 1)
    assert list(read(tmp_path / "out.parquet").columns) == list(columns.types())


def test_the_table_names_the_units(corpus, tmp_path):
    from pyarrow import parquet  # noqa: PLC0415

    runs.score([corpus], tmp_path / "out.parquet", jobs=1)
    field = parquet.read_schema(tmp_path / "out.parquet").field("readability__sentence_length")
    assert field.metadata == {b"unit": b"words per sentence"}


def test_events_that_stand_apart_are_compared_together(corpus, tmp_path, capsys):
    mixed = sorted(rows(9), key=lambda row: row["id"][-1])[::-1]
    mixed.append({"id": "x", "text": story(50)})
    corpus.write_text(lines(mixed), encoding="utf-8")
    out = tmp_path / "out.jsonl"
    assert main(["compare", str(corpus), "--out", str(out), "--jobs", "2"]) == 1
    assert capsys.readouterr().err.count("it names no event") == 1
    found = read(out)
    assert list(found["event"]) == ["wall 2", "wall 1", "wall 0"]
    assert list(found["articles"][0]) == ["a8", "a7", "a6"]
    assert main(["compare", str(corpus)]) == 1
    assert capsys.readouterr().out == out.read_text(encoding="utf-8")
    runs.compare([corpus], tmp_path / "out.csv", jobs=1)
    assert list(read(tmp_path / "out.csv")["articles"]) == [3, 3, 3]


def test_articles_of_one_event_are_compared_as_before(corpus, tmp_path, capsys):
    corpus.write_text(lines([row | {"event": ""} for row in rows(3)]), encoding="utf-8")
    assert main(["compare", str(corpus), "--out", str(tmp_path / "out.jsonl")]) == 0
    assert main(["compare", str(corpus)]) == 0
    assert capsys.readouterr().out == (tmp_path / "out.jsonl").read_text(encoding="utf-8")


def test_the_name_of_the_output_says_the_format(corpus, tmp_path, capsys):
    with pytest.raises(BadOutput, match=r"\.parquet, \.csv, \.jsonl"):
        runs.score([corpus], tmp_path / "out.xlsx")
    assert main(["score", "https://courier.example/wall", "--out", str(tmp_path / "out.csv")]) == 1
    assert "read --out pages.jsonl" in capsys.readouterr().err


def test_an_output_that_cannot_be_written_is_named(corpus, tmp_path, capsys):
    assert main(["score", str(corpus), "--out", str(tmp_path / "gone" / "out.csv")]) == 1
    assert "cannot be written" in capsys.readouterr().err
