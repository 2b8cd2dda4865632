"""Where the store of this machine lies."""

import os
from pathlib import Path

VARIABLE = "PARALLAX_STORE"  # environment: the path of an SQLite file, or postgresql://…
DEFAULT = Path(__file__).resolve().parents[2] / "workspace" / "parallax.sqlite"


def place() -> Path | str:
    """The place that the environment names, else a file beside the program."""
    return os.environ.get(VARIABLE) or DEFAULT
