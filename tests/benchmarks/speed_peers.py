"""What others that pip installs take for the same texts, as ratios to all measures of Parallax, in one run.

    python tests/benchmarks/speed_peers.py ARTICLES.json|FOLDER

Each does less or other things than the measures do; what it gives stands beside it. A peer that is not installed, or
that wants to download data first, is left out and named.
"""

import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import textstat

from tests.benchmarks.speed import ANALYSER, ours, seconds, texts

Job = Callable[[str], object]


def vader(text: str) -> object:
    """One tone for the whole article."""
    return ANALYSER.polarity_scores(text)


def textstat_all(text: str) -> object:
    """Seven readability formulas and their consensus."""
    return textstat.text_standard(text)


def textblob(text: str) -> object:
    """Tone and subjectivity of the whole article, by the lexicon of Pattern."""
    from textblob import TextBlob  # noqa: PLC0415

    return TextBlob(text).sentiment


def nltk_tokens(text: str) -> object:
    """Words by the rules of the Penn Treebank, nothing else: its taggers and its VADER want a download first."""
    from nltk.tokenize import TreebankWordTokenizer  # noqa: PLC0415

    return TreebankWordTokenizer().tokenize(text)


PEERS: tuple[tuple[Job, str], ...] = (
    (vader, "vaderSentiment"),
    (textstat_all, "textstat"),
    (textblob, "textblob"),
    (nltk_tokens, "nltk"),
)


def main(path: Path) -> None:
    """Print the ratios."""
    bodies = texts(path)
    here = [job for job, package in PEERS if find_spec(package)]
    left_out = [f"{job.__name__} ({package} is not installed)" for job, package in PEERS if job not in here]
    seconds(bodies[:2], ours, *here)
    own, *others = seconds(bodies, ours, *here)
    print(f"{path}: {len(bodies)} texts")
    print(f"{'Parallax, all measures':24} {len(bodies) / own:7.0f} articles a second   1.00")
    for job, took in zip(here, others, strict=True):
        told = (job.__doc__ or "").split("\n")[0]
        print(f"{job.__name__:24} {len(bodies) / took:7.0f} articles a second   {took / own:.2f}   {told}")
    if left_out:
        print(f"left out: {', '.join(left_out)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
