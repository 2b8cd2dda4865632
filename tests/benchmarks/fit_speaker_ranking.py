"""Refits the three rankings in data/models: python -m tests.benchmarks.fit_speaker_ranking TRAIN.json [--hold N]

TRAIN.json is a PolNeAR-style key. Each ranking is a conditional logit: the probability of a candidate is exp(sum of
the weights of its features) over the same sum for all candidates of its case.
    speaker_ranking      case: a marked stretch; gold: the mentions that overlap its marked source
    antecedent_ranking   case: a pronoun that is a source; gold: the voice that the key names
    reported_ranking     case: a cue; gold: the clause nearest to the marked content (word overlap .5 or more), or none
Rare features and small weights are left out, so that a reader can go through what is left. Needs numpy.
"""

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

import numpy as np

from analysis.text import antecedents, ranking, reported, speaker_features, speakers, words
from analysis.text.scene import NO_SPEECH, NOBODY, Choice, Scene

STEPS, RATE, DECAY = 300, 0.06, 2e-4


def speaker_cases(articles):
    """(features of each candidate, gold flags) of every marked stretch whose speaker is among the candidates."""
    for article in articles:
        scene = Scene(article["text"])
        for quote, attribution in attributions_of_stretches(article, scene):
            shape = speaker_features.shape(scene, quote)
            candidates = scene.candidates(quote)
            gold = [is_speaker(scene, candidate, attribution) for candidate in candidates]
            right = [candidate for candidate, is_gold in zip(candidates, gold, strict=True) if is_gold]
            # The walk goes on from the right answer, not from a guess.
            chosen = next((candidate for candidate in right if candidate.cue >= 0), right[0] if right else None)
            rows = [ranking.features(speaker_features.find(scene, quote, candidate, shape)) for candidate in candidates]
            scene.choices.append(Choice(quote, chosen.mention, chosen.cue) if chosen else Choice(quote, NOBODY, -1))
            if chosen:
                yield rows, gold


def attributions_of_stretches(article, scene):
    """(Q, the innermost attribution that covers most of it, or None) in the order of the text."""
    pieces = sorted((*span, number) for number, one in enumerate(article["attributions"]) for span in one["content"])
    for quote in scene.quotes:
        stretch = scene.found.stretches[quote]
        best, most = None, 0.5 * (stretch.end - stretch.start)
        for start, end, number in pieces:
            cover = min(end, stretch.end) - max(start, stretch.start)
            if cover > most or (best is not None and cover >= 0.95 * most):
                best, most = number, max(cover, most)
        yield quote, (article["attributions"][best] if best is not None else None)


def is_speaker(scene, candidate, attribution):
    """Whether the candidate is the source of the attribution."""
    if attribution is None:
        return candidate.mention == NO_SPEECH
    if not attribution["source"] or candidate.mention < 0:
        return candidate.mention == NOBODY and not attribution["source"]
    mention = scene.known.mentions[candidate.mention]
    start, end = scene.found.starts[mention.first], scene.found.ends[mention.after - 1]
    if any(start <= head < end for head in attribution["heads"]):
        return True
    head = scene.found.starts[mention.head]
    return mention.kind != "pronoun" and any(first <= head < last for first, last in attribution["source"])


def antecedent_cases(articles, weights):
    """(features of each candidate, gold flags) of every pronoun that is a source with a known antecedent."""
    for article in articles:
        reader = antecedents.Reader(article["text"])
        asked = {
            head: attribution["entity"]
            for attribution in article["attributions"]
            if attribution["pronoun"] and attribution["entity"]
            for head in attribution["heads"]
        }
        for pronoun, candidates in reader.read(weights):
            rows = [ranking.features(reader.clues(pronoun, trace)) for trace in candidates]
            entity = asked.get(reader.found.starts[reader.known.mentions[pronoun].head])
            gold = [stands_for(reader, trace, entity) for trace in candidates]
            if any(gold):
                yield rows, gold


def stands_for(reader, trace, entity):
    """Whether the key's name for the antecedent is one of the words of `trace`."""
    if trace.key[0] == "voice":
        return entity in reader.known.voices[trace.key[1]].words
    return entity == reader.found.low[reader.known.mentions[trace.mention].head]


