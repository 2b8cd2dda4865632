"""Refits data/models/speaker_ranking.json: python tests/benchmarks/fit_speaker_ranking.py TRAIN.json [--hold N]

TRAIN.json is a PolNeAR-style key. A conditional logit over the candidates of each marked stretch: the probability of
a candidate is exp(sum of its weights) over the same sum for all candidates; gold is every candidate whose mention
overlaps the marked source. Features seen fewer than MIN_SEEN times are left out. Needs numpy.
"""

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from analysis.text import reported, speakers, voices, words

MIN_SEEN = 8


def segments(article, scene):
    """For each Q of the scene: the attribution it belongs to (None: no speech)."""
    pieces = sorted(
        (start, end, number) for number, a in enumerate(article["attributions"]) for start, end in a["content"]
    )
    for quote in scene.quotes:
        stretch = scene.found.stretches[quote]
        best, best_cover = None, 0.5 * (stretch.end - stretch.start)
        for start, end, number in pieces:
            if start >= stretch.end:
                break
            cover = min(end, stretch.end) - max(start, stretch.start)
            # the innermost attribution that covers most of the stretch
            if cover > best_cover or (best is not None and cover >= 0.95 * best_cover and cover > 0):
                best, best_cover = number, max(cover, best_cover)
        yield quote, (article["attributions"][best] if best is not None else None)


def is_gold(scene, candidate, attribution):
    if attribution is None:
        return candidate.mention == speakers.NO_SPEECH
    if not attribution["source"]:
        return candidate.mention == speakers.NOBODY
    if candidate.mention < 0:
        return False
    mention = scene.known.mentions[candidate.mention]
    start, end = scene.found.starts[mention.first], scene.found.ends[mention.after - 1]
    head = scene.found.starts[mention.head]
    if any(start <= h < end for h in attribution["heads"]):
        return True
    return any(s <= head < e for s, e in attribution["source"]) and mention.kind != "pronoun"


def cases(articles):
    """(features of each candidate, gold flags) of every stretch with a reachable gold candidate."""
    reachable = total = 0
    for article in articles:
        scene = speakers.Scene(article["text"])
        for quote, attribution in segments(article, scene):
            shape = scene.shape(quote)
            candidates = scene.candidates(quote)
            rows = [scene.features(quote, candidate, shape) for candidate in candidates]
            gold = [is_gold(scene, candidate, attribution) for candidate in candidates]
            total += 1
            chosen = next((c for c, g in zip(candidates, gold) if g), None)
            if chosen is None:
                scene.choices.append(speakers.Choice(quote, speakers.NOBODY, -1))
                continue
            reachable += 1
            with_cue = next((c for c, g in zip(candidates, gold) if g and c.cue >= 0), chosen)
            scene.choices.append(speakers.Choice(quote, with_cue.mention, with_cue.cue))
            yield rows, gold
    print(f"{total} stretches, {reachable / total:.3f} with the speaker among the candidates", file=sys.stderr)


def antecedent_cases(articles, weights):
    """(features of each candidate, gold flags) of every pronoun that is a source with a known antecedent."""
    reachable = total = 0
    for article in articles:
        reader = voices.Reader(article["text"])
        asked = {}
        for attribution in article["attributions"]:
            if attribution["pronoun"] and attribution["entity"]:
                for head in attribution["heads"]:
                    asked[head] = attribution["entity"]
        for pronoun, candidates, rows in reader.read(weights):
            entity = asked.get(reader.found.starts[reader.known.mentions[pronoun].head])
            if entity is None:
                continue
            gold = [names_it(reader, trace, entity) for trace in candidates]
            total += 1
            if any(gold):
                reachable += 1
                yield rows, gold
                # the walk goes on from the right answer, not from a wrong guess
    print(f"{total} pronouns, {reachable / total:.3f} with the antecedent among the candidates", file=sys.stderr)


