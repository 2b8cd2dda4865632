"""The guide leads to pages, measures and findings that exist, and asks for what the answer key holds."""

from pathlib import Path

import pytest

from analysis import cases, lexicons, measures

STEPS = lexicons.rows("guide.csv")
ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("row", STEPS, ids=lambda row: row["title"])
def test_every_step_leads_somewhere_and_asks_one_question(row):
    assert (ROOT / f"ui/pages/{row['page']}.py").exists()
    assert row["event"] in cases.ids()
    assert row["measure"] in {"", *measures.MEASURES}
    assert not row["finding"] or f'"{row["finding"]}"' in (ROOT / "ui/pages/event.py").read_text()
    assert row["do"] and row["question"].endswith("?") and row["answer"]


def test_the_steps_are_numbered_in_order():
    assert [row["step"] for row in STEPS] == [str(number) for number in range(1, len(STEPS) + 1)]
    assert 5 <= len(STEPS) <= 6


def test_what_the_answers_quote_is_in_the_key():
    spans = {
        span["text"]: span["class"]
        for one in cases.key(STEPS[0]["event"])["articles"].values()
        for span in one["spans"]
    }
    for quoted in ("peace delegation", "river defenders", "text dispute"):
        assert f"“{quoted}”" in STEPS[3]["answer"]
        assert spans[quoted] == "scare"
