"""Points for works: an instructor gives them by the rubric, students read their own once they are released.

Nothing is computed: no answer, no key and no machine gives a point.
"""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from analysis import lexicons
from analysis.classroom import access, files, units
from analysis.classroom.records import Criterion, Points
from analysis.errors import Refused
from analysis.store import Store
from analysis.store.schema import assignments, participants, submissions
from analysis.store.schema import points as table

Rubric = tuple[Criterion, ...]


def give(store: Store, key: str, participant: str, criterion: int, points: int | None) -> None:
    """Points for one criterion, by its place in the rubric; None takes them back. `key` is the instructor's.

    Raises NoAccess for a key that opens no such work, Refused where the criterion does not have so many points.
    """

    def change(found: Points, rubric: Rubric) -> Points:
        if not 0 <= criterion < len(rubric):
            raise Refused("The rubric has no such criterion. Nothing was kept.")
        if points is not None and not 0 <= points <= rubric[criterion].points:
            raise Refused(f"“{rubric[criterion].title}” has 0 to {rubric[criterion].points} points. Nothing was kept.")
        return replace(found, given=(*found.given[:criterion], points, *found.given[criterion + 1 :]))

    _change(store, key, participant, change)


def comment(store: Store, key: str, participant: str, text: str) -> None:
    """A sentence for the student beside the points; "" takes it back. Raises as `give`."""
    kept = units.storable(text).strip()
    if len(kept) > lexicons.threshold("longest_comment"):
        raise Refused(f"The comment has {len(kept):,} characters, which is too long. Nothing was kept.")
    _change(store, key, participant, lambda found, rubric: replace(found, comment=kept))


def release(store: Store, key: str, is_released: bool) -> None:
    """Let every student of the class see the own points, or no more."""
    with store.write() as connection:
        row = access.instructor(connection, key)
        change = update(assignments).where(assignments.c.id == row.id)
        connection.execute(change.values(points_released=is_released))


def of_class(connection: Connection, assignment: str, rubric: Rubric) -> dict[str, Points]:
    """Participant -> points, of those who have any."""
    query = select(table).join(participants, participants.c.id == table.c.participant)
    rows = connection.execute(query.where(participants.c.assignment == assignment))
    return {row.participant: _read(row, rubric) for row in rows}


def of_work(connection: Connection, participant: str, rubric: Rubric) -> Points:
    """The points of one work, whoever may see them."""
    row = connection.execute(select(table).where(table.c.participant == participant)).one_or_none()
    return _read(row, rubric)


def for_student(connection: Connection, row: Row[Any], rubric: Rubric) -> Points | None:
    """What the student `row` of access.student may see: None before the release."""
    return of_work(connection, row.id, rubric) if rubric and row.points_released else None


def none_yet(rubric: Rubric) -> Points:
    """No criterion marked."""
    return Points((None,) * len(rubric))


def _change(store: Store, key: str, participant: str, change: Callable[[Points, Rubric], Points]) -> None:
    """Change one thing of what is kept, so that two instructors at two criteria do not undo each other."""
    with store.write() as connection:
        assignment = access.instructor(connection, key)
        who = access.own_work(connection, assignment, participant, lock=True)
        handed_in = select(func.count()).select_from(submissions).where(submissions.c.participant == who.id)
        if who.withdrawn or not connection.execute(handed_in).scalar_one():
            raise Refused("This work is not handed in, so it cannot be marked.")
        rubric = files.kept(assignment.content).rubric
        new = change(of_work(connection, who.id, rubric), rubric)
        values = {"given": json.dumps(new.given), "comment": new.comment}
        if not connection.execute(update(table).where(table.c.participant == who.id).values(values)).rowcount:
            connection.execute(insert(table).values(participant=who.id, **values))


def _read(row: Row[Any] | None, rubric: Rubric) -> Points:
    return none_yet(rubric) if row is None else Points(tuple(json.loads(row.given)), row.comment)
