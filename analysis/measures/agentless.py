"""Passives and acts without an agent

Counts: finite passives outside quotation marks (was arrested, got hurt, has been sold), with the agent behind "by" or
    without; and acts told as nouns: a noun of an act with the one acted on (the killing of, an attack on), an event
    noun with a verb of happening (clashes erupted), with the one who did it named beside it or not.
Unit: passives, nouns of acts; share of the passives that name no agent.
Read as: where the sentence does not say who did it. Four of five passives in news name no agent, often because nobody
    knows or everybody does. It tells something where another article names the one who did the same act: see the
    comparison of acts.
Misses: agents named elsewhere in the sentence or before; participles alone (the men arrested on Monday), infinitives
    (to be built), verbs without object (the bomb exploded), and acts that the list of nouns does not know. States are
    left out as far as the list of adjectives reaches (was interested); "is known", "is needed" count as passives.
Source: Fowler et al. 1979, Language and Control (deletion of agents, nominalisation); criticised as a sign of ideology
    by Billig 2008, Discourse & Society 19:783-800. Rules and lists are ours.
"""

from analysis import lexicons
from analysis.model import Article, Result, Span, Value
from analysis.text import happenings, passives, terms, tokens, words
from analysis.text.tokens import Tokens

WITH, WITHOUT = PASSIVES = ("passive with agent", "passive without agent")
NAMED, UNNAMED = NOUNS = ("noun of an act with agent", "noun of an act without agent")
NOBODY = "nobody named"


def score(article: Article) -> Result:
    """Passives with and without agent, the share without, and acts told as nouns."""
    if not words.count(article.body):
        return Result("agentless", article.id, missing="The article has no words.")
    spans = find(article)
    kinds = [span.kind for span in spans]
    n, unnamed = sum(map(kinds.count, PASSIVES)), kinds.count(WITHOUT)
    nouns = sum(map(kinds.count, NOUNS))
    values = [
        Value("passives", n, "passives", terms.narration_words(article.body), kinds=PASSIVES),
        *(Value(kind, kinds.count(kind), "passives", n, kinds=(kind,)) for kind in PASSIVES),
        _share(n, unnamed),
        *(Value(kind, kinds.count(kind), "nouns of acts", nouns, kinds=(kind,)) for kind in NOUNS),
    ]
    return Result("agentless", article.id, tuple(values), spans)


def find(article: Article) -> tuple[Span, ...]:
    """One span per passive and noun of an act, in order: label the agent, or that nobody is named."""
    found = tokens.find(article.body)
    spans = [
        _span(article, found, (one.first, one.participle + 1), (one.agent, one.agent_after), PASSIVES)
        for one in passives.find(article.body)
    ]
    spans += [
        _span(article, found, (one.first, one.after), (one.agent, one.agent_after), NOUNS)
        for one in happenings.find(article.body)
    ]
    return tuple(sorted(spans, key=lambda span: (span.start, span.end)))


def _span(
    article: Article, found: Tokens, act: tuple[int, int], agent: tuple[int, int], kinds: tuple[str, str]
) -> Span:
    """The span of an act and, where it is named, of its agent."""
    is_named = agent[0] >= 0
    label = found.text(*agent) if is_named else NOBODY
    first = min(act[0], agent[0]) if is_named else act[0]
    after = max(act[1], agent[1])
    note = f"done by {label}" if is_named else "the clause does not say who did it"
    where = terms.where(terms.place(article, found.starts[act[0]]))
    kind = kinds[0] if is_named else kinds[1]
    return Span(found.starts[first], found.ends[after - 1], kind, note + where, label)


def _share(n: int, unnamed: int) -> Value:
    part, unit, least = "share without agent", "share of passives", int(lexicons.threshold("small_n"))
    if n < least:
        missing = f"{n or 'no'} {'passive' if n == 1 else 'passives'}, and a share needs {least}"
        return Value(part, None, unit, n, missing=missing, kinds=PASSIVES)
    return Value(part, unnamed / n, unit, n, kinds=PASSIVES)
