"""What instructors do: hand out, see the works, load files, close, change days, delete.

Every function takes the instructor's key, which opens one assignment.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from analysis import lexicons
from analysis.classroom import access, drafting, files, points, privacy, taking_part
from analysis.classroom.records import Answers, Assignment, HandIn, Points, Submission, Work
from analysis.errors import Refused
from analysis.store import Store, new_key
from analysis.store.keys import hashed
from analysis.store.schema import assignments, participants, submissions


@dataclass(frozen=True, slots=True)
class HandedOut:
    """The way in for the instructor (`key`, shown once) and for the class (`code`)."""

    key: str
    code: str


@dataclass(frozen=True, slots=True)
class Room:
    """One assignment as its instructor sees it."""

    assignment: Assignment
    code: str
    is_open: bool
    points_released: bool
    works: tuple[Work, ...]

    def counting(self) -> tuple[Work, ...]:
        """The works that count: handed in and not withdrawn."""
        return tuple(work for work in self.works if work.submissions and not work.withdrawn)


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of hand-ins: how many are new, which replaced an earlier one, which files were refused and why."""

    new: int
    repeated: tuple[str, ...]
    refused: tuple[tuple[str, str], ...]


def hand_out(store: Store, assignment: Assignment) -> HandedOut:
    """Put an assignment on this server. Raises Refused with what it still needs."""
    if wrong := files.problems(assignment):
        raise Refused(" ".join(wrong))
    kept = replace(assignment, retain_until=assignment.retain_until or _default_end(assignment.due))
    key, code = new_key(), access.new_code()
    row: dict[str, Any] = {
        "id": hashed(new_key())[:32],
        "key_hash": hashed(key),
        "code": code,
        "content": files.write(kept),
    }
    row |= {"made": taking_part.now(), "retain_until": kept.retain_until, "is_open": True}
    with store.write() as connection:
        connection.execute(insert(assignments).values(row))
        privacy.note(connection, "handed out", row["id"], 0)
    return HandedOut(key, code)


def room(store: Store, key: str) -> Room:
    """The assignment and all works on it. Raises NoAccess."""
    with store.read() as connection:
        row = access.instructor(connection, key)
        answered = taking_part.count_answers(connection, row.id)
        handed_in = _all_submissions(connection, row.id)
        assignment = files.kept(row.content)
        marked = points.of_class(connection, row.id, assignment.rubric)
        people = connection.execute(
            select(participants).where(participants.c.assignment == row.id).order_by(participants.c.joined)
        ).all()
    unmarked = points.none_yet(assignment.rubric)
    works = tuple(
        _work(one, answered.get(one.id, 0), marked.get(one.id, unmarked), handed_in.get(one.id, ())) for one in people
    )
    return Room(assignment, row.code, row.is_open, row.points_released, works)


def set_open(store: Store, key: str, is_open: bool) -> None:
    """Take in work, or no more."""
    with store.write() as connection:
        row = access.instructor(connection, key)
        connection.execute(update(assignments).where(assignments.c.id == row.id).values(is_open=is_open))


def set_days(store: Store, key: str, due: str, retain_until: str) -> None:
    """Change the days an assignment is due and deleted (ISO 8601). Raises Refused where they are none."""
    for day in (due, retain_until):
        if day and not _is_day(day):
            raise Refused(f"“{day[:20]}” is no day; write it as 2026-12-31.")
    with store.write() as connection:
        row = access.instructor(connection, key)
        changed = replace(files.kept(row.content), due=due, retain_until=retain_until or _default_end(due))
        values = {"content": files.write(changed), "retain_until": changed.retain_until}
        connection.execute(update(assignments).where(assignments.c.id == row.id).values(values))


def use_as_key(store: Store, key: str, participant: str) -> int:
    """Make the answers of one work the answer key and take the work out of the class; how many answers it has.

    So an instructor makes a key: by doing the assignment like a student.
    """
    with store.write() as connection:
        row = access.instructor(connection, key)
        access.own_work(connection, row, participant)
        handed_in = taking_part.submissions_of(connection, participant)
        if not handed_in:
            raise Refused("This work is not handed in yet, so it cannot be the key.")
        assignment = files.kept(row.content)
        changed = replace(assignment, key=drafting.fitting_key(assignment, handed_in[-1].answers))
        values = {"content": files.write(changed)}
        connection.execute(update(assignments).where(assignments.c.id == row.id).values(values))
        privacy.delete_person(connection, participant, "work made the answer key")
    return len(changed.key)


