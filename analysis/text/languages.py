"""Which language a text is written in, and which articles are kept out of what is counted with English word lists.

Text full of English function words is English; only other text is shown to py3langid, whose model is slow to load.
"""

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from analysis import lexicons
from analysis.model import Article

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SAMPLE = 20_000  # characters; more do not change the answer
LAST_LATIN = "\u024f"
OPENING = 2_000  # characters in which English function words are counted


@cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  130 MB that English never needs

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def find(text: str) -> str:
    """ISO 639 code of the language of `text`; "" where the text is too short or too mixed to tell."""
    if len(text) >= lexicons.threshold("language_least") and _is_plain_english(text):
        return "en"
    sample = " ".join(text[:SAMPLE].split())
    if not any(char.isalpha() for char in sample):
        return ""
    code, probability = _identifier().classify(sample)
    return code if probability >= lexicons.threshold("language_certain") and code in names() else ""


def of(article: Article) -> str:
    """The language of `article` as told or found on reading, else found here; "" for a text too short to tell."""
    return article.language or _of_body(article.body)


@lru_cache(maxsize=256)
def _of_body(body: str) -> str:
    is_long = len(body) >= lexicons.threshold("language_least")
    return find(body) if is_long or _is_in_another_alphabet(body) else ""


def name(code: str) -> str:
    """The English name of a language by its code; the code itself where it has none here."""
    return names().get(code, code)


def kept_out(article: Article) -> str:
    """Why nothing is counted in `article` that rests on English words; "" where it is English or not known."""
    code = of(article)
    if code == "en" or not (code or _is_in_another_alphabet(article.body)):
        return ""
    written = name(code) if code else "another alphabet"
    return f"The article is written in {written}; the word lists and rules here are made for English."


def english(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Those of `articles` that are not kept out."""
    return tuple(article for article in articles if not kept_out(article))


def _is_in_another_alphabet(text: str) -> bool:
    """Whether most letters of a short text are not Latin ones."""
    letters = [char for char in text if char.isalpha()]
    return 2 * sum(char > LAST_LATIN for char in letters) > len(letters)


def _is_plain_english(text: str) -> bool:
    words = text[:OPENING].lower().split()
    found = lexicons.classes("english")["function word"]
    return sum(word in found for word in words) >= lexicons.threshold("language_english") * len(words) > 0


@cache
def names() -> dict[str, str]:
    """English names of the languages that can be told, by code."""
    return {row["code"]: row["name"] for row in lexicons.rows("languages.csv")}


def problems(text: str, spoken: str) -> list[str]:
    """Sentences for the reader where the text, or much of it, is not in English.

    spoken: the language of the text as a whole, "" where it is not known.
    """
    found, least = shares(text), lexicons.threshold("language_share")
    if spoken not in {"", "en"} and found.get("en", 0.0) < least:
        return [f"The article is in {name(spoken)}; the word lists and rules here are made for English."]
    other = {code: share for code, share in found.items() if code not in {"en", ""}}
    most = max(other, key=lambda code: other[code], default="")
    if not most or other[most] < least:
        return []
    return [
        f"About {other[most]:.0%} of the text is in {names()[most]}; the word lists and rules here are for English."
    ]


def shares(text: str) -> dict[str, float]:
    """The share of words of each language ("" for what is too short to tell), paragraph by paragraph."""
    counted: dict[str, int] = {}
    for paragraph in text[: 10 * SAMPLE].split("\n"):
        length = len(paragraph.split())
        code = find(paragraph) if length >= lexicons.threshold("language_words") else ""
        counted[code] = counted.get(code, 0) + length
    total = sum(counted.values())
    return {code: count / total for code, count in counted.items()} if total else {}
