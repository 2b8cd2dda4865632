"""Links that lead away from the outlet."""

from analysis.outlets import lateral


def test_names_are_quoted_into_addresses():
    addresses = [link.address for link in lateral.links("Harbour & Sea <b>", "harbour.example")]
    assert addresses
    assert all(address.startswith("https://") for address in addresses)
    assert not any(character in address for address in addresses for character in '<> "')
    assert any("Harbour%20%26%20Sea" in address for address in addresses)


def test_a_link_that_needs_the_domain_is_left_out_without_one():
    assert all("icann" not in link.address for link in lateral.links("Harbour", ""))
    assert lateral.links("", "") == ()
