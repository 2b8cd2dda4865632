"""A large corpus on this machine: memory, rate by processes, and whether kills lose or repeat a row.

    python tests/benchmarks/score_corpus.py ARTICLES.json|FOLDER [--articles 100000] [--kills 2] [--jobs 2]

The corpus is made of the texts (see speed.texts), over and over, with their paragraphs in another order each time and a
line of its own, so that no cache helps. Linux only: memory and processor time are read from /proc.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import pandas as pd
import pyarrow as pa
from pyarrow import parquet

from analysis.corpus import parts
from tests.benchmarks.speed import texts

ROOT = Path(__file__).resolve().parents[2]
TICKS = os.sysconf("SC_CLK_TCK")
ONE_CORE = {"OPENBLAS_NUM_THREADS": "1"}  # else one process takes a second core for its resampling, and wins little
SCHEMA = pa.schema([("id", pa.string()), ("text", pa.string())])


class Run(NamedTuple):
    """One call of the command line. memory: the most that all its processes held at once, in MiB; times in seconds.

    Memory is the sum of their proportional set sizes: pages that processes share count once.
    """

    seconds: float
    processor: float
    memory: float
    load: float


def articles(bodies: list[str], count: int) -> Iterator[dict[str, str]]:
    """`count` articles, always the same."""
    dice = random.Random(9)
    for number in range(count):
        head, *rest = bodies[number % len(bodies)].split("\n")
        dice.shuffle(rest)
        yield {"id": f"a{number}", "text": "\n".join([head, *rest, f"This is the report with the number {number}."])}


def make(file: Path, bodies: list[str], count: int) -> None:
    """Write the corpus."""
    with parquet.ParquetWriter(file, SCHEMA) as writer:
        waiting = []
        for article in articles(bodies, count):
            waiting.append(article)
            if len(waiting) == 1000:
                writer.write_table(pa.Table.from_pylist(waiting, SCHEMA))
                waiting.clear()
        writer.write_table(pa.Table.from_pylist(waiting, SCHEMA))


def score(corpus: Path, out: Path, jobs: int, kill_at: int = 0) -> Run:
    """Score the corpus; with `kill_at`, kill the run when it has so many parts."""
    started = time.monotonic()
    command = [sys.executable, "-m", "analysis", "score", str(corpus), "--out", str(out), "--jobs", str(jobs)]
    process = subprocess.Popen(command, cwd=ROOT, env=os.environ | ONE_CORE)
    most, used = 0.0, dict[int, float]()
    while process.poll() is None:
        memory, times = _tree(process.pid)
        most, used = max(most, memory), used | times
        if kill_at and len(list(parts.folder(out).glob("*.parquet"))) >= kill_at:
            process.send_signal(signal.SIGKILL)
        time.sleep(0.2)
    assert kill_at or process.returncode == 0, f"the run failed with {process.returncode}"
    return Run(time.monotonic() - started, sum(used.values()), most, os.getloadavg()[0])


def _tree(root: int) -> tuple[float, dict[int, float]]:
    """(MiB, processor seconds by process) of a process and all below it."""
    stats = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            stats[int(folder.name)] = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:  # it has ended
            continue
    tree, waiting = set[int](), [root]
    while waiting:
        tree.add(one := waiting.pop())
        waiting += [pid for pid, fields in stats.items() if int(fields[1]) == one]
    found = {pid: stats[pid] for pid in tree if pid in stats}
    times = {pid: (int(fields[11]) + int(fields[12])) / TICKS for pid, fields in found.items()}
    return sum(map(_proportional, found)), times


def _proportional(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:  # it has ended
        return 0
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:"))


def rates(folder: Path, bodies: list[str], count: int, jobs: int) -> None:
    """Print the rate of one process and of `jobs`, taking turns, and what each needs of the processor."""
    corpus = folder / "sample.parquet"
    make(corpus, bodies, count)
    best: dict[int, Run] = {}
    for turn in range(2):
        for n in (1, jobs):
            run = score(corpus, folder / f"rate-{turn}-{n}.parquet", n)
            print(f"{n} process(es), turn {turn + 1}: {count / run.seconds:.0f} articles a second, {run}", flush=True)
            best[n] = min(run, best.get(n, run))
    ratio = best[1].seconds / best[jobs].seconds
    print(f"{jobs} processes against 1, {count} articles        {ratio:.2f} times as fast (start included)")
    work = best[1].processor / best[jobs].processor * jobs
    print(f"the same by processor time                  {work:.2f} times, were the cores free")


def endurance(folder: Path, bodies: list[str], count: int, kills: int, jobs: int) -> None:
    """Score all of it, killed on the way, and check every row."""
    corpus, out = folder / "corpus.parquet", folder / "scores.parquet"
    make(corpus, bodies, count)
    print(f"{count:,} articles, {corpus.stat().st_size / 2**20:.0f} MiB of Parquet", flush=True)
    runs = []
    for n in range(kills + 1):
        at = (n + 1) * (count // 100) // (kills + 1) if n < kills else 0
        runs.append(score(corpus, out, jobs, at))
        print(f"run {n + 1}{' killed' if at else ''}: {runs[-1]}", flush=True)
    seconds = sum(run.seconds for run in runs)
    print(f"articles a second, with {kills} kills              {count / seconds:.0f}")
    print(f"most memory of all processes together       {max(run.memory for run in runs):.0f} MiB")
    ids = parquet.read_table(out, columns=["id"])["id"].to_pylist()
    assert ids == [f"a{n}" for n in range(count)], "a row was lost, repeated or moved"
    print(f"rows                                        {len(ids):,}, each once and in order")
    check(folder, out, bodies, min(count, 2000))


def check(folder: Path, out: Path, bodies: list[str], count: int) -> None:
    """Check the first rows against an uninterrupted run of one process."""
    corpus, whole = folder / "first.parquet", folder / "first-scores.parquet"
    make(corpus, bodies, count)
    score(corpus, whole, 1)
    killed = next(parquet.ParquetFile(out).iter_batches(batch_size=count)).to_pandas().drop(columns="source")
    alone = parquet.read_table(whole).to_pandas().drop(columns="source")
    pd.testing.assert_frame_equal(killed, alone)
    print(f"equal to an uninterrupted run of 1 process  the first {count:,} rows")


def main() -> None:
    """Rates on a sample, then the whole."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--sample", type=int, default=2_000, help="articles on which rates are compared; 0: do not")
    parser.add_argument("--kills", type=int, default=2)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    bodies = texts(options.texts)
    with tempfile.TemporaryDirectory() as name:
        print(json.dumps({"load": os.getloadavg(), "cores": len(os.sched_getaffinity(0))}))
        if options.sample:
            rates(Path(name), bodies, options.sample, options.jobs)
        if options.articles:
            endurance(Path(name), bodies, options.articles, options.kills, options.jobs)


if __name__ == "__main__":
    main()
