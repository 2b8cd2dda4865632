"""The second line of defence behind escaped text."""

import socket
import urllib.error
import urllib.request

import pytest

from tests.browser.conftest import free_port, start


def test_every_page_forbids_to_load_or_send_elsewhere(address):
    with urllib.request.urlopen(address) as response:
        policy = response.headers["content-security-policy"]
        assert response.headers["x-content-type-options"] == "nosniff"
    assert "default-src 'self'" in policy
    assert "form-action 'self'" in policy
    assert "http" not in policy


def test_an_image_from_elsewhere_is_not_loaded(page):
    refused = page.evaluate(
        """() => new Promise(done => {
            document.addEventListener('securitypolicyviolation', event => done(event.blockedURI), {once: true});
            document.body.append(Object.assign(new Image(), {src: 'https://tracker.example/x.png'}));
        })"""
    )
    assert refused.startswith("https://tracker.example")


@pytest.fixture
def way_out():
    """A proxy that answers nobody: whatever the server asks of the web comes here."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.1)
        yield listener


def asked(way_out):
    try:
        way_out.accept()[0].close()
    except TimeoutError:
        return False
    return True


SCHOOL = {"STREAMLIT_BROWSER_SERVER_ADDRESS": "parallax.example.edu"}


@pytest.mark.parametrize(("told", "origin"), [({}, "http://127.0.0.1"), (SCHOOL, "https://parallax.example.edu")])
def test_a_server_for_a_class_asks_the_web_for_nothing(tmp_path, way_out, told, origin):
    port, proxy = free_port(), "http://{}:{}".format(*way_out.getsockname())
    given = {"http_proxy": proxy, "https_proxy": proxy, "no_proxy": "127.0.0.1"}
    server = start(port, tmp_path / "s.sqlite", "0.0.0.0", **given, **told)
    try:
        assert not asked(way_out), "it asked for its own address while starting"
        page = urllib.request.Request(f"http://127.0.0.1:{port}/_stcore/health", headers={"Origin": origin})
        urllib.request.urlopen(page)
        assert not asked(way_out), "it asked for its own address because of a page behind a proxy"
    finally:
        server.terminate()
        server.wait(10)
