"""An assignment from beginning to end: handed out, judged blind by three students, compared."""

import io
import re
import zipfile

import pytest
from playwright.sync_api import expect

from analysis.classroom import instructing, ready_made
from analysis.store import Store
from tests.browser.conftest import free_port, start
from tests.browser.test_main_job import settle

CLAIMS = [
    claim.text for claim in ready_made.make("ilvane-treaty", ["meridian-wire", "tallow-post", "ostrel-sentinel"]).claims
]
OUTLETS = ("Meridian", "Tallow", "Ostrel Sentinel")
KILLS = 2
SENTENCE = "Heron sees far, and names the words."
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def people(browser):
    """Opens a browser of their own for each person; a script error in any of them fails the test."""
    contexts, errors = [], []

    def enter(url, size):
        context = browser.new_context(viewport=size, accept_downloads=True)
        contexts.append(context)
        page = context.new_page()
        page.heard = []
        page.set_default_timeout(60_000)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on(
            "websocket", lambda socket: socket.on("framereceived", lambda frame: page.heard.append(as_bytes(frame)))
        )
        page.goto(url)
        settle(page)
        return page

    yield enter
    for context in contexts:
        context.close()
    assert not errors


def as_bytes(frame):
    return frame.encode() if isinstance(frame, str) else frame


def hand_out(page):
    page.get_by_role("button", name="Five frames", exact=True).click()
    settle(page)
    page.get_by_text("Instructions, rubric, day of deletion").click()
    page.get_by_label("Rubric to mark the works by").fill("Evidence | 10\nStyle | 5")
    page.get_by_label("Title", exact=True).click()  # leaving the field sends it
    settle(page)
    page.get_by_role("button", name="Hand it out on this server").click()
    expect(page.get_by_text(re.compile("This page is now your desk"))).to_be_visible()
    settle(page)
    return page.locator(".px-code").inner_text()


def join(page, name):
    page.get_by_label("Pseudonym or class number").fill(name)
    page.get_by_role("button", name="Join", exact=True).click()
    expect(page.get_by_text(f"You are “{name}”")).to_be_visible()
    expect(page).to_have_url(re.compile("me="))  # the own link stands in the address


def go_on(page, part):
    """To the part of this name, part by part."""
    on_screen = page.get_by_role("combobox", name="Part")
    while not (before := on_screen.input_value()).startswith(part):
        page.get_by_role("button", name="Next part →").click()
        expect(on_screen).not_to_have_value(before)
        settle(page)


def mark_on_the_text(page):
    """Press a quoted span in the text and say what its marks are for."""
    go_on(page, "Short quoted spans, article B")
    page.locator(".px-texts").get_by_role("button", name=re.compile("water expert")).click()
    group = page.get_by_role("radiogroup", name="water expert")
    group.get_by_text("Scare quotes", exact=True).click()
    expect(page.get_by_text(re.compile(r"^1 of \d+ answered\."))).to_be_visible()
    expect(page.locator(".px-texts").get_by_role("button", name="Scare quotes: water expert")).to_be_visible()
    settle(page)


def judge(page, claims, answers, before=0):
    for number, (claim, answer) in enumerate(zip(claims, answers, strict=True), start=before + 1):
        group = page.get_by_role("radiogroup", name=claim)
        group.get_by_text(answer, exact=True).click()
        expect(page.get_by_text(re.compile(rf"^{number} of \d+ answered"))).to_be_visible()  # acknowledged
        settle(page)


def hand_in(page):
    page.locator("label", has_text="left unanswered").click()
    settle(page)
    page.get_by_role("button", name="Hand in", exact=True).click()
    expect(page.get_by_role("heading", name="What the others say")).to_be_visible()
    settle(page)


def mark(teacher):
    """The first work, not released."""
    teacher.reload()
    settle(teacher)
    teacher.get_by_role("radio", name="Points", exact=True).click()
    teacher.get_by_label("Evidence, 0 to 10").fill("7")
    teacher.get_by_label("Style, 0 to 5").fill("4")
    teacher.get_by_label("A sentence for the student").fill(SENTENCE)
    teacher.get_by_label("Style, 0 to 5").focus()
    expect(teacher.get_by_text(re.compile(r"^Sum: 11 of 15\."))).to_be_visible()
    settle(teacher)


def points_reach_their_owner_only(teacher, owner, other):
    mark(teacher)
    owner.reload()
    expect(owner.get_by_text("Your instructor has not released points yet.")).to_be_visible()
    settle(owner)
    assert SENTENCE.encode() not in b"".join(owner.heard)
    teacher.get_by_role("button", name="Release the points to the class").click()
    expect(teacher.get_by_role("button", name="Hide the points again")).to_be_visible()
    for page in (owner, other):
        page.reload()
        expect(page.get_by_role("heading", name="Your points")).to_be_visible()
        settle(page)
    expect(owner.get_by_text("11 of 15")).to_be_visible()
    expect(owner.get_by_text(SENTENCE)).to_be_visible()
    assert SENTENCE.encode() not in b"".join(other.heard)


