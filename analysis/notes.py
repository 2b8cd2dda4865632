"""What a measure or a comparison says of itself: its module docstring, so that the Methods page cannot go stale."""

import re
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType

NOTE = re.compile(r"^(Counts|Unit|Read as|Misses|Source): ", re.MULTILINE)


@cache
def of(module: str) -> Mapping[str, str]:
    """Title, Counts, Unit, Read as, Misses and Source of the module, each one paragraph that begins with a capital."""
    title, *parts = NOTE.split(import_module(module).__doc__ or "")
    found = {"Title": " ".join(title.split())}
    for key, text in zip(parts[::2], parts[1::2], strict=True):
        words = " ".join(text.split())
        found[key] = words[:1].upper() + words[1:]
    return MappingProxyType(found)
