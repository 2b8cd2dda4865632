"""One article as one JSON object: the contract of the command line.

Later versions may add keys; they never rename or drop one. All offsets count code points of "text".
"""

from dataclasses import replace
from typing import Any

from analysis import measures, outlets
from analysis.measures import scare_quotes, sentiment
from analysis.model import Article, Result
from analysis.text import languages, quotations, words

Record = dict[str, Any]


def build(article: Article) -> Record:
    """Everything the measures say of `article`, as plain JSON types; lists are empty where it is not in English."""
    read = article if not languages.kept_out(article) else replace(article, body="")
    return {
        "id": article.id,
        "title": article.headline,
        "outlet": _outlet(article),
        "text": article.body,
        "removed": [{"text": cut.text, "reason": cut.reason} for cut in article.removed],
        "quotations": _quotations(read),
        "voices": _voices(read),
        "scare_quotes": [
            {"start": s.start, "end": s.end, "text": s.text, "class": s.cls, "reason": s.reason}
            for s in scare_quotes.classify(read)
        ],
        "sentences": [
            {"start": s.start, "end": s.end, "voice": s.voice, "tone": s.tone} for s in sentiment.sentences(read)
        ],
        "measures": [row for result in measures.score(article).values() for row in _rows(result)],
    }


def _outlet(article: Article) -> Record:
    known = outlets.describe(article)
    return {
        key: getattr(known, key) for key in ("status", "name", "domain", "role", "score", "low", "high", "coverage")
    }


def _quotations(article: Article) -> list[Record]:
    return [
        {
            "start": quotation.start,
            "end": quotation.end,
            "kind": quotation.kind,
            "speaker": quotation.speaker or None,
            "speaker_start": quotation.speaker_start,
            "speaker_end": quotation.speaker_end,
            "cue": quotation.cue or None,
            "text": article.body[quotation.start : quotation.end],
        }
        for quotation in quotations.of(article)
    ]


def _voices(article: Article) -> list[Record]:
    """Words inside quotation marks by voice, most quoted first; quotations nobody is named for are left out."""
    counted: dict[str, list[int]] = {}
    for quotation in quotations.of(article):
        if quotation.kind != "indirect" and quotation.speaker:
            counted.setdefault(quotation.speaker, []).append(words.count(article.body, quotation.start, quotation.end))
    total = sum(map(sum, counted.values()))
    return [
        {
            "name": name,
            "words": sum(lengths),
            "share": sum(lengths) / total if total else None,
            "quotations": len(lengths),
        }
        for name, lengths in sorted(counted.items(), key=lambda voice: -sum(voice[1]))
    ]


def _rows(result: Result) -> list[Record]:
    if not result.values:
        empty = {"part": "", "value": None, "low": None, "high": None, "unit": "", "n": 0, "missing": result.missing}
        return [{"measure": result.measure, **empty}]
    return [
        {
            "measure": result.measure,
            "part": value.part,
            "value": value.number,
            "low": value.low,
            "high": value.high,
            "unit": value.unit,
            "n": value.n,
            "missing": value.missing,
        }
        for value in result.values
    ]
