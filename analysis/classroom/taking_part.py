"""What students do: join with a code, answer, hand in, see the reveal, take up again, withdraw.

Every function takes the student's own key; answers are kept one by one as they are given.
"""

import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from analysis import lexicons
from analysis.classroom import access, files, machine, points, units
from analysis.classroom.records import LETTERS, WRITTEN, Answer, Answers, Assignment, HandIn, Points, Submission
from analysis.errors import NoAccess, OutOfDate, Refused
from analysis.store import Store, new_key
from analysis.store.keys import hashed
from analysis.store.schema import answers as answer_table
from analysis.store.schema import participants, submissions

UnitKey = tuple[str, str]  # task and id of a unit


@dataclass(frozen=True, slots=True)
class Handout:
    """All that a student may see before handing in. machine: empty where it is hidden.

    answers: the own ones; "" is the value of one that was taken back. points: the own ones, None before the release.
    """

    assignment: Assignment
    name: str
    answers: Answers
    submissions: tuple[Submission, ...]
    is_open: bool
    takes_in: bool
    withdrawn: str
    machine: Answers = ()
    points: Points | None = None


@dataclass(frozen=True, slots=True)
class Reveal:
    """What a student sees after handing in. `mine` are the answers given blind.

    others: how often each value was given by the others of the class; empty with the reason in `missing`.
    outlets: (letter, outlet, address) of each article.
    """

    mine: Answers
    others: Mapping[UnitKey, Counter[str]]
    coders: int
    key: Answers
    machine: Answers
    outlets: tuple[tuple[str, str, str], ...]
    missing: str = ""


def now() -> str:
    """The time as it is kept."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def join(store: Store, code: str, name: str, session: str) -> str:
    """Take part under a pseudonym or class number; the key that opens the work again, on any device.

    Raises NoAccess for a wrong code, Refused where the name is taken or the assignment closed.
    """
    shown = clean_name(name)
    key = new_key()
    found = access.by_code(store, code, session)
    if not found.is_open:
        raise Refused("This assignment is closed: your instructor takes in no more work.")
    try:
        with store.write() as connection:
            connection.execute(insert(participants).values(participant(found.id, shown, key)))
    except IntegrityError as error:
        raise Refused(
            f"“{shown}” is taken in this class. Choose another name, or use your own link to go on."
        ) from error
    return key


def clean_name(name: str) -> str:
    """A pseudonym without surplus spaces and invisible characters. Raises Refused where it is empty or too long."""
    visible = "".join(letter for letter in name if unicodedata.category(letter)[0] != "C" or letter in " \t")
    shown = " ".join(visible.split())
    if not shown or len(shown) > files.LONGEST_NAME:
        raise Refused(f"A pseudonym or class number has 1 to {files.LONGEST_NAME} characters.")
    return shown


def participant(assignment: str, name: str, key: str, *, from_file: bool = False) -> dict[str, Any]:
    """The row of somebody new."""
    return {
        "id": hashed(new_key())[:32],
        "assignment": assignment,
        "key_hash": hashed(key),
        "name": name,
        "name_key": unicodedata.normalize("NFKC", name).casefold()[:120],
        "joined": now(),
        "is_open": not from_file,
        "withdrawn": "",
        "from_file": from_file,
    }


def handout(store: Store, key: str) -> Handout:
    """What the student sees: never more than access.for_students leaves. Raises NoAccess."""
    with store.read() as connection:
        row = access.student(connection, key)
        assignment = files.kept(row.content)
        given, handed_in = _answers(connection, row.id), submissions_of(connection, row.id)
        own_points = points.for_student(connection, row, assignment.rubric)
    return Handout(
        assignment=access.for_students(assignment),
        name=row.name,
        answers=given,
        submissions=handed_in,
        is_open=row.is_open,
        takes_in=row.takes_in,
        withdrawn=row.withdrawn,
        machine=() if assignment.hide_machine else machine.answers(assignment),
        points=own_points,
    )


def save(store: Store, key: str, answer: Answer) -> Answer:
    """Keep one answer in place of the one with `answer.revision` (0: none yet); the answer as kept.

    Raises OutOfDate where another tab or device changed it since, Refused where it is no answer or too late.
    """

    def keep(connection: Connection) -> Answer:
        row = access.student(connection, key, lock=True)
        access.may_change(row)
        value = units.check(files.kept(row.content), answer.task, answer.unit, answer.value)
        return _put(connection, row.id, replace(answer, value=value))

    return store.write_together(keep)


def submit(store: Store, key: str) -> Submission:
    """Hand in what is answered so far. The first time is blind; later ones count as made after the reveal."""
    with store.write() as connection:
        row = access.student(connection, key, lock=True)
        access.may_change(row)
        assignment = files.kept(row.content)
        given = _given(connection, row.id)
        _refuse_incomplete(assignment, given)
        number = len(submissions_of(connection, row.id)) + 1
        is_late = bool(assignment.due) and date.today().isoformat() > assignment.due
        made = Submission(number, now(), is_late, given)
        connection.execute(insert(submissions).values(submission_row(row.id, made)))
        _set(connection, row, is_open=False)
    return made


def submission_row(who: str, made: Submission) -> dict[str, Any]:
    """A submission as it is kept."""
    row = {"participant": who, "number": made.number, "at": made.at, "is_late": made.is_late}
    return {**row, "answers": files.write_answers(made.answers)}


def take_up_again(store: Store, key: str) -> None:
    """Change the work after it was handed in or withdrawn; what was handed in stays as it was."""
    with store.write() as connection:
        row = access.student(connection, key, lock=True)
        if not row.takes_in:
            access.may_change(row)
        _set(connection, row, is_open=True, withdrawn="")


def withdraw(store: Store, key: str) -> None:
    """Take the work out of the class; it stays with its owner."""
    with store.write() as connection:
        _set(connection, access.student(connection, key, lock=True), is_open=False, withdrawn=now())


def hand_in_file(store: Store, key: str) -> HandIn:
    """The student's work as a record for a file."""
    with store.read() as connection:
        row = access.student(connection, key)
        given = _given(connection, row.id)
    return HandIn(files.kept(row.content).id, row.name, tuple(replace(one, revision=0) for one in given), now())


