"""The second line of defence behind escaped text."""

import urllib.request


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
