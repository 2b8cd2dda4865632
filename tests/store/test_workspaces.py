"""Kept workspaces: found by their key alone, and gone when deleted."""

import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from analysis.errors import Refused
from analysis.store import Store, new_key

WRITER = """
import sys
from pathlib import Path
from analysis.store import Store
store = Store(Path(sys.argv[1]))
for turn in range(1_000_000):
    store.keep("k", f"{turn}:" + "x" * 50_000)
    print(turn, flush=True)
"""


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "folder" / "parallax.sqlite")


def test_what_is_kept_is_found_by_its_key_only(store):
    key = new_key()
    store.keep(key, "first")
    store.keep(key, "second")
    assert store.load(key) == "second"
    assert store.load(new_key()) is None
    assert store.load("") is None


def test_both_databases_keep_and_delete_alike(any_store):
    any_store.keep("k", "first")
    any_store.keep("k", "second \N{SNOWMAN}")
    assert any_store.load("k") == "second \N{SNOWMAN}"
    any_store.delete("k")
    assert any_store.load("k") is None


def test_it_outlives_the_process(store):
    store.keep("k", "text")
    assert Store(store.path).load("k") == "text"


def test_what_is_deleted_is_gone_from_the_file(store):
    store.keep("k", "a sentence nobody must find again " * 50)
    store.delete("k")
    assert store.load("k") is None
    left = b"".join(file.read_bytes() for file in store.path.parent.iterdir())
    assert b"nobody must find" not in left


def test_the_key_is_not_in_the_file(store):
    key = new_key()
    store.keep(key, "text")
    assert len(key) >= 32
    with sqlite3.connect(store.path) as connection:
        assert key not in str(connection.execute("SELECT * FROM workspaces").fetchall())


def test_many_at_once_lose_nothing(store):
    def write(number):
        for turn in range(5):
            store.keep(f"k{number}", f"{number}-{turn}")

    threads = [threading.Thread(target=write, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [store.load(f"k{number}") for number in range(12)] == [f"{number}-4" for number in range(12)]


@pytest.mark.parametrize("after", [1, 7, 40])
def test_what_was_acknowledged_is_there_after_the_process_was_killed(tmp_path, after):
    path, root = tmp_path / "parallax.sqlite", Path(__file__).resolve().parents[2]
    command = [sys.executable, "-c", WRITER, str(path)]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as writer:
        for _ in range(after):
            acknowledged = int(writer.stdout.readline())
        writer.kill()
    turn, _, rest = Store(path).load("k").partition(":")
    assert int(turn) >= acknowledged
    assert rest == "x" * 50_000


def test_a_store_that_cannot_be_written_says_so_and_keeps_what_it_has(store):
    store.keep("k", "first")
    with store.write() as connection:
        connection.exec_driver_sql("PRAGMA query_only=ON")  # as on a full disk or a read-only file
    with pytest.raises(Refused, match=r"Not saved: the store cannot be written \(attempt to write a readonly"):
        store.keep("k", "second")
    assert store.load("k") == "first"
