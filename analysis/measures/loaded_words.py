"""Words to look at (loaded words)

Counts: words outside quotation marks that judge while they tell, from a list of about 400 with plainer alternatives.
    verb of conflict: slammed, hit back, fueled; label for people: regime, hardliner, thugs; metaphor: crackdown,
    flood of migrants; intensifier: massive, unprecedented; evaluative: brutal, chaos, shocking; euphemism: collateral
    damage, surgical strike. So-called and the like are counted as Distancing words.
Unit: words or phrases. Counts only: there is no rate and no score of an article or outlet, on purpose.
Read as: places to reread. Would the sentence lose a fact with the plainer word? Sometimes it would: a massacre can be
    one. Words of people who are quoted are left out; words in reported statements are marked, for the choice may be
    the speaker's.
Misses: most bias. On sentences marked by experts (BABE, Spinde et al. 2021) no off-the-shelf list found marked words
    with F1 above .21, and experts themselves agreed with alpha .40. What is told or left out is more frequent than
    wording and no list sees it (Fan et al. 2019, BASIL). The list has the commonest sense of a word in mind.
Source: list, classes and alternatives are ours, from general knowledge of newsroom style guides; "compare" names a
    guide whose public advice on that word we know. Recasens et al. 2013, ACL, for one-sided terms and subjective
    intensifiers.
"""

from analysis.model import Article, Result, Span, Value
from analysis.text import terms, words

CLASSES = ("verb of conflict", "label for people", "metaphor", "intensifier", "evaluative", "euphemism")
UNIT = "words or phrases"


def score(article: Article) -> Result:
    """Words to look at: how many, by class and by place."""
    if not words.count(article.body):
        return Result("loaded_words", article.id, missing="The article has no words.")
    spans = find(article)
    narration = terms.narration_words(article.body)
    kinds, places = [span.kind for span in spans], [span.label for span in spans]
    values = [Value("words to look at", len(spans), UNIT, narration)]
    values += [Value(kind, kinds.count(kind), UNIT, len(spans), kinds=(kind,)) for kind in CLASSES]
    values += [
        Value(f"in {place}", places.count(place), UNIT, len(spans), labels=(place,))
        for place in (terms.HEADLINE, terms.OWN, terms.REPORTED)
    ]
    return Result("loaded_words", article.id, tuple(values), spans)


def find(article: Article) -> tuple[Span, ...]:
    """One span per word or phrase, in order: kind its class, label where it stands (terms.PLACES), note the plainer."""
    spans = []
    for hit in terms.find(article.body, "loaded_words"):
        row, place = hit.row, terms.place(article, hit.start)
        note = f"plainer: {row['neutral']}; {row['note']}{terms.where(place)}"
        spans.append(Span(hit.start, hit.end, row["class"], note, place[0]))
    return tuple(spans)
