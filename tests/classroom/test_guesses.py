"""Wrong codes are counted in the store: for all servers, over a restart, and not for long."""

from datetime import date

import pytest
from sqlalchemy import func, select, update

from analysis.classroom import privacy, taking_part
from analysis.errors import NoAccess
from analysis.store import Store
from analysis.store.schema import guesses

TEN = range(10)


def guess(store, session):
    with pytest.raises(NoAccess) as told:
        taking_part.join(store, "AAAA-BBBB", "Robber", session)
    return str(told.value)


def kept(store):
    with store.read() as connection:
        return connection.execute(select(func.count()).select_from(guesses)).scalar_one()


def test_ten_wrong_codes_shut_out_their_session_even_with_the_right_one(any_store, handed_out):
    assert all("No assignment" in guess(any_store, "robber") for _ in TEN)
    with pytest.raises(NoAccess, match="Too many"):
        taking_part.join(any_store, handed_out.code, "Robber", "robber")
    assert taking_part.join(any_store, handed_out.code.lower(), "Ada", "student")


def test_another_server_and_a_restarted_one_know_of_them(any_store, place):
    for _ in TEN:
        guess(any_store, "robber")
    other = Store(place)
    assert "Too many" in guess(other, "robber")
    assert "No assignment" in guess(other, "student")
    other.close()


def test_wrong_codes_of_everybody_shut_out_everybody_and_are_no_more_than_so_many(any_store, handed_out):
    for number in range(305):
        guess(any_store, f"robber {number}")
    assert kept(any_store) == 300
    with pytest.raises(NoAccess, match="Too many"):
        taking_part.join(any_store, handed_out.code, "Ada", "student")


def test_they_are_forgotten_after_some_minutes(any_store):
    for _ in TEN:
        guess(any_store, "robber")
    with any_store.write() as connection:
        connection.execute(update(guesses).values(at="2026-01-01T00:00:00+00:00"))
    assert "No assignment" in guess(any_store, "robber")
    assert kept(any_store) == 1


def test_purging_deletes_those_that_count_no_more(any_store):
    guess(any_store, "robber")
    privacy.purge(any_store, date(2026, 1, 1))
    assert kept(any_store) == 1
    with any_store.write() as connection:
        connection.execute(update(guesses).values(at="2026-01-01T00:00:00+00:00"))
    privacy.purge(any_store, date(2026, 1, 1))
    assert kept(any_store) == 0


def test_nothing_is_kept_but_the_time_and_a_random_name():
    assert set(guesses.c.keys()) == {"id", "at", "session"}
