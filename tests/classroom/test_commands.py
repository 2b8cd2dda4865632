"""The operator's commands do what they say and print nothing personal."""

import json

import pytest

from analysis import settings
from analysis.__main__ import main
from analysis.classroom import instructing, taking_part
from analysis.classroom.records import Answer
from analysis.errors import NoAccess


@pytest.fixture
def here(any_store, place, monkeypatch):
    monkeypatch.setenv(settings.STORE, str(place))
    return any_store


@pytest.fixture
def ada(here, join):
    key = join("Ada")
    taking_part.save(here, key, Answer("claims", "A:toll", "reported"))
    return key


def test_a_person_is_exported_and_deleted_by_code_and_name(here, ada, handed_out, tmp_path, capsys):
    assert main(["store", "export-person", handed_out.code, "Ada", "--out", str(tmp_path / "out")]) == 0
    assert json.loads((tmp_path / "out" / "person.json").read_text())["answers"][0]["value"] == "reported"
    assert main(["store", "delete-person", handed_out.code, "Ada"]) == 0
    with pytest.raises(NoAccess):
        taking_part.handout(here, ada)
    assert "Ada" not in capsys.readouterr().out


def test_an_unknown_person_is_an_error(here, handed_out, capsys):
    assert main(["store", "delete-person", handed_out.code, "Nobody"]) == 1
    assert "Nobody is called" in capsys.readouterr().err


def test_purge_backup_and_doctor_say_what_they_did(here, handed_out, tmp_path, capsys):
    instructing.set_days(here, handed_out.key, "2020-01-01", "2020-06-01")
    for command in (["backup", str(tmp_path / "copies")], ["purge"], ["doctor"]):
        assert main(["store", *command]) == 0
    told = capsys.readouterr().out
    assert "Backed up to" in told
    assert "Deleted 1 assignments." in told
    assert "0 assignments" in told
