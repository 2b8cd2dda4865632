"""Fetching from a server that does its worst: redirects inward, drips, floods, bombs, lies."""

import gzip
import shutil
import ssl
import subprocess
import time
import zlib

import pytest

from analysis import fetching, lexicons
from analysis.errors import UnreadableInput
from analysis.fetching import addresses, visits
from analysis.fetching.addresses import Network
from analysis.fetching.visits import Visits
from tests.fetching.server import Server


@pytest.fixture
def server():
    one = Server()
    yield one
    one.close()


@pytest.fixture(autouse=True)
def in_a_hurry(monkeypatch):
    """No polite waiting, and three seconds for a page."""
    real = lexicons.threshold
    quick = {"fetch_interval": 0.0, "fetch_seconds": 3.0, "fetch_connect": 2.0}
    monkeypatch.setattr(lexicons, "threshold", lambda name: quick.get(name, real(name)))
    visits._next_visit.clear()


@pytest.fixture
def session(server):
    """Visits that may reach the test's own server under any name, and nothing else."""
    loopback = Network(
        permits=lambda address: str(address) == "127.0.0.1",
        resolve=lambda host, port: (
            ["10.0.0.1"] if host.startswith("inside") else ["127.0.0.1"] if host.endswith("example") else [host]
        ),
        ports=frozenset({server.port}),
    )
    return Visits(network=loopback)


def refused(url, session):
    started = time.monotonic()
    with pytest.raises(UnreadableInput) as caught:
        fetching.fetch(url, session)
    assert time.monotonic() - started < 6
    assert "paste the text" in str(caught.value) or "try again" in str(caught.value) or "check" in str(caught.value)
    return str(caught.value)


def test_a_page_is_fetched_with_its_type_and_encoding(server, session):
    server.page("/wall", "<p>Café</p>".encode("latin-1"), Content_Type="text/html; charset=ISO-8859-1")
    page = fetching.fetch(server.url("/wall"), session)
    assert (page.url, page.media_type, page.charset) == (server.url("/wall"), "text/html", "ISO-8859-1")
    assert page.body == "<p>Café</p>".encode("latin-1")


def test_the_request_says_who_asks_and_brings_nothing_else(server, session):
    server.page("/wall")
    fetching.fetch(server.url("/wall"), session)
    request = server.requests[-1]
    assert f"Host: site.example:{server.port}\r\n" in request
    assert "User-Agent: Parallax/" in request
    assert not any(name in request for name in ("Cookie", "Authorization", "Referer"))


def test_redirects_are_followed_to_the_page(server, session):
    server.redirect("/a", "/b", "301 Moved Permanently")
    server.redirect("/b", server.url("/c", host="other.example"), "308 Permanent Redirect")
    server.page("/c")
    page = fetching.fetch(server.url("/a"), session)
    assert page.asked == server.url("/a")
    assert page.url == server.url("/c", host="other.example")


@pytest.mark.parametrize(
    ("location", "words"),
    [
        ("http://inside.example:{port}/x", "not on the public internet"),
        ("http://10.0.0.1:{port}/x", "not on the public internet"),
        ("http://[::1]:{port}/x", "not on the public internet"),
        ("http://169.254.169.254/latest/meta-data", "usual ports"),
        ("file:///etc/passwd", "not the address of a web page"),
        ("gopher://site.example/x", "not the address of a web page"),
        ("javascript:alert(1)", "not the address of a web page"),
        ("data:text/html,x", "not the address of a web page"),
        ("http://user:secret@site.example:{port}/x", "user name"),
        ("http://site.example:22/x", "usual ports"),
        ("", "not the address of a web page"),
        ("http://[", "not the address of a web page"),
    ],
)
def test_every_address_on_the_way_is_checked(server, session, location, words):
    server.redirect("/a", location.format(port=server.port))
    assert words in refused(server.url("/a"), session)


def test_an_endless_chain_of_redirects_is_given_up(server, session):
    for number in range(9):
        server.redirect(f"/{number}", f"/{number + 1}")
    assert "leads on and on (more than 4 times)" in refused(server.url("/0"), session)
    assert len([path for path in server.asked if path != "/robots.txt"]) == 5


def test_a_page_that_leads_to_itself_is_given_up(server, session):
    server.redirect("/a", "/a")
    assert "leads on and on" in refused(server.url("/a"), session)


