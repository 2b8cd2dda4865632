"""What the dashboard costs, and how long thirty students wait who arrive within two seconds.

    python tests/benchmarks/load_dashboard.py [--visitors 30] [--only pages|crowd]

Starts `streamlit run dashboard.py` as a class would, and speaks to it over websockets without a browser: the figures
are those of the server, up to the last message of a page. Processor time is that of the server alone; waiting times
depend on what else this machine does, so the load average is printed with them.
"""

import argparse
import asyncio
import os
import random
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from analysis import cases
from tests.benchmarks.visitor import Visitor, visit

ROOT = Path(__file__).resolve().parents[2]
ARRIVALS = 2.0  # seconds within which all arrive
START = 90  # seconds until the server must answer
THINK = (0.5, 3.5)  # seconds between two acts of one visitor
ACTS = 6  # of each visitor
RUNS = 10  # of each page, for its processor time
WORDS = 800  # of the article that is added
MEASURES, COMPARED = "Look closely at", "Articles compared"  # labels of widgets


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def dashboard(port: int) -> Iterator[int]:
    """A running dashboard with a store of its own; its process id."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.headless=true"]
        kept = {"PARALLAX_STORE": str(Path(folder) / "parallax.sqlite")}
        server = subprocess.Popen([*command, f"--server.port={port}"], cwd=ROOT, env=os.environ | kept)
        try:
            wait_for(f"http://127.0.0.1:{port}/_stcore/health")
            yield server.pid
        finally:
            server.terminate()
            server.wait(10)


def wait_for(address: str) -> None:
    """Wait until the server says that it is well."""
    deadline = time.monotonic() + START
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise TimeoutError(f"{address} did not answer")


def cpu(process: int) -> float:
    """Seconds of processor time that the process has used, with all its threads."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory(process: int) -> float:
    """Megabytes of memory that the process holds."""
    return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def part(times: list[float], share: float) -> float:
    """The time below which `share` of the times are."""
    return sorted(times)[min(len(times) - 1, int(share * len(times)))]


def load() -> str:
    """The load average, for the record."""
    return f"load {os.getloadavg()[0]:.1f}"


def said(name: str, times: list[float]) -> str:
    """Median and 95th percentile of `times` in words."""
    return f"{name}: p50 {part(times, 0.5):.3f} s, p95 {part(times, 0.95):.3f} s (n = {len(times)})"


async def act(visitor: Visitor, chance: random.Random) -> float:
    """One thing that a student does: another page, another measure, other articles."""
    wish = chance.choice(["page", "measure", "articles"])
    if wish == "measure" and (options := visitor.options(MEASURES)):
        return await visitor.pick(MEASURES, chance.choice(options))
    if wish == "articles" and (options := visitor.options(COMPARED)):
        return await visitor.pick(COMPARED, *chance.sample(options, max(2, len(options) - 1)))
    return await visitor.go(chance.choice(list(visitor.pages)))


async def student(port: int, number: int, first: list[float], acts: list[float]) -> None:
    """Arrive, open the teaching case, act six times."""
    chance = random.Random(number)
    await asyncio.sleep(chance.uniform(0, ARRIVALS))
    begin = time.perf_counter()
    async with visit(port) as visitor:
        await visitor.open()
        first.append(time.perf_counter() - begin)
        for _ in range(ACTS):
            await asyncio.sleep(chance.uniform(*THINK))
            acts.append(await act(visitor, chance))


async def crowd(port: int, process: int, visitors: int) -> None:
    """All students at once."""
    first: list[float] = []
    acts: list[float] = []
    before, begin = cpu(process), load()
    await asyncio.gather(*(student(port, number, first, acts) for number in range(visitors)))
    used = 1000 * (cpu(process) - before) / (len(first) + len(acts))
    print(f"\n{visitors} visitors within {ARRIVALS:.0f} s, {ACTS} acts each ({begin} before, {load()} after)")
    print(said("first render", first))
    print(said("interaction", acts))
    print(f"processor time: {used:.0f} ms a run; memory {memory(process):.0f} MB")


async def every_page(port: int, process: int) -> None:
    """Processor time of a run of each page, the first one apart, and of each measure and finding."""
    print(f"\nprocessor time of one run, after the first ({load()}); megabytes sent the first time")
    async with visit(port) as visitor:
        print(f"{'the very first':24} {1000 * (await used_by(visitor.open(), process))[0]:5.0f} ms")
        for title in list(visitor.pages):
            sent = visitor.received
            first, _ = await used_by(visitor.go(title), process)
            sent = visitor.received - sent
            mean = await repeated(visitor, process)
            print(f"{title:24} {mean:5.0f} ms, first {1000 * first:5.0f} ms, {sent / 1e6:.2f} MB", flush=True)
            for label in (MEASURES, "Compare"):
                for option in visitor.options(label):
                    first, _ = await used_by(visitor.pick(label, option), process)
                    mean = await repeated(visitor, process, RUNS // 2)
                    print(f"    {option:34} {mean:5.0f} ms, first {1000 * first:5.0f} ms", flush=True)


async def used_by(running, process: int) -> tuple[float, float]:
    """Seconds of processor time, and of waiting."""
    before = cpu(process)
    waited = await running
    return cpu(process) - before, waited


async def repeated(visitor: Visitor, process: int, runs: int = RUNS) -> float:
    """Milliseconds of processor time of one more run of the page on screen."""
    before = cpu(process)
    for _ in range(runs):
        await visitor.again()
    return 1000 * (cpu(process) - before) / runs


def new_article() -> str:
    """Some 800 words that nobody added before, made of paragraphs of the teaching cases."""
    texts = [article.text for case in cases.ids() for article in cases.load(case).articles]
    paragraphs = [line for text in texts for line in text.split("\n") if len(line.split()) > 15]
    random.Random(os.getpid()).shuffle(paragraphs)
    taken: list[str] = []
    while sum(len(line.split()) for line in taken) < WORDS:
        taken.append(paragraphs.pop())
    return "A headline that nobody wrote before\n\n" + "\n\n".join(taken)


async def one_more(port: int, process: int) -> None:
    """From the press of the button until the article stands on the page Compare with all its scores."""
    async with visit(port) as visitor:
        await visitor.open()
        await visitor.go("Articles")
        visitor.write("Text of the article", new_article())
        visitor.write("Outlet, if you know it", "The Stopwatch")
        read_cpu, read = await used_by(visitor.press("Add this article"), process)
        shown_cpu, shown = await used_by(visitor.go("Compare"), process)
        if not any("The Stopwatch" in name for name in visitor.options(COMPARED)):
            raise LookupError("the article was not added")
    print(f"\na new article of {WORDS} words ({load()}): read {read:.2f} s, scored and shown {shown:.2f} s")
    print(f"together {read + shown:.2f} s, {read_cpu + shown_cpu:.2f} s of processor time")


async def main(visitors: int, *, pages: bool, students: bool) -> None:
    """Everything on fresh servers."""
    if pages:
        with dashboard(port := free_port()) as process:
            await every_page(port, process)
            await one_more(port, process)
            print(f"memory {memory(process):.0f} MB")
    if students:
        with dashboard(port := free_port()) as process:
            await crowd(port, process, visitors)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--visitors", type=int, default=30)
    parser.add_argument("--only", choices=["pages", "crowd"], help="leave the other out")
    options = parser.parse_args()
    asyncio.run(main(options.visitors, pages=options.only != "crowd", students=options.only != "pages"))
