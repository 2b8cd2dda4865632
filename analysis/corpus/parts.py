"""The parts of a run: what became of each chunk, in a file of its own beside the output, until all are joined.

A part is written whole or not at all, and its name holds its number and the digest of its chunk. A run that was killed
finds them again, and one after other code, word lists or input scores anew exactly what has changed.
"""

import hashlib
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pandas as pd
import pyarrow as pa
from pyarrow import parquet

import analysis
from analysis import lexicons


def folder(out: Path) -> Path:
    """Where the parts of the output `out` stand until they are joined."""
    return out.with_name(f"{out.name}.parts")


@cache
def fingerprint() -> str:
    """What the scores depend on besides the articles: the program and everything in data/."""
    digest = hashlib.sha256(lexicons.fingerprint().encode())
    for file in sorted(Path(analysis.__file__).parent.rglob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def write(part: Path, frame: pd.DataFrame) -> None:
    """Write the part so that it is there whole or, after whatever happens meanwhile, not there."""
    unfinished = part.with_suffix(f".{os.getpid()}")
    with unfinished.open("wb") as handle:
        parquet.write_table(pa.Table.from_pandas(frame, preserve_index=False), handle, compression="zstd")
        handle.flush()
        os.fsync(handle.fileno())
    unfinished.replace(part)


def rows(part: Path) -> int:
    """How many rows the part has."""
    return int(parquet.read_metadata(part).num_rows)


def read(found: Iterator[Path]) -> Iterator[pa.Table]:
    """The tables of the parts, one after the other."""
    for part in found:
        yield parquet.read_table(part, use_threads=False)
