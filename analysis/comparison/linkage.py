"""Average linkage: the two groups whose members are most alike on average are joined, again and again.

Source: Sokal & Michener 1958, University of Kansas Science Bulletin 38:1409-1438 (UPGMA).
"""

import numpy as np
from numpy.typing import NDArray

Groups = tuple[tuple[int, ...], ...]


def groups(likeness: NDArray[np.float64], line: float) -> tuple[Groups, float]:
    """(the groups that are left when the best joint falls below `line`, the weakest joint on the way to one group).

    likeness: symmetric, shape (n, n), higher is more alike; the diagonal is not read. Groups hold row numbers in
    order and come with the largest first. The weakest joint of fewer than two rows is infinite.
    """
    mean = likeness.astype(np.float64).copy()
    np.fill_diagonal(mean, -np.inf)
    members = {row: [row] for row in range(len(mean))}
    kept: list[list[int]] | None = None
    weakest = np.inf
    while len(members) > 1:
        first, second = sorted(divmod(int(np.argmax(mean)), len(mean)))
        joint = float(mean[first, second])
        if kept is None and joint < line:
            kept = [list(group) for group in members.values()]
        weakest = min(weakest, joint)
        sizes = len(members[first]), len(members[second])
        mean[first] = mean[:, first] = (sizes[0] * mean[first] + sizes[1] * mean[second]) / sum(sizes)
        mean[second] = mean[:, second] = -np.inf
        mean[first, first] = -np.inf
        members[first] += members.pop(second)
    left = kept if kept is not None else list(members.values())
    return tuple(sorted((tuple(sorted(group)) for group in left), key=lambda group: (-len(group), group))), float(
        weakest
    )
