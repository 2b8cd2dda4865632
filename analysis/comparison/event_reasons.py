"""The reasons for an event match, as sentences for a reader: dates, actors, places, numbers, distinctive words."""

from collections.abc import Sequence

from analysis.comparison import common_ground, profiles
from analysis.model import Article

SHOWN = 5  # things named in one sentence
VERBS = {
    "actor": "name",
    "place": "name as a place",
    "number": "give as a number",
    "date": "give as a day or time",
    "word": "speak of",
}
TELLING = ("actor", "place", "word")  # what an article that stands apart is told by


def together(articles: Sequence[Article]) -> tuple[str, ...]:
    """Why `articles` belong together: what all of them share."""
    shared = common_ground.compare(articles)
    how_many = "Both" if len(articles) == 2 else f"All {len(articles)}"
    found = [days(articles)]
    for kind, verb in VERBS.items():
        texts = [one.text for one in shared if one.kind == kind]
        if texts:
            found.append(f"{how_many} {verb} {_listed(texts)}.")
    return tuple(found)


def apart(articles: Sequence[Article], odd: Article) -> str:
    """Why `odd` stands apart from `articles`: days, what they share and it lacks, what only it has."""
    parts = [gap] if (gap := _gap(articles, odd)) else []
    own = common_ground.features(odd.body)
    if len(articles) > 1:
        shared = common_ground.compare(articles, len(articles) // 2 + 1)
        lacking = [one.text for one in shared if one.kind in TELLING and one.key not in own[one.kind]]
        if lacking:
            parts.append(f"it lacks {_listed(lacking[:SHOWN])}, which most of the others share")
    others = [common_ground.features(article.body) for article in articles]
    only = [
        feature.text
        for kind in TELLING
        for key, feature in sorted(own[kind].items(), key=lambda one: -one[1].weight)
        if not any(key in other[kind] for other in others)
    ]
    if only:
        parts.append(f"only it speaks of {_listed(only[:SHOWN])}")
    return f"“{name(odd)}” stands apart: {'; '.join(parts) or 'too few names, words and phrases are shared'}."


def name(article: Article) -> str:
    """What an article is called in a sentence: its outlet, else its headline, else its id."""
    return article.outlet or article.headline or article.id


def days(articles: Sequence[Article]) -> str:
    """How far apart the articles were published."""
    known = sorted(day for article in articles if (day := profiles.published(article)) is not None)
    if len(known) < 2:
        return "No two dates of publication are known, so only names, words and phrases were compared."
    apart_by = (known[-1] - known[0]).days
    missing = len(articles) - len(known)
    note = f"; {missing} without a date" if missing else ""
    if not apart_by:
        return f"Published on the same day ({known[0].isoformat()}{note})."
    return f"Published within {_counted(apart_by)} ({known[0].isoformat()} to {known[-1].isoformat()}{note})."


def _gap(articles: Sequence[Article], odd: Article) -> str:
    """The days between `odd` and the nearest of the others; "" where a date is missing or they are near."""
    day = profiles.published(odd)
    others = [one for article in articles if (one := profiles.published(article)) is not None]
    if day is None or not others:
        return ""
    nearest = min(others, key=lambda other: abs((other - day).days))
    gap = (day - nearest).days
    if abs(gap) < 2:
        return ""
    return f"published {_counted(abs(gap))} {'after' if gap > 0 else 'before'} the nearest of the others"


def _counted(days: int) -> str:
    return "1 day" if days == 1 else f"{days} days"


def _listed(texts: Sequence[str]) -> str:
    """The first few texts in one phrase, with the number of those left out."""
    shown = list(dict.fromkeys(texts))
    more = len(shown) - SHOWN
    if more > 0:
        return f"{', '.join(shown[:SHOWN])} and {more} more"
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else shown[0]
