"""Verbs of saying

Counts: the words that attribute a quotation or reported statement to somebody, by what they tell about the words:
    neutral (said, told), endorsing (pointed out, revealed), doubting (claimed, alleged), reluctant (admitted), force
    (warned, demanded), denial (denied, dismissed), other (verbs of thought, judgement, asking, manner). A cue that
    attributes several stretches counts once.
Unit: verbs; share of the verbs in the six classes (other left out).
Read as: where the reporter's choice of verb says more than that something was said. The verb can be right: who
    warned did warn. Look at whose words get which verbs. Verbs on which style guides disagree are marked contested.
Misses: adverbs (he openly said), verbs the lexicon lacks, irony, verbs whose other sense was meant.
Source: Floyd 2000, Alicante Journal of English Studies 13:43-52; Recasens, Danescu-Niculescu-Mizil & Jurafsky 2013,
    ACL (factive and assertive verbs). The class of each verb and its plainer alternative are ours and can be edited.
"""

from collections.abc import Mapping
from functools import cache

from analysis import lexicons
from analysis.model import Article, Result, Span, Value
from analysis.text import cues, quotations, tokens, words

CLASSES = ("neutral", "endorsing", "doubting", "reluctant", "force", "denial", "other")
NEUTRAL, OTHER = CLASSES[0], CLASSES[-1]
CLASSED = CLASSES[:-1]
COLOURED = CLASSES[1:-1]
NOBODY = "no speaker named"
UNIT = "verbs"
SHARE = "share of classed verbs"


def score(article: Article) -> Result:
    """Verbs of saying per class, and the share that is not neutral."""
    if not words.count(article.body):
        return Result("attribution_verbs", article.id, missing="The article has no words.")
    spans = find(article)
    kinds = [span.kind for span in spans]
    n = len(kinds) - kinds.count(OTHER)
    values = [Value(kind, kinds.count(kind), UNIT, len(kinds), kinds=(kind,)) for kind in CLASSES]
    values.append(_share_coloured(n, n - kinds.count(NEUTRAL)))
    return Result("attribution_verbs", article.id, tuple(values), spans)


def find(article: Article) -> tuple[Span, ...]:
    """One span per cue that attributes words: kind its class, label the speaker, note the verb, contested or not."""
    body = article.body
    cue_at = {tokens.find(body).starts[cue.first]: cue for cue in cues.find(body)}
    spans: dict[int, Span] = {}
    for quotation in quotations.find(body, article.corrections):
        start, end = quotation.cue_start, quotation.cue_end
        if start is None or end is None or (start in cue_at and cue_at[start].passive):
            continue  # of a passive verb the subject is not the one who says it
        verb = cue_at[start].verb if start in cue_at else quotation.cue.lower()
        known = spans.get(start)
        if known is None or known.label == NOBODY:
            spans[start] = Span(start, end, kind_of(verb), _note(verb), quotation.speaker or NOBODY)
    return tuple(spans[start] for start in sorted(spans))


def kind_of(verb: str) -> str:
    """The class of a verb (base form) as in CLASSES; this measure's own list goes before that of the quotations."""
    own = lexicons.terms("attribution_verbs").get(verb)
    kind = own["class"] if own is not None else _classes().get(verb, OTHER)
    return kind if kind in CLASSED else OTHER


@cache
def _classes() -> Mapping[str, str]:
    """Base form of a verb or noun of saying -> its class in the lexicon of quotations."""
    found = {"according to": NEUTRAL}
    for row in lexicons.rows("lexicons/quotations.csv"):
        found.setdefault(row["term"], row["class"])
    return found


def _note(verb: str) -> str:
    """One sentence on a verb: contested or not, why, and a plainer alternative."""
    row = lexicons.terms("attribution_verbs").get(verb)
    if row is None:
        kind = _classes().get(verb, "")
        tells = f"a verb of {kind}" if kind and kind_of(verb) == OTHER else ""
        return f"{verb}; {tells}" if tells else verb
    contested = "; contested" if row["contested"] == "yes" else ""
    plainer = f"; plainer: {row['alternative']}" if row["alternative"] and kind_of(verb) != NEUTRAL else ""
    return f"{verb}{contested}; {row['note']}{plainer}"


def _share_coloured(n: int, coloured: int) -> Value:
    """The share of verbs that tell more than that something was said."""
    least = int(lexicons.threshold("small_n"))
    if n < least:
        missing = f"{n or 'no'} {'verb' if n == 1 else 'verbs'} of the six classes, and a share needs {least}"
        return Value("not neutral", None, SHARE, n, missing=missing, kinds=COLOURED)
    return Value("not neutral", coloured / n, SHARE, n, kinds=COLOURED)
