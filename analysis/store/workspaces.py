"""Workspaces kept in the store. Whoever has the key has the workspace.

Nothing is kept unless a person asks for it, and what they delete is gone.
"""

from datetime import UTC, datetime

from sqlalchemy import Connection, delete, insert, select, update

from analysis.store.keys import hashed
from analysis.store.schema import workspaces as table


def keep(connection: Connection, key: str, content: str) -> None:
    """Keep `content` under `key`, in place of what was there."""
    row = {"content": content, "changed": datetime.now(UTC).isoformat(timespec="seconds")}
    if not connection.execute(update(table).where(table.c.key_hash == hashed(key)).values(row)).rowcount:
        connection.execute(insert(table).values(key_hash=hashed(key), **row))


def load(connection: Connection, key: str) -> str | None:
    """What is kept under `key`; None where nothing is."""
    found = connection.execute(select(table.c.content).where(table.c.key_hash == hashed(key))).scalar_one_or_none()
    return None if found is None else str(found)


def discard(connection: Connection, key: str) -> None:
    """Delete what is kept under `key`."""
    connection.execute(delete(table).where(table.c.key_hash == hashed(key)))
