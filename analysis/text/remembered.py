"""Remembered: what a function said of a thing before, for the few thousand things that every article asks again.

Faster than functools.lru_cache where one asks for hundreds of things at a time (`map(known.__getitem__, words)`),
because a hit is a look-up in a dict and nothing else.
"""

from collections.abc import Callable, Hashable
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Remembered(dict[K, V]):
    """`known[thing]` is `tell(thing)`, worked out once. At `most` things it forgets all."""

    def __init__(self, tell: Callable[[K], V], most: int = 65_536) -> None:
        super().__init__()
        self._tell = tell
        self._most = most

    def __missing__(self, thing: K) -> V:
        if len(self) >= self._most:
            self.clear()
        told = self[thing] = self._tell(thing)
        return told
