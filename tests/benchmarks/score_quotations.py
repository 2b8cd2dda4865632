"""Scores the quotation finder on a PolNeAR-style key: python -m tests.benchmarks.score_quotations KEY.json [--draws N]

KEY.json is a list of {id, text, attributions: [{source, cue, content, heads, accept, pronoun, entity}]}; spans are
pairs of offsets. The unit is a segment: the words of one attribution inside one pair of marks. Segments are matched
one to one with the predicted ones, best word overlap (intersection over union) first, at least .5.
    extraction   precision, recall and F1 of the segments
    speaker      share of matched segments with a source whose speaker has the head or last name of the source
    resolved     the same, with a name where the source is a pronoun
    end to end   F1 of segments that are found and have the right speaker (or rightly none)
    voice share  mean over articles of the total variation distance of quoted words by speaker (0 to 1, less is better)
    indirect     F1 of attributions without a word inside marks
95 % intervals by bootstrap over articles.
"""

import argparse
import json
import random
import re
import time
from collections import Counter, defaultdict
from pathlib import Path

from analysis.text import marks, quotations, words
from tests.benchmarks.cards import Card, keep

PRONOUNS = frozenset(
    [
        "he", "she", "they", "it", "we", "i", "you", "who", "him", "her", "them", "us", "me", "his", "hers",
        "their", "its", "our", "my", "one", "himself", "herself", "themselves", "whoever", "that", "which",
        "this", "these", "those",
    ]
)  # fmt: skip
# A speaker's key is the last word before one of these.
ENDS = frozenset(
    [
        "for", "of", "at", "in", "from", "with", "who", "whom", "whose", "which", "that", "on", "to", "by",
        "as", "among", "about", "under", "near", "into", "against", "within", "close", "familiar", "over",
    ]
)  # fmt: skip
SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv", "s"])
PARTS = re.compile(r"[,;:()—–]| and ")
TOKEN = re.compile(r"[\w\-]+|[’']s?\b")
SEED = 7
SHOWN = {  # figure -> as the accuracy card calls it, and by how much it is multiplied
    "extraction F1": ("quotations found (F1)", 100),
    "speaker accuracy": ("right speaker (%)", 100),
    "resolved": ("right name, pronouns resolved (%)", 100),
    "end to end F1": ("quotation and speaker right (F1)", 100),
    "voice share distance": ("error of voice shares (0 to 1, lower is better)", 1),
    "indirect F1": ("reported speech without marks (F1)", 100),
}


def keys(speaker):
    """The key words of a speaker: of each part between commas, the last word before a preposition or relative."""
    found = []
    for part in PARTS.split(speaker or ""):
        head = None
        for token in TOKEN.findall(part):
            low = token.lower()
            if low in ENDS and head:
                break
            if low not in SUFFIXES and token[0] not in "’'":
                head = low
        if head:
            found.append(head)
    return found


def matching(gold, found):
    """{index in gold: index in found}: one to one, best overlap of the word sets first, at least .5."""
    holders = defaultdict(list)
    for index, inside in enumerate(found):
        for word in inside:
            holders[word].append(index)
    pairs = []
    for index, inside in enumerate(gold):
        for other, both in Counter(other for word in inside for other in holders[word]).items():
            overlap = both / (len(inside) + len(found[other]) - both)
            if overlap >= 0.5:
                pairs.append((-overlap, index, other))
    matched, used = {}, set()
    for _, index, other in sorted(pairs):
        if index not in matched and other not in used:
            matched[index] = other
            used.add(other)
    return matched


class Key:
    """The words of one text, and the stretch inside marks that each of them stands in."""

    def __init__(self, text):
        self.words = words.find(text)
        self.region = {}
        for number, stretch in enumerate(marks.find(text)):
            for word in self.inside([(stretch.start, stretch.end)]):
                self.region[word] = number

    def inside(self, spans):
        """Indices of the words that lie at least half inside `spans`."""
        return {
            index
            for start, end in spans
            for index, (first, last) in enumerate(self.words)
            if first < end and last > start and 2 * (min(last, end) - max(first, start)) >= last - first
        }

    def segments(self, inside):
        """`inside` split by the stretches between marks; empty where no word is inside marks."""
        found = defaultdict(set)
        for word in inside:
            if word in self.region:
                found[self.region[word]].add(word)
        return [found[number] for number in sorted(found)]


