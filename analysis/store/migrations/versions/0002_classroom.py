"""Assignments, who takes part, their answers and submissions, and the audit."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ID, KEY, TIME = sa.String(32), sa.String(64), sa.String(32)


def upgrade() -> None:
    """Make the tables."""
    _assignments()
    _participants()
    _work()
    _audit()


def downgrade() -> None:
    """Drop the tables."""
    for table in ("audit", "submissions", "answers", "participants", "assignments"):
        op.drop_table(table)


def _assignments() -> None:
    op.create_table(
        "assignments",
        sa.Column("id", ID, primary_key=True),
        sa.Column("key_hash", KEY, nullable=False, unique=True),
        sa.Column("code", sa.String(8), nullable=False, unique=True),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("made", TIME, nullable=False),
        sa.Column("retain_until", sa.String(10), nullable=False),
        sa.Column("is_open", sa.Boolean, nullable=False),
    )
    op.create_index("ix_assignments_retain_until", "assignments", ["retain_until"])


def _participants() -> None:
    op.create_table(
        "participants",
        sa.Column("id", ID, primary_key=True),
        sa.Column("assignment", ID, sa.ForeignKey("assignments.id", ondelete="CASCADE"), nullable=False),
        sa.Column("key_hash", KEY, nullable=False, unique=True),
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("name_key", sa.String(120), nullable=False),
        sa.Column("joined", TIME, nullable=False),
        sa.Column("is_open", sa.Boolean, nullable=False),
        sa.Column("withdrawn", TIME, nullable=False),
        sa.Column("from_file", sa.Boolean, nullable=False),
        sa.UniqueConstraint("assignment", "name_key"),
    )
    op.create_index("participants_assignment", "participants", ["assignment"])


def _work() -> None:
    op.create_table(
        "answers",
        sa.Column("participant", ID, sa.ForeignKey("participants.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("task", sa.String(20), primary_key=True),
        sa.Column("unit", sa.String(120), primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("changed", TIME, nullable=False),
    )
    op.create_table(
        "submissions",
        sa.Column("participant", ID, sa.ForeignKey("participants.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("at", TIME, nullable=False),
        sa.Column("is_late", sa.Boolean, nullable=False),
        sa.Column("answers", sa.Text, nullable=False),
    )


def _audit() -> None:
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("at", TIME, nullable=False),
        sa.Column("action", sa.String(40), nullable=False),
        sa.Column("assignment", ID, nullable=False),
        sa.Column("people", sa.Integer, nullable=False),
    )
