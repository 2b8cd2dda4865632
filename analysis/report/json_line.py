"""A record as one line of JSON, as the command line and corpora write it."""

import json
from typing import Any


def build(record: dict[str, Any]) -> str:
    """The line without its end; half of a surrogate pair, which UTF-8 cannot hold, is escaped."""
    line = json.dumps(record, ensure_ascii=False)
    return line if line.isascii() or _is_encodable(line) else json.dumps(record)


def _is_encodable(line: str) -> bool:
    try:
        line.encode()
    except UnicodeEncodeError:
        return False
    return True
