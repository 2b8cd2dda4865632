"""Writers who share a transaction stand and fall alone, and are answered only once it is on the disk."""

import threading

import pytest
from sqlalchemy import insert, select

from analysis.errors import Refused
from analysis.store import Store
from analysis.store.schema import workspaces


def keeping(name):
    def keep(connection):
        connection.execute(insert(workspaces).values(key_hash=name, content="text", changed="now"))
        if name.startswith("bad"):
            raise Refused(name)
        return name

    return keep


def kept(store):
    with store.read() as connection:
        return set(connection.execute(select(workspaces.c.key_hash)).scalars())


def test_what_fails_is_undone_alone(any_store):
    told = {}

    def write(name):
        try:
            told[name] = any_store.write_together(keeping(name))
        except Refused as error:
            told[name] = str(error)

    names = [f"{'bad' if number % 3 == 0 else 'good'}{number}" for number in range(30)]
    threads = [threading.Thread(target=write, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told == {name: name for name in names}
    assert kept(any_store) == {name for name in names if name.startswith("good")}


def test_nobody_is_answered_where_the_whole_fails(tmp_path, monkeypatch):
    store = Store(tmp_path / "s.sqlite")
    monkeypatch.setattr(store._shared, "_engine", None)
    with pytest.raises(AttributeError):
        store.write_together(keeping("lost"))
    monkeypatch.undo()
    assert store.write_together(keeping("found")) == "found"
    assert kept(store) == {"found"}
