"""All settings are in one place, have safe defaults and stand in the notes on running a server."""

import ast
import re
from pathlib import Path

import pytest

from analysis import settings

ROOT = Path(__file__).resolve().parent.parent
DEPLOY = ROOT / ".ci" / "deploy"
SOURCES = [*ROOT.glob("analysis/**/*.py"), *ROOT.glob("ui/**/*.py"), ROOT / "dashboard.py"]


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch):
    for name in settings.MEANINGS:
        monkeypatch.delenv(name, raising=False)


def test_without_any_setting_work_is_kept_beside_the_program():
    found = settings.read()
    assert found.store == ROOT / "workspace" / "parallax.sqlite"
    assert found.fetches


def test_the_store_is_where_the_environment_says(monkeypatch):
    monkeypatch.setenv("PARALLAX_STORE", "postgresql://parallax@db/parallax")
    assert settings.read().store == "postgresql://parallax@db/parallax"
    monkeypatch.setenv("PARALLAX_STORE", "  ")
    assert settings.read().store == settings.BESIDE


@pytest.mark.parametrize(("said", "expected"), [("on", True), (" Yes ", True), ("off", False), ("0", False)])
def test_fetching_is_switched_by_one_word(monkeypatch, said, expected):
    monkeypatch.setenv("PARALLAX_FETCH", said)
    assert settings.read().fetches is expected


@pytest.mark.parametrize("said", ["disabled", "nein", "of", "-"])
def test_a_word_nobody_knows_switches_fetching_off(monkeypatch, said):
    monkeypatch.setenv("PARALLAX_FETCH", said)
    assert not settings.read().fetches


def test_the_notes_list_every_setting_with_its_default_and_meaning():
    listed = re.findall(r"^\| `(PARALLAX_\w+)` \| (.+?) \| (.+?) \|$", (DEPLOY / "README.md").read_text(), re.MULTILINE)
    assert {name: (default, meaning) for name, default, meaning in listed} == dict(settings.MEANINGS)


def test_nothing_else_reads_the_environment():
    """Two give the environment on to another program and ask nothing of it."""
    given_on = {"analysis/settings.py", "analysis/corpus/workers.py", "analysis/store/upkeep.py"}
    for path in SOURCES:
        name = str(path.relative_to(ROOT))
        names = {node.attr for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Attribute)}
        assert name in given_on or not names & {"environ", "getenv", "environb"}, f"{name} reads the environment"


class TestTheImage:
    LINES = tuple(
        line for line in (DEPLOY / "Dockerfile").read_text().replace("\\\n", " ").splitlines() if line[:1].isalpha()
    )

    def of(self, instruction):
        return [line.partition(" ")[2].strip() for line in self.LINES if line.startswith(f"{instruction} ")]

    def test_it_starts_from_a_named_small_python(self):
        assert self.of("FROM") == ["python:3.12-slim"]

    def test_it_does_not_run_as_root_nor_in_the_root_folder(self):
        assert self.of("USER") == ["parallax"]
        assert self.LINES.index("USER parallax") < next(n for n, x in enumerate(self.LINES) if x.startswith("CMD"))
        assert all(folder.startswith("/") and folder != "/" for folder in self.of("WORKDIR"))

    def test_its_health_is_asked_without_another_program(self):
        (check,) = self.of("HEALTHCHECK")
        assert "/_stcore/health" in check and '"python", "-c"' in check
        compile(re.search(r'"-c", "(.+?)"', check)[1], "healthcheck", "exec")

    def test_it_copies_only_what_exists_and_the_program_needs(self):
        copied = [line.split()[0] for line in self.of("COPY")]
        assert copied == ["requirements.txt", "dashboard.py", ".streamlit", "analysis", "data", "ui"]
        assert all((ROOT / name).exists() for name in copied)
        allowed = (DEPLOY / "Dockerfile.dockerignore").read_text().splitlines()
        assert "*" in allowed and {f"!{name}" for name in copied} <= set(allowed)

    def test_it_holds_no_secret_and_sets_only_known_variables(self):
        told = " ".join(self.of("ENV"))
        assert set(re.findall(r"PARALLAX_\w+", told)) <= set(settings.MEANINGS)
        assert not re.search(r"(?i)password|secret|token|postgresql:", "\n".join(self.LINES))
        assert ".streamlit/secrets.toml" in (DEPLOY / "Dockerfile.dockerignore").read_text()


def test_the_proxy_passes_websockets_on_and_logs_no_keys():
    told = (DEPLOY / "nginx.conf").read_text()
    assert told.count("{") == told.count("}")
    assert "proxy_set_header Upgrade $http_upgrade" in told and "gzip on" in told
    assert "$request_uri" not in told.partition("log_format")[2].partition(";")[0]
    assert "client_max_body_size 20m" in told and "maxUploadSize = 20" in (ROOT / ".streamlit/config.toml").read_text()
