"""A backup is whole while others write, and what it held is there after restoring."""

import os
import shutil
import sqlite3
import threading

import pytest

from analysis.errors import Refused
from analysis.store import Store, upkeep


def test_what_was_backed_up_is_there_after_restoring(any_store, place, tmp_path):
    if not any_store.is_file and shutil.which("pg_dump") is None:
        pytest.skip("pg_dump is not on the path")
    any_store.keep("k", "before")
    copy = upkeep.backup(place, tmp_path / "copies")
    any_store.keep("k", "after")
    any_store.close()
    upkeep.restore(place, copy)
    again = Store(place)
    assert again.load("k") == "before"
    again.keep("k", "goes on")
    again.close()


def test_a_backup_is_whole_while_others_write(tmp_path):
    store, stop = Store(tmp_path / "s.sqlite"), threading.Event()

    def write():
        number = 0
        while not stop.is_set():
            store.keep(f"k{number % 50}", "x" * 2000)
            number += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        copies = [upkeep.backup(store.path, tmp_path / "copies") for _ in range(5)]
    finally:
        stop.set()
        writer.join()
    assert len(set(copies)) == 5
    assert all(copy.stat().st_mode & 0o077 == 0 for copy in copies if os.name == "posix")


def test_a_store_in_use_is_not_replaced(tmp_path):
    store = Store(tmp_path / "s.sqlite")
    store.keep("k", "text")
    copy = upkeep.backup(store.path, tmp_path)
    with store.read() as connection, pytest.raises(Refused, match="stop the server"):
        connection.exec_driver_sql("SELECT 1 FROM workspaces")
        upkeep.restore(store.path, copy)
    assert store.load("k") == "text"


@pytest.mark.parametrize("content", [b"hello", b"SQLite format 3\0" + b"x" * 5000, b""])
def test_no_damaged_file_is_restored(tmp_path, content):
    store = Store(tmp_path / "s.sqlite")
    store.keep("k", "text")
    bad = tmp_path / "bad"
    bad.write_bytes(content)
    with pytest.raises(Refused):
        upkeep.restore(store.path, bad)
    assert store.load("k") == "text"


def test_the_doctor_names_the_store_and_old_libraries(any_store, monkeypatch):
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 40, 1))
    told = " ".join(upkeep.doctor(any_store))
    assert "step 0003" in told
    assert ("WAL-reset" in told) == any_store.is_file
