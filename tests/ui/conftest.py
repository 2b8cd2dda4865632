"""Tests of pages run them as scripts of their own."""

import sys

import pytest


@pytest.fixture(autouse=True)
def main_module():
    """Streamlit puts its script in the place of the main module; processes started later would run it."""
    main = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = main