def reported_cases(articles):
    """(features of each clause and of none, gold flags) of every cue with a clause, or with no attribution at all."""
    for article in articles:
        reader = reported.Reader(article["text"])
        starts, ends = reader.found.starts, reader.found.ends
        unmarked = [one for one in article["attributions"] if not touches_marks(one["content"], reader.found.stretches)]
        for cue in reader.cues:
            clauses = reader.clauses(cue)
            where = [(starts[cue.first], ends[cue.after - 1])]
            contents = [
                {word for start, end in one["content"] for word in words.find(article["text"], start, end)}
                for one in unmarked
                if touch(one["cue"], where)
            ]
            spans = [words.find(article["text"], starts[clause.first], ends[clause.after - 1]) for clause in clauses]
            overlaps = [max((overlap(set(span), one) for one in contents), default=0.0) for span in spans]
            gold = [share >= 0.5 and share > max(overlaps) - 0.05 for share in overlaps]
            if clauses and (any(gold) or not contents):
                rows = [ranking.features(reader.clues(cue, clause)) for clause in clauses]
                yield [*rows, ranking.features(reader.none(cue))], [*gold, not contents]


def touch(spans, others):
    """Whether any two spans share a character."""
    return any(start < last and end > first for start, end in spans for first, last in others)


def touches_marks(spans, stretches):
    """Whether any of `spans` has a character inside marks."""
    return touch(spans, [(stretch.start, stretch.end) for stretch in stretches.values()])


def overlap(mine, gold):
    """Intersection over union of two sets."""
    return len(mine & gold) / len(mine | gold) if mine and gold else 0.0


def fit(cases, seen, least):
    """Feature -> weight, for features seen at least `seen` times whose weight is at least `least` (Adam, L2)."""
    times = Counter(feature for rows, _ in cases for row in rows for feature in row)
    index = {feature: number for number, feature in enumerate(name for name, n in times.items() if n >= seen)}
    rows = [
        (case, row, is_gold) for case, (rows, gold) in enumerate(cases) for row, is_gold in zip(rows, gold, strict=True)
    ]
    pairs = [(index[feature], number) for number, (_, row, _) in enumerate(rows) for feature in row if feature in index]
    feature_of, row_of = np.array(pairs).T
    case_of, is_gold = np.array([case for case, _, _ in rows]), np.array([gold for _, _, gold in rows])
    weights, mean, square = np.zeros(len(index)), np.zeros(len(index)), np.zeros(len(index))
    for step in range(1, STEPS + 1):
        score = np.bincount(row_of, weights[feature_of], len(rows))
        odds = np.exp(score - score.max())
        given_gold = np.where(is_gold, odds, 0.0)
        error = odds / np.bincount(case_of, odds)[case_of] - given_gold / np.bincount(case_of, given_gold)[case_of]
        slope = np.bincount(feature_of, error[row_of], len(index)) / len(cases) + DECAY * weights
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        weights -= RATE * mean / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    print(f"{len(cases)} cases, {len(index)} features", file=sys.stderr)
    return {name: round(float(weights[number]), 2) for name, number in index.items() if abs(weights[number]) >= least}


def save(name, weights, count):
    """Write data/models/<name>.json, the weights in the order of their names."""
    about = f"Conditional logit, fitted on {count} articles by tests/benchmarks/fit_speaker_ranking.py (see there)."
    text = json.dumps({"about": about, "weights": dict(sorted(weights.items()))}, indent=0, ensure_ascii=False)
    (ranking.MODELS / f"{name}.json").write_text(text + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("train", type=Path)
    parser.add_argument("--hold", type=int, default=0, help="leave every Nth article out, for an honest check (8)")
    given = parser.parse_args()
    articles = json.loads(given.train.read_text(encoding="utf-8"))
    articles = [article for number, article in enumerate(articles) if not given.hold or number % given.hold]
    pronouns = {}
    for _ in range(2):  # the second time on the walks that the first weights take
        pronouns = fit(list(antecedent_cases(articles, ranking.Ranking(pronouns))), seen=8, least=0.02)
    save(antecedents.MODEL, pronouns, len(articles))
    save(speakers.MODEL, fit(list(speaker_cases(articles)), seen=8, least=0.02), len(articles))
    save(reported.MODEL, fit(list(reported_cases(articles)), seen=15, least=0.05), len(articles))


if __name__ == "__main__":
    main()
