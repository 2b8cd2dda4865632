"""Counts wrong join codes, so that nobody can try them all: per session, and over all sessions of all servers.

They stand in the store, where several servers share them and a restart forgets none. A session is a random name; no
network address is kept. After some minutes they count no more, and the next wrong code or purge deletes them.
"""

from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, delete, func, insert, select

from analysis import lexicons
from analysis.errors import NoAccess
from analysis.store.schema import guesses


def check(connection: Connection, session: str) -> None:
    """Raises NoAccess where too many wrong codes came from `session`, or from everybody."""
    recent = select(guesses.c.session, func.count()).where(guesses.c.at >= _oldest()).group_by(guesses.c.session)
    wrong = {row[0]: row[1] for row in connection.execute(recent)}
    if wrong.get(session, 0) >= lexicons.threshold("guesses_session") or _are_too_many(sum(wrong.values())):
        minutes = int(lexicons.threshold("guess_minutes"))
        raise NoAccess(f"Too many wrong codes. Wait {minutes} minutes, then try again.")


def note(connection: Connection, session: str) -> None:
    """One more wrong code from `session`; older ones are forgotten, and where there are too many, no more is kept."""
    forget(connection)
    if not _are_too_many(int(connection.execute(select(func.count()).select_from(guesses)).scalar_one())):
        now = datetime.now(UTC).isoformat(timespec="seconds")
        connection.execute(insert(guesses).values(at=now, session=session))


def forget(connection: Connection) -> None:
    """Delete those that count no more."""
    connection.execute(delete(guesses).where(guesses.c.at < _oldest()))


def _are_too_many(wrong: int) -> bool:
    return wrong >= lexicons.threshold("guesses_all")


def _oldest() -> str:
    since = datetime.now(UTC) - timedelta(minutes=lexicons.threshold("guess_minutes"))
    return since.isoformat(timespec="seconds")
