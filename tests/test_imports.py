"""Data flows one way; this test walks every import and fails on a wrong one."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted([*ROOT.glob("analysis/**/*.py"), *ROOT.glob("ui/**/*.py"), ROOT / "dashboard.py"])

# A room may import from itself, from these rooms, and from errors.
ALLOWED = {
    "model": set(),
    "errors": set(),
    "lexicons": {"model"},
    "resampling": {"lexicons"},
    "rates": {"lexicons", "model"},
    "notes": set(),
    "settings": set(),
    "text": {"lexicons", "model"},
    "outlets": {"text", "lexicons", "model"},
    "blind": {"outlets", "text", "model"},
    "cases": {"ingest", "lexicons", "model"},
    "ingest": {"text", "lexicons", "model"},
    "measures": {"notes", "outlets", "rates", "resampling", "text", "lexicons", "model"},
    "comparison": {"corrections", "measures", "notes", "outlets", "rates", "resampling", "text", "lexicons", "model"},
    "corrections": {"text", "model"},
    "workspace": {"corrections", "comparison", "ingest", "outlets", "lexicons", "model"},
    "store": {"lexicons"},
    "classroom": {"settings", "store", "cases", "ingest", "comparison", "measures", "notes", "resampling", "text"}
    | {"lexicons", "model"},
    "changes": {"workspace", "corrections", "comparison", "measures", "outlets", "text", "model"},
    "fetching": {"lexicons", "settings"},
    "reading": {"fetching", "ingest", "text", "lexicons", "model"},
    "tables": {"comparison", "measures", "outlets", "text", "lexicons", "model"},
    "charts": {"tables", "lexicons", "model"},
    "report": {"workspace", "ingest", "charts", "tables", "comparison", "measures", "outlets", "rates", "text"}
    | {"lexicons", "model"},
    "scoring": {"report", "reading", "ingest", "model"},
    "handing_in": {"workspace", "reading", "report", "model"},
    "__main__": {"corpus", "handing_in", "scoring", "reading", "report", "ingest", "classroom", "model"},
    "corpus": {"report", "reading", "ingest", "comparison", "measures", "outlets", "text", "lexicons", "model"},
    "__init__": {"scoring"},
    "ui": {
        "blind",
        "cases",
        "changes",
        "charts",
        "classroom",
        "comparison",
        "corrections",
        "fetching",
        "ingest",
        "lexicons",
        "measures",
        "model",
        "outlets",
        "reading",
        "report",
        "settings",
        "store",
        "tables",
        "workspace",
    },
    "dashboard": {"ui"},
}
ONLY_IN = {
    "streamlit": {"ui", "dashboard"},
    "plotly": {"charts", "report"},
    "matplotlib": {"report"},
    "pandas": {"tables", "charts", "report", "corpus", "ui"},
    "pyarrow": {"corpus"},
    **{name: {"fetching"} for name in ("socket", "ssl", "http", "requests", "urllib3", "certifi")},  # the network
}


def room(path):
    parts = path.relative_to(ROOT).with_suffix("").parts
    return parts[1] if parts[0] == "analysis" else parts[0]


def imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} uses a relative import"
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names if node.module == "analysis")


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_follow_the_arrows(path):
    here = room(path)
    for name in imported(path):
        top, *rest = name.split(".")
        if top in ONLY_IN:
            assert here in ONLY_IN[top], f"{here} may not import {top}"
        if top == "ui":
            assert here in {"ui", "dashboard"}, f"{here} may not import ui"
        if top == "analysis" and rest:
            assert rest[0] in ALLOWED[here] | {here, "errors", "__version__"}, f"{here} may not import {rest[0]}"


def test_the_product_never_reads_the_development_folder():
    for path in SOURCES:
        assert "shared/" not in path.read_text(encoding="utf-8"), f"{path} names the development folder"
