"""Average linkage: the two groups whose members are most alike on average are joined, again and again.

Source: Sokal & Michener 1958, University of Kansas Science Bulletin 38:1409-1438 (UPGMA), as in scipy.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.cluster import hierarchy
from scipy.spatial.distance import squareform

Groups = tuple[tuple[int, ...], ...]


def groups(likeness: NDArray[np.float64], line: float) -> tuple[Groups, float]:
    """(the groups that are left when the best joint falls below `line`, the weakest joint on the way to one group).

    likeness: symmetric and finite, shape (n, n), higher is more alike; the diagonal is not read. Groups hold row
    numbers in order and come with the largest first. The weakest joint of fewer than two rows is infinite.
    """
    if len(likeness) < 2:
        return tuple((row,) for row in range(len(likeness))), np.inf
    alike = squareform(likeness, checks=False)
    highest = float(alike.max())
    joints = hierarchy.linkage(highest - alike, "average")
    numbers = hierarchy.fcluster(joints, highest - line, "distance") if line <= highest else np.arange(len(likeness))
    members: dict[int, list[int]] = {}
    for row, number in enumerate(numbers.tolist()):
        members.setdefault(number, []).append(row)
    found = sorted((tuple(group) for group in members.values()), key=lambda group: (-len(group), group))
    return tuple(found), highest - float(joints[-1, 2])