def load_files(store: Store, key: str, sent: Iterable[tuple[str, bytes]]) -> Taken:
    """Take in hand-ins as (file name, content); a bad one is named, the others are kept.

    A second file under one name counts as a repeated submission; the first one stays the one that counts. The name of
    somebody who works on this server is refused, so that no file changes another's work.
    """
    with store.read() as connection:
        assignment = files.kept(access.instructor(connection, key).content)
    loaded = files.load(sent, assignment)
    new, repeated, refused = 0, [], list(loaded.refused)
    for hand_in in loaded.hand_ins:
        with store.write() as connection:
            row = access.instructor(connection, key)
            try:
                is_new = _take(connection, row, hand_in)
            except Refused as error:
                refused.append((hand_in.name, str(error)))
                continue
        new += is_new
        repeated += [] if is_new else [hand_in.name]
    return Taken(new, tuple(repeated), tuple(refused))


def delete_assignment(store: Store, key: str) -> None:
    """Delete the assignment and all works on it, at once and for good."""
    with store.write() as connection:
        privacy.delete_assignment(connection, access.instructor(connection, key).id, "deleted by the instructor")
    store.forget()


def delete_work(store: Store, key: str, participant: str) -> None:
    """Delete one student's work, for good. Raises NoAccess where it belongs to another assignment."""
    with store.write() as connection:
        row = access.instructor(connection, key)
        access.own_work(connection, row, participant)
        privacy.delete_person(connection, participant, "person deleted by the instructor")
    store.forget()


def export_work(store: Store, key: str, participant: str) -> privacy.PersonalData:
    """All that is kept of one student. Raises NoAccess where the work belongs to another assignment."""
    with store.write() as connection:
        access.own_work(connection, access.instructor(connection, key), participant)
        return privacy.export_person(connection, participant)


def _take(connection: Connection, row: Row[Any], hand_in: HandIn) -> bool:
    """Keep one hand-in; whether it is the first under its name."""
    person = taking_part.participant(row.id, taking_part.clean_name(hand_in.name), new_key(), from_file=True)
    same = (participants.c.assignment == row.id, participants.c.name_key == person["name_key"])
    known = connection.execute(select(participants).where(*same)).one_or_none()
    if known is not None and not known.from_file:
        raise Refused(f"“{known.name}” works on this server under that name already; the file was left out.")
    if known is None:
        connection.execute(insert(participants).values(person))
    who = known.id if known else person["id"]
    earlier = taking_part.submissions_of(connection, who)
    given: Answers = tuple(one for one in hand_in.answers if one.value)
    if earlier and earlier[-1].answers == given:
        return False  # the same file again
    due = files.kept(row.content).due
    is_late = bool(due) and hand_in.at[:10] > due
    made = Submission(len(earlier) + 1, hand_in.at or taking_part.now(), is_late, given)
    connection.execute(insert(submissions).values(taking_part.submission_row(who, made)))
    return known is None


def _all_submissions(connection: Connection, assignment: str) -> dict[str, tuple[Submission, ...]]:
    query = (
        select(submissions)
        .join(participants, participants.c.id == submissions.c.participant)
        .where(participants.c.assignment == assignment)
        .order_by(submissions.c.number)
    )
    found: dict[str, tuple[Submission, ...]] = {}
    for one in connection.execute(query):
        made = Submission(one.number, one.at, one.is_late, files.read_answers(one.answers))
        found[one.participant] = (*found.get(one.participant, ()), made)
    return found


def _work(row: Row[Any], answered: int, given: Points, handed_in: tuple[Submission, ...]) -> Work:
    if row.from_file:
        answered = len(handed_in[-1].answers)
    return Work(row.id, row.name, row.joined, row.withdrawn, row.is_open, row.from_file, answered, given, handed_in)


def _default_end(due: str) -> str:
    begin = date.fromisoformat(due) if due else date.today()
    return (begin + timedelta(days=int(lexicons.threshold("retention_days")))).isoformat()


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return len(text) == 10
