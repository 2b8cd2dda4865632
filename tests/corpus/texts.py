"""Sentences of our own, many times over and never twice the same."""

import json

STORY = """Council calls vote on harbour wall number {n} “historic”

The harbour wall in Elmstead will be rebuilt for the {n}th time, the town council decided on Tuesday night.

“We have waited {n} years for this day,” Mayor Ines Okafor said. “Nobody will miss the old wall.”

Fishermen fear the so-called “improvement” will close the quay for two seasons. Tomas Reyl, who speaks for them,
told the council that the plan was “a gift to the hotels” and asked for another vote. The council refused.
"""


def story(n):
    return STORY.format(n=n)


def rows(count):
    return [{"id": f"a{n}", "text": story(n), "title": f"Wall {n}", "event": f"wall {n // 3}"} for n in range(count)]


def lines(found):
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in found)
