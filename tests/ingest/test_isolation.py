"""The process in which pages and documents are read: it ends in time, and the next file finds a fresh one."""

import time

import pytest

from analysis import lexicons
from analysis.errors import UnreadableInput
from analysis.ingest import isolation, web_page
from tests.ingest.test_web_page import LEAD, MORE, page

SLOW = b"<html><body><p " + b" ".join(b"a%d=1" % number for number in range(300_000)) + b">x</p></body></html>"


@pytest.fixture
def six_seconds(monkeypatch):
    real = lexicons.threshold
    monkeypatch.setattr(lexicons, "threshold", lambda name: 6 if name == "reading_seconds" else real(name))


def test_a_page_reads_the_same_in_its_own_process():
    raw = page(LEAD, "<h2>What is next</h2>", *MORE)
    assert isolation.read("web_page", raw, id="wall") == web_page.read(raw, id="wall")


def test_a_page_made_to_keep_the_reader_busy_is_stopped_and_the_next_one_is_read(six_seconds):
    started = time.monotonic()
    with pytest.raises(UnreadableInput, match="longer than 6 seconds"):
        isolation.read("web_page", SLOW, id="slow")
    assert time.monotonic() - started < 15
    assert isolation.read("web_page", page(LEAD, *MORE), id="wall")[0].id == "wall"


def test_a_process_that_was_ended_from_outside_is_replaced():
    isolation.read("web_page", page(LEAD, *MORE), id="wall")
    one = isolation._idle.get()
    one.process.kill()
    one.process.wait()
    isolation._idle.put(one)
    assert isolation.read("web_page", page(LEAD, *MORE), id="again")[0].id == "again"


def test_the_reason_of_a_refusal_comes_through():
    with pytest.raises(UnreadableInput, match="no article was found"):
        isolation.read("web_page", b"<html><body></body></html>", id="none")


def test_lone_surrogates_and_line_ends_come_through():
    raw = page(
        LEAD, "A line&#13;&#10;with &#xD800; odd\u2028marks 😀 stands here for the sake of this one test.", *MORE
    )
    assert isolation.read("web_page", raw, id="odd") == web_page.read(raw, id="odd")
