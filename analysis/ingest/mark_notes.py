"""What a reader should know of the quotation marks of a text before quotations are counted."""

import re

from analysis.text import marks

UNREAD = re.compile("[\u2039\u203a\u300c-\u300f\uff62\uff63]")  # ‹ › 「 」 『 』 and the narrow ones
OPENING = re.compile(r"\s*(?:[\"“”„«‘’']|``)")


def find(body: str) -> tuple[str, ...]:
    """Sentences on marks that are never closed and on marks that are not read as such."""
    open_ones, unread = _unclosed(body), sorted(set(UNREAD.findall(body)))
    notes = []
    if open_ones:
        what, ends = ("mark is", "its") if open_ones == 1 else ("marks are", "their")
        notes.append(
            f"{open_ones:,} quotation {what} never closed: what follows counts as quoted to {ends} paragraph’s end."
        )
    if unread:
        notes.append(f"The marks {' '.join(unread)} are not read as quotation marks.")
    return tuple(notes)


def _unclosed(body: str) -> int:
    """Opening marks without a closing one; a speech over several paragraphs opens each and closes the last."""
    first: dict[int, int] = {}  # end of a paragraph -> its first mark that is never closed
    for one in marks.find(body):
        if one.closing < 0 and body[one.opening] != marks.INDENT:
            end = body.find("\n", one.start)
            first.setdefault(len(body) if end < 0 else end, one.opening)
    return sum(
        max(1, body.count("“", start, end) - body.count("”", start, end))
        for end, start in first.items()
        if not OPENING.match(body[end : end + 200].lstrip())
    )
