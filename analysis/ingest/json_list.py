"""Reads articles from a JSON file: a list of objects as in JSON Lines, or of references as in CSL JSON."""

import json
from collections.abc import Iterator

from analysis.errors import UnreadableInput
from analysis.ingest import json_lines, references
from analysis.ingest.manuscript import Manuscript
from analysis.ingest.repair import decode

LISTS = ("articles", "items", "results", "data", "stories", "documents")  # names under which a list may stand


def read(raw: bytes, *, id: str) -> Iterator[Manuscript | UnreadableInput]:
    """One manuscript per good entry and one UnreadableInput, not raised, per bad one.

    Raises UnreadableInput where the file is no JSON or no list.
    """
    try:
        found = json.loads(decode(raw, "it").lstrip("\ufeff"))
    except RecursionError as error:
        raise UnreadableInput("it is nested too deeply to be a list of articles") from error
    except ValueError as error:
        raise UnreadableInput(f"it is not valid JSON ({str(error)[:100]}); save it again") from error
    if isinstance(found, dict):
        found = next((found[name] for name in LISTS if isinstance(found.get(name), list)), [found])
    if not isinstance(found, list) or not found:
        raise UnreadableInput("there is no list of articles in it")
    if all(references.is_csl(entry) for entry in found):
        yield from references.from_csl(found, id)
        return
    for number, entry in enumerate(found, start=1):
        try:
            yield json_lines.manuscript_of(entry, f"entry {number}", f"{id}-{number}")
        except UnreadableInput as error:
            yield error
