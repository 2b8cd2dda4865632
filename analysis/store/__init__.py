"""The store: one small data layer over SQLite (by default) or PostgreSQL (by address) for all that is kept.

Modules: schema (the tables), connections (reading and writing), workspaces, upkeep (backup,
restore, doctor), migrations.
"""

from analysis.store.connections import Store
from analysis.store.keys import new_key

__all__ = ["Store", "new_key"]
