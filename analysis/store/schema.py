"""The tables. Every change here needs a step in migrations/versions; a test compares the two.

Times are ISO 8601 in UTC with seconds, days ISO 8601 dates: both sort as text, and both databases keep text alike.
"""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
)

METADATA = MetaData()
KEY = String(64)  # hexadecimal SHA-256
ID = String(32)
TIME = String(32)

workspaces = Table(
    "workspaces",
    METADATA,
    Column("key_hash", Text, primary_key=True),
    Column("content", Text, nullable=False),
    Column("changed", Text, nullable=False),
)

assignments = Table(
    "assignments",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("key_hash", KEY, nullable=False, unique=True),  # of the instructor's key
    Column("code", String(8), nullable=False, unique=True),  # join code, without its hyphen
    Column("content", Text, nullable=False),  # the assignment file, with its answer key
    Column("made", TIME, nullable=False),
    Column("retain_until", String(10), nullable=False, index=True),
    Column("is_open", Boolean, nullable=False),  # whether work is still taken in
    Column("points_released", Boolean, nullable=False, server_default=false()),  # whether students see their points
)

participants = Table(
    "participants",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("assignment", ID, ForeignKey("assignments.id", ondelete="CASCADE"), nullable=False),
    Column("key_hash", KEY, nullable=False, unique=True),
    Column("name", String(40), nullable=False),  # pseudonym or class number
    Column("name_key", String(120), nullable=False),  # the name as it is compared
    Column("joined", TIME, nullable=False),
    Column("is_open", Boolean, nullable=False),  # may change answers: until handed in, and again when taken up anew
    Column("withdrawn", TIME, nullable=False),  # "" where the work counts
    Column("from_file", Boolean, nullable=False),
    UniqueConstraint("assignment", "name_key"),
)

answers = Table(
    "answers",
    METADATA,
    Column("participant", ID, ForeignKey("participants.id", ondelete="CASCADE"), primary_key=True),
    Column("task", String(20), primary_key=True),
    Column("unit", String(120), primary_key=True),
    Column("value", Text, nullable=False),
    Column("revision", Integer, nullable=False),  # 1 for the first value; every change adds one
    Column("changed", TIME, nullable=False),
)

submissions = Table(
    "submissions",
    METADATA,
    Column("participant", ID, ForeignKey("participants.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),  # 1 is blind; later ones were made after the reveal
    Column("at", TIME, nullable=False),
    Column("is_late", Boolean, nullable=False),
    Column("answers", Text, nullable=False),  # JSON, as they were at that moment
)

points = Table(
    "points",
    METADATA,
    Column("participant", ID, ForeignKey("participants.id", ondelete="CASCADE"), primary_key=True),
    Column("given", Text, nullable=False),  # JSON: a number or null for each criterion, in the order of the rubric
    Column("comment", Text, nullable=False),
)

guesses = Table(
    "guesses",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("at", TIME, nullable=False),  # of a wrong join code
    Column("session", ID, nullable=False),  # a random name of the browser tab; nothing of the person
)

audit = Table(
    "audit",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("at", TIME, nullable=False),
    Column("action", String(40), nullable=False),
    Column("assignment", ID, nullable=False),  # "" for the whole store
    Column("people", Integer, nullable=False),
)
Index("participants_assignment", participants.c.assignment)
