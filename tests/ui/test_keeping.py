from streamlit.testing.v1 import AppTest

from analysis.errors import Refused
from ui import keeping
from ui.state import work


class FullDisk:
    def keep(self, key, content):
        raise Refused("Not saved: the store cannot be written (disk full).")


def save():
    from ui import keeping  # noqa: PLC0415  the function is run as a script of its own

    keeping.save()


def test_work_that_cannot_be_kept_is_named_and_can_be_downloaded(monkeypatch):
    monkeypatch.setattr(keeping, "store", FullDisk)
    app = AppTest.from_function(save, default_timeout=30)
    app.session_state[work.KEY] = "key"
    for _ in range(2):  # and again, until it is kept
        app = app.run()
        assert not app.exception
        assert "Not saved" in app.error[0].value
        assert keeping.SAVED not in app.session_state
        assert len(app.get("download_button")) == 1
