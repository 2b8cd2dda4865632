"""Workspaces kept on this machine, in one SQLite file. Whoever has the key has the workspace; only its hash is stored.

Nothing is kept unless a person asks for it, and what they delete is gone.
"""

import hashlib
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

SCHEMA = (
    "CREATE TABLE IF NOT EXISTS workspaces (key_hash TEXT PRIMARY KEY, content TEXT NOT NULL, changed TEXT NOT NULL)"
)
WAIT = 10.0  # seconds for another writer


class Store:
    """The file at `path`, made on first use."""

    def __init__(self, path: Path) -> None:
        """Open or make the store; the folder is made, too."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path = path
        with self._open() as connection:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA secure_delete=ON")
            connection.execute(SCHEMA)

    def keep(self, key: str, content: str) -> None:
        """Keep `content` under `key`, in place of what was there."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        with self._open() as connection:
            connection.execute("INSERT OR REPLACE INTO workspaces VALUES (?, ?, ?)", (_hash(key), content, now))

    def load(self, key: str) -> str | None:
        """What is kept under `key`; None where nothing is."""
        with self._open() as connection:
            row = connection.execute("SELECT content FROM workspaces WHERE key_hash = ?", (_hash(key),)).fetchone()
        return None if row is None else str(row[0])

    def delete(self, key: str) -> None:
        """Delete what is kept under `key`; its bytes are overwritten."""
        with self._open() as connection:
            connection.execute("PRAGMA secure_delete=ON")
            connection.execute("DELETE FROM workspaces WHERE key_hash = ?", (_hash(key),))
        with self._open() as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """One connection with one transaction: a thread of the dashboard never shares it."""
        with closing(sqlite3.connect(self.path, timeout=WAIT)) as connection, connection:
            connection.execute("PRAGMA synchronous=FULL")
            yield connection


def new_key() -> str:
    """A key that nobody can guess."""
    return secrets.token_urlsafe(24)


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
