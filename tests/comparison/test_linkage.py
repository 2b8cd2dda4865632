import numpy as np

from analysis.comparison import linkage


def square(*rows):
    return np.array(rows, dtype=float)


def test_rows_above_the_line_make_one_group():
    groups, weakest = linkage.groups(square([0, 2, 1], [2, 0, 3], [1, 3, 0]), 0.0)
    assert groups == ((0, 1, 2),)
    assert weakest == 1.5


def test_the_odd_one_stays_outside_and_the_weakest_joint_tells_it():
    groups, weakest = linkage.groups(square([0, 5, -3], [5, 0, -1], [-3, -1, 0]), 0.0)
    assert groups == ((0, 1), (2,))
    assert weakest == -2


def test_two_groups_come_with_the_larger_first():
    likeness = np.full((5, 5), -4.0)
    likeness[:2, :2] = likeness[2:, 2:] = 3.0
    assert linkage.groups(likeness, 0.0)[0] == ((2, 3, 4), (0, 1))


def test_a_single_row_has_no_joint():
    groups, weakest = linkage.groups(np.zeros((1, 1)), 0.0)
    assert groups == ((0,),)
    assert weakest == np.inf
