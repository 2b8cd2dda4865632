"""Text from articles made literal for the places where Streamlit would read markup."""

import html
import re

MARKUP = re.compile(r"[\\`*_\[\]#$~<>|]")
MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!$:~<>|])")
PLURAL = re.compile(r"s(?=$| of | in | on )")  # of the noun that is counted: "words of narration"
LINK = re.compile(r"(?<=://)|(?<=@)|(?<=www)(?=\.)", re.IGNORECASE)
JOINER = "\u2060"  # cannot be seen; an address with it inside is no link for Streamlit, which makes links of plain text


def in_html(text: str) -> str:
    """`text` for `st.html`."""
    return html.escape(text, quote=True)


def in_markdown(text: str) -> str:
    """`text` on one line for labels, captions and messages."""
    return MARKDOWN.sub(r"\\\1", LINK.sub(JOINER, " ".join(text.split())))


def spoken(text: str) -> str:
    """`text` on one line as a hidden label, which screen readers read as it is: without the signs of markup."""
    return MARKUP.sub("", " ".join(text.split()))


def one_or_many(n: float, plural: str) -> str:
    """What was counted `n` times: "word of narration" for 1, else `plural`, "words of narration"."""
    return PLURAL.sub("", plural, count=1) if n == 1 else plural


def slug(text: str) -> str:
    """The letters and digits of `text` as a short id for keys, classes and addresses; never empty."""
    return re.sub(r"\W+", "-", text.lower()).strip("-")[:40] or "none"
