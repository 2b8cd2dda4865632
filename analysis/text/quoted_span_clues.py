"""Clues to what a short quoted span does: what it looks like, what stands around it, who is quoted. No opinion.

Every clue has a name; data/lexicons/quoted_spans.csv says in a sentence what it means, and the measure scare_quotes
weighs them. Verbs of saying come from data/lexicons/quotations.csv, the other words from scare_quotes.csv.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from analysis import lexicons
from analysis.text import quoted_spans
from analysis.text.quoted_span_setting import Around, Setting
from analysis.text.quoted_spans import QuotedSpan

TOKEN = re.compile(r"\w+(?:[’'-]\w+)*[’']?|\S")
FIRST_NAME = re.compile(r"(?:\A|[ (])[A-Z](?:\.|[\w’'-]+) \Z")
POSSESSIVE_NAME = re.compile(r"[A-Z][\w.]*(?: [A-Z][\w.]*)*(?:[’']s|s[’']) \Z")
POSSESSIVE_NOUN = re.compile(r"[a-z](?:[’']s|s[’']) \Z")
NAME_AFTER = re.compile(r" (?:\([A-Z]|[A-Z][\w’'-]+)")
NOUN_AFTER = re.compile(r" [a-z][\w’'-]+")
JOINED = re.compile(r"\A\s*(?:,|;|and|or|,\s*and|,\s*or|nor|/|to|vs\.?)?\s*(?:an?|the)?\s*\Z")
EXPLAINED = re.compile(r"(?:,| ?[—–-]+) (?:which|or|an?|the|meaning|setting) | (?:actually )?mean(?:s|ing) ")
NAME_OF_A_WORK = re.compile(r"[A-Z]+ ?\d|(?:[A-Z][\w’'-]* ){2}[A-Z]")
NEAR_BEFORE = (  # clue, word list, how many words back
    ("naming_before", "naming", 3),
    ("work_before", "work", 6),
    ("programme_before", "programme", 5),
    ("speech_noun_before", "speech noun", 10),
    ("used_before", "using", 4),
    ("chanting_before", "chanting", 3),
    ("on_a_sign", "sign", 5),
)
PHRASE_STARTS = ("determiner", "possessive", "preposition", "copula", "to")
CAPITALS = frozenset(["title_capitals", "one_capitalised_word", "name_after", "inside_a_name"])
STATEMENT = frozenset(["verb_inside", "first_person", "starts_a_clause", "five_to_eight_words"])
LENGTHS = ("no_words", "one_word", "two_words", "three_or_four_words", "three_or_four_words", "five_to_eight_words")
COMMON_REACH = 8  # tokens between "known" and the "as" before the span
COMMON_OBJECT = 4  # tokens from "call" to the span: bakers call this kind of loaf “…”
CALLING_REACH = 7  # tokens between a verb of calling and the span
NO_SPEECH = frozenset(["thought", "seeming", "clipped", "agreeing"])


def find(body: str) -> tuple[frozenset[str], ...]:
    """For each span of `quoted_spans.find(body)`, the names of the clues in and around it."""
    found = quoted_spans.find(body)
    if not found:
        return ()
    setting = Setting(body)
    result: list[frozenset[str]] = []
    head = 0
    for index, span in enumerate(found):
        is_joined = index > 0 and _is_joined(body, found[index - 1], span)
        head = head if is_joined else index
        around = setting.around(span, found[head])
        names = {*_inside(around.inner), *_before(around), *_after(around), *setting.frame(span)}
        if "in_the_headline" in names:
            names -= CAPITALS  # headlines capitalise everything
        result.append(frozenset(names | {*_together(names)}))
    return tuple(result)


def _is_joined(body: str, earlier: QuotedSpan, span: QuotedSpan) -> bool:
    """Whether the two spans stand in one row: "a", "b" and "c"."""
    between = body[earlier.end : span.start]
    return len(between) < 16 and earlier.place == span.place and JOINED.match(between) is not None


def tokens_of(text: str) -> list[str]:
    """The words and signs of `text` in lower case, with straight apostrophes."""
    return TOKEN.findall(text.lower().replace("’", "'"))


@cache
def _terms(name: str) -> frozenset[str]:
    return lexicons.classes("scare_quotes")[name]


@cache
def _speech_verbs() -> Mapping[str, frozenset[str]]:
    """Every form of the verbs that report speech: "saying" (say, claim, warn …) and "judging" (call, blast …)."""
    found: dict[str, set[str]] = {"saying": set(), "judging": set()}
    for row in lexicons.rows("lexicons/quotations.csv"):
        if row["class"] in NO_SPEECH:
            continue
        kind = "judging" if row["class"] == "judging" else "saying"
        forms = (row["term"], row.get("third"), row.get("past"), row.get("gerund"))
        found[kind].update(form for form in forms if form)
    return {kind: frozenset(forms) for kind, forms in found.items()}


def _has(tokens: Sequence[str], name: str) -> bool:
    return not _terms(name).isdisjoint(tokens)


def _says(tokens: Sequence[str], kind: str = "saying") -> bool:
    return not _speech_verbs()[kind].isdisjoint(tokens)


def _inside(inner: str) -> Iterator[str]:
    """What the quoted words look like."""
    raw = [word for word in TOKEN.findall(inner) if word[0].isalnum()]
    tokens = [word.lower().replace("’", "'") for word in raw]
    yield LENGTHS[min(len(raw), 5)]
    if raw and raw[0][0].islower():
        yield "starts_small"
    if len(inner.strip(" .,")) == 1 and inner[:1].isalpha():
        yield "single_letter"
    if tokens and len(tokens) < 5 and tokens[-1].rpartition("-")[2] in _terms("institution"):
        yield "names_an_institution"
    main = [word for word in raw if word.lower() not in _terms("minor")]
    if main and not any(word[0].islower() for word in main):
        yield "title_capitals" if len(raw) > 1 else "one_capitalised_word"
    if inner.rstrip()[-1:] == ",":
        yield "comma_inside"
    if inner.rstrip()[-1:] in ("?", "!"):
        yield "asks_or_exclaims"
    if _has(tokens, "first person"):
        yield "first_person"
    if _has(tokens, "verb"):
        yield "verb_inside"
    if tokens and (tokens[0] in _terms("clause start") or tokens[0] in _terms("verb")):
        yield "starts_a_clause"


def _before(around: Around) -> Iterator[str]:
    """What stands before the span in its sentence."""
    tokens = tokens_of(around.before)
    last = tokens[-1] if tokens else ""
    yield from (clue for clue, name, reach in NEAR_BEFORE if _has(tokens[-reach:], name))
    yield from (f"{name}_just_before" for name in PHRASE_STARTS if last in _terms(name))
    if _has(tokens[-2:], "doubt") and not NAME_OF_A_WORK.match(around.inner):
        yield "doubt_before"
    if (_has(tokens[-1:], "word") or (_has(tokens[-2:-1], "word") and last in _terms("link"))) and around.inner.count(
        " "
    ) < 5:
        yield "named_as_words"
    if _says(tokens[-5:]):
        yield "saying_just_before"
    if _says(tokens[-8:], "judging"):
        yield "judging_before"
    if _is_common_name(tokens):
        yield "commonly_called_so"
    elif _calls_somebody(tokens):
        yield "somebody_calls_it_so"
    if not (_says(tokens) or _says(tokens, "judging") or _has(tokens, "speech noun")):
        yield "nobody_speaks_before"
    if POSSESSIVE_NAME.search(around.before[-60:]):
        yield "possessive_name_before"
    elif POSSESSIVE_NOUN.search(around.before[-4:]):
        yield "possessive_noun_before"


def _is_common_name(tokens: Sequence[str]) -> bool:
    """Whether the span is how something is called in general: known in the trade as “…”, what bakers call “…”."""
    if tokens[-1:] == ["as"] and _has(tokens[-COMMON_REACH:], "known"):
        return True
    near = tokens[-CALLING_REACH:]
    return any(
        token in _terms("call in general") and not _has(near[max(0, at - 1) : at], "no subject")
        for at, token in enumerate(near)
        if at >= len(near) - COMMON_OBJECT
    )


def _calls_somebody(tokens: Sequence[str]) -> bool:
    """Whether a verb of calling with an object, or with "as", leads to the span: called him a “…”, hailed it as “…”."""
    for at in range(len(tokens) - 1, max(-1, len(tokens) - 1 - CALLING_REACH), -1):
        verb, between = tokens[at], tokens[at + 1 :]
        if verb in _terms("calling") or (verb in _terms("calling as") and "as" in between):
            is_open = _terms("calling stop").isdisjoint(between)
            return is_open and any(token not in _terms("article") for token in between)
    return False


def _after(around: Around) -> Iterator[str]:
    """What stands after the span in its sentence."""
    tokens = [token for token in tokens_of(around.after[:80]) if token[0].isalnum()]
    is_glued = around.inner[-1:] not in ",.!?" and NOUN_AFTER.match(around.after) is not None
    if is_glued and _has(tokens[:1], "word"):
        yield "named_as_words"
    elif is_glued and tokens[0] not in _function_words():
        yield "word_glued_after"
    if _has(tokens[:2], "work"):
        yield "work_after"
    if NAME_AFTER.match(around.after):
        yield "name_after"
        if FIRST_NAME.search(around.before[-40:]) and around.inner[:1].isupper() and " " not in around.inner:
            yield "inside_a_name"
    if EXPLAINED.match("," * around.inner.endswith(",") + around.after):
        yield "explained_after"


def _together(names: set[str]) -> Iterator[str]:
    """Clues that say more together than each for itself."""
    if "somebody_calls_it_so" in names and names & {"title_capitals", "one_capitalised_word"}:
        yield "called_by_a_name"
    if "commonly_called_so" in names and "starts_small" in names:
        yield "common_word_for_it"
    is_free = bool(names & {"no_quotation_found", "nobody_named"})
    if "starts_small" in names and not names & STATEMENT:
        if is_free:
            yield "unattributed_word" if "one_word" in names else "unattributed_phrase"
        if "nobody_speaks_before" in names:
            yield "silent_phrase_unattributed" if is_free else "silent_phrase"


@cache
def _function_words() -> frozenset[str]:
    return frozenset().union(
        *(_terms(name) for name in ("verb", "preposition", "determiner", "possessive", "function"))
    )
