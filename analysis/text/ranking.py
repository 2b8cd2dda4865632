"""Rankings: sums of readable weights, as fitted by tests/benchmarks/fit_speaker_ranking.py into data/models/."""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import repeat

from analysis.errors import BrokenData
from analysis.lexicons import DATA

MODELS = DATA / "models"


@cache
def weights(name: str) -> Mapping[str, float]:
    """Feature -> weight of the model data/models/<name>.json."""
    path = MODELS / f"{name}.json"
    try:
        model: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))["weights"]
    except (OSError, ValueError, KeyError) as error:
        raise BrokenData(
            f"data/models/{name}.json cannot be read ({error}); restore it from the repository."
        ) from error
    return model


def score(features: Iterable[str], weights: Mapping[str, float]) -> float:
    """The sum of the weights of the features that are present; a feature without a weight counts nothing."""
    return sum(map(weights.get, features, repeat(0.0)))
