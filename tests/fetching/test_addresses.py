"""Which addresses are refused before anything is asked."""

import ipaddress

import pytest

from analysis.errors import UnreadableInput
from analysis.fetching import addresses
from analysis.fetching.addresses import PUBLIC, Target

INSIDE = [
    "127.0.0.1",
    "127.255.255.254",
    "0.0.0.0",
    "0.1.2.3",
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "169.254.0.1",
    "100.64.0.1",
    "100.100.100.200",
    "100.127.255.255",
    "192.0.0.192",
    "192.0.0.8",
    "192.0.2.1",
    "198.51.100.1",
    "203.0.113.1",
    "198.18.0.1",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "168.63.129.16",
    "192.88.99.1",
    "::",
    "::1",
    "::127.0.0.1",
    "::169.254.169.254",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "::ffff:100.64.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::7f00:1",
    "2002:7f00:1::",
    "2002:a9fe:a9fe::",
    "2001::1",
    "2001:db8::1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "fc00::1",
    "fd00:ec2::254",
    "fd12:3456::1",
    "ff02::1",
    "ff0e::1",
    "5f00::1",
    "3fff::1",
]
OUTSIDE = ["8.8.8.8", "93.184.216.34", "151.101.0.81", "2606:4700::1111", "2a04:4e42::81", "::ffff:8.8.8.8"]

WRITTEN_ODDLY = [
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0x7f.0.0.1/",
    "http://0177.0.0.1/",
    "http://017700000001/",
    "http://127.1/",
    "http://127.0.1/",
    "http://１２７.０.０.１/",
    "http://①②⑦.⓪.⓪.①/",
    "http://127.0.0.1./",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[0:0:0:0:0:0:0:1]/",
    "http://localhost/",
    "http://LOCALHOST/",
    "http://intranet/",
    "http://metadata/",
    "http://1.2.3.4.5/",
    "http://foo.0x1/",
    "http://-.-/",
    "http://a..b/",
]
NO_PAGE = [
    "",
    "   ",
    "http://",
    "https:///x",
    "ftp://courier.example/x",
    "file:///etc/passwd",
    "gopher://courier.example/",
    "data://text",
    "http://courier.example/a b",
    "http://courier.example/\r\nHost: evil",
    "http://courier.example/\x00",
    "http://courier.example\\@127.0.0.1/",
    "http://courier.example:99999/",
    "http://courier.example:x/",
    "http://[::1/",
    "http://[v1.x]/",
    "http://<script>/",
    "http://" + "a" * 3000 + ".example/",
]
ELSEWHERE = [
    ("http://user@courier.example/", "user name"),
    ("http://user:pass@courier.example/", "user name"),
    ("http://@courier.example/", "user name"),
    ("http://courier.example:22/", "usual ports"),
    ("http://courier.example:8080/", "usual ports"),
    ("http://courier.example:6379/", "usual ports"),
]


@pytest.mark.parametrize("text", INSIDE)
def test_an_address_that_is_not_public_is_refused(text):
    assert not addresses.is_public(ipaddress.ip_address(text.partition("%")[0]))


@pytest.mark.parametrize("text", OUTSIDE)
def test_a_public_address_is_permitted(text):
    assert addresses.is_public(ipaddress.ip_address(text))


@pytest.mark.parametrize("host", INSIDE)
def test_a_name_that_leads_inside_is_refused(host):
    network = addresses.Network(resolve=lambda name, port: [host])
    with pytest.raises(UnreadableInput, match=r"not on the public internet"):
        addresses.checked(Target("https", "courier.example", 443, "/"), network)


@pytest.mark.parametrize("url", WRITTEN_ODDLY)
def test_an_address_in_odd_notation_is_refused(url):
    with pytest.raises(UnreadableInput, match=r"not on the public internet|not the address of a web page"):
        place = addresses.target(url, PUBLIC.ports)
        addresses.checked(place, addresses.Network(resolve=lambda name, port: [name]))


@pytest.mark.parametrize("url", NO_PAGE)
def test_what_is_no_address_of_a_page_is_refused(url):
    with pytest.raises(UnreadableInput, match=r"not the address of a web page|too long|not on the public internet"):
        addresses.target(url, PUBLIC.ports)


@pytest.mark.parametrize(("url", "words"), ELSEWHERE)
def test_names_and_ports_that_no_reader_needs_are_refused(url, words):
    with pytest.raises(UnreadableInput, match=words):
        addresses.target(url, PUBLIC.ports)


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("courier.example/wall", "https://courier.example/wall"),
        ("HTTP://Courier.Example/Wall?a=1&b=ü#part", "http://courier.example/Wall?a=1&b=%C3%BC"),
        ("https://courier.example", "https://courier.example/"),
        ("https://courier.example./", "https://courier.example/"),
        ("https://courier.example:443/a", "https://courier.example/a"),
        ("https://bücher.example/straße", "https://xn--bcher-kva.example/stra%C3%9Fe"),
        ("https://courier.example/a%20b", "https://courier.example/a%20b"),
        ("https://[2606:4700::1111]/", "https://[2606:4700::1111]/"),
        ("  https://courier.example/wall\n", "https://courier.example/wall"),
    ],
)
def test_an_address_is_asked_for_as_it_is_meant(url, same):
    assert addresses.target(url, PUBLIC.ports).url == same


def test_a_name_nobody_has_is_named():
    with pytest.raises(UnreadableInput, match="no site was found"):
        addresses.checked(
            Target("https", "courier.example", 443, "/"), addresses.Network(resolve=lambda name, port: [])
        )
