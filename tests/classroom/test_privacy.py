"""A person's data can be had, deleted, and goes by itself on its day; the audit says so and names nobody."""

import json
from datetime import date

import pytest
from sqlalchemy import select

from analysis.classroom import instructing, privacy, taking_part
from analysis.classroom.records import Answer
from analysis.errors import NoAccess
from analysis.store.schema import answers, audit, participants, submissions

SECRET = Answer("questions", "q1", "wombat wombat")


@pytest.fixture
def ada(any_store, join):
    key = join("Ada Q")
    taking_part.save(any_store, key, SECRET)
    taking_part.submit(any_store, key)
    return key


def rows(store, table):
    with store.read() as connection:
        return connection.execute(select(table)).all()


def files_of(store):
    return b"".join(file.read_bytes() for file in store.path.parent.iterdir()) if store.is_file else b""


def test_a_person_gets_all_that_is_kept_of_them(any_store, ada):
    told = privacy.export_own(any_store, ada)
    kept = json.loads(told.json)
    assert kept["name"] == "Ada Q"
    assert kept["answers"][0]["value"] == kept["submissions"][0]["answers"][0]["value"] == "wombat wombat"
    assert "questions,q1,wombat wombat,1," in told.csv


def test_a_deleted_person_leaves_nothing(any_store, ada):
    privacy.delete_own(any_store, ada)
    with pytest.raises(NoAccess):
        taking_part.handout(any_store, ada)
    assert not any(rows(any_store, table) for table in (participants, answers, submissions))
    assert b"wombat" not in files_of(any_store)


def test_what_is_over_its_day_goes(any_store, ada, handed_out):
    instructing.set_days(any_store, handed_out.key, "2026-01-01", "2026-06-30")
    assert privacy.purge(any_store, date(2026, 6, 30)) == 0
    assert privacy.purge(any_store, date(2026, 7, 1)) == 1
    assert not rows(any_store, answers)
    assert b"wombat" not in files_of(any_store)


def test_the_audit_tells_what_was_done_and_of_nobody(any_store, ada, handed_out):
    privacy.export_own(any_store, ada)
    [work] = instructing.room(any_store, handed_out.key).works
    instructing.export_work(any_store, handed_out.key, work.participant)
    instructing.delete_work(any_store, handed_out.key, work.participant)
    lines = rows(any_store, audit)
    assert [line.action for line in lines] == [
        "handed out",
        "person exported",
        "person exported",
        "person deleted by the instructor",
    ]
    assert not any(word in str(lines) for word in ("Ada", "wombat", work.participant))


def test_keys_are_not_in_the_store(any_store, ada, handed_out):
    assert ada not in str(rows(any_store, participants))
    with any_store.read() as connection:
        assert handed_out.key not in str(connection.exec_driver_sql("SELECT * FROM assignments").all())


def test_errors_of_the_database_do_not_tell_what_people_wrote(any_store, ada):
    with pytest.raises(Exception, match=r"participants|FOREIGN|foreign") as told, any_store.write() as connection:
        connection.execute(
            answers.insert().values(participant="nobody", task="t", unit="u", value="wombat", revision=1, changed="now")
        )
    assert "wombat" not in str(told.value)
