"""Records to tidy pandas tables. The only place that builds frames."""

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from analysis import outlets
from analysis.comparison import acts as shared_acts
from analysis.comparison import (
    distinctive_words,
    event_match,
    event_voices,
    frames,
    judgements,
    omissions,
    order,
    reuse,
    scare_aims,
    side_balance,
    tone_difference,
    verb_classes,
)
from analysis.comparison import labels as actor_labels
from analysis.comparison.claims import Claim
from analysis.comparison.sides import Side
from analysis.measures import sentiment
from analysis.model import Article, Result, Span
from analysis.text import languages, quotations, words
from analysis.text import relayed as text_relayed
from analysis.text import voices as text_voices

SCORES = (
    *("event", "article", "outlet", "published", "measure", "part"),
    *("value", "low", "high", "unit", "n", "missing", "label"),
)
EVIDENCE = ("event", "article", "outlet", "measure", "kind", "label", "start", "end", "text", "note")
SENTENCES = ("event", "article", "outlet", "voice", "start", "end", "tone", "class", "text", "words")
FLOOR = ("article", "voice", "kind", "start", "end", "words", "text")
SIDES = ("article", "side", "voice", "words", "attributions")
VERBS = ("article", "side", "verb_class", "n")
VOICES = ("voice", "article", "name", "why")
MENTIONS = ("voice", "article", "mention", "why", "start", "end")
RELAYED = ("voice", "told by", "article", "why", "start", "end")
EVENT_PAIRS = ("first", "second", "score", "names", "words", "phrases", "days", "missing")
REUSE = ("first", "second", "verdict", "containment", "jaccard", "in order", "what follows")
CLAIMS = ("claim", "kind", "text", "article", "n", "at", "passage")
GAPS = ("article", "gap", "claims", "not_reported", "missing")
WORDS = ("article", "word", "z", "n", "elsewhere")
POSITIONS = ("claim", "text", "article", "share", "rank")
ORDER = ("first", "second", "tau", "n", "missing")
AIMS = ("article", "aimed at", "side", "scare quotes", "of these guessed", "words")
FRAMES = ("event", "article", "outlet", "frame", "title", "yes", "answered", "asked", "share", "missing")
FRAME_ANSWERS = ("event", "article", "outlet", "frame", "question", "answer", "when", "at", "counts")
JUDGED = ("event", "article", "outlet", "question", "answer", "when", "at", "machine")
LABELS = ("actor", "kind", "label", "article", "n", "why")
ACTS = ("act", "wording", "article", "n", "agents", "text")
TONE = ("first", "second", "voice", "gap", "low", "high", "what may be said")


def scores(articles: Sequence[Article], results: Iterable[Result]) -> pd.DataFrame:
    """One row per article, measure and part, in the order of `results`; columns as in SCORES.

    `label` names the voices or classes that the number is about.
    value, low and high are floats, NaN exactly where `missing` holds the reason or no interval was given.
    """
    by_id = _by_id(articles)
    rows = [
        (*_who(by_id[result.article_id]), result.measure, *part)
        for result in results
        for part in (
            [
                (v.part, v.number, v.low, v.high, v.unit, v.n, v.missing, ", ".join(v.labels or ()))
                for v in result.values
            ]
            or [("", None, None, None, "", 0, result.missing, "")]
        )
    ]
    frame = pd.DataFrame(rows, columns=list(SCORES))
    return frame.astype({"value": "float64", "low": "float64", "high": "float64", "n": "int64"})


def evidence(articles: Sequence[Article], results: Iterable[Result]) -> pd.DataFrame:
    """One row per span, in reading order of each result; columns as in EVIDENCE."""
    by_id = _by_id(articles)
    rows = []
    for result in results:
        article = by_id[result.article_id]
        event, name, outlet, _ = _who(article)
        rows += [
            (
                event,
                name,
                outlet,
                result.measure,
                s.kind,
                s.label,
                s.start,
                s.end,
                article.body[s.start : s.end],
                s.note,
            )
            for s in result.spans
        ]
    return pd.DataFrame(rows, columns=list(EVIDENCE))


def sentences(articles: Sequence[Article]) -> pd.DataFrame:
    """One row per sentence with its word tone (-1 to 1) and the words that scored; columns as in SENTENCES.

    Where a person set another class there is no tone; class is "" where they left the sentence out. Articles in
    other languages than English have none.
    """
    rows = []
    for article in languages.english(articles):
        event, name, outlet, _ = _who(article)
        for one in sentiment.sentences(article):
            scored = ", ".join(f"{article.body[word.start : word.end]} {word.valence:+.1f}" for word in one.words)
            text = article.body[one.start : one.end]
            tone = one.tone if one.has_number else None
            rows.append((event, name, outlet, one.voice, one.start, one.end, tone, one.label, text, scored))
    return pd.DataFrame(rows, columns=list(SENTENCES)).astype({"tone": "float64"})


