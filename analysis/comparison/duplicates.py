"""Duplicates: which articles are the same text twice, or nearly, whatever language they are in.

A quick look on adding, before any comparison: runs of five words that two articles share, as a share of those of the
shorter one. What follows from a shared text is the finding of analysis.comparison.reuse.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from analysis import lexicons
from analysis.model import Article
from analysis.text import words

SAME, NEAR = "the same text", "nearly the same text"
LENGTH = 5  # words in a run, as in reuse


@dataclass(frozen=True, slots=True)
class Duplicate:
    """`second` has the words of `first`, which stands before it (ids). share: 0 to 1, of the shorter one."""

    first: str
    second: str
    kind: str  # SAME: word for word; NEAR
    share: float


def compare(articles: Sequence[Article]) -> tuple[Duplicate, ...]:
    """Every pair of `articles` that is one text or nearly so, in their order; of many copies each with the first."""
    first_with: dict[tuple[str, ...], str] = {}
    found: list[Duplicate] = []
    for article in articles:
        text = words.lowered(article.body)
        first = first_with.setdefault(text, article.id) if text else article.id
        if first != article.id:
            found.append(Duplicate(first, article.id, SAME, 1.0))
    found += _near({name: text for text, name in first_with.items()})
    place = {article.id: number for number, article in enumerate(articles)}
    return tuple(sorted(found, key=lambda one: (place[one.second], place[one.first])))


def sentence(one: Duplicate, names: Mapping[str, str]) -> str:
    """What a person is told of a duplicate. names: of the articles, by id."""
    shared = f" ({one.share:.0%} of the shorter one word for word)" if one.kind == NEAR else ""
    return f"“{names[one.second]}” is {one.kind} as “{names[one.first]}”{shared}: one source, not two."


def _near(texts: Mapping[str, tuple[str, ...]]) -> list[Duplicate]:
    """The pairs of different texts that share most of their runs of words."""
    least = lexicons.threshold("reuse_shingles")
    runs = {name: {text[at : at + LENGTH] for at in range(len(text) - LENGTH + 1)} for name, text in texts.items()}
    runs = {name: own for name, own in runs.items() if len(own) >= least}
    having: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for name, own in runs.items():
        for run in own:
            having[run].append(name)
    shared = Counter(pair for names in having.values() if len(names) > 1 for pair in combinations(names, 2))
    shares = {pair: count / min(len(runs[pair[0]]), len(runs[pair[1]])) for pair, count in shared.items()}
    line = lexicons.threshold("reuse_repost")
    return [Duplicate(first, second, NEAR, share) for (first, second), share in shares.items() if share >= line]
