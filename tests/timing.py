"""Whether time grows with the length of a text and no faster: a ratio inside one run, in processor time."""

import time

PARTS = 4  # the whole text against this part of it
SLACK = 3.0  # how much more than PARTS times the whole may take: caches, memory, other people's work
NOISE = 0.5  # seconds that the shortest runs may differ by


def seconds(run, text):
    """Processor seconds of `run(text)`."""
    started = time.process_time()
    run(text)
    return time.process_time() - started


def assert_linear(run, text):
    """Fail where `run` takes much longer for `text` than its first quarter allows; a slow run gets a second turn."""
    part = text[: len(text) // PARTS]
    allowed = PARTS * SLACK * min(seconds(run, part), seconds(run, part + " ")) + NOISE  # no cache knows the second
    took = seconds(run, text)
    if took >= allowed:
        took = seconds(run, text + " ")
    assert took < allowed, (
        f"{len(text)} characters took {took:.2f} s; from a quarter of them, {allowed:.2f} s are allowed"
    )