def test_the_address_checked_is_the_address_asked(server):
    answers = iter([["127.0.0.1"], ["127.0.0.1"], ["10.0.0.1"], ["10.0.0.1"]])
    session = Visits(
        network=Network(
            permits=lambda address: str(address) == "127.0.0.1",
            resolve=lambda host, port: next(answers),
            ports=frozenset({server.port}),
        )
    )
    server.page("/wall")
    assert fetching.fetch(server.url("/wall"), session).body  # each step looked up once, and asked what it looked up
    assert "not on the public internet" in refused(server.url("/wall"), session)


def test_a_host_with_one_inside_address_among_its_public_ones_is_refused(server):
    network = Network(
        permits=lambda address: str(address) == "127.0.0.1",
        resolve=lambda host, port: ["127.0.0.1", "10.0.0.1"],
        ports=frozenset({server.port}),
    )
    assert "not on the public internet" in refused(server.url("/wall"), Visits(network=network))


def drip(piece, pause, head=b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"):
    def answer(connection):
        connection.sendall(head)
        for _ in range(100):
            connection.sendall(piece)
            time.sleep(pause)

    return answer


def flood(connection):
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while True:
        connection.sendall(b"<p>more</p>" * 10_000)


def flood_of_chunks(connection):
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n")
    while True:
        connection.sendall(b"ffff\r\n" + b"x" * 0xFFFF + b"\r\n")


def gzip_bomb(connection):
    packed = zlib.compressobj(9, zlib.DEFLATED, 31)
    body = b"".join(packed.compress(b"a" * 1_000_000) for _ in range(40)) + packed.flush()
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n"
    connection.sendall(head % len(body) + body)


def endless_continue(connection):
    while True:
        connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
        time.sleep(0.01)


HOSTILE = {
    "drips its body": (drip(b"x", 0.1), "longer than 3 seconds"),
    "drips its headers": (drip(b"X-A: b\r\n", 0.1, b"HTTP/1.1 200 OK\r\n"), "longer than 3 seconds"),
    "drips its status": (drip(b"H", 0.1, b""), "longer than 3 seconds"),
    "says nothing": (lambda connection: time.sleep(6), "longer than 3 seconds"),
    "goes on to say continue": (endless_continue, "longer than 3 seconds"),
    "never ends": (flood, "larger than 5 MB"),
    "never ends, in chunks": (flood_of_chunks, "larger than 5 MB"),
    "sends a bomb": (gzip_bomb, "larger than 5 MB"),
    "announces a large page": (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 99999999\r\n\r\n",
        "larger",
    ),
    "cuts its page off": (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 99\r\n\r\nx", "cut off"),
    "lies about packing": (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nxyz",
        "damaged",
    ),
    "packs in its own way": (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br\r\nContent-Length: 3\r\n\r\nxyz",
        "not asked for (br)",
    ),
    "packs twice": (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip, gzip\r\nContent-Length: 3\r\n\r\nxyz",
        "not asked for",
    ),
    "speaks another language": (b"220 mail.example ESMTP\r\n", "does not answer as a web site"),
    "sends endless headers": (
        lambda connection: connection.sendall(b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 100_000),
        "does not answer as a web site",
    ),
    "sends an endless header": (
        lambda connection: connection.sendall(b"HTTP/1.1 200 OK\r\nA: " + b"b" * 10_000_000),
        "does not answer as a web site",
    ),
    "breaks its chunks": (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nx",
        "does not answer as a web site",
    ),
    "hangs up": (lambda connection: None, "does not answer as a web site"),
    "sends a picture": (b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 1\r\n\r\nx", "image/png"),
    "sends a program": (
        b"HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: 1\r\n\r\nx",
        "application/octet-stream",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_server_is_left_in_time(server, session, name):
    server.page("/robots.txt", b"", Content_Type="text/plain")
    server.routes["/wall"], words = HOSTILE[name]
    assert words in refused(server.url("/wall"), session)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("401 Unauthorized", "password"),
        ("402 Payment Required", "payment"),
        ("403 Forbidden", "does not let programs read"),
        ("404 Not Found", "no page at this address"),
        ("410 Gone", "taken down"),
        ("429 Too Many Requests", "patience"),
        ("451 Unavailable For Legal Reasons", "legal"),
        ("500 Internal Server Error", "fault (500)"),
        ("503 Service Unavailable", "fault (503)"),
        ("204 No Content", "fault (204)"),
    ],
)
def test_every_refusal_of_a_site_is_named_with_the_way_out(server, session, status, words):
    server.page("/wall", b"<p>Sorry</p>", status)
    assert words in refused(server.url("/wall"), session)


def test_a_page_packed_with_gzip_is_unpacked(server, session):
    packed = gzip.compress(b"<p>A page</p>" * 1000)
    server.page("/wall", packed, Content_Encoding="gzip")
    assert fetching.fetch(server.url("/wall"), session).body == b"<p>A page</p>" * 1000


def test_a_page_in_chunks_without_a_type_is_taken(server, session):
    server.routes["/wall"] = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n<p>x\r\n0\r\n\r\n"
    assert fetching.fetch(server.url("/wall"), session).body == b"<p>x"


def test_a_consent_page_is_named(server, session):
    server.redirect("/wall", server.url("/m", host="consent.site.example"))
    server.page("/m")
    assert "asks about cookies" in refused(server.url("/wall"), session)


def test_robots_txt_is_asked_once_and_kept_to(server, session):
    server.page("/robots.txt", b"User-agent: *\nDisallow: /private\n", Content_Type="text/plain")
    server.page("/open")
    server.page("/private/a")
    assert fetching.fetch(server.url("/open"), session).body
    assert "robots.txt" in refused(server.url("/private/a"), session)
    assert fetching.fetch(server.url("/open"), session).body
    assert server.asked == ["/robots.txt", "/open", "/open"]


def test_a_redirect_into_what_robots_txt_closes_is_not_followed(server, session):
    server.page("/robots.txt", b"User-agent: *\nDisallow: /private\n", Content_Type="text/plain")
    server.redirect("/open", "/private/a")
    assert "robots.txt" in refused(server.url("/open"), session)


def test_a_site_whose_robots_txt_fails_is_left_alone(server, session):
    server.page("/robots.txt", b"", "500 Internal Server Error")
    server.page("/wall")
    assert "robots.txt" in refused(server.url("/wall"), session)


def test_a_session_has_its_limit(server, session):
    session.limit = 2
    server.page("/wall")
    for _ in range(2):
        fetching.fetch(server.url("/wall"), session)
    assert "2 pages were fetched in this session" in refused(server.url("/wall"), session)


def test_two_pages_of_one_site_are_asked_with_a_pause(server, session, monkeypatch):
    real = lexicons.threshold
    monkeypatch.setattr(lexicons, "threshold", lambda name: 0.4 if name == "fetch_interval" else real(name))
    server.page("/wall")
    started = time.monotonic()
    for _ in range(3):
        fetching.fetch(server.url("/wall"), session)
    assert 0.8 <= time.monotonic() - started < 2.5


def test_a_queue_that_is_too_long_is_refused(server, session, monkeypatch):
    monkeypatch.setitem(visits._next_visit, "site.example", time.monotonic() + 60)
    assert "at once" in refused(server.url("/wall"), session)


@pytest.mark.parametrize("setting", ["off", "0", "No", " false "])
def test_one_setting_switches_fetching_off(server, session, monkeypatch, setting):
    monkeypatch.setenv("PARALLAX_FETCH", setting)
    server.page("/wall")
    assert not fetching.is_on()
    assert "switched off" in refused(server.url("/wall"), session)
    assert server.asked == []


def test_nothing_in_the_product_reaches_for_another_network():
    from pathlib import Path  # noqa: PLC0415

    root = Path(fetching.__file__).parents[2]
    for file in (*root.glob("analysis/**/*.py"), *root.glob("ui/**/*.py")):
        if file.parent.name != "fetching":
            assert "network=" not in file.read_text(encoding="utf-8"), f"{file} chooses a network of its own"
    assert Visits().network is addresses.PUBLIC


def test_the_test_server_itself_is_refused_without_the_allowance(server):
    server.page("/wall")
    assert "usual ports" in refused(server.url("/wall", host="127.0.0.1"), Visits())
    assert "not on the public internet" in refused("http://127.0.0.1/wall", Visits())
    assert server.asked == []


@pytest.mark.skipif(not shutil.which("openssl"), reason="openssl makes the certificate")
def test_a_site_that_cannot_prove_its_name_is_refused(tmp_path):
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subject = ["-subj", "/CN=site.example", "-days", "2", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", *subject], check=True, capture_output=True
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server = Server(context)
    server.page("/wall")
    network = Network(
        permits=lambda address: str(address) == "127.0.0.1",
        resolve=lambda host, port: ["127.0.0.1"],
        ports=frozenset({server.port}),
    )
    url = f"https://site.example:{server.port}/wall"
    assert "cannot prove that it is site.example" in refused(url, Visits(network=network))
    server.close()
