"""Workspaces. Stores of Parallax before assignments have this table already."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table where there is none."""
    if not sa.inspect(op.get_bind()).has_table("workspaces"):
        op.create_table(
            "workspaces",
            sa.Column("key_hash", sa.Text, primary_key=True),
            sa.Column("content", sa.Text, nullable=False),
            sa.Column("changed", sa.Text, nullable=False),
        )


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("workspaces")
