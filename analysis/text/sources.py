"""Sources: how closely a text identifies who speaks, and what kind of source it is.

Each quotation stands on one rung of the naming ladder and has one source type after Sigal 1973. Both rest on words
of the text: the title before a name, the apposition behind it, a description, or the name of a body. Where these
tell nothing, the type is "unknown": no guess is made, and nothing is looked up about the person.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from analysis import lexicons
from analysis.model import Corrections
from analysis.text import cues, names, quotations, tokens, voices
from analysis.text.cues import Cue
from analysis.text.names import Mention
from analysis.text.tokens import Tokens

RUNGS = ("named", "named body", "role only", "unnamed person", "unnamed group", "agentless", "unclear")
ANONYMOUS = ("unnamed person", "unnamed group", "agentless")
TYPES = (
    *("official", "political", "business", "expert", "civil society", "citizen or witness"),
    *("document", "other media", "anonymous", "unknown"),
)
# Types that a word beside a name can tell; a document has its own kind of mention, an unnamed person its own list.
TOLD = frozenset(TYPES) - {"document", "anonymous", "unknown"}
NOT_TOLD = "the text does not tell what kind of source this is"
TITLE = frozenset("NTrwaodgSF")  # kinds of tokens that a title before a name is made of
NEXT_TO_NAME = frozenset(["of", "from", "with", "at"])
BETWEEN_OFFICE_AND_BODY = frozenset(["of", "for", "at", "from", "with", "in"])
UNDEFINED = frozenset(["a", "an", "another", "one", "no", "some", "every", "each", "any"])
BEFORE, BEHIND = 8, 14  # tokens of a title and of an apposition that are read
BY_REACH = 6  # tokens behind a passive verb in which "by" names who says it
MENTIONS = 40  # mentions of one voice that are read


class Term(NamedTuple):
    """Tokens `first` up to `after` speak for the source type `kind`; weight 2 decides, 1 hints."""

    kind: str
    weight: int
    first: int
    after: int


class Source(NamedTuple):
    """What the text tells about who speaks in one quotation."""

    rung: str  # one of RUNGS
    kind: str  # one of TYPES
    why: str  # the words that both rest on


@cache
def _phrases() -> Mapping[str, tuple[tuple[tuple[str, ...], str, int], ...]]:
    """First word -> (words, type, weight) of every phrase that begins with it, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str, int]]] = {}
    for row in lexicons.rows("lexicons/sourcing.csv"):
        if row["class"] in TOLD or row["class"] == "no type":
            words = tuple(row["term"].split())
            found.setdefault(words[0], []).append((words, row["class"], int(row["weight"])))
    return {word: tuple(sorted(phrases, key=lambda one: -len(one[0]))) for word, phrases in found.items()}


@cache
def _organisations() -> frozenset[str]:
    return lexicons.classes("names")["organisation"]


def _listed(kind: str) -> frozenset[str]:
    return lexicons.classes("sourcing")[kind]


BY_HAND = "the speaker was set by a person, and the text tells no more of them"


@lru_cache(maxsize=64)
def find(body: str, corrections: Corrections = ()) -> tuple[Source, ...]:
    """The source of each quotation of `body`, in the order of `quotations.find(body, corrections)`."""
    spoken = quotations.find(body, corrections)
    automatic = dict(zip(quotations.find(body), _automatic(body), strict=True))
    if spoken == tuple(automatic):
        return tuple(automatic.values())
    of_voice = {quotation.speaker: source for quotation, source in automatic.items()}
    return tuple(automatic.get(one) or of_voice.get(one.speaker) or _by_hand(one.speaker) for one in spoken)


def _by_hand(speaker: str) -> Source:
    """What is known of a speaker whom no quotation was given to before."""
    return Source("named" if speaker else "unclear", "unknown", BY_HAND)


@lru_cache(maxsize=64)
def _automatic(body: str) -> tuple[Source, ...]:
    reader = Reader(body)
    cue_at = {reader.found.starts[cue.first]: cue for cue in cues.find(body)}
    sources = []
    for quotation in quotations.find(body):
        cue = cue_at.get(-1 if quotation.cue_start is None else quotation.cue_start)
        if cue is not None and is_agentless(reader.found, cue):
            sources.append(Source("agentless", "unknown", f"“{quotation.cue}” without anybody who says it"))
        else:
            mention = -1 if quotation.speaker_start is None else reader.mention_at(quotation.speaker_start)
            sources.append(reader.source(mention))
    return tuple(sources)


def is_agentless(found: Tokens, cue: Cue) -> bool:
    """Whether a cue reports something that nobody says: "it was reported", "is believed to", without "by"."""
    if not cue.passive or cue.verb not in _listed("agentless verb"):
        return False
    following = found.low[cue.after : cue.after + BY_REACH]
    sentence = found.sentence[cue.first]
    return not any(word == "by" and found.sentence[cue.after + i] == sentence for i, word in enumerate(following))


