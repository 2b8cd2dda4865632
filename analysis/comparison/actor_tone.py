"""Tone toward actors (estimate)

Counts: for every person, group or country that at least three sentences of one article's narration name: how many
    sentences of each article sound negative, neutral or positive toward it, and of how many the estimate is unsure.
Unit: sentences of the narration that name the actor; a sentence counts once for each actor it names.
Read as: where to look, not a verdict. A sentence that tells of a crime or a defeat, or of the blame that somebody else
    lays, sounds negative toward the actor though the outlet may only report it: open the sentences.
Misses: pronouns and descriptions without the name (he, the senator), headlines, and sentences that stand mostly inside
    quotation marks; irony, and what is said between the lines. On sentences of US political news two of three labels
    are right over all, and four of five of those that are not called unsure. Other topics and countries were not
    measured. English only.
Source: a linear model over stems, pairs of stems, VADER's valences and a list of ours around the masked name, fitted on
    NewsMTSC: Hamborg & Donnay 2021, doi 10.18653/v1/2021.eacl-main.142 (data under the MIT licence).
"""

import json
import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from analysis import lexicons
from analysis.comparison import event_voices
from analysis.errors import BrokenData
from analysis.measures import sentiment
from analysis.measures.sentiment import ScoredSentence
from analysis.model import Article, Result, Span, Value
from analysis.text import marks, names, target_clues, tokens
from analysis.text.names import Mention, Voice
from analysis.text.tokens import Tokens

KEY = "actor_tone"
MODEL = "target_tone"
LABELS = ("negative", "neutral", "positive")
UNSURE = "unsure"
KINDS = (*LABELS, UNSURE)
LOUDEST = 3  # words named for each estimate
SHORTEST = 4  # letters of such a word
UNIT = "sentences that name the actor"
PEOPLE_OR_OFFICES = "rgo"  # kinds of tokens: in "Venn supporters" nothing is said of Venn

Weights = Mapping[str, Mapping[str, Sequence[float]]]  # family -> clue -> weight for each of LABELS


class Estimate(NamedTuple):
    """The likeliest of LABELS, its probability by the model, and the clues that speak for it, the loudest first."""

    label: str
    probability: float
    clues: tuple[tuple[str, str], ...]  # family and name


class _Place(NamedTuple):
    """One sentence that names an actor, and the offsets of the name."""

    sentence: ScoredSentence
    start: int
    end: int


def compare(articles: Sequence[Article]) -> tuple[Result, ...]:
    """One result per article: for each actor of the articles, most often named first, its sentences by tone.

    Values are called "negative: <actor>" and so on; spans are the sentences, kind their tone, label the actor.
    """
    named = {article.id: dict(_named(article)) for article in articles}
    actors = _actors(named.values())
    return tuple(_result(article, named[article.id], actors) for article in articles)


def estimate(clues: target_clues.Clues, weights: Weights | None = None) -> Estimate:
    """The tone toward a target, by the stored weights unless others are given."""
    weights = weights or _weights()
    rows = [
        (weights[family][clue], family, clue)
        for family, found in clues.items()
        for clue in dict.fromkeys(found)
        if clue in weights[family]
    ]
    sums = [sum(column) for column in zip(weights[""][""], *(row for row, _, _ in rows), strict=True)]
    best = max(range(len(LABELS)), key=sums.__getitem__)
    probability = 1 / sum(math.exp(total - sums[best]) for total in sums)
    louder = sorted(rows, key=lambda row: sum(row[0]) / len(LABELS) - row[0][best])
    speaking = tuple((family, clue) for row, family, clue in louder if row[best] > sum(row) / len(LABELS))
    return Estimate(LABELS[best], probability, speaking)


def _named(article: Article) -> Iterator[tuple[str, list[_Place]]]:
    """The names that stand in the narration, each with one place for every sentence."""
    body = article.body
    narration = [one for one in sentiment.sentences(article) if one.voice == "narration"]
    begins = [sentence.start for sentence in narration]
    found, known, stretches = tokens.find(body), names.find(body), marks.find(body)
    openings = [stretch.start for stretch in stretches]
    for voice in known.voices:
        places: dict[int, _Place] = {}
        for index in voice.mentions:
            mention = known.mentions[index]
            start, end = found.starts[mention.name_first], found.ends[mention.after - 1]
            inside, at = bisect_right(openings, start) - 1, bisect_right(begins, start) - 1
            is_quoted = inside >= 0 and start < stretches[inside].end
            if at >= 0 and not is_quoted and end <= narration[at].end and _is_meant(found, mention, voice):
                places.setdefault(at, _Place(narration[at], start, end))
        if places:
            yield voice.name, list(places.values())


