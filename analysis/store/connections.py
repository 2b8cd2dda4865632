"""Reading and writing the store.

SQLite: one write connection for the whole process behind a lock, in WAL mode with synchronous=FULL and BEGIN IMMEDIATE,
so that an acknowledged write survives a crash and nobody fails on a busy file; readers have connections of their own.
PostgreSQL: its own server does all of that.
"""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import TypeVar, cast

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import QueuePool

from analysis.errors import Refused, UnreadableInput
from analysis.store import migrating, workspaces
from analysis.store.sharing import SharedTransactions

T = TypeVar("T")
BUSY = 30.0  # seconds that SQLite waits for a writer of another process
POOL = 20  # connections kept open


class Store:
    """The store at `place`: the path of an SQLite file, made on first use, or the address of a PostgreSQL database."""

    def __init__(self, place: Path | str) -> None:
        """Open or make the store, bring its tables up to date; the folder of a file is made, too."""
        self.url = address(place)
        self.path = Path(self.url.database or "") if self.is_file else Path()
        if self.is_file:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        self._lock: AbstractContextManager[object] = threading.Lock() if self.is_file else nullcontext()
        self._writing = self._engine("BEGIN IMMEDIATE", size=1)
        self._reading = self._engine("BEGIN", size=POOL) if self.is_file else self._writing
        self._shared = SharedTransactions(self._writing, self._lock)
        with self.write() as connection:
            migrating.upgrade(connection)

    @property
    def is_file(self) -> bool:
        """Whether it is an SQLite file."""
        return self.url.get_backend_name() == "sqlite"

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A connection inside one transaction: committed at the end, undone by an exception."""
        with self._lock, self._writing.begin() as connection:
            yield connection

    def write_together(self, action: Callable[[Connection], T]) -> T:
        """What `action` returns: as `write`, in one transaction with all who write at the same moment."""
        if self.is_file:
            return self._shared.run(action)
        with self.write() as connection:
            return action(connection)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees the store as it is now."""
        with self._reading.connect() as connection:
            yield connection

    def forget(self) -> None:
        """Empty SQLite's write-ahead log, so that deleted text is in no file any more."""
        if self.is_file:
            with self._lock, self._writing.connect() as connection:
                raw = cast(sqlite3.Connection, connection.connection.dbapi_connection)
                raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close every connection."""
        self._writing.dispose()
        self._reading.dispose()

    def keep(self, key: str, content: str) -> None:
        """Keep a workspace under `key`, in place of what was there. Raises Refused where it cannot be written."""
        try:
            with self.write() as connection:
                workspaces.keep(connection, key, content)
        except SQLAlchemyError as error:
            raise Refused(f"Not saved: the store cannot be written ({_cause(error)}).") from error

    def load(self, key: str) -> str | None:
        """The workspace that is kept under `key`; None where nothing is."""
        with self.read() as connection:
            return workspaces.load(connection, key)

    def delete(self, key: str) -> None:
        """Delete what is kept under `key`; its bytes are overwritten."""
        with self.write() as connection:
            workspaces.discard(connection, key)
        self.forget()

    def _engine(self, begin: str, size: int) -> Engine:
        if not self.is_file:
            return create_engine(self.url, pool_size=POOL, max_overflow=POOL, pool_pre_ping=True, hide_parameters=True)
        engine = create_engine(
            self.url,
            poolclass=QueuePool,
            pool_size=size,
            max_overflow=0 if size == 1 else POOL,
            connect_args={"timeout": BUSY, "check_same_thread": False},
            hide_parameters=True,  # what people wrote must not turn up in a log
        )
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
        return engine


def _cause(error: SQLAlchemyError) -> str:
    """What the database said: the disk is full, the file is read-only …"""
    return str(getattr(error, "orig", None) or "it does not answer").split("\n")[0]


def address(place: Path | str) -> URL:
    """The address of a store from a path or from an address as people write it (postgres://…, postgresql://…)."""
    told = str(place)
    if "://" not in told:
        return URL.create("sqlite", database=told)
    url = make_url(told)
    if url.drivername.split("+")[0] in ("postgres", "postgresql"):
        return url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() != "sqlite":
        raise UnreadableInput(
            "The store can be an SQLite file or a PostgreSQL database (postgresql://…), nothing else."
        )
    return url


def _prepare(raw: sqlite3.Connection, _record: object) -> None:
    raw.isolation_level = None  # the driver must not begin transactions by itself: see _engine
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
        raw.execute(f"PRAGMA {pragma}")
