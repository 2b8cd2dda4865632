"""From bytes or pasted text to clean Unicode, once, on reading. Quotation marks stay as they were typed.

Every change is told in `Repaired.notes`, so that a reader can see what was done to the text before anything
was counted. Linear in the length of the text: ftfy gets one line, and of a long line one stretch, at a time.
"""

import codecs
import re
from typing import NamedTuple

from ftfy import TextFixerConfig, fix_text

from analysis.errors import UnreadableInput
from analysis.ingest import encodings, wrapping
from analysis.text import languages

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SAMPLE = 4096  # bytes looked at to tell UTF-16 from binary data
STRETCH = 20_000  # characters given to ftfy at a time
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")  # halves of surrogate pairs stand for nothing either
# These split words or turn them round; joiners (emoji, Persian) and the marks of right-to-left text are left alone.
INVISIBLE = re.compile("[\u200b\u2060\ufeff\u00ad\u202d\u202e]")
MIXED = re.compile(r"\b\w*(?:[a-z][\u0370-\u03ff\u0400-\u04ff]|[\u0370-\u03ff\u0400-\u04ff][a-z])\w*\b", re.IGNORECASE)
LINE_BREAK = re.compile("\r\n?|[\x0b\x0c\u0085\u2028\u2029]")

WIDE_LETTER = re.compile("[\uff21-\uff3a\uff41-\uff5a]")
WIDE = re.compile("[\uff01-\uff5e\u3000]")  # letters, digits and signs as wide as a Chinese character
NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}

# Curly marks, ligatures and entities are what the author wrote: only damage is repaired.
FTFY = TextFixerConfig(
    uncurl_quotes=False,
    fix_latin_ligatures=False,
    fix_character_width=False,
    unescape_html=False,
    normalization=None,
    fix_line_breaks=False,
    explain=False,
)


class Repaired(NamedTuple):
    """The text to analyse and, in plain sentences, what was changed to get it."""

    text: str
    notes: tuple[str, ...] = ()


def repair(raw: str | bytes, name: str = "the text", *, has_paragraphs: bool = False) -> Repaired:
    """Decode `raw`, undo wrong decoding line by line, take out control characters, end lines with LF.

    has_paragraphs: every line is known to be a paragraph, so that none are joined.
    Raises UnreadableInput where `raw` is binary data; `name` stands in that message.
    """
    notes: list[str] = []
    if isinstance(raw, bytes):
        text, note = decode_leniently(raw, name)
        notes += [note] if note else []
    else:
        text = raw
    text = LINE_BREAK.sub("\n", text)
    text = _without(CONTROL, text, "control character", notes)
    text = _without(INVISIBLE, text, "invisible character (zero-width space, soft hyphen)", notes)
    text = _narrowed(text, notes)
    notes += _look_alikes(text)
    lines = text.split("\n")
    repaired = [_decoded_again(line) for line in lines]
    changed = sum(before != after for before, after in zip(lines, repaired, strict=True))
    if changed:
        notes.append(f"{_counted(changed, 'line')} held wrongly decoded letters (such as â€œ for “); repaired.")
    text = "\n".join(repaired)
    whole = text if has_paragraphs else wrapping.join(text)
    if whole != text:
        notes.append("The lines were broken at a fixed width; joined to paragraphs.")
    return Repaired(whole, tuple(notes))


def decode(raw: bytes, name: str = "the text") -> str:
    """The text of `raw`, undamaged: byte order mark, then UTF-8, then UTF-16 by its zeros, then cp1252.

    Raises UnreadableInput where none of them fits every byte, or where the result is binary data.
    """
    encoding = marked_encoding(raw)
    if not encoding:
        try:
            return _not_binary(raw.decode("utf-8"), name)
        except UnicodeDecodeError:
            encoding = "cp1252"
    try:
        return _not_binary(raw.decode(encoding), name)
    except UnicodeDecodeError as error:
        raise UnreadableInput(
            f"{name} is neither UTF-8 nor another text encoding we know (byte {error.start + 1} does not fit "
            f"{encoding}); save it as plain text in UTF-8 and try again."
        ) from error


