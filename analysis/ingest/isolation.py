"""Runs a reader in a process of its own, which is killed when a file keeps it busy for too long.

Processes are started from a command and not forked, so that this is safe beside the threads of a web server; a few
are kept for the next file, because starting one takes about a second.
"""

import atexit
import json
import queue
import subprocess
import sys
import threading
from pathlib import Path

from analysis import lexicons
from analysis.errors import UnreadableInput
from analysis.ingest import worker
from analysis.ingest.manuscript import Manuscript

ROOT = Path(__file__).resolve().parents[2]
AT_ONCE = 2  # processes; more only wait for each other on a small machine
TASKS = 100  # files after which a process is replaced, because libraries keep memory

_idle: queue.LifoQueue["_Worker"] = queue.LifoQueue()
_places = threading.BoundedSemaphore(AT_ONCE)


def read(kind: str, raw: bytes, **options: str) -> list[Manuscript | UnreadableInput]:
    """What analysis.ingest.<kind>.read makes of `raw`; an error at the end stands for the rest that was not read.

    Raises UnreadableInput where nothing could be read, in time or at all; the message does not name the file.
    """
    with _places:
        one = _next_worker()
        try:
            answer = one.ask(kind, raw, options)
        except BaseException:
            one.kill()
            raise
        if one.tasks < TASKS:
            _idle.put(one)
        else:
            one.kill()
    found = [worker.rebuilt(entry) for entry in answer["found"]]
    if answer["problem"]:
        if not found:
            raise UnreadableInput(answer["problem"])
        found.append(UnreadableInput(answer["problem"]))
    return found


class _Worker:
    """One process and the pipes to it."""

    def __init__(self) -> None:
        self.tasks = 0
        self.process = subprocess.Popen(
            [sys.executable, "-m", "analysis.ingest.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
        )

    def ask(self, kind: str, raw: bytes, options: dict[str, str]) -> dict[str, list[dict[str, object]]]:
        """The process's answer. Raises UnreadableInput where it gives none in time."""
        seconds = lexicons.threshold("reading_seconds")
        overdue = threading.Event()

        def stop() -> None:
            overdue.set()
            self.process.kill()

        timer = threading.Timer(seconds, stop)
        self.tasks += 1
        timer.start()
        try:
            assert self.process.stdin and self.process.stdout
            header = json.dumps({"kind": kind, "size": len(raw), "options": options})
            self.process.stdin.write(header.encode() + b"\n" + raw)
            self.process.stdin.flush()
            line = self.process.stdout.readline()
        except BrokenPipeError:
            line = b""
        finally:
            timer.cancel()
        if not line.endswith(b"\n"):
            raise UnreadableInput(
                f"reading it took longer than {seconds:.0f} seconds and was stopped; paste the text instead"
                if overdue.is_set()
                else "reading it needed too much memory or broke the reader; paste the text instead"
            )
        answer: dict[str, list[dict[str, object]]] = json.loads(line)
        return answer

    def kill(self) -> None:
        """End the process and close its pipes."""
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe:
                try:
                    pipe.close()
                except BrokenPipeError:  # what was written last was never read
                    continue


def _next_worker() -> _Worker:
    while True:
        try:
            one = _idle.get_nowait()
        except queue.Empty:
            return _Worker()
        if one.process.poll() is None:
            return one
        one.kill()


@atexit.register
def _end_all() -> None:
    while not _idle.empty():
        _idle.get().kill()
