"""Sources

Counts: attributions (each quotation, in marks or reported) by how closely the text identifies who speaks, and by the
    kind of source. Naming ladder: named, or a named body or document; role only ("the Kremlin spokesman" whose name
    is never given); one unnamed person ("a White House official"); an unnamed group ("officials", "critics");
    agentless ("it was reported", "reportedly"). Source types: official, political, business, expert, civil society,
    citizen or witness, document, other media, anonymous, unknown. Apart from these: places that explain why a source
    has no name, and unnamed sources at second hand ("citing sources").
Unit: attributions; share of the attributions whose source is clear.
Read as: how far a reader could check who says it, and whose knowledge the article rests on. An unnamed source can
    be the only way to report something; the reason given, and whether others report the same, tell more than the
    share. "Unknown" means that the text does not tell; nothing is looked up.
Misses: roles that only common knowledge tells, roles that a text gives far from the name, former officials (they
    count as what they were), people with two roles (the first one printed decides). Members of parliaments count as
    political, not as official.
Source: Sigal 1973, Reporters and Officials, for source types (word list ours); naming ladder: ours, from the steps of
    anonymity in newsroom codes. Under five attributions: counts only.
"""

from analysis import lexicons
from analysis.model import Article, Result, Span, Value
from analysis.text import hearsay, quotations, sources, words

UNIT = "attributions"
SHARE = "share of attributions"
CLEAR = tuple(rung for rung in sources.RUNGS if rung != "unclear")
PLACES = {
    "anonymity explained": "statements",
    "anonymity unexplained": "statements",
    "second hand": "unnamed sources of others",
}


def score(article: Article) -> Result:
    """Attributions per rung of the naming ladder and per source type, and the share without a name."""
    if not words.count(article.body):
        return Result("sourcing", article.id, missing="The article has no words.")
    spans = sorted(_spans(article), key=lambda span: (span.start, span.end))
    clear = [span for span in spans if span.kind in CLEAR]
    rungs = [span.kind for span in spans]
    values = [Value(rung, rungs.count(rung), UNIT, len(clear), kinds=(rung,)) for rung in sources.RUNGS]
    values.append(_share_anonymous(clear))
    types = [span.label for span in clear]
    values += [
        Value(f"type: {kind}", types.count(kind), UNIT, len(clear), kinds=CLEAR, labels=(kind,))
        for kind in sources.TYPES
    ]
    values += [Value(kind, rungs.count(kind), unit, rungs.count(kind), kinds=(kind,)) for kind, unit in PLACES.items()]
    return Result("sourcing", article.id, tuple(values), tuple(spans))


def _spans(article: Article) -> list[Span]:
    """One span per attribution (kind: rung, label: type) and per place of hearsay."""
    spoken = quotations.of(article)
    found = zip(spoken, sources.find(article.body, article.corrections), strict=True)
    spans = [
        Span(quotation.start, quotation.end, source.rung, _note(quotation.speaker, source), source.kind)
        for quotation, source in found
    ]
    for place in hearsay.find(article.body, article.outlet):
        label = "unknown" if place.kind == "agentless" else "anonymous"
        spans.append(Span(place.start, place.end, place.kind, place.why, label))
    return spans


def _note(speaker: str, source: sources.Source) -> str:
    return f"{speaker or 'no speaker'}: {source.rung}, {source.kind}; {source.why}"


def _share_anonymous(clear: list[Span]) -> Value:
    """Share of unnamed persons, unnamed groups and agentless attributions."""
    n, least = len(clear), int(lexicons.threshold("small_n"))
    kinds = sources.ANONYMOUS
    if n < least:
        missing = f"{n or 'no'} {'attribution' if n == 1 else 'attributions'}, and a share needs {least}"
        return Value("anonymous attributions", None, SHARE, n, missing=missing, kinds=kinds)
    unnamed = sum(span.kind in kinds for span in clear)
    return Value("anonymous attributions", unnamed / n, SHARE, n, kinds=kinds)