def _is_meant(found: Tokens, mention: Mention, voice: Voice) -> bool:
    """Whether a name stands for an actor: not for a place one is in, not as an adjective, not for who belongs to it."""
    is_place = found.low[mention.first - 1] in lexicons.classes(KEY)["locative"] and not voice.roles - {"the"}
    is_owner = found.kinds[mention.after] in PEOPLE_OR_OFFICES and not voice.is_body
    return not is_place and not is_owner and " ".join(voice.words) not in _adjectives()


@cache
def _adjectives() -> frozenset[str]:
    """Russian, Chinese: names of nobody."""
    return frozenset(row["term"].lower() for row in lexicons.rows("affiliations.csv") if row["term_kind"] == "demonym")


def _actors(named: Iterable[Mapping[str, Sequence[_Place]]]) -> Mapping[str, str]:
    """Name in an article -> name of the actor, for actors named often enough, the most often named first."""
    counted = [{name: len(places) for name, places in one.items()} for one in named]
    by_last: dict[str, dict[str, list[str]]] = {}  # only names with the same last word can be one
    for name in dict.fromkeys(name for one in counted for name in one):
        words = name.lower().split()
        by_last.setdefault(words[-1], {})[name] = words
    joined = {name: event_voices.fullest(name, full)[0] for full in by_last.values() for name in full}
    total, most = Counter[str](), Counter[str]()
    for one in counted:
        own = Counter[str]()
        for name, n in one.items():
            own[joined[name]] += n
        total.update(own)
        most |= own
    least = lexicons.threshold("actor_sentences")
    rank = {actor: at for at, (actor, _) in enumerate(total.most_common()) if most[actor] >= least}
    frequent = [name for name, actor in joined.items() if actor in rank]
    return {name: joined[name] for name in sorted(frequent, key=lambda name: rank[joined[name]])}


def _result(article: Article, named: Mapping[str, Sequence[_Place]], actors: Mapping[str, str]) -> Result:
    """The counts of one article for all `actors`."""
    if not actors:
        least = int(lexicons.threshold("actor_sentences"))
        return Result(KEY, article.id, missing=f"No actor is named in {least} sentences of one article’s narration.")
    places = sorted((place, actors[name]) for name, found in named.items() if name in actors for place in found)
    spans = tuple(_spans(article.body, places))
    values = []
    counts, totals = Counter((span.label, span.kind) for span in spans), Counter(span.label for span in spans)
    for actor in dict.fromkeys(actors.values()):
        values += [
            Value(f"{kind}: {actor}", counts[actor, kind], UNIT, totals[actor], kinds=(kind,), labels=(actor,))
            for kind in KINDS
        ]
    return Result(KEY, article.id, tuple(values), spans)


def _spans(body: str, places: Sequence[tuple[_Place, str]]) -> Iterator[Span]:
    """The sentence of each place: kind its tone, label the actor."""
    sure = lexicons.threshold("target_tone_sure")
    for (sentence, start, end), actor in places:
        valences = sentiment.valences(body, sentence.start, sentence.end)
        line = target_clues.read(body, sentence.start, sentence.end, valences)
        found = estimate(target_clues.find(line, start, end))
        told = f"{found.label} ({found.probability:.0%}) toward “{body[start:end]}”"
        if found.probability < sure:
            yield Span(sentence.start, sentence.end, UNSURE, f"unsure; likeliest {told}", actor)
        else:
            loudest = ", ".join(f"“{word}”" for word in _loudest(body, line, found)) or "no single word"
            yield Span(sentence.start, sentence.end, found.label, f"{told}; words that weigh most: {loudest}", actor)


def _loudest(body: str, line: target_clues.Line, found: Estimate) -> list[str]:
    """The words that speak loudest for the estimate, at most LOUDEST of them; no short words, signs or numbers."""
    words: dict[str, None] = {}
    for family, clue in found.clues:
        for start, end in target_clues.words_of(line, family, clue):
            if end - start >= SHORTEST and body[start].isalpha():
                words[body[start:end]] = None
        if len(words) >= LOUDEST:
            break
    return list(words)[:LOUDEST]


@cache
def _weights() -> Weights:
    """The weights of data/models/target_tone.json; weights[""][""] holds the constants."""
    path = lexicons.DATA / "models" / f"{MODEL}.json"
    try:
        model = json.loads(path.read_text(encoding="utf-8"))["weights"]
        return {family: model[family] for family in ("", *target_clues.FAMILIES)}
    except (OSError, ValueError, KeyError) as error:
        raise BrokenData(
            f"data/models/{path.name} cannot be read ({error!r}); restore it from the repository."
        ) from error
