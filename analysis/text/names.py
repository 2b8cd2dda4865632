"""Names: who or what a body mentions that could speak, and which mentions name the same voice.

A mention is a noun phrase over the kinds of analysis.text.tokens: a name with its titles ("Kremlin spokesman Dmitry
Peskov"), a description ("the press secretary", "officials"), an organisation or document ("the report"), a pronoun.
Names are joined to one voice by last name, first name, or initials; titles and first names tell Mr. from Mrs.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

from analysis import lexicons
from analysis.text import tokens
from analysis.text.tokens import Tokens

# At most 24 tokens: a run without end would be read again from each of its tokens.
CHUNK = r"(?:[NTrgoda#]|F(?=T)|S[wa]{0,2}(?=[NTrgod])){0,24}[NTrgod]"
OF_NOUN = re.compile(r"D[wa]{1,3}F(?:D[wa#]{0,2}|[wa#]{1,2})")
MENTION = re.compile(
    rf"DF(?:D[wa#]{{0,3}})?w?(?=[NTrgod]){CHUNK}"  # hundreds of demonstrators, some of the voters
    r"|DFD?[wa]{1,3}(?=[RA]{0,2}[VWU])"  # one of the sailors said
    rf"|D[waRG#]{{0,3}}(?:U(?=[rT]))?(?=[NTrgod]){CHUNK}(?:w(?=[RA]?[VW]))?"  # the former governor, a Clinton aide
    rf"|{CHUNK}(?:w(?=[RA]?[VW]))?"  # Gov. Chris Christie, officials
    rf"|{OF_NOUN.pattern}(?=[RA]{{0,2}}[VW])"  # the mum of two said
    r"|D[wa#]{1,4}(?=[RA,]{0,3}[VWU])"  # the actor said: any noun before a cue
    r"|(?<=[V,])D[wa#]{0,6}w(?=[.|,iF])"  # said the actor
    r"|#[wa]{1,2}(?=[RA]{0,2}[VWU])"  # 10,000 farmers shouted
    r"|(?<=[.|,XBC])w(?=[RA]{0,2}V)"  # organizers said
    r"|D(?=[RA]{0,2}[VWUbi])"  # some say
    r"|P|(?<=t)p"  # he; according to him
)
POSSESSIVE = re.compile(r"[NT]*N(?=S)")
BARE_NAME = re.compile(r"N+\Z")
BARE_BODY = re.compile(r"N+[Fi](?:N+|N*T)\Z|[NT]+C[NTg]+S?N+\Z")  # Ministry of Water, Depot and Ferry Workers’ Union
SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
LONG_RUN = 4  # words of a name; a longer one may begin with an office
LINKS = frozenset(["of", "on", "for"])  # inside the name of a body
POSSESSORS = frozenset(["his", "her", "their", "its", "my", "our"])
KIND_OF_HEAD = {"N": "name", "T": "role", "r": "role", "g": "group", "o": "organisation", "d": "document"}
PLURAL_PRONOUNS = frozenset(["they", "their", "them", "we", "our", "us"])
GENDER_OF_PRONOUN = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f", "it": "n", "its": "n"}


class Mention(NamedTuple):
    """Tokens `first` up to, not including, `after` mention a possible speaker."""

    first: int
    after: int
    kind: str  # name, role, group, organisation, document, noun, pronoun
    head: int  # the token that carries the meaning: the last name, the role, the pronoun
    name_first: int  # first token of the bare name; equals `after` where there is none
    plural: bool
    gender: str  # m, f, n (a body or paper), or "" where the words do not tell


@dataclass(slots=True)
class Voice:
    """Everyone is one voice: its fullest name, and what is known from its mentions."""

    name: str
    words: tuple[str, ...]  # the fullest name in lower case, without Jr.
    gender: str = ""
    mentions: list[int] = field(default_factory=list)  # indices into Names.mentions
    roles: set[str] = field(default_factory=set)  # words of its titles and appositions, in lower case
    is_body: bool = False  # an organisation, paper or document rather than a person


@dataclass(frozen=True, slots=True)
class Names:
    """All mentions of a body, in order, and the voices that its names make."""

    mentions: tuple[Mention, ...]
    voices: tuple[Voice, ...]
    voice_of: Mapping[int, int]  # mention -> voice, for mentions that hold a name
    ending: Mapping[int, int]  # token after the mention -> mention
    starting: Mapping[int, int]  # first token of the mention -> mention


@cache
def _genders() -> Mapping[str, str]:
    """Lower-case word -> f or m: given names, titles and roles that tell."""
    classes = lexicons.classes("names")
    women = classes["female"] | classes["given name of women"]
    men = classes["male"] | classes["given name of men"]
    return {word.lower(): "f" for word in women} | {word.lower(): "m" for word in men}


@cache
def _articles() -> frozenset[str]:
    return lexicons.classes("speakers")["article"]


@cache
def _bodies() -> frozenset[str]:
    classes = lexicons.classes("names")
    return classes["organisation"] | classes["document"]


@cache
def _no_persons() -> frozenset[str]:
    return lexicons.classes("names")["end of a name that is no person's"]


@lru_cache(maxsize=64)
def find(body: str) -> Names:
    """Every mention of `body` and the voices they make."""
    found = tokens.find(body)
    mentions: list[Mention] = []
    for match in MENTION.finditer(found.kinds):
        first, after = match.span()
        if mentions and (_completes(found, mentions[-1], first) or _goes_on(found, mentions[-1], first, after)):
            first = mentions.pop().first
        mentions += _read(found, first, after)
    voices, voice_of = _join(found, mentions)
    ending = {mention.after: index for index, mention in enumerate(mentions)}
    starting = {mention.first: index for index, mention in enumerate(mentions)}
    return Names(tuple(mentions), tuple(voices), voice_of, ending, starting)


def _completes(found: Tokens, before: Mention, first: int) -> bool:
    """Whether a name at `first` completes the body before it: "Ministry" + "of Water"."""
    return (
        before.after + 1 == first
        and before.kind == "name"
        and found.kinds[first] in "NT"
        and found.low[first - 1] in LINKS
        and found.low[before.head] in _bodies()
    )


def _goes_on(found: Tokens, before: Mention, first: int, after: int) -> bool:
    """Whether "The Carriage" before "and" goes on in "Depot Workers’ Union", a body without an article of its own."""
    return (
        before.after + 1 == first
        and before.kind == "name"
        and found.low[before.first] == "the"
        and found.low[first - 1] == "and"
        and found.kinds[first] in "NT"
        and found.kinds[after - 1] == "N"
        and found.low[after - 1] in lexicons.classes("names")["end of a joint name"]
        and found.low[before.head] not in _bodies()
        and not found.text(before.head, before.head + 1).isupper()  # the FBI and Justice Department
    )


def _read(found: Tokens, first: int, after: int) -> list[Mention]:
    """The mention at tokens first:after, behind the possessor it begins with ("Clinton" in "Clinton’s campaign")."""
    kinds, low = found.kinds, found.low
    mentions = []
    if low[first] in POSSESSORS and after > first + 1:
        mentions.append(_mention(found, first, first + 1, "pronoun"))
    possessor = POSSESSIVE.search(kinds, first, after)
    if possessor and not _is_plural_owner(found, possessor.end(), after):
        begin = first if kinds[first] != "D" or low[first] not in POSSESSORS else possessor.start()
        mentions.append(_mention(found, begin, possessor.end(), "name"))
    head = kinds[after - 1]
    if head == "w" and after == first + 1 and tokens.PARTY_AND_STATE.match(found.text(first, after)):
        return []  # R-Ohio speaks for nobody
    if OF_NOUN.fullmatch(kinds, first, after):
        return [_mention(found, first, after, "noun", kinds.index("F", first) - 1)]
    if head == "D" and after == first + 1 and low[first] not in POSSESSORS and low[first] in _articles():
        return mentions
    if head in "Pp" or (head == "D" and low[first] in POSSESSORS):
        kind = "pronoun"
    elif head == "D":
        kind = "group"
    else:
        kind = KIND_OF_HEAD.get(head, "noun")
    mentions.append(_mention(found, first, after, kind))
    return mentions


def _given_name(found: Tokens, start: int, after: int) -> int:
    """Where the person begins in "National Intelligence James Clapper"; `start` where that is not so."""
    if after - start < LONG_RUN or found.low[after - 1] in _bodies():
        return start
    given = (index for index in range(start, after - 1) if found.low[index] in tokens.given_names())
    first = next(given, start)
    return first if first - start > 1 else start


def _is_plural_owner(found: Tokens, sign: int, after: int) -> bool:
    """Whether the apostrophe at `sign` belongs to the name of a body: the Riders’ Association."""
    is_capital = found.body[found.starts[sign - 1]].isupper()
    return found.low[sign] in ("’", "'") and is_capital and found.low[after - 1] in _bodies()


def _mention(found: Tokens, first: int, after: int, kind: str, head: int = -1) -> Mention:
    """head: the token that carries the meaning, where that is not the last one."""
    low, head = found.low, head if head >= 0 else after - 1
    name_first = after
    if kind == "name":
        name_first = _bare_name(found, first, after)
        if low[head] in SUFFIXES and head > name_first:
            head -= 1
    word = low[head]
    if kind == "pronoun":
        return Mention(first, after, kind, head, after, word in PLURAL_PRONOUNS, GENDER_OF_PRONOUN.get(word, ""))
    plural = kind == "group" or (kind == "noun" and word.endswith("s"))
    gender = "" if plural else _gender(found, first, head + 1 if kind == "noun" else after, name_first, kind)
    return Mention(first, after, kind, head, name_first, plural, gender)


def _bare_name(found: Tokens, first: int, after: int) -> int:
    """Where the name without its titles begins."""
    kinds = found.kinds
    run = BARE_BODY.search(kinds, first, after) or BARE_NAME.search(kinds, first, after)
    if not run:
        return after
    start = run.start()
    if kinds[start - 1] == "S" and _is_plural_owner(found, start - 1, after):
        start -= 1
        while start > first and kinds[start - 1] in "NTg":
            start -= 1
    start = _given_name(found, start, after)
    if start == after - 1 and found.low[start] in _bodies():  # Labour Board: no board has a title
        while start > first and kinds[start - 1] in "TN":
            start -= 1
    return start


def _gender(found: Tokens, first: int, after: int, name_first: int, kind: str) -> str:
    genders, low = _genders(), found.low
    if kind in ("organisation", "document"):
        return "n"
    if kind == "name":
        if _names_no_person(found, first, after, name_first):
            return "n"
        if name_first + 1 < after and low[name_first] in genders:
            return genders[low[name_first]]
        return next((genders[low[i]] for i in range(first, name_first) if low[i] in genders), "")
    return genders.get(low[after - 1], "")


def _names_no_person(found: Tokens, first: int, after: int, name_first: int) -> bool:
    """Whether a name is that of a body, company, paper or place."""
    low, kinds = found.low, found.kinds[name_first:after]
    if low[after - 1] in _bodies() or "F" in kinds or "i" in kinds or (low[first] == "the" and name_first == first + 1):
        return True
    return len(kinds) > 1 and low[after - 1] in _no_persons() and low[name_first] not in _genders()


def _join(found: Tokens, mentions: list[Mention]) -> tuple[list[Voice], dict[int, int]]:
    """Voices from the names, the fullest names first, so that "Trump" finds "Donald Trump" wherever it stands."""
    named = [index for index, mention in enumerate(mentions) if mention.name_first < mention.after]
    words_of = {index: _words(found, mentions[index]) for index in named}
    voices: list[Voice] = []
    by_word: dict[str, list[int]] = {}  # word of a full name -> voices, in the order of the text
    voice_of: dict[int, int] = {}
    opens = {index: found.kinds[mentions[index].first - 1] in ".|" for index in named}
    for index in sorted(named, key=lambda index: (-len(words_of[index]), opens[index], index)):
        mention, words = mentions[index], words_of[index]
        voice = _known(voices, by_word, words, mention)
        if voice < 0 and opens[index] and len(words) == 2 and words[0] not in _genders():
            voice = _known(voices, by_word, words[1:], mention)  # "Furious Solkesh" is Solkesh
            if voice >= 0 and voices[voice].words[-1] != words[-1]:
                voice = -1
        if voice < 0:
            voice = len(voices)
            name = found.text(mention.name_first, mention.after)
            voices.append(Voice(name, words, is_body=mention.gender == "n"))
            for word in {words[0], words[-1], "".join(part[0] for part in words)}:
                by_word.setdefault(word, []).append(voice)
        voice_of[index] = voice
        voices[voice].mentions.append(index)
        voices[voice].gender = voices[voice].gender or mention.gender
        voices[voice].roles.update(found.low[mention.first : mention.name_first])
    for voice_record in voices:
        voice_record.mentions.sort()
    return voices, voice_of


def _words(found: Tokens, mention: Mention) -> tuple[str, ...]:
    words = [word for word in found.low[mention.name_first : mention.after] if word not in SUFFIXES]
    return tuple(words) or (found.low[mention.head],)


def _known(voices: list[Voice], by_word: Mapping[str, list[int]], words: tuple[str, ...], mention: Mention) -> int:
    """The voice a name belongs to, or -1: the same last name, or its first name or its initials alone."""
    fits = []
    for voice in by_word.get(words[-1], ())[:20]:
        full = voices[voice].words
        if mention.gender and voices[voice].gender and mention.gender != voices[voice].gender:
            continue
        if len(words) == 1 or (
            full[-1] == words[-1] and (words[0] == full[0] or words[0][0] == full[0][:1] == words[0])
        ):
            fits.append(voice)
    return max(fits, key=lambda voice: (voices[voice].words[-1] == words[-1], len(voices[voice].mentions)), default=-1)
