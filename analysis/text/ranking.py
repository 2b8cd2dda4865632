"""Rankings: sums of readable weights, as fitted by tests/benchmarks/fit_speaker_ranking.py into data/models/.

What speaks for a candidate comes as clues: a function that names features, and the facts it names them by. The same
clues turn up again and again, so the sum of the weights of each is worked out once and remembered.
"""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from analysis.errors import BrokenData
from analysis.lexicons import DATA
from analysis.text.remembered import Remembered

MODELS = DATA / "models"

Group = tuple[str, ...]  # features that are all present
Clue = tuple[Any, ...]  # a function that gives a Group, and its arguments


def features(clues: Iterable[Clue]) -> list[str]:
    """The names of all features that `clues` stand for."""
    return [feature for name, *facts in clues for feature in name(*facts)]


class Ranking:
    """Feature -> weight, and the sums of clues met before."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self.weights = weights
        self._sums = Remembered(self._sum).__getitem__

    def score(self, clues: Iterable[Clue]) -> float:
        """The sum of the weights of all features; a feature without a weight counts nothing."""
        return sum(map(self._sums, clues))

    def _sum(self, clue: Clue) -> float:
        return sum(self.weights.get(feature, 0.0) for feature in features([clue]))


@cache
def load(name: str) -> Ranking:
    """The model data/models/<name>.json."""
    path = MODELS / f"{name}.json"
    try:
        model: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))["weights"]
    except (OSError, ValueError, KeyError) as error:
        raise BrokenData(
            f"data/models/{name}.json cannot be read ({error}); restore it from the repository."
        ) from error
    return Ranking(model)
