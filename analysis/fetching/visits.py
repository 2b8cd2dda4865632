"""How often a person's pages are fetched: never two of a site in a hurry, and no more than a session may have."""

import threading
import time
from dataclasses import dataclass, field

from analysis import lexicons
from analysis.errors import UnreadableInput
from analysis.fetching.addresses import PASTE, PUBLIC, Network
from analysis.fetching.robots import Rules

_next_visit: dict[str, float] = {}  # host -> when it may be asked again, for everybody on this machine
_lock = threading.Lock()


@dataclass(slots=True)
class Visits:
    """One session's visits. limit: pages it may fetch in all (None: as many as it likes)."""

    limit: int | None = None
    network: Network = PUBLIC
    made: int = 0
    robots: dict[str, Rules] = field(default_factory=dict)  # by scheme, host and port
    lock: threading.Lock = field(default_factory=threading.Lock)

    def count(self) -> None:
        """Count one page. Raises UnreadableInput where the session has had its share."""
        with self.lock:
            if self.limit is not None and self.made >= self.limit:
                raise UnreadableInput(f"{self.limit} pages were fetched in this session, which is its limit; {PASTE}")
            self.made += 1


def wait(host: str, delay: float) -> float:
    """Sleep until the host may be asked again; the seconds slept. Raises UnreadableInput where too many wait."""
    interval = min(max(delay, lexicons.threshold("fetch_interval")), lexicons.threshold("fetch_patience"))
    now = time.monotonic()
    with _lock:
        turn = max(now, _next_visit.get(host, 0.0))
        if turn - now > lexicons.threshold("fetch_patience"):
            raise UnreadableInput(f"too many pages of {host} are asked for at once; try again in a minute")
        _next_visit[host] = turn + interval
        for old in [name for name, when in _next_visit.items() if when < now]:
            del _next_visit[old]
    time.sleep(turn - now)
    return turn - now
