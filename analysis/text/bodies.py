"""Bodies: the organisation that words name: in full ("the Harbour Board"), in short ("Crestline" for Crestline
Transit), by its kind ("the union", where the text names one union) or by a pronoun ("its organiser").

Nothing is looked up: what is not named in full anywhere in the body stays unnamed.
"""

from collections.abc import Container, Iterable
from typing import NamedTuple

from analysis import lexicons
from analysis.text import names, tokens
from analysis.text.names import Mention


class Named(NamedTuple):
    """The body `name` is named by the words before token `after`. note: how, to be added to a sentence."""

    name: str
    after: int
    note: str = ""


REACH = 40  # mentions before "its" in which its owner is looked for


class Bodies:
    """The organisations that one text names in full; `taken` are the tokens that name something else (a country)."""

    def __init__(self, body: str, taken: Container[int] = ()) -> None:
        self.taken = taken
        self.found = tokens.find(body)
        self.known = names.find(body)
        self.in_full = {
            number: record
            for number, record in enumerate(self.known.voices)
            if record.is_body and _has_own_name(record.words)
        }
        self.holding: dict[str, dict[str, None]] = {}  # word -> the organisations whose name holds it
        for record in self.in_full.values():
            self._hold(record.name, record.words)
        for mention in self.known.mentions:
            named = self._with_its_kind(mention) if mention.kind == "organisation" else None
            if named is not None:
                self._hold(named.name, self.found.low[named.after - 1 : named.after])

    def _hold(self, name: str, words: Iterable[str]) -> None:
        for word in words:
            self.holding.setdefault(word, {})[name] = None

    def named(self, index: int) -> Named | None:
        """What the mention at token `index` names, or the one before a ’s there; None where that is no organisation."""
        if self.found.kinds[index] == "S":
            return self._possessor(index)
        position = self.known.starting.get(index)
        if position is None:
            return None
        if self.found.low[index] == "its":
            return self._owner(position, index)
        mention = self.known.mentions[position]
        if mention.kind == "organisation":
            return self._with_its_kind(mention) or self._by_kind(mention.head)
        return self._by_name(position, mention) if mention.kind == "name" else None

    def by_word(self, word: str) -> str:
        """The name of the only organisation whose name holds `word`, where that is a kind of organisation; else ""."""
        fits = self.holding.get(word, {}) if word in lexicons.classes("names")["organisation"] else {}
        return next(iter(fits)) if len(fits) == 1 else ""

    def _by_name(self, position: int, mention: Mention) -> Named | None:
        record = self.in_full.get(self.known.voice_of.get(position, -1))
        if record is None or mention.name_first in self.taken:
            return None
        own = self.found.text(mention.name_first, mention.after)
        note = "" if own == record.name else f"; “{own}” is short for {record.name}"
        return Named(record.name, mention.after, note)

    def _with_its_kind(self, mention: Mention) -> Named | None:
        """A name that a word in small letters completes: the CDWU union."""
        first = next((at for at in range(mention.first, mention.after) if self.found.kinds[at] == "N"), mention.after)
        if mention.after - first < 2 or first in self.taken or not _has_own_name(self.found.low[first : mention.after]):
            return None
        return Named(self.found.text(first, mention.after), mention.after)

    def _by_kind(self, head: int) -> Named | None:
        """The union, where the text names one."""
        name = self.by_word(self.found.low[head]) if self.found.low[head - 1] == "the" else ""
        words = self.found.text(head - 1, head + 1)
        return Named(name, head + 1, f"; “{words}” is taken to be {name}") if name else None

    def _possessor(self, index: int) -> Named | None:
        """Crestline in "Crestline’s director", the union in "the union’s secretary"."""
        position = self.known.ending.get(index)
        if position is None:
            return self._by_kind(index - 1)
        return self._by_name(position, self.known.mentions[position])

    def _owner(self, position: int, its: int) -> Named | None:
        """The organisation that opens the sentence of "its", or the one before."""
        sentence = self.found.sentence
        for earlier in self.known.mentions[max(0, position - REACH) : position][::-1]:
            if sentence[its] - sentence[earlier.first] > 1:
                break
            opens = self.found.kinds[earlier.first - 1] in ".|" and self.found.low[earlier.first] != "its"
            named = self.named(earlier.first) if opens else None
            if named is not None:
                return Named(named.name, its + 1, f"; “its” is taken to stand for {named.name}")
        return None


def _has_own_name(words: tuple[str, ...]) -> bool:
    """Whether a name is more than a kind of body: "Ministry of Water" belongs to a country not named."""
    generic = lexicons.classes("affiliations")["state body"] | lexicons.classes("affiliations")["media"]
    generic |= lexicons.classes("names")["document"]
    return len(words) > 1 and not {words[0], words[-1]} & generic and not {"'s", "’s"} & set(words)
