"""The process in which readers of hostile formats run: `python -m analysis.ingest.worker`, started by isolation.

It takes a line of JSON {kind, size, options} and `size` bytes on standard input, and answers with one line of JSON
{manuscripts, problem}. It has no other way out, ends with its parent, and kills itself when it grows too large.
"""

import json
import os
import signal
import sys
from contextlib import suppress
from dataclasses import asdict
from importlib import import_module
from typing import IO, Any

from analysis import lexicons
from analysis.errors import ParallaxError, UnreadableInput
from analysis.ingest.manuscript import Manuscript

READERS = frozenset({"feed", "json_list", "mail", "pdf", "references", "rich_text", "spreadsheet", "web_page", "word"})


def main() -> None:
    """Answer until the input ends."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints must not stand between the answers
    _limit_memory()
    while header := sys.stdin.buffer.readline():
        answers.write(json.dumps(_answer(json.loads(header), sys.stdin.buffer)).encode() + b"\n")
        answers.flush()


def _answer(header: dict[str, Any], handle: IO[bytes]) -> dict[str, Any]:
    raw = handle.read(header["size"])
    _set_alarm()
    found: list[dict[str, Any]] = []
    try:
        assert header["kind"] in READERS, header["kind"]
        for one in import_module(f"analysis.ingest.{header['kind']}").read(raw, **header["options"]):
            found.append({"problem": str(one)} if isinstance(one, UnreadableInput) else asdict(one))
    except ParallaxError as error:
        return {"found": found, "problem": str(error)}
    except MemoryError:
        return {"found": [], "problem": "it unpacks to more than the memory allowed for one file; split it"}
    except RecursionError:
        return {"found": found, "problem": "it is nested too deeply to be an article; paste the text instead"}
    except Exception as error:  # a library may fail in any way on a hostile file; the other files must go on
        reason = f"{type(error).__name__}: {error}"[:200]
        return {"found": found, "problem": f"the file is damaged ({reason}); save it again or paste the text"}
    return {"found": found, "problem": ""}


def rebuilt(found: dict[str, Any]) -> Manuscript | UnreadableInput:
    """One entry of an answer as the record it was made from."""
    if "problem" in found:
        return UnreadableInput(found["problem"])
    kinds = found.pop("kinds")
    lines = None if kinds is None else tuple((number, kind) for number, kind in kinds)
    return Manuscript(**{**found, "kinds": lines, "notes": tuple(found["notes"]), "facts": ()})


def _limit_memory() -> None:
    with suppress(ImportError, ValueError, OSError):  # Windows and macOS know no such limit
        import resource  # noqa: PLC0415

        limit = int(lexicons.threshold("reading_memory")) * 1_000_000
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def _set_alarm() -> None:
    """End a little after the parent would have ended this process, should the parent be gone."""
    if hasattr(signal, "alarm"):
        signal.alarm(int(lexicons.threshold("reading_seconds")) + 5)


if __name__ == "__main__":
    main()
