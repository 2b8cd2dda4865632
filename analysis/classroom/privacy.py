"""A person's data: export, deletion, the day after which everything goes, and one line in the audit for each.

The audit holds what was done, when and for how many people; never who, and nothing of what they wrote.
"""

import csv
import io
import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from analysis.classroom import access, files, guesses, points, taking_part
from analysis.classroom.records import Points
from analysis.errors import NoAccess
from analysis.store import Store
from analysis.store.schema import answers, assignments, audit, participants, submissions

COLUMNS = ("task", "unit", "value", "revision", "changed")


@dataclass(frozen=True, slots=True)
class PersonalData:
    """All that is kept of one person: everything as JSON, the answers as CSV as well."""

    json: str
    csv: str


def note(connection: Connection, action: str, assignment: str, people: int) -> None:
    """One line in the audit."""
    row = {"at": taking_part.now(), "action": action, "assignment": assignment, "people": people}
    connection.execute(insert(audit).values(row))


def export_own(store: Store, key: str) -> PersonalData:
    """A student's own data; points once they are released."""
    with store.write() as connection:
        row = access.student(connection, key)
        return export_person(connection, row.id, with_points=row.points_released)


def delete_own(store: Store, key: str) -> None:
    """A student's own data, gone for good."""
    with store.write() as connection:
        delete_person(connection, access.student(connection, key).id, "person deleted by themselves")
    store.forget()


def export_person(connection: Connection, participant: str, *, with_points: bool = True) -> PersonalData:
    """All that is kept of a participant, by id."""
    query = select(participants, assignments.c.content).join(assignments, assignments.c.id == participants.c.assignment)
    who = connection.execute(query.where(participants.c.id == participant)).one()
    rubric = files.kept(who.content).rubric
    given = [one._mapping for one in connection.execute(select(answers).where(answers.c.participant == who.id))]
    handed_in = connection.execute(select(submissions).where(submissions.c.participant == who.id))
    told: dict[str, Any] = {
        "assignment": who.assignment,
        "name": who.name,
        "joined": who.joined,
        "withdrawn": who.withdrawn,
        "answers": [{column: row[column] for column in COLUMNS} for row in given],
        "submissions": [
            {"number": one.number, "at": one.at, "is_late": one.is_late, "answers": json.loads(one.answers)}
            for one in handed_in
        ],
        "points": _points(points.of_work(connection, who.id, rubric), rubric) if with_points and rubric else None,
    }
    note(connection, "person exported", who.assignment, 1)
    table = io.StringIO()
    rows = csv.DictWriter(table, COLUMNS)
    rows.writeheader()
    rows.writerows(told["answers"])
    return PersonalData(json.dumps(told, ensure_ascii=False, indent=1), table.getvalue())


def _points(found: Points, rubric: points.Rubric) -> dict[str, Any]:
    criteria = [
        {"title": one.title, "points": given, "of": one.points} for one, given in zip(rubric, found.given, strict=True)
    ]
    return {"criteria": criteria, "sum": found.total, "comment": found.comment}


def delete_person(connection: Connection, participant: str, action: str) -> None:
    """Delete a participant with answers and submissions."""
    assignment = connection.execute(select(participants.c.assignment).where(participants.c.id == participant))
    note(connection, action, str(assignment.scalar_one()), 1)
    connection.execute(delete(participants).where(participants.c.id == participant))


def delete_assignment(connection: Connection, assignment: str, action: str) -> None:
    """Delete an assignment with all works on it."""
    people = select(func.count()).select_from(participants).where(participants.c.assignment == assignment)
    note(connection, action, assignment, int(connection.execute(people).scalar_one()))
    connection.execute(delete(assignments).where(assignments.c.id == assignment))


def find_person(connection: Connection, code: str, name: str) -> str:
    """The id of the participant called `name` in the assignment with this join code. Raises NoAccess."""
    query = (
        select(participants.c.id)
        .join(assignments, assignments.c.id == participants.c.assignment)
        .where(assignments.c.code == access.NO_LETTER.sub("", code.upper()), participants.c.name == name)
    )
    found = connection.execute(query).scalar_one_or_none()
    if found is None:
        raise NoAccess(f"Nobody is called “{name}” in an assignment with the join code {code}.")
    return str(found)


def purge(store: Store, today: date) -> int:
    """Delete all assignments whose day has passed, and wrong codes that count no more; how many assignments."""
    with store.write() as connection:
        guesses.forget(connection)
        over = select(assignments.c.id).where(assignments.c.retain_until < today.isoformat())
        ids = list(connection.execute(over).scalars())
        for one in ids:
            delete_assignment(connection, one, "purged")
    if ids:
        store.forget()
    return len(ids)
