"""One run over a corpus: every chunk scored once, by all cores, in constant memory, and resumed where it was stopped.

runs.score(["articles.parquet"], Path("scores.parquet"))
"""

import shutil
import sys
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path

import pyarrow as pa
from tqdm import tqdm

from analysis.corpus import columns, entries, joining, parts, tasks
from analysis.corpus.entries import Chunk, Entry
from analysis.corpus.joining import Joined
from analysis.corpus.tasks import Task
from analysis.corpus.workers import Order, Workers, cores
from analysis.errors import BadOutput

ENDINGS = tuple(joining.WRITERS)
TABLES = frozenset({".parquet", ".csv"})  # the others hold whole records


def score(sources: Iterable[str | Path], out: Path, *, as_is: bool = False, jobs: int = 0) -> Joined:
    """Score every article of files and folders into `out`, a .parquet, .csv or .jsonl file.

    Order and content do not depend on `jobs` (processes; 0: one for each core). What is finished stands in
    `out`.parts until all is, so that the same call after a kill goes on; nothing is lost or scored twice.
    Raises BadOutput where `out` ends otherwise, OSError where it cannot be written.
    """
    sources = list(sources)
    task = Task(_has_records(out), as_is)
    return _run(task, entries.find(sources), out, jobs or cores(), entries.size(sources))


def compare(
    sources: Iterable[str | Path], out: Path, *, as_is: bool = False, jobs: int = 0, insist: bool = False
) -> Joined:
    """Compare the articles of every event that files and folders name, one row or record per event; as in `score`.

    insist: list claims even where the articles seem to tell of different events.
    """
    from analysis.corpus import events  # noqa: PLC0415  scoring does without what comparing needs, see comparisons

    sources = list(sources)
    task = Task(_has_records(out), as_is, compares=True, insist=insist)
    beside = parts.folder(out)
    beside.mkdir(exist_ok=True)
    found = events.find(entries.find(sources), beside / "events.sqlite", as_is=as_is)
    return _run(task, found, out, jobs or cores(), entries.size(sources))


def _has_records(out: Path) -> bool:
    if out.suffix.lower() not in ENDINGS:
        raise BadOutput(f"{out}: end its name in {', '.join(ENDINGS)} to say in which format it is wanted.")
    return out.suffix.lower() not in TABLES


def _run(task: Task, found: Iterator[Entry], out: Path, jobs: int, size: int) -> Joined:
    """Make of every chunk its part, and join the parts to `out`. size: bytes of all entries, for the time left."""
    beside = parts.folder(out)
    beside.mkdir(exist_ok=True)
    chunks = entries.chunks(found)
    first = list(islice(chunks, 2))
    with _Progress(size, "events" if task.compares else "articles") as progress:
        orders = _orders(chain(first, chunks), beside, f"{parts.fingerprint()} {task}")
        made = _side_by_side(task, orders, jobs, progress) if jobs > 1 < len(first) else _here(task, orders, progress)
    joined = joining.join(made, _schema(task), out)
    shutil.rmtree(beside)
    return joined


def _orders(chunks: Iterable[Chunk], beside: Path, settings: str) -> Iterator[Order]:
    for number, chunk in enumerate(chunks):
        yield Order(chunk, beside / f"{number:08}-{entries.digest(chunk, settings)}.parquet")


def _here(task: Task, orders: Iterable[Order], progress: "_Progress") -> list[Path]:
    """Score in this process; the parts in order."""
    made = []
    for order in orders:
        is_old = order.part.exists()
        tasks.score(task, order.chunk, order.part)
        progress.count(order, is_old=is_old)
        made.append(order.part)
    return made


def _side_by_side(task: Task, orders: Iterable[Order], jobs: int, progress: "_Progress") -> list[Path]:
    """Score in processes of their own; the parts in order."""
    made = []
    with Workers(task, jobs) as workers:
        for order in orders:
            made.append(order.part)
            if order.part.exists():
                progress.count(order, is_old=True)
                continue
            while workers.is_busy:
                progress.count(*workers.done())
            workers.hand_over(order)
        while workers.is_at_work:
            progress.count(*workers.done())
    return made


def _schema(task: Task) -> pa.Schema:
    """The columns of the output, with their units."""
    units = {part.column: part.unit for part in columns.parts()}
    bare = pa.Schema.from_pandas(columns.frame((), task.types()), preserve_index=False).remove_metadata()
    return pa.schema([one.with_metadata({"unit": units[one.name]}) if one.name in units else one for one in bare])


class _Progress:
    """Articles so far, articles a second and time left, on a terminal; the whole is guessed from the bytes done."""

    def __init__(self, size: int, unit: str) -> None:
        self._bar = tqdm(unit=f" {unit}", disable=None, file=sys.stderr, smoothing=0.1)
        self._size, self._done = size, 0

    def __enter__(self) -> "_Progress":
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.close()

    def count(self, *orders: Order, is_old: bool = False) -> None:
        """Count finished chunks; old ones were finished by an earlier run and do not make this one faster."""
        for order in () if self._bar.disable else orders:
            n = parts.rows(order.part)
            self._done += sum(entry.size for entry in order.chunk)
            self._bar.total = max(self._bar.n + n, round((self._bar.n + n) * self._size / max(1, self._done)))
            self._bar.initial += n if is_old else 0
            self._bar.update(n)
