"""A running dashboard and a real browser."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
expect.set_options(timeout=20_000)  # a busy machine is slow, not wrong
START = 90  # seconds until the dashboard must answer


def pytest_collection_modifyitems(items):
    for item in items:
        item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def address(tmp_path_factory):
    """The address of a dashboard that runs for the whole session, with a store of its own."""
    port = free_port()
    server = start(port, tmp_path_factory.mktemp("store") / "parallax.sqlite")
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(10)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start(port, kept, to="127.0.0.1", **variables):
    """A dashboard at this port with the store `kept`, open to the addresses `to`, once it answers."""
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.headless=true"]
    command += [f"--server.port={port}", f"--server.address={to}"]
    settings = os.environ | {"PYTHONUNBUFFERED": "1", "PARALLAX_STORE": str(kept)} | variables
    server = subprocess.Popen(command, cwd=ROOT, env=settings)
    try:
        wait_for(f"http://127.0.0.1:{port}/_stcore/health", server)
    except BaseException:
        server.kill()
        raise
    return server


def wait_for(url, server):
    deadline = time.monotonic() + START
    while time.monotonic() < deadline:
        assert server.poll() is None, "the dashboard stopped while starting"
        try:
            urllib.request.urlopen(url, timeout=2)
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            time.sleep(0.2)
        else:
            return
    raise AssertionError(f"the dashboard did not answer within {START} seconds")


@pytest.fixture(scope="session")
def browser():
    found = next(filter(None, map(shutil.which, BROWSERS)), str(MAC) if MAC.exists() else None)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(params=[(1440, 900), (390, 844)], ids=["desktop", "phone"])
def page(request, browser, address):
    """A fresh page in both sizes; any script error on it fails the test."""
    with opened(browser, address, request.param) as page:
        yield page


@pytest.fixture
def desktop(browser, address):
    """A fresh page in the size of a desktop, for tests that change the size themselves or do not depend on it."""
    with opened(browser, address, (1440, 900)) as page:
        yield page


@contextmanager
def opened(browser, address, size):
    context = browser.new_context(viewport={"width": size[0], "height": size[1]})
    page = context.new_page()
    page.set_default_timeout(30_000)
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(address)
    ready = page.get_by_test_id("stApp")
    expect(ready).to_have_attribute("data-test-script-state", "notRunning", timeout=60_000)  # the first loads it all
    yield page
    context.close()
    assert not errors