def is_right(attribution, quotation):
    """(speaker right, resolved speaker right or None where the key cannot tell)."""
    entity = attribution["entity"]
    if not quotation.speaker:
        return False, (False if entity else None)
    mine = set(keys(quotation.speaker))
    start, end = quotation.speaker_start, quotation.speaker_end
    covers = start is not None and any(start <= head < end for head in attribution["heads"])
    right = covers or bool(mine & set(attribution["accept"]))
    if not entity:
        return right, None
    if mine <= PRONOUNS:
        return right, False
    return right, (entity in mine if attribution["pronoun"] else right)


def voice_distance(gold, found):
    """Total variation distance between the quoted words by speaker in the key and in the prediction, or None."""
    by_gold, by_found, label_of = Counter(), Counter(), {}
    for inside, attribution in gold:
        label = attribution["entity"] or (attribution["accept"][-1] if attribution["accept"] else "none")
        by_gold[label] += len(inside)
        for word in attribution["accept"] if not attribution["pronoun"] else ():
            label_of.setdefault(word, label)
    for inside, quotation in found:
        mine = keys(quotation.speaker)
        known = [word for word in mine if word in by_gold] or [label_of[word] for word in mine if word in label_of]
        by_found[known[0] if known else mine[0] if mine else "none"] += len(inside)
    if not by_gold and not by_found:
        return None
    if not by_gold or not by_found:
        return 1.0
    n, m = sum(by_gold.values()), sum(by_found.values())
    return sum(abs(by_gold[label] / n - by_found[label] / m) for label in by_gold | by_found) / 2


def score_article(article):
    """The counts of one article, and its voice distance."""
    key = Key(article["text"])
    gold, found, gold_in, found_in = [], [], [], []
    for attribution in article["attributions"]:
        inside = key.inside(attribution["content"])
        segments = key.segments(inside)
        gold += [(segment, attribution) for segment in segments]
        gold_in += [inside] if inside and not segments else []
    for quotation in quotations.find(article["text"]):
        inside = key.inside([(quotation.start, quotation.end)])
        segments = key.segments(inside)
        found += [(segment, quotation) for segment in segments]
        found_in += [inside] if inside and not segments else []
    counts = Counter(gold=len(gold), found=len(found), gold_in=len(gold_in), found_in=len(found_in))
    counts["matched_in"] = len(matching(gold_in, found_in))
    for index, other in matching([inside for inside, _ in gold], [inside for inside, _ in found]).items():
        attribution, quotation = gold[index][1], found[other][1]
        counts["matched"] += 1
        if not attribution["source"]:
            counts["done"] += not quotation.speaker
            continue
        right, resolved = is_right(attribution, quotation)
        counts += Counter(sourced=1, right=right, done=right, named=resolved is not None, resolved=bool(resolved))
    return counts, voice_distance(gold, found)


def measures(scored):
    """The figures over scored articles."""
    total = Counter()
    for counts, _ in scored:
        total.update(counts)
    distances = [distance for _, distance in scored if distance is not None]
    f1 = lambda hits, found, gold: 2 * hits / (found + gold) if found + gold else 0.0  # noqa: E731
    return {
        "extraction F1": f1(total["matched"], total["found"], total["gold"]),
        "speaker accuracy": total["right"] / max(total["sourced"], 1),
        "resolved": total["resolved"] / max(total["named"], 1),
        "end to end F1": f1(total["done"], total["found"], total["gold"]),
        "voice share distance": sum(distances) / max(len(distances), 1),
        "indirect F1": f1(total["matched_in"], total["found_in"], total["gold_in"]),
    }


def main():
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("key", type=Path)
    parser.add_argument("--draws", type=int, default=500)
    parser.add_argument("--every", type=int, default=1, help="only every Nth article (8: the held-out part of a fit)")
    given = parser.parse_args()
    articles = json.loads(given.key.read_text(encoding="utf-8"))[:: given.every]
    started = time.process_time()
    for article in articles:
        quotations.find(article["text"])
    speed = len(articles) / (time.process_time() - started)
    scored = [score_article(article) for article in articles]
    chance = random.Random(SEED)
    drawn = [measures(chance.choices(scored, k=len(scored))) for _ in range(given.draws)]
    print(f"{given.key.name}: {len(articles)} articles, {speed:.0f} articles a second")
    for name, value in measures(scored).items():
        ordered = sorted(draw[name] for draw in drawn)
        low, high = ordered[int(0.025 * given.draws)], ordered[int(0.975 * given.draws)]
        print(f"{name:22} {value:.3f}   {low:.3f} to {high:.3f}")
        metric, times = SHOWN[name]
        n, data = f"{len(articles)} articles", f"PolNeAR {given.key.stem}"
        keep(Card("quoted_voices", "Parallax", metric, value * times, low * times, high * times, n, data))


if __name__ == "__main__":
    main()
