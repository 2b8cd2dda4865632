"""One transaction for all who write at the same moment, so that sixty students wait for one disk and not for sixty.

Each writer's part stands in a savepoint of its own: what fails is undone alone, and nobody is answered before the
whole is on the disk (group commit, as databases do it; SQLite leaves it to its callers).
"""

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Generic, TypeVar

from sqlalchemy import Connection, Engine

from analysis.errors import Refused

T = TypeVar("T")


class _Wish(Generic[T]):
    """What one writer wants done, and what came of it."""

    def __init__(self, action: Callable[[Connection], T]) -> None:
        self.action = action
        self.is_done = False
        self.result: T | None = None
        self.error: Exception | None = Refused("This could not be written. Try again.")


class SharedTransactions:
    """Takes wishes of many threads; whoever gets `lock` first fulfils all that wait."""

    def __init__(self, engine: Engine, lock: AbstractContextManager[object]) -> None:
        """`lock` guards the only writing connection of `engine`."""
        self._engine = engine
        self._lock = lock
        self._waiting: list[_Wish[object]] = []
        self._list_lock = threading.Lock()

    def run(self, action: Callable[[Connection], T]) -> T:
        """What `action` returns, once it is on the disk; its exception, where it raised one."""
        wish = _Wish(action)
        with self._list_lock:
            self._waiting.append(wish)  # type: ignore[arg-type]  # lists of wishes of any kind
        with self._lock:
            if not wish.is_done:
                with self._list_lock:
                    all_waiting, self._waiting = self._waiting, []
                self._fulfil(all_waiting)
        if wish.error is not None:
            raise wish.error
        return wish.result  # type: ignore[return-value]  # set wherever there is no error

    def _fulfil(self, wishes: list[_Wish[object]]) -> None:
        errors: dict[int, Exception] = {}
        try:
            with self._engine.begin() as connection:
                for number, wish in enumerate(wishes):
                    try:
                        with connection.begin_nested():
                            wish.result = wish.action(connection)
                    except Exception as error:
                        errors[number] = error
        except Exception as error:
            errors = dict.fromkeys(range(len(wishes)), error)  # nothing was committed
            raise
        else:
            for wish in wishes:
                wish.error = None
        finally:
            for number, wish in enumerate(wishes):
                wish.error = errors.get(number, wish.error)
                wish.is_done = True
