"""Hedges and boosters

Counts: words outside quotation marks that make a statement less certain (hedges: may, perhaps, likely, seems, about
    40) or more certain (boosters: clearly, indeed, of course, in fact, without doubt).
Unit: words or phrases; per 1,000 words of narration (words outside marks) with a 95 % Poisson interval.
Read as: how firmly the article itself speaks. Hedges often mean care, boosters often mean that evidence is replaced by
    confidence; both can be right. Those that stand in a reported statement or in the headline are told in the note:
    the caution may be the speaker's.
Misses: verbs of saying that hedge or boost (suggested, confirmed: see Verbs of saying); would and should, because news
    uses them for the future and for duties; must, except in "must have"; never and ever, which mostly tell facts.
    Left out where the words beside them tell another sense: May as a name or month, might as force, about and some
    without a number, likely voters, fairly as "with fairness". The conditions stand in the list.
Source: Hyland 2005, Metadiscourse (classes hedge and booster); Recasens et al. 2013, ACL (hedges as epistemological
    bias). The list and the conditions are ours.
"""

from analysis import rates
from analysis.model import Article, Result, Span, Value
from analysis.text import terms, words

CLASSES = {"hedge": "hedges", "booster": "boosters"}
UNIT = "words or phrases"


def score(article: Article) -> Result:
    """Hedges and boosters: how many of each, and per 1,000 words of narration."""
    if not words.count(article.body):
        return Result("hedges_boosters", article.id, missing="The article has no words.")
    spans = find(article)
    narration = terms.narration_words(article.body)
    values = []
    for kind, part in CLASSES.items():
        count = sum(span.kind == kind for span in spans)
        values.append(Value(part, count, UNIT, narration, kinds=(kind,)))
        values.append(rates.per_thousand(f"{part} rate", count, narration, (kind,)))
    return Result("hedges_boosters", article.id, tuple(values), spans)


def find(article: Article) -> tuple[Span, ...]:
    """One span per word or phrase, in order: kind hedge or booster, label where it stands (terms.PLACES)."""
    spans = []
    for hit in terms.find(article.body, "hedges_boosters"):
        place = terms.place(article, hit.start)
        spans.append(Span(hit.start, hit.end, hit.row["class"], hit.row["note"] + terms.where(place), place[0]))
    return tuple(spans)
