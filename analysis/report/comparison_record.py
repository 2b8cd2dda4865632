"""A set of articles as one JSON object: the contract of `python -m analysis compare`.

Later versions may add keys; they never rename or drop one. All offsets count code points of the analysed body of the
article that is named beside them: of the file itself where texts are taken as they are (--as-is), else of "text" in
its record of `python -m analysis score`.
"""

from collections.abc import Sequence
from typing import Any

from analysis import comparison
from analysis.comparison import claims, distinctive_words, event_match, labels, omissions, quote_versions, reuse
from analysis.comparison.claims import Claim
from analysis.comparison.common_ground import Place
from analysis.comparison.event_match import EventMatch
from analysis.errors import UnreadableInput
from analysis.model import Article

Record = dict[str, Any]


def build(articles: Sequence[Article], insist: bool = False) -> Record:
    """Everything the comparisons say of `articles`, whose ids differ, as plain JSON types.

    Articles in other languages than English are compared for text reuse only; the reasons say so.
    insist: list claims and what is not reported across events too; the reasons then end in a warning.
    """
    everyone, articles = articles, comparison.english(articles)
    match = event_match.compare(articles)
    found = claims.compare(articles, match, insist)
    missing = omissions.compare(articles, found)
    notes = [found.warning or found.missing, missing.missing, *comparison.left_out(everyone)]
    return {
        "event_match": _event_match(match, notes),
        "claims": [_claim(claim) for claim in found.claims],
        "not_reported": [
            {"article": one.article, "claim": one.claim, "reported_by": list(one.reported_by)}
            for one in missing.not_reported
        ],
        "quotation_versions": _quotation_versions(articles),
        "naming": _naming(articles),
        "distinctive_words": [
            {"article": one.article, "word": one.word, "z": one.z, "n": one.n}
            for one in distinctive_words.compare(articles)
        ],
        "reuse": [
            {"a": one.first, "b": one.second, "containment": one.containment, "verdict": one.verdict}
            for one in reuse.compare(everyone)
        ],
    }


def build_each(articles: Sequence[Article], insist: bool = False) -> tuple[list[Record], list[UnreadableInput]]:
    """One record per event where the articles name at least two, else one of all; and the articles left out.

    A record of one event of several begins with its name and the ids of its articles. Events come in the order of
    their first articles; an article that names none is left out where others name one.
    """
    events: dict[str, list[Article]] = {}
    for article in articles:
        events.setdefault(article.event, []).append(article)
    if len(events.keys() - {""}) < 2:
        return [build(articles, insist)], []
    problems = [without_event(article.source or article.id) for article in events.pop("", [])]
    return [{**heading(event, found), **build(found, insist)} for event, found in events.items()], problems


def heading(event: str, articles: Sequence[Article]) -> Record:
    """What the record of one event of several begins with."""
    return {"event": event, "articles": [article.id for article in articles]}


def without_event(where: str) -> UnreadableInput:
    """What to say of an article that names no event beside others that do."""
    return UnreadableInput(f"{where}: it names no event, as others do; it was left out of the comparison.")


def _event_match(match: EventMatch, notes: Sequence[str]) -> Record:
    """The verdict; `notes` say why a list is empty or what to beware of, and stand behind the reasons, once each."""
    return {
        "verdict": match.verdict or None,
        "score": match.score,
        "pairs": [{"a": pair.first, "b": pair.second, "score": pair.score} for pair in match.pairs],
        "odd": list(match.odd),
        "reasons": [*match.reasons, *dict.fromkeys(filter(None, notes))],
    }


def _claim(claim: Claim) -> Record:
    stretches: dict[str, list[Record]] = {}
    for place in claim.places:
        stretches.setdefault(place.article, []).append({"start": place.start, "end": place.end})
    return {"id": claim.id, "text": claim.text, "kind": claim.kind, "articles": stretches}


def _quotation_versions(articles: Sequence[Article]) -> list[Record]:
    bodies = {article.id: article.body for article in articles}
    return [
        {
            "speaker": one.speaker or None,
            "versions": [
                _stretch(bodies, Place(version.article, version.start, version.end)) for version in one.versions
            ],
            "altered": one.altered,
        }
        for one in quote_versions.compare(articles)
    ]


def _naming(articles: Sequence[Article]) -> list[Record]:
    bodies = {article.id: article.body for article in articles}
    return [
        {
            "actor": actor.name,
            "labels": [
                _stretch(bodies, Place(label.article, span.start, span.end))
                for label in actor.labels
                for span in label.spans
            ],
        }
        for actor in labels.compare(articles)
    ]


def _stretch(bodies: dict[str, str], place: Place) -> Record:
    text = bodies[place.article][place.start : place.end]
    return {"article": place.article, "start": place.start, "end": place.end, "text": text}
