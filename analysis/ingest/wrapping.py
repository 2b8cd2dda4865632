"""Lines that a mail program or an editor broke at a fixed width, joined to paragraphs again."""

import re
from itertools import pairwise

from analysis import lexicons

RUNS_ON = re.compile(r"[\w,;–—-]\Z")  # a line that cannot be the end of a paragraph


def join(text: str) -> str:
    """`text` with its paragraphs on one line each, where it was broken at a fixed width; otherwise unchanged.

    Broken text is told by lines of limited width that stop inside a sentence which goes on, with a small letter,
    on the next line. In such text a line much shorter than the width ends its paragraph.
    """
    lines = text.split("\n")
    pairs = [(line, following) for line, following in pairwise(lines) if line and following]
    width, least = max(map(len, lines)), lexicons.threshold("wrapped_least")
    broken = sum(
        len(line) >= least and bool(RUNS_ON.search(line)) and following[0].islower() for line, following in pairs
    )
    if (
        width > lexicons.threshold("wrapped_width")
        or broken < lexicons.threshold("wrapped_lines")
        or broken < lexicons.threshold("wrapped_share") * len(pairs)
    ):
        return text
    full = lexicons.threshold("wrapped_full") * width
    paragraphs = [[lines[0]]]
    for before, line in pairwise(lines):
        if before.strip() and line.strip() and len(before) >= full:
            paragraphs[-1].append(line.strip())
        else:
            paragraphs.append([line])
    return "\n".join(" ".join(paragraph) for paragraph in paragraphs)
