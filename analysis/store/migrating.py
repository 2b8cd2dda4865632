"""Brings the tables of an older store up to date, step by step (Alembic)."""

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from analysis.errors import UnreadableInput

STEPS = Path(__file__).parent / "migrations"
LOCK = 7_301_406  # any number: two servers that start at once take turns on PostgreSQL


def upgrade(connection: Connection) -> None:
    """Take the steps that the store behind `connection` has not taken yet, all or none.

    Raises UnreadableInput where it was made by a newer Parallax.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
    at = MigrationContext.configure(connection).get_current_revision()
    if at == newest():
        return
    if at is not None and at not in known():
        raise UnreadableInput("The store was made by a newer Parallax; install that version. Nothing was changed.")
    settings = _settings()
    settings.attributes["connection"] = connection
    command.upgrade(settings, "head")


@cache
def newest() -> str:
    """The last step that this version knows."""
    return known()[0]


@cache
def known() -> tuple[str, ...]:
    """All steps, the newest first."""
    return tuple(step.revision for step in ScriptDirectory.from_config(_settings()).walk_revisions())


def _settings() -> Config:
    settings = Config()
    settings.set_main_option("script_location", str(STEPS).replace("%", "%%"))
    return settings
