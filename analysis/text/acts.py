"""Acts: how a text words what was done, with whom as the one who did it.

The verbs of data/lexicons/acts.csv and their nouns, outside quotation marks, in four wordings: active ("rebels seized
the port"), passive with agent ("was seized by rebels", also "the port seized by rebels"), passive without agent, and
noun ("the seizure of the port"). Infinitives, participles alone and verbs without a subject beside them are left out.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from analysis import lexicons
from analysis.text import happenings, names, passives, terms, tokens
from analysis.text.passives import Passive
from analysis.text.tokens import Tokens

WORDINGS = ACTIVE, WITH, WITHOUT, NOUN = (
    "active with agent",
    "passive with agent",
    "passive without agent",
    "noun",
)
FORMS = ("third", "past", "participle", "gerund", "term")
OBJECT = frozenset("DNTaorgd#pQ")  # kinds that may open what was acted on
BEFORE_NOUN = frozenset("DSaiFwNTrogd#.|,(VbC")
COMPOUND = frozenset("wgrdo")  # kinds of a word that makes the noun before it a part of its name
SUBJECT_PHRASE = "NTaorgdw#S"
LONGEST = 8  # tokens of a subject that are shown


class Act(NamedTuple):
    """Tokens `first` up to `after` word the act `verb`; `agent` up to `agent_after` did it (-1: nobody named)."""

    first: int
    after: int
    verb: str  # base form, the key into data/lexicons/acts.csv
    wording: str  # one of WORDINGS
    agent: int
    agent_after: int


class _Form(NamedTuple):
    words: tuple[str, ...]
    verb: str
    column: str  # one of FORMS, or "nouns"
    is_past_too: bool  # a participle that is also the past form: killed


@lru_cache(maxsize=64)
def find(body: str) -> tuple[Act, ...]:
    """All acts of `body` that the list knows, in order, one per word."""
    reader = _Reader(body)
    forms = _forms()
    found: dict[int, Act] = {}
    for word, at in terms.places(body).of(forms.keys()):
        for form in forms[word]:
            if reader.found.low[at : at + len(form.words)] == form.words:
                act = reader.read(at, form)
                if act is not None:
                    found.setdefault(at, act)
    return tuple(found[at] for at in sorted(found))


@cache
def _forms() -> Mapping[str, tuple[_Form, ...]]:
    """First word of a form -> the forms that begin with it, the longest first, nouns before verbs."""
    found: dict[str, list[_Form]] = {}
    for row in lexicons.rows("lexicons/acts.csv"):
        past = row["past"].split("|")
        for column in ("nouns", *FORMS):
            for text in filter(None, row[column].split("|")):
                words = tuple(text.split())
                found.setdefault(words[0], []).append(_Form(words, row["term"], column, text in past))
    return {word: tuple(sorted(forms, key=lambda form: -len(form.words))) for word, forms in found.items()}


class _Reader:
    """Reads the words beside a form of an act in one body."""

    def __init__(self, body: str) -> None:
        self.found: Tokens = tokens.find(body)
        self.ending = names.find(body).ending
        self.mentions = names.find(body).mentions
        self.passives: Mapping[int, Passive] = {one.participle: one for one in passives.find(body)}

    def read(self, at: int, form: _Form) -> Act | None:
        """The act that `form` at token `at` words, or None where it words none."""
        if terms.is_name(self.found, at):
            return None  # John Burns
        after = at + len(form.words)
        if form.column == "nouns":
            return self._noun(at, after, form.verb)
        passive = self.passives.get(at)
        if passive is not None:
            return self._passive(passive, after, form.verb)
        if form.column == "participle" and self.found.low[after] == "by":
            agent = passives.by_agent(self.found, after)
            return Act(at, agent[1], form.verb, WITH, *agent) if agent[0] >= 0 else None
        return self._active(at, after, form)

    def _passive(self, passive: Passive, after: int, verb: str) -> Act:
        agent = (passive.agent, passive.agent_after)
        if agent[0] < 0:
            return Act(passive.first, after, verb, WITHOUT, -1, -1)
        return Act(passive.first, max(after, agent[1]), verb, WITH, *agent)

    def _noun(self, at: int, after: int, verb: str) -> Act | None:
        kinds, low = self.found.kinds, self.found.low
        is_gerund = low[at].endswith("ing")
        if kinds[at - 1] not in BEFORE_NOUN or kinds[after] in COMPOUND:
            return None  # "election results" are no election
        if is_gerund and kinds[at - 1] not in "DSaw" and low[after] != "of":
            return None
        is_verb_too = not is_gerund and any(form.column != "nouns" for form in _forms()[low[at]])
        if is_verb_too and kinds[at - 1] in "NTrog" and kinds[after] in OBJECT:
            return None  # Russia attacks the port
        agent = happenings.owner(self.found, at)
        first = at if agent[0] < 0 else agent[0]
        return Act(first, after, verb, NOUN, *agent)

    def _active(self, at: int, after: int, form: _Form) -> Act | None:
        """The act in the active voice, if the verb is finite and has a subject beside it."""
        kinds, low = self.found.kinds, self.found.low
        before = at - 1
        while kinds[before] == "R":
            before -= 1
        helper = low[before]
        if form.column == "term":
            first = before if helper in passives.words("modal") else -1
        elif form.column == "gerund":
            first = before if kinds[before] == "b" else -1
        elif form.column == "participle" and helper in passives.words("have"):
            first = before
        elif form.column == "third" or (form.column == "past" and self._is_finite(at, after, form)):
            first = before + 1
        else:
            first = -1
        subject = self._subject(first) if first >= 0 else None
        if subject and not self._acts(subject, is_bare=first == before + 1):
            return None
        return Act(subject[0], after, form.verb, ACTIVE, *subject) if subject else None

    def _is_finite(self, at: int, after: int, form: _Form) -> bool:
        """Whether a past form is no participle: it differs from it, or somebody is acted on, or a pronoun acts."""
        row = lexicons.terms("acts")[form.verb]
        is_participle = " ".join(form.words) in row["participle"].split("|")
        return not is_participle or self.found.kinds[after] in OBJECT or self.found.kinds[at - 1] in "PH"

    def _subject(self, first: int) -> tuple[int, int] | None:
        """The tokens of the subject of the verb group that begins at token `first`."""
        kinds = self.found.kinds
        end = first
        while kinds[end - 1] in "RAb":  # would have
            end -= 1
        if kinds[end - 1] == "H":  # the rebels who seized
            end -= 1
            end -= kinds[end - 1] == ","
        mention = self.ending.get(end)
        if mention is not None:
            start = self.mentions[mention].first
            return (start, end) if kinds[start - 1] not in "iF" or kinds[start - 2] in ".|" else self._whole(start, end)
        start = end
        while start > 0 and end - start < LONGEST and kinds[start - 1] in SUBJECT_PHRASE:
            start -= 1
        return (start - (kinds[start - 1] == "D"), end) if start < end else None

    def _acts(self, subject: tuple[int, int], is_bare: bool) -> bool:
        """Whether the words can be who acts; before a bare form they must open like a noun phrase or hold a name."""
        kinds, low = self.found.kinds[subject[0] : subject[1]], self.found.low[subject[0]]
        if set(kinds) <= set("#S") or (len(kinds) == 1 and low in names.POSSESSORS):
            return False
        opens = kinds[0] in "DP" or self.found.kinds[subject[0] - 1] in ".|"
        return not is_bare or opens or any(kind in "NTrgo" for kind in kinds)

    def _whole(self, start: int, end: int) -> tuple[int, int] | None:
        """The phrase that "of Elmstead" belongs to: "the mayor of Elmstead"; None for "in Elmstead"."""
        if self.found.kinds[start - 1] != "F":
            return None
        mention = self.ending.get(start - 1)
        return (self.mentions[mention].first, end) if mention is not None else (start, end)
