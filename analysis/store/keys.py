"""Keys that nobody can guess. The store keeps their hashes only."""

import hashlib
import secrets


def new_key() -> str:
    """A key that nobody can guess: 192 random bits, safe in an address."""
    return secrets.token_urlsafe(24)


def hashed(key: str) -> str:
    """What is kept of `key`. Random keys need no slow hash: there are too many to try."""
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()
