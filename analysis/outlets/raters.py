"""Where those who rate outlets part ways, in words. A disagreement is a result, not a defect to average away.

Ratings come from different questions (who decides what is printed, whether facts are checked), other years and other
raters; they never enter the accountability score.
"""

from collections.abc import Sequence
from functools import cache

import numpy as np

from analysis import lexicons
from analysis.outlets.registry import Rating, load

PC1 = "PC1"
WIKIPEDIA = "Wikipedia"
TRUSTED = "Generally reliable"
DISTRUSTED = frozenset({"Deprecated", "Generally unreliable", "Blacklisted; Deprecated"})
CONTROLLED = frozenset({"CaPu", "CaPr", "SC"})


def compare(ratings: Sequence[Rating], state_code: str, state_relation: str, state_year: str) -> tuple[str, ...]:
    """One sentence for each pair of raters that can be held against each other; empty where there is no pair.

    state_code, state_relation, state_year: the code of the State Media Monitor, its words and its year; "" is unknown.
    """
    status = next((_status(rating) for rating in ratings if rating.rater.startswith(WIKIPEDIA)), "")
    index = next((rating for rating in ratings if rating.rater.startswith(PC1)), None)
    found = []
    if status and index:
        found.append(_index_against_status(index, status))
    coded = f"The State Media Monitor ({state_year}) calls it {state_relation}"
    if state_code in CONTROLLED and status == TRUSTED:
        found.append(
            f"{coded}; the editors of Wikipedia call it generally reliable. One asks who decides what is printed, "
            "the other whether what is printed can be relied on."
        )
    if state_code and state_code not in CONTROLLED and status in DISTRUSTED:
        found.append(f"{coded}, free of state control; the editors of Wikipedia do not rely on it ({status.lower()}).")
    if state_code in CONTROLLED and index and float(index.value) >= _quartiles(TRUSTED)[0]:
        found.append(
            f"{coded}; its PC1 of {index.value} is one that outlets also have which Wikipedia calls generally reliable."
        )
    return tuple(found)


def _status(rating: Rating) -> str:
    """The status at the end of “Name: status”."""
    return rating.value.rsplit(": ", maxsplit=1)[-1]


def _index_against_status(index: Rating, status: str) -> str:
    low, high = _quartiles(status)
    value = float(index.value)
    where = "below" if value < low else "above" if value > high else "inside"
    meaning = "the two agree" if where == "inside" else f"the six raters place it {_direction(where)} than its peers"
    return (
        f"Wikipedia’s editors: {status.lower()}. Among the outlets here with this status, the middle half have "
        f"a PC1 of {low:.2f} to {high:.2f}; {value:.2f} lies {where}: {meaning}."
    )


def _direction(where: str) -> str:
    return "lower" if where == "below" else "higher"


@cache
def _quartiles(status: str) -> tuple[float, float]:
    """The PC1 between which the middle half of the registered outlets of this Wikipedia status lie."""
    values = [
        float(index.value)
        for ratings in load().ratings.values()
        if any(rating.rater.startswith(WIKIPEDIA) and _status(rating) == status for rating in ratings)
        for index in ratings
        if index.rater.startswith(PC1)
    ]
    enough = len(values) >= lexicons.threshold("small_n")
    low, high = np.percentile(values, [25, 75]) if enough else (0.0, 1.0)
    return float(low), float(high)