def see_the_class(teacher):
    teacher.reload()
    settle(teacher)
    expect(teacher.get_by_text("3 joined, 3 handed in.")).to_be_visible()
    teacher.get_by_text("What the class found", exact=True).click()
    teacher.get_by_role("combobox", name="Task").click()
    teacher.get_by_role("option", name="Reported or not").click()
    expect(teacher.get_by_text(f"1 of {len(CLAIMS)} judged differently")).to_be_visible()
    expect(teacher.get_by_text("Reported: Heron, Finch; Not reported: Wren")).to_be_visible()
    teacher.locator("label", has_text="Without names").click()
    expect(teacher.get_by_text(re.compile("Wren"))).to_have_count(0)
    settle(teacher)


def export(teacher):
    teacher.get_by_text("Export and files", exact=True).click()
    with teacher.expect_download() as download:
        teacher.get_by_role("button", name=re.compile("Download everything")).click()
    with zipfile.ZipFile(io.BytesIO(download.value.path().read_bytes())) as files:
        assert "points.csv" not in files.namelist()
        assert "Coder 1" in files.read("codings.csv").decode()
        assert "Wren" not in files.read("report.html").decode()


def test_a_class_judges_blind_and_is_compared(address, people):
    teacher = people(f"{address}/assign", {"width": 1440, "height": 900})
    code = hand_out(teacher)
    yes, no = "Reported", "Not reported"
    half = len(CLAIMS) // 2

    heron, finch, wren = (people(f"{address}/task?code={code.replace('-', '')}", PHONE) for _ in range(3))
    for page, name in ((heron, "Heron"), (finch, "Finch"), (wren, "Wren")):
        join(page, name)
    mark_on_the_text(heron)
    for page in (heron, finch, wren):
        go_on(page, "Reported or not, article A")
    judge(heron, CLAIMS, [yes] * half + [no] * (len(CLAIMS) - half), before=1)
    judge(finch, CLAIMS, [yes] * half + [no] * (len(CLAIMS) - half))

    # One loses the connection half-way, closes the tab, and goes on from the own link.
    judge(wren, CLAIMS[:half], [no] + [yes] * (half - 1))
    own_link = wren.url
    wren.context.set_offline(True)
    wren.close()
    again = wren.context.new_page()
    again.heard = []
    wren.context.set_offline(False)
    again.goto(own_link)
    settle(again)
    expect(again.get_by_text(re.compile(rf"^{half} of \d+ answered\."))).to_be_visible()
    go_on(again, "Reported or not, article A")
    judge(again, CLAIMS[half:], [no] * (len(CLAIMS) - half), before=half)

    # Nothing hidden was sent to a browser before handing in.
    before = b"".join(heron.heard)
    assert b"Heron" in before
    for hidden in (*OUTLETS, "meridian-wire", "Machine"):
        assert hidden.encode() not in before, hidden
    for page in (heron, finch, again):
        hand_in(page)
    heron.reload()
    settle(heron)
    expect(heron.get_by_text("Meridian Wire (invented)")).to_be_visible()
    heron.get_by_text("Reported or not", exact=True).click()
    expect(heron.get_by_role("cell", name=re.compile("Reported 1"))).to_have_count(1)  # of two others on one claim

    points_reach_their_owner_only(teacher, owner=heron, other=finch)
    see_the_class(teacher)
    export(teacher)

    # A link copied on another page opens no desk.
    teacher.get_by_role("link", name="Methods", exact=True).click()
    expect(teacher.get_by_role("heading", level=1, name="Methods")).to_be_visible()
    settle(teacher)
    expect(teacher).not_to_have_url(re.compile("desk="))


def test_what_was_acknowledged_is_there_after_the_server_is_killed(tmp_path, people):
    port, kept = free_port(), tmp_path / "parallax.sqlite"
    server = start(port, kept)
    try:
        handed_out = instructing.hand_out(Store(kept), ready_made.make("ilvane-treaty", tasks=["claims"]))
        student = people(f"http://127.0.0.1:{port}/task?code={handed_out.code}", PHONE)
        join(student, "Heron")
        own_link = student.url
        claims = [claim.text for claim in ready_made.make("ilvane-treaty").claims]
        for turn in range(KILLS):
            go_on(student, "Reported or not, article A")
            judge(student, claims[turn : turn + 1], ["Reported"], before=turn)
            server.kill()
            server.wait()
            server = start(port, kept)
            student.goto(own_link)
            kept_so_far = student.get_by_text(re.compile(rf"^{turn + 1} of \d+ answered\."))
            expect(kept_so_far).to_be_visible(timeout=60_000)  # a server that has just started is slow
            settle(student)
    finally:
        server.kill()


def test_a_wrong_code_and_a_foreign_key_open_nothing(address, people):
    guest = people(f"{address}/task?code=AAAABBBB", PHONE)
    guest.get_by_label("Pseudonym or class number").fill("<b>x</b>")
    guest.get_by_role("button", name="Join", exact=True).click()
    expect(guest.get_by_text("No assignment here has this code")).to_be_visible()
    guest.goto(f"{address}/task?me=guessed")
    expect(guest.get_by_text("This link opens nothing here")).to_be_visible()
    guest.goto(f"{address}/assign?desk=guessed")
    expect(guest.get_by_text("This link opens nothing here")).to_be_visible()
