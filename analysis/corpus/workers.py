"""Processes that score chunks side by side. One that dies is replaced, and its chunk is scored again.

They are forked from a fresh process that has loaded everything, so that they start at once and hold nothing of the
parent's threads, and they end when the parent ends.
"""

import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection, get_all_start_methods, get_context, parent_process
from pathlib import Path
from typing import NamedTuple, Self

from analysis.corpus import tasks
from analysis.corpus.entries import Chunk, Entry
from analysis.corpus.tasks import Task
from analysis.errors import UnreadableInput

WAITING = 2  # chunks for each process: one it works on, one it finds when it is done
DEATHS = 2  # after so many deaths of a process beside it a chunk is scored entry by entry
ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "ARROW_NUM_THREADS")  # every process has one core


class Order(NamedTuple):
    """A chunk to be scored and where its part goes."""

    chunk: Chunk
    part: Path
    deaths: int = 0


class Workers:
    """`jobs` processes; `hand_over` gives them chunks, `done` tells which are finished."""

    def __init__(self, task: Task, jobs: int) -> None:
        self._task, self._jobs = task, jobs
        self._pool = _pool(jobs)
        self._orders: dict[Future[None], Order] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(cancel_futures=True)

    @property
    def is_busy(self) -> bool:
        """Whether every process has enough to do."""
        return len(self._orders) >= self._jobs * WAITING

    @property
    def is_at_work(self) -> bool:
        """Whether any chunk is under way."""
        return bool(self._orders)

    def hand_over(self, order: Order) -> None:
        """Let the chunk be scored."""
        try:
            future = self._pool.submit(tasks.score, self._task, order.chunk, order.part)
        except BrokenProcessPool:
            self._replace()
            future = self._pool.submit(tasks.score, self._task, order.chunk, order.part)
        self._orders[future] = order

    def done(self) -> Iterator[Order]:
        """Wait until something is finished, and say what; nothing where nothing is under way."""
        finished, _ = wait(self._orders, return_when=FIRST_COMPLETED)
        for future in finished:
            if future not in self._orders:  # handed over again meanwhile
                continue
            try:
                future.result()
            except BrokenProcessPool:
                self._replace()
                return
            yield self._orders.pop(future)

    def _replace(self) -> None:
        """Start new processes after the death of one, which takes the whole pool along, and give them its chunks."""
        self._pool.shutdown()
        self._pool = _pool(self._jobs)
        orders, self._orders = list(self._orders.values()), {}
        for order in orders:
            deaths = order.deaths + 1
            chunk = order.chunk if deaths < DEATHS else self._without_deadly(order)
            self.hand_over(order._replace(chunk=chunk, deaths=0 if deaths >= DEATHS else deaths))

    def _without_deadly(self, order: Order) -> Chunk:
        """The chunk with a problem in place of every entry that ends the process scoring it."""
        kept, trial, pool = [], order.part.with_suffix(".trial"), _pool(1)
        for entry in order.chunk:
            try:
                pool.submit(tasks.score, self._task, (entry,), trial).result()
                kept.append(entry)
            except BrokenProcessPool:
                pool.shutdown()
                pool = _pool(1)
                reason = f"{entry.where}: scoring it ended the program (out of memory?); it was left out."
                kept.append(Entry(entry.where, UnreadableInput(reason), entry.size))
            trial.unlink(missing_ok=True)
        pool.shutdown()
        return tuple(kept)


def cores() -> int:
    """The cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _pool(jobs: int) -> ProcessPoolExecutor:
    for name in ONE_THREAD:
        os.environ.setdefault(name, "1")  # read by the libraries when the new process loads them
    if "forkserver" not in get_all_start_methods():
        return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_begin)
    context = get_context("forkserver")
    context.set_forkserver_preload([tasks.__name__])
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin)


def _begin() -> None:
    """Leave Ctrl+C to the parent, and end with it even where it is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    assert parent is not None

    def watch() -> None:
        connection.wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
