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
