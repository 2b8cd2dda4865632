"""How alike every pair of articles is in names, words, phrases and days, and the fitted odds that it is one event."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from analysis import lexicons
from analysis.comparison import profiles, vectors
from analysis.errors import BrokenData
from analysis.lexicons import DATA
from analysis.model import Article

MODEL = "models/event_match.json"

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Likeness:
    """Each field has shape (n, n) for n articles. days is NaN where one of the two dates is not known."""

    names: Numbers  # cosine of the names, 0 to 1
    words: Numbers  # cosine of the other words, 0 to 1
    phrases: Numbers  # share of the shorter one's phrases that the other has too, 0 to 1
    days: Numbers  # days between the dates of publication

    @property
    def subject(self) -> Numbers:
        """The geometric mean of names and words: an event needs both the same people and the same doings."""
        return np.asarray(np.sqrt(self.names * self.words))

    @property
    def phrasing(self) -> Numbers:
        """The shared phrases up to a limit: beyond it they tell of copied or of very short texts, not of the event."""
        return np.minimum(self.phrases, lexicons.threshold("phrase_limit"))


def likeness(articles: Sequence[Article]) -> Likeness:
    """How alike every two of `articles` are."""
    found = [profiles.find(article.body) for article in articles]
    dates = [profiles.published(article) for article in articles]
    days = np.array([one.toordinal() if one else np.nan for one in dates], dtype=np.float64)
    # The product of the square roots is the sum of the weights that both have.
    shared = vectors.products([{phrase: weight**0.5 for phrase, weight in one.phrases.items()} for one in found])
    totals = np.maximum(np.diag(shared), 1e-9)
    return Likeness(
        names=vectors.cosines([one.names for one in found]).astype(np.float64),
        words=vectors.cosines([one.words for one in found]).astype(np.float64),
        phrases=(shared / np.minimum(totals[:, None], totals[None, :])).astype(np.float64),
        days=np.abs(days[:, None] - days[None, :]),
    )


def logits(found: Likeness, dated: bool = True) -> Numbers:
    """The log odds that each pair reports one event, shape (n, n); `dated` False leaves the dates aside.

    The dates count for the pairs that have two; 0 is the line between one event and two.
    """
    undated = _sum("undated", subject=found.subject, phrases=found.phrasing)
    if not dated:
        return undated
    log_days = np.log1p(np.nan_to_num(found.days))
    with_days = _sum("dated", subject=found.subject, phrases=found.phrasing, log_days=log_days)
    return np.where(np.isnan(found.days), undated, with_days)


def _sum(model: str, **features: Numbers) -> Numbers:
    weights = _weights()[model]
    return np.asarray(weights["constant"] + sum(weights[name] * feature for name, feature in features.items()))


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    try:
        models: dict[str, dict[str, float]] = json.loads((DATA / MODEL).read_text(encoding="utf-8"))["weights"]
    except (OSError, ValueError, KeyError) as error:
        raise BrokenData(f"data/{MODEL} cannot be read ({error}); restore it from the repository.") from error
    return models