def decode_leniently(raw: bytes, name: str = "the text") -> tuple[str, str]:
    """Text and note. Where the bytes are not UTF-8, single lines may be: a file pasted together from two sources."""
    if marked_encoding(raw):
        return decode(raw, name), f"Read as {marked_encoding(raw)}." if "16" in marked_encoding(
            raw
        ) or "32" in marked_encoding(raw) else ""
    encoding = encodings.find(raw) if not _is_utf8(raw) else ""
    if encoding:
        text = raw.decode(encoding, errors="replace")
        return _not_binary(text, name), f"Read as {encoding}, in which it is text in {_language(text)}."
    lines, odd = [], 0
    for line in raw.split(b"\n"):
        try:
            lines.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            odd += 1
            lines.append(line.decode("sloppy-windows-1252"))  # ftfy's codec: as cp1252, and never fails
    note = f"{_counted(odd, 'line')} not in UTF-8, read as Windows-1252." if odd else ""
    return _not_binary("\n".join(lines), name), note


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _language(text: str) -> str:
    return languages.names().get(languages.find(text), "another alphabet")


def marked_encoding(raw: bytes) -> str:
    """The encoding told by a byte order mark or by the zeros of UTF-16; else ""."""
    return next((encoding for mark, encoding in BYTE_ORDER_MARKS if raw.startswith(mark)), "") or _utf16(raw[:SAMPLE])


def _not_binary(text: str, name: str) -> str:
    sample = text[:SAMPLE]
    if len(CONTROL.findall(sample)) > max(4, len(sample) // 20):
        raise UnreadableInput(f"{name} holds binary data, not text; save it as plain text (UTF-8) and try again.")
    return text


def _utf16(sample: bytes) -> str:
    """utf-16-le or utf-16-be where nearly every second byte is zero, as in Latin text without a mark; else ""."""
    half = len(sample) // 2
    if half < 2 or b"\x00" not in sample:
        return ""
    even, odd = sample[0 : half * 2 : 2].count(0), sample[1 : half * 2 : 2].count(0)
    if odd > 0.7 * half and even < 0.05 * half + 1:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half + 1:
        return "utf-16-be"
    return ""


def _decoded_again(line: str) -> str:
    """`line` with mojibake undone. One call per stretch, so that a document of mixed encodings is repaired too."""
    if line.isascii():
        return line
    if len(line) <= STRETCH:
        return fix_text(line, FTFY)
    pieces: list[str] = []
    start = 0
    while start < len(line):
        end = min(start + STRETCH, len(line))
        space = line.rfind(" ", start + STRETCH // 2, end) if end < len(line) else -1
        end = space + 1 if space > 0 else end
        pieces.append(fix_text(line[start:end], FTFY))
        start = end
    return "".join(pieces)


def _without(pattern: re.Pattern[str], text: str, what: str, notes: list[str]) -> str:
    text, count = pattern.subn("", text)
    if count:
        notes.append(f"{_counted(count, what)} removed.")
    return text


def _narrowed(text: str, notes: list[str]) -> str:
    """`text` with full-width letters as usual ones, so that word lists find them."""
    if text.isascii() or not WIDE_LETTER.search(text):
        return text
    notes.append(f"{_counted(len(WIDE.findall(text)), 'full-width sign')} written as usual ones.")
    return text.translate(NARROW)


def _look_alikes(text: str) -> list[str]:
    """A note on words that mix Latin letters with Greek or Cyrillic ones, which look the same."""
    if text.isascii():
        return []
    found = list(dict.fromkeys(match.group()[:30] for match in MIXED.finditer(text)))
    if not found:
        return []
    return [f"Letters of two alphabets in one word ({', '.join(found[:3])}): word lists do not find such words."]


def _counted(count: int, noun: str) -> str:
    head, _, rest = noun.partition(" (")
    return f"{count:,} {head}{'' if count == 1 else 's'}" + (f" ({rest}" if rest else "")