def floor(articles: Sequence[Article]) -> pd.DataFrame:
    """One row per quotation and where it stands, as shares of the article's words; columns as in FLOOR."""
    rows = []
    for article in articles:
        total = max(1, words.count(article.body))
        for one in quotations.of(article):
            before, own = words.count(article.body, 0, one.start), words.count(article.body, one.start, one.end)
            where = (before / total, (before + own) / total)
            rows.append((article.id, one.speaker, one.kind, *where, own, article.body[one.start : one.end]))
    return pd.DataFrame(rows, columns=list(FLOOR))


def sides(
    articles: Sequence[Article], possible: Sequence[Side], assignment: Mapping[str, str], indirect: bool
) -> pd.DataFrame:
    """One row per article, side and voice with its words and attributions; columns as in SIDES."""
    return pd.DataFrame(side_balance.rows(articles, possible, assignment, indirect), columns=list(SIDES))


def verbs(articles: Sequence[Article], side_of: Mapping[str, str]) -> pd.DataFrame:
    """One row per article, side and class of verbs of saying; columns as in VERBS. side_of: voice -> side name."""
    rows = [(one.article, one.side, one.verb_class, one.n) for one in verb_classes.compare(articles, side_of)]
    return pd.DataFrame(rows, columns=list(VERBS))


def voices(articles: Sequence[Article]) -> pd.DataFrame:
    """One row per voice of the event and article: its name there, and why it is this voice; columns as in VOICES."""
    rows = [
        (voice.name, member.article, member.speaker, member.reason)
        for voice in event_voices.compare(articles)
        for member in voice.members
    ]
    return pd.DataFrame(rows, columns=list(VOICES))


def mentions(articles: Sequence[Article]) -> pd.DataFrame:
    """One row per mention of a named voice: its words and why it is that voice; columns as in MENTIONS."""
    rows = [
        (voice, article.id, article.body[one.start : one.end], one.why, one.start, one.end)
        for article in articles
        for voice, found in text_voices.mentions(article.body).items()
        for one in found
    ]
    return pd.DataFrame(rows, columns=list(MENTIONS))


def relayed(articles: Sequence[Article]) -> pd.DataFrame:
    """One row per voice that is heard only in somebody else's words; columns as in RELAYED."""
    rows = [
        (one.voice, one.by, article.id, one.reason, one.start, one.end)
        for article in articles
        for one in text_relayed.find(article.body, article.corrections)
    ]
    return pd.DataFrame(rows, columns=list(RELAYED))


def tone_differences(articles: Sequence[Article]) -> pd.DataFrame:
    """One row per pair of articles and voice: the gap in mean tone and what may be said of it; columns as in TONE."""
    rows = [
        (one.first, one.second, one.voice, one.gap, one.low, one.high, one.missing or one.wording)
        for one in tone_difference.compare(articles)
    ]
    return pd.DataFrame(rows, columns=list(TONE))


def frame_shares(articles: Sequence[Article], answers: Mapping[str, frames.Answers]) -> pd.DataFrame:
    """One row per article and frame: how many questions a reader answered yes; columns as in FRAMES."""
    by_id = _by_id(articles)
    rows = []
    for one in frames.compare(articles, answers):
        event, article, outlet, _ = _who(by_id[one.article])
        counts = (one.yes, one.answered, one.asked, one.share, one.missing)
        rows.append((event, article, outlet, one.frame, one.title, *counts))
    return pd.DataFrame(rows, columns=list(FRAMES)).astype({"share": "float64"})


def frame_answers(articles: Sequence[Article], given: Iterable[frames.Given]) -> pd.DataFrame:
    """One row per answer on frames, with when it was given and whether it counts; columns as in FRAME_ANSWERS."""
    by_id = _by_id(articles)
    rows = [
        (
            *_who(by_id[one.article])[:3],
            *(one.question.title, one.question.text, one.answer, one.when, one.at, "yes" if one.counts else "no"),
        )
        for one in given
    ]
    return pd.DataFrame(rows, columns=list(FRAME_ANSWERS))


def judged(articles: Sequence[Article], found: Iterable[judgements.Beside]) -> pd.DataFrame:
    """One row per judgement of a reader, with when it was given and what was counted; columns as in JUDGED."""
    by_id = _by_id(articles)
    return pd.DataFrame([(*_who(by_id[one.article])[:3], *one[1:]) for one in found], columns=list(JUDGED))


def labels(articles: Sequence[Article]) -> pd.DataFrame:
    """One row per actor, label and article: how often it stands there, and why it is this actor; columns as in LABELS.

    The labels of an actor come in the order of their frequency over all articles, the articles in theirs.
    """
    rows = []
    for actor in actor_labels.compare(articles):
        rank = {text.lower(): position for position, text in enumerate(actor.texts)}
        for one in sorted(actor.labels, key=lambda label: rank[label.text.lower()]):
            text = actor.texts[rank[one.text.lower()]]
            rows.append((actor.name, actor.kind, text, one.article, len(one.spans), one.why))
    return pd.DataFrame(rows, columns=list(LABELS))