def reveal(store: Store, key: str) -> Reveal:
    """Mine, the class, the key, the machine. Raises NoAccess before the first handing in."""
    with store.read() as connection:
        row = access.student(connection, key)
        mine = submissions_of(connection, row.id)
        if not mine:
            raise NoAccess("First hand in your own work; then you see what the others, the key and the machine say.")
        blind = first_submissions(connection, row.assignment)
    others = [given for who, given in blind.items() if who != row.id]
    assignment = files.kept(row.content)
    least = int(lexicons.threshold("class_least"))
    missing = "" if len(others) + 1 >= least else f"The class is shown once {least} have handed in."
    return Reveal(
        mine=mine[0].answers,
        others=counted([] if missing else others),
        coders=0 if missing else len(others),
        key=tuple(one for one in assignment.key if one.task in assignment.tasks),
        machine=machine.answers(assignment),
        outlets=outlets(assignment),
        missing=missing,
    )


def outlets(assignment: Assignment) -> tuple[tuple[str, str, str], ...]:
    """(letter, outlet, address) of each article."""
    return tuple((letter, one.outlet, one.url) for letter, one in zip(LETTERS, assignment.articles, strict=False))


def counted(given: Sequence[Answers]) -> Mapping[UnitKey, Counter[str]]:
    """How often each value was given to each unit, by all coders; written answers are nobody else's business."""
    counts: dict[UnitKey, Counter[str]] = {}
    for answers in given:
        for one in answers:
            if one.task not in WRITTEN:
                counts.setdefault((one.task, one.unit), Counter())[one.value] += 1
    return counts


def first_submissions(connection: Connection, assignment: str) -> dict[str, Answers]:
    """Participant -> the answers handed in blind, of all who have not withdrawn."""
    query = (
        select(submissions.c.participant, submissions.c.answers)
        .join(participants, participants.c.id == submissions.c.participant)
        .where(participants.c.assignment == assignment, submissions.c.number == 1, participants.c.withdrawn == "")
        .order_by(submissions.c.at, submissions.c.participant)
    )
    return {who: files.read_answers(text) for who, text in connection.execute(query)}


def _put(connection: Connection, who: str, answer: Answer) -> Answer:
    place = (answer_table.c.participant == who, answer_table.c.task == answer.task, answer_table.c.unit == answer.unit)
    new = {"value": answer.value, "revision": answer.revision + 1, "changed": now()}
    same = update(answer_table).where(*place, answer_table.c.revision == answer.revision)
    if connection.execute(same.values(new)).rowcount:
        return replace(answer, revision=answer.revision + 1)
    kept = connection.execute(select(answer_table.c.value, answer_table.c.revision).where(*place)).one_or_none()
    if kept is None and answer.revision == 0:
        connection.execute(insert(answer_table).values(participant=who, task=answer.task, unit=answer.unit, **new))
        return replace(answer, revision=1)
    value, revision = kept or ("", 0)
    if (value, revision) == (answer.value, answer.revision + 1):  # sent twice: the first acknowledgement was lost
        return replace(answer, revision=revision)
    raise OutOfDate("This answer was changed in another tab or on another device. Look at it again.", value, revision)


def _set(connection: Connection, row: Row[Any], **values: object) -> None:
    connection.execute(update(participants).where(participants.c.id == row.id).values(**values))


def _answers(connection: Connection, who: str) -> Answers:
    query = select(answer_table).where(answer_table.c.participant == who)
    return tuple(
        Answer(one.task, one.unit, one.value, one.revision)
        for one in connection.execute(query.order_by(answer_table.c.task, answer_table.c.unit))
    )


def _given(connection: Connection, who: str) -> Answers:
    return tuple(one for one in _answers(connection, who) if one.value)


def submissions_of(connection: Connection, who: str) -> tuple[Submission, ...]:
    """Everything that a participant handed in, the first one first."""
    query = select(submissions).where(submissions.c.participant == who).order_by(submissions.c.number)
    return tuple(
        Submission(one.number, one.at, one.is_late, files.read_answers(one.answers))
        for one in connection.execute(query)
    )


def _refuse_incomplete(assignment: Assignment, given: Answers) -> None:
    if not given:
        raise Refused("Nothing is answered yet, so there is nothing to hand in.")
    known = units.by_id(assignment)
    long = [units.too_long(assignment, known[one.task, one.unit], one.value) for one in given if one.task in WRITTEN]
    if told := [reason for reason in long if reason]:
        raise Refused(f"Too long to hand in. {' '.join(told)}")


def count_answers(connection: Connection, assignment: str) -> dict[str, int]:
    """Participant -> how many answers are given so far."""
    query = (
        select(answer_table.c.participant, func.count())
        .join(participants, participants.c.id == answer_table.c.participant)
        .where(participants.c.assignment == assignment, answer_table.c.value != "")
        .group_by(answer_table.c.participant)
    )
    return {row[0]: row[1] for row in connection.execute(query)}
