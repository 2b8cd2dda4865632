"""Backup, restore and a look at the health of a store.

SQLite: never copy the file alone while the server runs, its write-ahead log would be left out. PostgreSQL: its own
programs pg_dump and pg_restore do the work.
"""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy import URL, text

from analysis.errors import Refused
from analysis.store import migrating
from analysis.store.connections import Store, address

WAL_RESET_MENDED = (3, 51, 3)  # sqlite.org/wal.html: rare loss with several writing connections before it


def backup(place: Path | str, folder: Path) -> Path:
    """A whole and checked copy of the store in `folder`, named after the time. The server may go on meanwhile."""
    folder.mkdir(parents=True, exist_ok=True)
    url = address(place)
    stamp = datetime.now().strftime("%Y-%m-%d-%H%M%S")
    if url.get_backend_name() == "sqlite":
        target = _free(folder, f"parallax-{stamp}", ".sqlite")
        with closing(sqlite3.connect(_existing(url))) as source, closing(sqlite3.connect(target)) as copy:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")  # one file, nothing beside it
        _check(target)
    else:
        target = _free(folder, f"parallax-{stamp}", ".dump")
        _postgres("pg_dump", url, "--format=custom", f"--file={target}")
    target.chmod(0o600)
    return target


def restore(place: Path | str, copy: Path) -> None:
    """Put the backup `copy` in place of the store. Stop the server first. Raises Refused; then nothing was changed."""
    url = address(place)
    if not copy.is_file():
        raise Refused(f"There is no backup {copy}.")
    if url.get_backend_name() == "sqlite":
        _check(copy)
        _replace(Path(url.database or ""), copy)
    else:
        _postgres("pg_restore", url, "--clean", "--if-exists", "--single-transaction", "--no-owner", str(copy))
    Store(place).close()  # an older backup is brought up to date


def doctor(store: Store) -> list[str]:
    """What is there to know about the store, in plain sentences."""
    with store.read() as connection:
        counts = {
            name: connection.execute(text(f"SELECT count(*) FROM {name}")).scalar_one()
            for name in ("workspaces", "assignments", "participants", "answers", "submissions", "points")
        }
    told = [f"Tables are at step {migrating.newest()}. " + ", ".join(f"{n} {name}" for name, n in counts.items()) + "."]
    if not store.is_file:
        return [f"PostgreSQL at {store.url.render_as_string(hide_password=True)}.", *told]
    with store.read() as connection:
        mode, found = (
            connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in ("journal_mode", "integrity_check")
        )
    told.append(f"SQLite file {store.path}, journal {mode}, integrity: {found}.")
    if sqlite3.sqlite_version_info < WAL_RESET_MENDED:
        told.append(
            f"SQLite {sqlite3.sqlite_version} has the WAL-reset bug (mended in 3.51.3; sqlite.org/wal.html). One "
            "writing connection per process, as here, lessens the risk: run one server per file, or use PostgreSQL."
        )
    return told


def _check(file: Path) -> None:
    """Raises Refused where `file` is no whole store."""
    try:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
            found = connection.execute("PRAGMA integrity_check").fetchone()[0]
            tables = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'workspaces'").fetchone()[0]
    except sqlite3.DatabaseError as error:
        raise Refused(f"{file} is no backup of a store ({error}). Nothing was changed.") from error
    if found != "ok" or not tables:
        raise Refused(f"{file} is damaged or no store of Parallax ({found}). Nothing was changed.")


def _replace(file: Path, copy: Path) -> None:
    """`copy` in place of `file`, in one step, with nothing left of the old write-ahead log."""
    file.parent.mkdir(parents=True, exist_ok=True)
    if file.exists():
        _refuse_open(file)
    fresh = file.with_name(f"{file.name}.restoring")
    shutil.copyfile(copy, fresh)
    with fresh.open("rb") as handle:
        os.fsync(handle.fileno())
    for beside in ("-wal", "-shm"):
        file.with_name(file.name + beside).unlink(missing_ok=True)
    fresh.replace(file)


def _refuse_open(file: Path) -> None:
    with closing(sqlite3.connect(file, timeout=1)) as connection:
        try:
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.rollback()
        except sqlite3.OperationalError as error:
            raise Refused("The store is in use: stop the server first. Nothing was changed.") from error


def _postgres(program: str, url: URL, *told: str) -> None:
    """Run a program of PostgreSQL on the database at `url`; the password stays out of the list of processes."""
    if shutil.which(program) is None:
        raise Refused(f"{program} is not installed: install PostgreSQL's client programs, then try again.")
    where = {"PGHOST": url.host, "PGPORT": url.port, "PGUSER": url.username, "PGPASSWORD": url.password}
    settings = {name: str(value) for name, value in where.items() if value is not None}
    run = subprocess.run(
        [program, f"--dbname={url.database}", *told],
        env=os.environ | settings,
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        raise Refused(f"{program} failed: {run.stderr.strip()[:400]}")


def _existing(url: URL) -> str:
    if not Path(url.database or "").is_file():
        raise Refused(f"There is no store at {url.database}.")
    return str(url.database)


def _free(folder: Path, name: str, ending: str) -> Path:
    number, target = 1, folder / f"{name}{ending}"
    while target.exists():
        number += 1
        target = folder / f"{name}-{number}{ending}"
    return target