def reported_cases(articles):
    """(features of each clause and of none, gold flags) of every cue; a clause is gold with word IoU of .5 or more."""
    reachable = total = 0
    for article in articles:
        reader = reported.Reader(article["text"])
        starts, ends = reader.found.starts, reader.found.ends
        by_cue = []
        marked = [(stretch.start, stretch.end) for stretch in reader.found.stretches.values()]
        for attribution in article["attributions"]:
            inside = set()
            for start, end in attribution["content"]:
                inside.update(w for w in words.find(article["text"], start, end))
            if not any(s < end and e > start for s, e in marked for start, end in attribution["content"]):
                by_cue.append((attribution["cue"], inside))
        for cue in reader.cues:
            clauses = reader.clauses(cue)
            if not clauses:
                continue
            a, b = starts[cue.first], ends[cue.after - 1]
            contents = [inside for spans, inside in by_cue if any(s < b and e > a for s, e in spans)]
            overlaps = [
                max((overlap(article["text"], starts[c.first], ends[c.after - 1], g) for g in contents), default=0.0)
                for c in clauses
            ]
            gold = [share >= 0.5 and share > max(overlaps) - 0.05 for share in overlaps]
            total += bool(contents)
            reachable += any(gold)
            if contents and not any(gold):
                continue
            rows = [reader.features(cue, clause) for clause in clauses] + [reader.none(cue)]
            yield rows, [*gold, not contents]
    print(f"{total} cues, {reachable / total:.3f} with the clause among the candidates", file=sys.stderr)


def overlap(text, start, end, gold):
    mine = set(words.find(text, start, end))
    both = len(mine & gold)
    return both / (len(mine) + len(gold) - both) if mine and gold else 0.0


def names_it(reader, trace, entity):
    if trace.key[0] == "voice":
        voice = reader.known.voices[trace.key[1]]
        return entity == voice.words[-1] or (entity in voice.words)
    return reader.found.low[reader.known.mentions[trace.mention].head] == entity


def fit(data, rounds=60, decay=2e-5, step=0.5):
    seen = Counter(feature for rows, _ in data for row in rows for feature in row)
    index = {f: i for i, f in enumerate(f for f, n in seen.items() if n >= MIN_SEEN)}
    print(f"{len(index)} features", file=sys.stderr)
    flat, row_of, case_of, gold_rows = [], [], [], []
    row = 0
    for case, (rows, gold) in enumerate(data):
        for features, g in zip(rows, gold):
            ids = [index[f] for f in features if f in index]
            flat += ids
            row_of += [row] * len(ids)
            case_of.append(case)
            gold_rows.append(g)
            row += 1
    flat, row_of, case_of, gold_rows = map(np.array, (flat, row_of, case_of, gold_rows))
    n = len(data)
    weights = np.zeros(len(index))
    momentum, square = np.zeros_like(weights), np.zeros_like(weights)
    for turn in range(1, rounds * 5 + 1):
        score = np.bincount(row_of, weights[flat], row)
        top = np.full(n, -1e9)
        np.maximum.at(top, case_of, score)
        e = np.exp(score - top[case_of])
        p = e / np.bincount(case_of, e, n)[case_of]
        eg = e * gold_rows
        pg = eg / np.maximum(np.bincount(case_of, eg, n)[case_of], 1e-12)
        gradient = np.bincount(flat, (p - pg)[row_of], len(index)) / n + decay * weights * 10
        momentum = 0.9 * momentum + 0.1 * gradient
        square = 0.99 * square + 0.01 * gradient**2
        weights -= 0.06 * (momentum / (1 - 0.9**turn)) / (np.sqrt(square / (1 - 0.99**turn)) + 1e-8)
    loss = -np.log(np.maximum(np.bincount(case_of, p * gold_rows, n), 1e-9)).mean()
    print(f"loss {loss:.4f}", file=sys.stderr)
    return {f: round(float(weights[i]), 3) for f, i in index.items() if abs(weights[i]) >= 0.02}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("train")
    parser.add_argument("--hold", type=int, default=8, help="leave every Nth article out, for an honest check")
    given = parser.parse_args()
    articles = json.loads(Path(given.train).read_text(encoding="utf-8"))
    articles = [article for number, article in enumerate(articles) if not given.hold or number % given.hold]
    antecedents = {}
    for _ in range(2):  # the second time on the walks that the first weights take
        antecedents = fit(list(antecedent_cases(articles, antecedents)))
    save(reported.MODEL, fit(list(reported_cases(articles))))
    save(voices.MODEL, antecedents)
    save(speakers.MODEL, fit(list(cases(articles))))


def save(path, weights):
    model = {"about": "Fitted by tests/benchmarks/fit_speaker_ranking.py", "weights": dict(sorted(weights.items()))}
    path.write_text(json.dumps(model, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
