"""Distancing words

Counts: words outside quotation marks that hold a statement at a distance. doubt: so-called, supposed, purported,
    self-styled, ostensibly; charge: alleged, suspected; claim: a claim, allegations, accusations; unproven:
    unconfirmed, without evidence; hearsay: reportedly, is said to, rumours of; naming at a distance: what Moscow
    calls. Verbs of doubt that attribute words to somebody (he claimed) are not counted again: they are one class of
    the measure Verbs of saying and stand in its list only. A noun such as claim is left out where it is such a verb.
Unit: words or phrases; per 1,000 words of narration (words outside marks) with a 95 % Poisson interval.
Read as: where the article does not vouch for something. That can be careful or dismissive: "alleged" is called for
    before a verdict. Look at what the words are aimed at, and whether both sides' statements get them.
Misses: irony; distance made by quotation marks (see Scare quotes) or by a verb (see Verbs of saying); verdicts (false,
    baseless), which are no distance. What a word is aimed at is the noun phrase behind it, found by simple rules.
Source: Recasens et al. 2013 (ACL) on words that cast doubt (epistemological bias); classes, list and notes are ours.
    Hearsay is shared with the measure of sources (list sourcing.csv).
"""

from collections.abc import Iterator

from analysis import rates
from analysis.model import Article, Result, Span, Value
from analysis.text import hearsay, passives, quotations, terms, tokens, words
from analysis.text.terms import Hit
from analysis.text.tokens import Tokens

CLASSES = ("doubt", "charge", "claim", "unproven", "hearsay", "naming at a distance")
HEARSAY = "hearsay"
UNIT = "words or phrases"
FRAME = 5  # tokens between "what" and "calls"
AIM = 4  # tokens of what a word is aimed at
NOUNS = "waGNTrogd#"
BEFORE = "NTrogdaw"


def score(article: Article) -> Result:
    """Distancing words: how many, per 1,000 words of narration, and by class."""
    if not words.count(article.body):
        return Result("distancing", article.id, missing="The article has no words.")
    spans = find(article)
    narration = terms.narration_words(article.body)
    kinds = [span.kind for span in spans]
    values = [
        Value("distancing words", len(spans), UNIT, narration),
        rates.per_thousand("distancing rate", len(spans), narration),
        *(Value(kind, kinds.count(kind), UNIT, len(spans), kinds=(kind,)) for kind in CLASSES),
    ]
    return Result("distancing", article.id, tuple(values), spans)


def find(article: Article) -> tuple[Span, ...]:
    """One span per word or phrase, in order: kind its class, label what it is aimed at ("" where that is not clear)."""
    found = tokens.find(article.body)
    spans = [_span(article, found, hit) for hit in terms.find(article.body, "distancing") if _is_framed(found, hit)]
    spans += _hearsay(article)
    verbs = {quotation.cue_start for quotation in quotations.of(article)}  # counted as verbs of saying
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if span.start not in verbs and (not kept or span.start >= kept[-1].end):
            kept.append(span)
    return tuple(kept)


def _span(article: Article, found: Tokens, hit: Hit) -> Span:
    first = _what(found, hit.first) if hit.row["frame"] else hit.first
    note = hit.row["note"] + terms.where(terms.place(article, hit.start))
    return Span(found.starts[first], hit.end, hit.row["class"], note, _aim(found, hit))


def _hearsay(article: Article) -> Iterator[Span]:
    """Words and passive verbs that report without anybody who says it, as the measure of sources finds them."""
    for one in hearsay.find(article.body, article.outlet):
        if one.kind == "agentless":
            yield Span(one.start, one.end, HEARSAY, one.why + terms.where(terms.place(article, one.start)))


def _is_framed(found: Tokens, hit: Hit) -> bool:
    """Whether a row that asks for a frame has it: "what" and a subject before "calls"."""
    return not hit.row["frame"] or _what(found, hit.first) >= 0


def _what(found: Tokens, verb: int) -> int:
    """The "what" whose verb stands at token `verb`, or -1."""
    for at in range(verb - 2, max(-1, verb - 2 - FRAME), -1):
        if found.low[at] == "what":
            is_question = found.kinds[at + 1] == "A" and found.kinds[verb - 1] in "PNTgr"  # "What do you call"
            return -1 if is_question else at
        if found.kinds[at] not in "DNTPHoargdwSFRbA":
            return -1
    return -1


def _aim(found: Tokens, hit: Hit) -> str:
    """The words a term is aimed at: those behind it, or whose claim it is."""
    if hit.row["aims"] == "before":
        return _owner(found, hit.first)
    if hit.row["aims"] != "after":
        return ""
    at = first = hit.after
    if found.kinds[at] == "D":
        first = at = at + 1
    while at - first < AIM and found.kinds[at] in NOUNS and not (at > first and found.low[at].endswith("ed")):
        at += 1
    text = found.text(first, at) if at > first else ""
    if found.kinds[at] == "Q":  # a purported “raid”
        marked = found.text(at, at + 1).rstrip(".,;:!?")
        return f"{text} “{marked}”".strip()
    return text


def _owner(found: Tokens, at: int) -> str:
    """The possessor before a noun: "Moscow" in "Moscow's allegations"."""
    if found.kinds[at - 1] != "S":
        return ""
    first = at - 1
    while at - first <= AIM and found.kinds[first - 1] in BEFORE and not passives.is_participle(found.low[first - 1]):
        first -= 1
    return found.text(first, at - 1) if first < at - 1 else ""
