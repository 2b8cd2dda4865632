"""Claim presence on the teaching cases: python -m tests.benchmarks.score_claims [CASE…]

The answer key lists each claim with the words that make it in each article. A claim that the machine finds stands for a
key claim in an article if one of its places there overlaps these words. Each key claim is given the found claim that
agrees with it best; in the strict figure no found claim may stand for two key claims. Precision, recall and F1 are over
pairs of claim and article.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence

from analysis import cases
from analysis.comparison import claims, event_match
from analysis.comparison.claims import Claim

Keyed = Mapping[str, Sequence[tuple[int, int]]]  # article id -> where the claim is made


def keyed(case_id: str, bodies: Mapping[str, str]) -> Iterator[tuple[str, Keyed]]:
    """(claim id, where it stands) of every claim of the key; words in a line that was set aside have no place."""
    for claim in cases.key(case_id)["claims"]:
        found = {}
        for ident, stretches in claim["articles"].items():
            starts = [(bodies[ident].find(words), len(words)) for words in stretches]
            found[ident] = [(start, start + length) for start, length in starts if start >= 0]
        yield claim["id"], found


def counts(claim: Claim, key: Keyed) -> tuple[int, int, int]:
    """(articles that both have at the same place, articles only the found claim has, articles only the key has)."""
    right = {
        place.article
        for place in claim.places
        for start, end in key.get(place.article, ())
        if place.start < end and place.end > start
    }
    return len(right), len(set(claim.articles) - right), len(key.keys() - right)


def f1(right: int, wrong: int, missed: int) -> float:
    """F1 of the counts; 0 where nothing is right."""
    return 2 * right / (2 * right + wrong + missed) if right else 0.0


def score(case_id: str, strict: bool, show: bool = False) -> tuple[int, int, int]:
    """Counts over all key claims of one case."""
    articles = cases.articles(case_id)
    found = claims.compare(articles, event_match.compare(articles), insist=True).claims
    key = dict(keyed(case_id, {article.id: article.body for article in articles}))
    ranked = sorted(
        ((f1(*counts(claim, places)), name, claim) for name, places in key.items() for claim in found),
        key=lambda one: -one[0],
    )
    chosen: dict[str, Claim] = {}
    used: set[str] = set()
    for value, name, claim in ranked:
        if value and name not in chosen and not (strict and claim.id in used):
            chosen[name] = claim
            used.add(claim.id)
    total = [0, 0, 0]
    for name, places in key.items():
        own = counts(chosen[name], places) if name in chosen else (0, 0, len(places))
        total = [one + other for one, other in zip(total, own, strict=True)]
        if show:
            print(f"  {name}: {own} {chosen[name].kind + ': ' + chosen[name].text[:70] if name in chosen else '–'}")
    return total[0], total[1], total[2]


def main(names: Sequence[str]) -> None:
    """Print the figures of each case and of all together."""
    chosen = names or cases.ids()
    for strict in (False, True):
        how = "one to one" if strict else "best match"
        found = [score(case_id, strict, show=bool(names) and not strict) for case_id in chosen]
        for case_id, counted in zip([*chosen, "all"], [*found, tuple(map(sum, zip(*found, strict=True)))], strict=True):
            right, wrong, missed = counted
            precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
            print(f"{how}, {case_id}: precision {precision:.3f}, recall {recall:.3f}, F1 {f1(*counted):.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
