"""The tables: what a new store has is what the schema says, and older stores still open."""

import sqlite3
from contextlib import closing

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import insert, inspect, select, text

from analysis.errors import UnreadableInput
from analysis.store import Store, migrating
from analysis.store.keys import hashed
from analysis.store.schema import METADATA, assignments

OLD = "CREATE TABLE workspaces (key_hash TEXT PRIMARY KEY, content TEXT NOT NULL, changed TEXT NOT NULL)"


def test_the_steps_make_what_the_schema_says(any_store):
    with any_store.write() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []


def test_a_file_from_before_the_migrations_still_opens(tmp_path):
    file = tmp_path / "old.sqlite"
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute(OLD)
        connection.execute(
            "INSERT INTO workspaces VALUES (?, 'kept before', '2026-01-01T00:00:00+00:00')", [hashed("k")]
        )
    store = Store(file)
    assert store.load("k") == "kept before"
    store.keep("k", "kept now")
    assert Store(file).load("k") == "kept now"


def test_assignments_from_before_points_stay_and_are_not_released(any_store, place):
    row = {"id": "a", "key_hash": "k", "code": "c", "content": "{}", "made": "", "retain_until": "", "is_open": True}
    with any_store.write() as connection:
        connection.execute(insert(assignments).values(row))
        settings = migrating._settings()
        settings.attributes["connection"] = connection
        command.downgrade(settings, "0002")
    with any_store.read() as connection:
        assert not inspect(connection).has_table("points")
    later = Store(place)
    with later.read() as connection:
        [kept] = connection.execute(select(assignments)).all()
    assert (kept.id, kept.points_released) == ("a", False)
    later.close()


def test_a_store_opens_again_and_again(any_store, place):
    any_store.keep("k", "text")
    again = Store(place)
    assert again.load("k") == "text"
    again.close()


def test_a_store_of_a_newer_version_is_left_alone(any_store, place):
    with any_store.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(UnreadableInput, match="newer Parallax"):
        Store(place)


def test_what_fails_half_way_is_undone(any_store):
    with pytest.raises(ZeroDivisionError), any_store.write() as connection:
        connection.execute(text("INSERT INTO workspaces VALUES ('h', 'half', 'now')"))
        raise ZeroDivisionError
    with any_store.read() as connection:
        assert connection.execute(text("SELECT count(*) FROM workspaces")).scalar_one() == 0


def test_other_databases_are_refused():
    with pytest.raises(UnreadableInput, match="SQLite file or a PostgreSQL"):
        Store("mysql://nowhere/db")