def _covering(terms: list[Term], head: int) -> list[Term]:
    return [term for term in terms if term.first <= head < term.after]


class Reader:
    """One body, and what its mentions tell about the sources they stand for."""

    def __init__(self, body: str) -> None:
        self.body = body
        self.found = tokens.find(body)
        self.known = names.find(body)
        self.standing = voices.find(body)
        self.of_voice: dict[int, list[int]] = {}
        for index in range(len(self.known.mentions)):
            voice = self.standing.voice_of.get(self.standing.of.get(index, index))
            if voice is not None and self.known.mentions[index].kind != "pronoun":
                self.of_voice.setdefault(voice, []).append(index)
        self.sources: dict[int, Source] = {}  # by mention
        self.named: dict[int, Source] = {}  # by voice

    def mention_at(self, start: int) -> int:
        """The mention that begins at offset `start`, or -1."""
        return self.known.starting.get(bisect_right(self.found.starts, start) - 1, -1)

    def source(self, mention: int) -> Source:
        """Rung and type of whoever `mention` (an index, or -1) stands for."""
        if mention not in self.sources:
            self.sources[mention] = self._source(mention)
        return self.sources[mention]

    def _source(self, mention: int) -> Source:
        if mention < 0:
            return Source("unclear", "unknown", "no speaker was found for these words")
        antecedent = self.standing.of.get(mention, mention)
        antecedent = self.standing.of.get(antecedent, antecedent)
        voice = self.standing.voice_of.get(antecedent)
        if voice is not None:
            if voice not in self.named:
                self.named[voice] = self._named(voice)
            return self.named[voice]
        described = self.known.mentions[antecedent]
        if described.kind == "pronoun":
            return Source("unclear", "unknown", "the text does not tell whom the pronoun stands for")
        return self._described(described)

    def _named(self, voice: int) -> Source:
        """A voice whose name the text gives."""
        record = self.known.voices[voice]
        own = [self.known.mentions[index] for index in self.of_voice.get(voice, ())[:MENTIONS]]
        listed = " ".join(record.words)
        if listed in _listed("country or capital"):
            return Source("named body", "official", f"“{record.name}”, which stands for its government")
        if record.words[-1] in _listed("outlet name") and (record.is_body or len(record.words) == 1 or own[0].plural):
            return Source("named body", "other media", f"the name “{record.name}”")
        rung = "named body" if record.is_body else "named"
        told = [term for one in own for term in self._told(one, record.is_body)]
        best = max(told, key=lambda term: term.weight, default=None)
        if best is None and len(record.words) == 1:
            best = self._possessed(own)
            rung = "named body" if best else rung
        if best is None:
            return Source(rung, "unknown", NOT_TOLD)
        return Source(rung, best.kind, f"rests on {self._quoted(best)}")

    def _told(self, mention: Mention, is_body: bool) -> Iterator[Term]:
        """The terms of one mention of a voice, the nearest to its head first."""
        if mention.kind != "name" or is_body:
            yield from reversed(self._terms(mention.first, mention.after))
        if mention.kind == "name":
            title, behind, before = self.beside(mention)
            yield from reversed(self._terms(*title))
            yield from self._terms(*behind)
            yield from reversed(self._terms(*before))

    def beside(self, mention: Mention) -> tuple[tuple[int, int], tuple[int, int], tuple[int, int]]:
        """The tokens of the title before a name, of what stands behind it, and of a role between commas before it."""
        kinds, first = self.found.kinds, mention.name_first
        while first > max(0, mention.name_first - BEFORE) and kinds[first - 1] in TITLE:
            first -= 1
        role = self.known.ending.get(mention.first - 1) if kinds[mention.first - 1] == "," else None
        before = (mention.first, mention.first)
        if role is not None and kinds[mention.after] == "," and self.known.mentions[role].kind == "role":
            before = (self.known.mentions[role].first, self.known.mentions[role].after)
        return (first, mention.name_first), self._behind(mention.after), before

    def _behind(self, at: int) -> tuple[int, int]:
        """The tokens of the apposition, office or body right behind a name; an empty range where there is none."""
        kinds, low = self.found.kinds, self.found.low
        if kinds[at] in "iF" and low[at] in NEXT_TO_NAME:
            return at + 1, self._stop(at + 1)
        if kinds[at] not in ",(":
            return (at, at) if kinds[at] != "H" else self._clause(at)
        at += 1
        if kinds[at] == "#" and kinds[at + 1 : at + 2] == ",":
            at += 2
        if kinds[at] == "H":
            return self._clause(at)
        return (at, self._stop(at)) if kinds[at] in "DTrawoNdg#" else (at, at)

    def _clause(self, at: int) -> tuple[int, int]:
        """The tokens behind "who" if its verb tells an office: "who chairs the commission"."""
        if self.found.low[at] == "which":  # "which runs the network" tells no office
            return at, at
        verb = at + 1
        while self.found.kinds[verb] in "RA":
            verb += 1
        return (verb + 1, self._stop(verb + 1)) if self.found.low[verb] in _listed("office verb") else (at, at)

    def _stop(self, at: int) -> int:
        """The end of the phrase that begins at token `at`."""
        after = at
        while after < min(at + BEHIND, len(self.found.kinds)) and self.found.kinds[after] not in ",.|;:()VWAbHQ-":
            after += 1
        return after

    def _possessed(self, own: list[Mention]) -> Term | None:
        """What a country or town owns tells that it stands for its government: "Soruma’s foreign minister"."""
        for mention in own:
            if self.found.kinds[mention.after] == "S":
                for term in self._terms(mention.after + 1, min(mention.after + 5, len(self.found.kinds))):
                    if term.kind == "official" and term.weight > 1:
                        return Term("official", 1, mention.first, term.after)
        return None

    def _described(self, mention: Mention) -> Source:
        """A voice that the text describes; its name may follow the description."""
        after = self._with_body(mention)
        named = self._named_behind(after)
        if named is not None:
            return self._named(named)
        if not _listed("courtesy").isdisjoint(self.found.low[mention.first : mention.after]):
            return Source("named", "unknown", NOT_TOLD)  # "Mr. King", whose name is a title elsewhere
        if mention.kind == "document":
            return Source("named body", "document", f"“{self.found.text(mention.first, mention.after)}”")
        return self._body(mention, after) or self._person(mention, after)

    def _body(self, mention: Mention, after: int) -> Source | None:
        """An organisation, or several; None for persons."""
        head, terms = self.found.low[mention.head], self._terms(mention.first, after)
        if head in _listed("several bodies"):
            return self._typed("unnamed group", terms[::-1])
        is_body = mention.kind == "organisation" or (mention.kind == "noun" and head in _organisations())
        if is_body or head in _listed("collective body"):
            return self._typed("named body", _covering(terms, mention.head) or terms[::-1])
        return None

    def _person(self, mention: Mention, after: int) -> Source:
        """One person or several without a name."""
        head, rung = self.found.low[mention.head], self._rung(mention)
        terms = self._terms(mention.first, after)
        covering = _covering(terms, mention.head)
        unnamed = rung in ANONYMOUS and head in _listed("anonymous")
        if unnamed and not any(term.after > mention.head + 1 for term in covering):
            words = self.found.text(mention.first, after)
            return Source(rung, "anonymous", f"“{words}”" + self._whose(mention, after))
        source = self._typed(rung, covering or terms)
        return source._replace(kind="anonymous") if source.kind == "unknown" and rung in ANONYMOUS else source

    def _rung(self, mention: Mention) -> str:
        """The rung of a person or people without a name."""
        head = self.found.low[mention.head]
        if mention.plural or mention.kind == "group":
            return "unnamed group"
        if head in _listed("speaks for"):
            return "role only"
        kinds = self.found.kinds[mention.first : mention.after]
        indefinite = self.found.low[mention.first] in UNDEFINED and "S" not in kinds
        return "unnamed person" if indefinite or head in _listed("anonymous") else "role only"

    def _with_body(self, mention: Mention) -> int:
        """The end of the description with the "of", "for" or "at" that belongs to it."""
        following = self.known.starting.get(mention.after + 1)
        if self.found.low[mention.after] in BETWEEN_OFFICE_AND_BODY and following is not None:
            return self.known.mentions[following].after
        return mention.after

    def _named_behind(self, after: int) -> int | None:
        """The voice whose name follows a description between commas: "a lawyer for the paper, David Schulz,"."""
        index = self.known.starting.get(after + 1) if self.found.kinds[after] == "," else None
        closed = index is not None and self.found.kinds[self.known.mentions[index].after] in ",("
        return self.known.voice_of.get(index) if index is not None and closed else None

    def _whose(self, mention: Mention, after: int) -> str:
        named = any(kind in "No" for kind in self.found.kinds[mention.first : after])
        return ", of a body or place that is named" if named else ", of no named body"

    def _typed(self, rung: str, terms: list[Term]) -> Source:
        best = max(terms, key=lambda term: term.weight, default=None)
        if best is None:
            return Source(rung, "unknown", NOT_TOLD)
        return Source(rung, best.kind, f"rests on {self._quoted(best)}")

    def _quoted(self, term: Term) -> str:
        return f"“{self.found.text(term.first, term.after)}”"

    def _terms(self, first: int, after: int) -> list[Term]:
        """The phrases of the lexicon in tokens first:after, in order, each token in at most one of them."""
        phrases, low = _phrases(), self.found.low
        terms: list[Term] = []
        at = first
        while at < after:
            step = 1
            for words, kind, weight in phrases.get(low[at], ()):
                if low[at : at + len(words)] == words and at + len(words) <= after:
                    step = len(words)
                    if kind != "no type":
                        terms.append(Term(kind, weight, at, at + step))
                    break
            at += step
        return terms
