"""Quote versions on the teaching cases: python -m tests.benchmarks.score_quote_versions [CASE…]

The key lists each statement with the words inside the marks of every article that quotes it, and the articles that
changed a word. Found: the version of an article is in the statement that holds most of the keyed ones. Altered: of the
versions found, those whose flag agrees with the key.
"""

import sys
from collections.abc import Mapping, Sequence

from analysis import cases
from analysis.comparison import quote_versions
from analysis.comparison.quote_versions import QuoteVersions, Version


def versions_of(found: QuoteVersions, keyed: Mapping[str, str], bodies: Mapping[str, str]) -> dict[str, list[Version]]:
    """Article -> the versions of `found` that overlap the keyed words."""
    right: dict[str, list[Version]] = {}
    for one in found.versions:
        start = bodies[one.article].find(keyed[one.article]) if one.article in keyed else -1
        if start >= 0 and one.start < start + len(keyed[one.article]) and one.end > start:
            right.setdefault(one.article, []).append(one)
    return right


def score(case_id: str) -> tuple[int, int, int, int]:
    """(versions found, versions keyed, flags right, flags judged)."""
    articles = cases.articles(case_id)
    bodies = {article.id: article.body for article in articles}
    found = quote_versions.compare(articles)
    hits = total = right = judged = 0
    for statement in cases.key(case_id)["quote_versions"]:
        keyed = statement["versions"]
        best = max((versions_of(one, keyed, bodies) for one in found), key=len, default={})
        total += len(keyed)
        hits += len(best)
        for article, versions in best.items():
            judged += 1
            flagged = any(version.altered for version in versions)
            right += flagged == (article in statement["altered"])
    return hits, total, right, judged


def main(names: Sequence[str]) -> None:
    """Print the figures of each case."""
    for case_id in names or cases.ids():
        hits, total, right, judged = score(case_id)
        print(f"{case_id}: {hits} of {total} versions found; {right} of {judged} flags of altered words as keyed")


if __name__ == "__main__":
    main(sys.argv[1:])
