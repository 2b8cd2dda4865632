"""Points for works, whether they are released, and the wrong join codes of the last minutes."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ID, TIME = sa.String(32), sa.String(32)


def upgrade() -> None:
    """Add a column and two tables."""
    op.add_column("assignments", sa.Column("points_released", sa.Boolean, nullable=False, server_default=sa.false()))
    op.create_table(
        "points",
        sa.Column("participant", ID, sa.ForeignKey("participants.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("given", sa.Text, nullable=False),
        sa.Column("comment", sa.Text, nullable=False),
    )
    op.create_table(
        "guesses",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("at", TIME, nullable=False),
        sa.Column("session", ID, nullable=False),
    )


def downgrade() -> None:
    """Take them away again."""
    op.drop_table("guesses")
    op.drop_table("points")
    op.drop_column("assignments", "points_released")
