"""Alembic runs this file; the connection and its transaction come from analysis.store.migrating."""

from alembic import context

from analysis.store.schema import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
context.run_migrations()
