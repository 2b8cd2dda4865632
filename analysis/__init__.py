"""Parallax: how each outlet framed the same event, with the words every number was counted from."""

from collections.abc import Iterable, Iterator
from typing import Any

__version__ = "0.1.0"


def score_texts(texts: Iterable[str]) -> Iterator[dict[str, Any]]:
    """One record per text, as `python -m analysis score --as-is` writes it; the texts are taken unchanged.

    Keys and types: analysis.report.record. Offsets count code points of the text given. `id` is the
    position of the text, from "0".
    """
    from analysis import scoring  # noqa: PLC0415  here, so that importing one module does not load all measures

    return scoring.score_texts(texts)
