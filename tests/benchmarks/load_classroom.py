"""A class that saves all at once: how long a save takes, and whether every acknowledged answer is there.

    python -m tests.benchmarks.load_classroom PLACE [--students 60] [--seconds 60] [--pause 0] [--processes 1]

PLACE is the path of an SQLite file that does not exist yet, or the address of an empty PostgreSQL database. Every
student saves one answer after the other, waiting `pause` seconds between them, in threads of one process, as the
dashboard does, or spread over several processes.

    python -m tests.benchmarks.load_classroom PLACE --student KEY --kills 10

writes one student's answers in a process that is killed again and again, and prints each answer once it is
acknowledged.
"""

import argparse
import itertools
import multiprocessing
import os
import signal
import statistics
import threading
import time
from typing import NamedTuple

from analysis.classroom import instructing, ready_made, taking_part, units
from analysis.classroom.records import Answer
from analysis.store import Store

TASK = "frames"
VALUES = ("yes", "no", "cannot tell")


class Day(NamedTuple):
    """What one student experienced: seconds of each save, the last answer acknowledged for each unit, errors."""

    seconds: list[float]
    last: dict[str, Answer]
    saves: int
    errors: list[str]


def class_of(store, students):
    """The keys of a class that has just joined an assignment on a teaching case."""
    handed_out = instructing.hand_out(store, ready_made.make("tarrowick-buses"))
    return [taking_part.join(store, handed_out.code, f"Student {n}", f"s{n}") for n in range(students)]


def answers(kept=()):
    """Answers without end, unit after unit, each with another value than before; `kept`: those given already."""
    asked = [unit.id for unit in units.find(ready_made.make("tarrowick-buses"), TASK)]
    revisions = {one.unit: one.revision for one in kept}
    for unit in itertools.cycle(asked):
        revision = revisions.get(unit, 0)
        revisions[unit] = (yield Answer(TASK, unit, VALUES[revision % 3], revision)).revision


def day(store, key, seconds, pause, delay=0.0):
    """One student saves for `seconds`."""
    time.sleep(delay)
    found = Day([], {}, 0, [])
    saves, giving = 0, answers()
    wish = next(giving)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        begin = time.perf_counter()
        try:
            kept = taking_part.save(store, key, wish)
        except Exception as error:
            found.errors.append(repr(error))
            break
        found.seconds.append(time.perf_counter() - begin)
        found.last[kept.unit] = kept
        saves += 1
        wish = giving.send(kept)
        time.sleep(pause)
    return found._replace(saves=saves)


def together(store, keys, seconds, pause):
    """All `keys` at once, in threads; one Day each."""
    days = {}

    def live(number, key):
        days[key] = day(store, key, seconds, pause, delay=pause * number / len(keys))

    threads = [threading.Thread(target=live, args=(number, key)) for number, key in enumerate(keys)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [days[key] for key in keys]


def one_process(place, keys, seconds, pause, days):
    """A process of its own with some of the class."""
    store = Store(place)
    days.put((keys, together(store, keys, seconds, pause)))


def spread(place, keys, seconds, pause, processes):
    """All `keys` at once, spread over processes; one Day each."""
    context = multiprocessing.get_context("spawn")
    days = context.Queue()
    shares = [keys[number::processes] for number in range(processes)]
    running = [context.Process(target=one_process, args=(place, share, seconds, pause, days)) for share in shares]
    for process in running:
        process.start()
    found = dict(pair for _ in running for pair in zip(*days.get(), strict=True))
    for process in running:
        process.join()
    return [found[key] for key in keys]


def wrong(store, keys, days):
    """Answers that are lost, changed or doubled: what is kept is not what was acknowledged last."""
    found = []
    for key, lived in zip(keys, days, strict=True):
        kept = {one.unit: one for one in taking_part.handout(store, key).answers}
        found += [unit for unit in kept.keys() | lived.last.keys() if kept.get(unit) != lived.last.get(unit)]
        if sum(one.revision for one in kept.values()) != lived.saves:
            found.append("saves and revisions differ")
    return found


def p95(seconds):
    """The 95th percentile."""
    return statistics.quantiles(seconds, n=20)[-1]


def write_until_killed(place, key):
    """One student's answers, each printed once it is acknowledged."""
    store = Store(place)
    giving = answers(taking_part.handout(store, key).answers)
    wish = next(giving)
    while True:
        kept = taking_part.save(store, key, wish)
        print(kept.unit, kept.value, kept.revision, sep="\t", flush=True)
        wish = giving.send(kept)


def be_killed(place, key, kills):
    """Kill the writer `kills` times, each time a little later after its first acknowledged answer."""
    for turn in range(kills):
        heard, speaking = os.pipe()
        child = os.fork()  # imports are done and no thread runs yet
        if not child:
            os.dup2(speaking, 1)
            write_until_killed(place, key)
        os.close(speaking)
        with os.fdopen(heard, encoding="utf-8") as lines:
            print(lines.readline(), end="", flush=True)
            time.sleep(0.02 + 0.03 * turn)
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            print("".join(line for line in lines if line.endswith("\n")), end="", flush=True)


def main():
    """Read the arguments, run, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("place")
    parser.add_argument("--student", metavar="KEY")
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--students", type=int, default=60)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--pause", type=float, default=0)
    parser.add_argument("--processes", type=int, default=1)
    told = parser.parse_args()
    if told.student:
        be_killed(told.place, told.student, told.kills)
        return
    store = Store(told.place)
    keys = class_of(store, told.students)
    if told.processes > 1:
        days = spread(told.place, keys, told.seconds, told.pause, told.processes)
    else:
        days = together(store, keys, told.seconds, told.pause)
    seconds = [one for lived in days for one in lived.seconds]
    errors = [error for lived in days for error in lived.errors]
    print(f"{len(seconds)} saves by {told.students} students in {told.seconds:g} s, pause {told.pause:g} s")
    print(
        f"median {1000 * statistics.median(seconds):.0f} ms, p95 {1000 * p95(seconds):.0f} ms, "
        f"longest {1000 * max(seconds):.0f} ms"
    )
    print(f"errors {len(errors)} {errors[:2]}, lost, changed or doubled {len(wrong(store, keys, days))}")


if __name__ == "__main__":
    main()
