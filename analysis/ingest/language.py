"""Which language a text is written in."""

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from analysis import lexicons

SAMPLE = 20_000  # characters; more do not change the answer


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def find(text: str) -> str:
    """ISO 639 code of the language of `text`; "" where the text is too short or too mixed to tell."""
    sample = " ".join(text[:SAMPLE].split())
    if not any(char.isalpha() for char in sample):
        return ""
    code, probability = _identifier().classify(sample)
    return code if probability >= lexicons.threshold("language_certain") and code in names() else ""


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
        return [f"The article is in {names().get(spoken, spoken)}; the word lists and rules here are made for English."]
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
