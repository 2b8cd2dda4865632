"""Counts wrong codes, so that nobody can try them all: per session, and over all sessions of this server."""

import threading
import time
from collections import deque
from collections.abc import Callable

from analysis import lexicons
from analysis.errors import NoAccess


class Guesses:
    """Wrong codes of the last minutes. `clock` gives seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with none."""
        self._clock = clock
        self._wrong: deque[tuple[float, str]] = deque()
        self._lock = threading.Lock()

    def check(self, session: str) -> None:
        """Raises NoAccess where too many wrong codes came from `session`, or from everybody."""
        with self._lock:
            self._forget()
            own = sum(who == session for _, who in self._wrong)
            if own >= lexicons.threshold("guesses_session") or len(self._wrong) >= lexicons.threshold("guesses_all"):
                minutes = int(lexicons.threshold("guess_minutes"))
                raise NoAccess(f"Too many wrong codes. Wait {minutes} minutes, then try again.")

    def note(self, session: str) -> None:
        """One more wrong code from `session`."""
        with self._lock:
            self._wrong.append((self._clock(), session))

    def _forget(self) -> None:
        oldest = self._clock() - 60 * lexicons.threshold("guess_minutes")
        while self._wrong and self._wrong[0][0] < oldest:
            self._wrong.popleft()