def acts(articles: Sequence[Article]) -> pd.DataFrame:
    """One row per shared act, wording and article, with its places, agents and first sentence; columns as in ACTS."""
    bodies = {article.id: article.body for article in articles}
    rows = []
    for act in shared_acts.compare(articles):
        for wording in shared_acts.WORDINGS:
            for article in act.articles:
                own = [one for one in act.wordings if (one.article, one.wording) == (article, wording)]
                if own:
                    agents = "; ".join(dict.fromkeys(one.agent for one in own if one.agent))
                    start, end = own[0].sentence
                    rows.append((act.act, wording, article, len(own), agents, bodies[article][start:end]))
    return pd.DataFrame(rows, columns=list(ACTS))


def event_pairs(match: event_match.EventMatch) -> pd.DataFrame:
    """One row per pair of articles: how alike they are and how far apart in time; columns as in EVENT_PAIRS."""
    rows = [
        (one.first, one.second, one.score, one.names, one.words, one.phrases, one.days, one.missing)
        for one in match.pairs
    ]
    return pd.DataFrame(rows, columns=list(EVENT_PAIRS)).astype({"score": "float64", "days": "Int64"})


def reuse_pairs(found: Iterable[reuse.Reuse]) -> pd.DataFrame:
    """One row per pair of articles: how much text they share, and the verdict; columns as in REUSE."""
    rows = [
        (one.first, one.second, one.verdict, one.containment, one.jaccard, one.in_order, one.wording or one.missing)
        for one in found
    ]
    return pd.DataFrame(rows, columns=list(REUSE)).astype({"containment": "float64", "jaccard": "float64"})


def claims(found: Iterable[Claim], articles: Sequence[Article]) -> pd.DataFrame:
    """One row per claim and article that reports it, or perhaps does (n = 0); columns as in CLAIMS."""
    bodies = {article.id: article.body for article in articles}
    rows = []
    for claim in found:
        for article, body in bodies.items():
            own = [place for place in claim.places if place.article == article]
            if own or article in claim.perhaps:
                at = own[0].start / len(body) if own else None
                passage = body[own[0].start : own[0].end] if own else "perhaps, in other words"
                rows.append((claim.id, claim.kind, claim.text, article, len(own), at, passage))
    return pd.DataFrame(rows, columns=list(CLAIMS)).astype({"at": "float64"})


def distinctive(found: Iterable[distinctive_words.DistinctiveWord]) -> pd.DataFrame:
    """One row per article and word that marks it; columns as in WORDS."""
    return pd.DataFrame([(one.article, one.word, one.z, one.n, one.elsewhere) for one in found], columns=list(WORDS))


def positions(found: order.Order, told: Iterable[Claim]) -> pd.DataFrame:
    """One row per shared claim and article: where it first stands; columns as in POSITIONS."""
    texts = {claim.id: claim.text for claim in told}
    rows = [(one.claim, texts[one.claim], one.article, one.share, one.rank) for one in found.positions]
    return pd.DataFrame(rows, columns=list(POSITIONS))


def order_pairs(found: order.Order) -> pd.DataFrame:
    """One row per pair of articles: Kendall's tau-b of the order of their shared claims; columns as in ORDER."""
    rows = [(one.first, one.second, one.tau, one.n, one.missing) for one in found.agreements]
    return pd.DataFrame(rows, columns=list(ORDER)).astype({"tau": "float64"})


def aims(found: Iterable[scare_aims.AimCount], side_names: Mapping[str, str]) -> pd.DataFrame:
    """One row per article and actor that its scare quotes are aimed at; columns as in AIMS."""
    rows = [
        (one.article, one.actor, side_names.get(one.side, ""), one.n, one.guessed, "; ".join(s.text for s in one.spans))
        for one in found
    ]
    return pd.DataFrame(rows, columns=list(AIMS))


def gaps(found: omissions.Omissions) -> pd.DataFrame:
    """One row per article: how much of what others report is not found there; columns as in GAPS."""
    rows = [(one.article, one.value, one.claims, one.not_reported, one.missing) for one in found.gaps]
    return pd.DataFrame(rows, columns=list(GAPS)).astype({"gap": "float64"})


def spans_by_article(places: Iterable[tuple[str, int, int]], kind: str = "place") -> dict[str, list[Span]]:
    """Places (article id, start, end) as spans by article, in reading order."""
    found: dict[str, list[Span]] = {}
    for article, start, end in sorted(places):
        found.setdefault(article, []).append(Span(start, end, kind))
    return found


def names(articles: Sequence[Article]) -> dict[str, str]:
    """Article id -> the name shown for it: its outlet, numbered where one outlet has several articles, or its headline.

    What tells articles apart comes first, because charts cut long names.
    """
    shown: dict[str, str] = {}
    for position, article in enumerate(articles, start=1):
        name = outlets.name(article) or f"{_called(article, position)} (publisher unknown)"
        same = sum(1 for other in shown.values() if other == name or other.startswith(f"{name} · "))
        shown[article.id] = f"{name} · {same + 1}" if same else name
    return shown


def _called(article: Article, position: int) -> str:
    return f"“{article.headline}”" if article.headline else article.id or f"Article {position}"


def _by_id(articles: Sequence[Article]) -> Mapping[str, Article]:
    return {article.id: article for article in articles}


def _who(article: Article) -> tuple[str, str, str, str]:
    return article.event, article.id, outlets.name(article), article.published
