"""The type that PDFs and pictures are set in, and what stands in place of the letters it lacks.

DejaVu comes inside matplotlib. It has Latin, Greek, Cyrillic, Hebrew and Arabic letters and many signs, but no Chinese,
Japanese, Korean or Indian ones; no package of a few megabytes brings those.
"""

import unicodedata
from collections.abc import Mapping
from functools import cache
from itertools import groupby
from pathlib import Path

import matplotlib as mpl
from fontTools.ttLib import TTFont

FONTS = Path(mpl.get_data_path()) / "fonts" / "ttf"
REGULAR, BOLD, OBLIQUE, MONO = "DejaVuSans", "DejaVuSans-Bold", "DejaVuSans-Oblique", "DejaVuSansMono"
RIGHT_TO_LEFT = ("R", "AL")  # classes of the Unicode bidirectional algorithm
MARK = "\u200e"  # an invisible letter that is read from left to right
NAMES: Mapping[str, str] = {"CJK": "Chinese", "HANGUL": "Korean", "HIRAGANA": "Japanese", "KATAKANA": "Japanese"}


def file(face: str) -> Path:
    """Where the face lies."""
    return FONTS / f"{face}.ttf"


def told(text: str) -> str:
    """`text` with what cannot be set told in square brackets: "[grinning face]", "[4 Chinese letters]"."""
    if letters(REGULAR).issuperset(text):
        return text
    return "".join(
        "".join(run) if kind is None else f"[{_counted(kind, ''.join(run))}]" for kind, run in groupby(text, _kind)
    )


def is_right_to_left(text: str) -> bool:
    """Whether some of its letters are read from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(char) in RIGHT_TO_LEFT for char in text)


def in_order(text: str) -> str:
    """English `text` with marks around its Arabic and Hebrew words, which else draw numbers to their side."""
    if not is_right_to_left(text):
        return text
    runs = groupby(text, lambda char: unicodedata.bidirectional(char) not in ("L", "EN"))
    return MARK + "".join(MARK + run + MARK if is_right_to_left(run) else run for run in ("".join(g) for _, g in runs))


@cache
def letters(*faces: str) -> frozenset[str]:
    """The letters that all of these faces have, and white space."""
    found = (frozenset(map(chr, TTFont(file(face), lazy=True).getBestCmap())) for face in faces)
    return frozenset.intersection(*found) | {"\n", "\t"}


def _kind(char: str) -> str | None:
    """None for what can be set, else the script of a letter or the name of a sign."""
    if char in letters(REGULAR):
        return None
    name = unicodedata.name(char, f"U+{ord(char):04X}")
    if unicodedata.category(char)[0] not in "LM":
        return name.lower()
    script = name.split()[0]
    return f"{NAMES.get(script, script.capitalize())} letter"


def _counted(kind: str, run: str) -> str:
    if not kind.endswith(" letter") or kind.islower():
        return kind
    return f"{len(run)} {kind}{'s' if len(run) > 1 else ''}"
