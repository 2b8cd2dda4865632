"""The same act, worded by each article

Counts: acts (killed, invasion, was arrested) that at least two of the articles tell in their own words, and how each
    words them: active with agent ("rebels seized the port"), passive with agent ("seized by rebels"), passive without
    agent, or as a noun ("the seizure of the port"), with the agent where it is named beside the noun.
Unit: places in the text, each with its sentence.
Read as: who is told to have done it. One article may name the one who acted where another says that it happened. Read
    the sentences: one verb can tell two different acts, and an agent may be named in the sentence before.
Misses: acts outside the list (about 200 verbs with their nouns), other words for the same act (shot dead for killed),
    words inside quotation marks, infinitives, and subjects that stand far from their verb. Two articles that use one
    verb need not speak of one event.
Source: Fowler et al. 1979, Language and Control; van Dijk 1988, News as Discourse. Rules and list are ours.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.model import Article, Span
from analysis.text import acts as text_acts
from analysis.text import sentences, tokens

ACTIVE, WITH, WITHOUT, NOUN = WORDINGS = text_acts.WORDINGS


@dataclass(frozen=True, slots=True)
class Wording:
    """One place where an article tells an act."""

    article: str  # id
    wording: str  # one of WORDINGS
    agent: str  # as the text words it; "" where nobody is named beside the act
    span: Span  # the words: kind the wording, label the agent
    sentence: tuple[int, int]  # the offsets of the sentence around them


@dataclass(frozen=True, slots=True)
class SharedAct:
    """An act that several articles tell, and every place, in the order of the articles and of their text."""

    act: str  # base form of the verb
    wordings: tuple[Wording, ...]

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles that tell it."""
        return tuple(dict.fromkeys(one.article for one in self.wordings))

    @property
    def differs(self) -> bool:
        """Whether one article names an agent somewhere and another nowhere."""
        naming = {one.article for one in self.wordings if one.agent}
        return bool(naming) and naming != set(self.articles)


def compare(articles: Sequence[Article]) -> tuple[SharedAct, ...]:
    """The acts that two or more articles tell: those worded differently first, then those in most articles."""
    found: dict[str, list[Wording]] = {}
    for article in articles:
        for verb, wording in _wordings(article):
            found.setdefault(verb, []).append(wording)
    shared = [SharedAct(verb, tuple(wordings)) for verb, wordings in found.items()]
    shared = [one for one in shared if len(one.articles) > 1]
    return tuple(sorted(shared, key=lambda one: (not one.differs, -len(one.articles), one.act)))


def _wordings(article: Article) -> list[tuple[str, Wording]]:
    """The acts of one article, in order: (base form, wording)."""
    known, places = tokens.find(article.body), sentences.find(article.body)
    starts = [place.start for place in places]
    worded = []
    for one in text_acts.find(article.body):
        agent = known.text(one.agent, one.agent_after) if one.agent >= 0 else ""
        note = f"{one.verb}: {one.wording}, {f'done by {agent}' if agent else 'nobody named beside it'}"
        span = Span(known.starts[one.first], known.ends[one.after - 1], one.wording, note, agent)
        place = places[max(0, bisect_right(starts, known.starts[one.after - 1]) - 1)]
        worded.append((one.verb, Wording(article.id, one.wording, agent, span, (place.start, place.end))))
    return worded
