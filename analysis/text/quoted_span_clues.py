"""Clues to what a short quoted span does: what it looks like, what stands around it, who is quoted. No opinion.

Every clue has a name; data/lexicons/quoted_spans.csv says in a sentence what it means, and the measure scare_quotes
weighs them. Verbs of saying come from data/lexicons/quotations.csv, the other words from scare_quotes.csv.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from analysis import lexicons
from analysis.text import marks, quotations, quoted_spans, sentences
from analysis.text.quoted_spans import QuotedSpan

TOKEN = re.compile(r"\w+(?:[’'-]\w+)*[’']?|\S")
FIRST_NAME = re.compile(r"(?:\A|[ (])[A-Z](?:\.|[\w’'-]+) \Z")
POSSESSIVE_NAME = re.compile(r"[A-Z][\w.]*(?: [A-Z][\w.]*)*(?:[’']s|s[’']) \Z")
NAME_AFTER = re.compile(r" (?:\([A-Z]|[A-Z][\w’'-]+)")
NOUN_AFTER = re.compile(r" [a-z][\w’'-]+")
REACH = 200  # characters read on either side, so that time stays linear in the length of the text
JOINED = re.compile(r"\A\s*(?:,|;|and|or|,\s*and|,\s*or|nor|/|to|vs\.?)?\s*(?:an?|the)?\s*\Z")
EXPLAINED = re.compile(r"(?:,| ?[—–-]+) (?:which|or|an?|the|meaning|setting) | (?:actually )?mean(?:s|ing) ")
NAME_OF_A_WORK = re.compile(r"[A-Z]+ ?\d|(?:[A-Z][\w’'-]* ){2}[A-Z]")
NEAR_BEFORE = (  # clue, word list, how many words back
    ("naming_before", "naming", 3),
    ("work_before", "work", 6),
    ("programme_before", "programme", 5),
    ("speech_noun_before", "speech noun", 10),
)
PHRASE_STARTS = ("determiner", "possessive", "preposition", "copula", "to")
CAPITALS = frozenset(["title_capitals", "one_capitalised_word", "name_after", "inside_a_name"])
STATEMENT = frozenset(["verb_inside", "first_person", "starts_a_clause", "five_to_eight_words"])
LENGTHS = ("no_words", "one_word", "two_words", "three_or_four_words", "three_or_four_words", "five_to_eight_words")
NO_SPEECH = frozenset(["thought", "seeming", "clipped", "agreeing"])


def find(body: str) -> tuple[frozenset[str], ...]:
    """For each span of `quoted_spans.find(body)`, the names of the clues in and around it."""
    found = quoted_spans.find(body)
    if not found:
        return ()
    setting = _Setting(body)
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


class _Around(NamedTuple):
    before: str  # of the same sentence; for a span joined to others ("a", "b" and "c"): before the first of them
    after: str  # of the same sentence
    inner: str


class _Setting:
    """The body as the spans stand in it: sentences, speakers, longer quotations."""

    def __init__(self, body: str) -> None:
        self.body = body
        self.parts = sentences.find(body)
        self.starts = [sentence.start for sentence in self.parts]
        self.speakers = [quotation for quotation in quotations.find(body) if quotation.kind != "indirect"]
        self.openings = [quotation.start for quotation in self.speakers]
        short = {span.inner_start for span in quoted_spans.find(body)}
        self.long = [stretch for stretch in marks.find(body) if stretch.start not in short]
        self.long_starts = [part.start for part in self.long]

    def sentence(self, at: int) -> int:
        """The index of the sentence that `at` stands in."""
        return max(0, bisect_right(self.starts, at) - 1)

    def around(self, span: QuotedSpan, head: QuotedSpan) -> _Around:
        """What stands around `span`; what stands before it is read from `head`, the first of a row."""
        inner = self.body[span.inner_start : span.inner_end]
        first, last = self.sentence(head.start), self.sentence(span.end - 1)
        start, end = self.parts[first].start, self.parts[last].end
        if span.place == "nested":
            start, end = max(start, span.outer_start), min(end, span.outer_end)
        before = self.body[max(start, head.start - REACH) : head.start]
        return _Around(before, self.body[span.end : min(end, span.end + REACH)], inner)

    def frame(self, span: QuotedSpan) -> Iterator[str]:
        """Where the span stands, and whether its words are somebody's."""
        body = self.body
        first, last = self.parts[self.sentence(span.start)], self.parts[self.sentence(span.end - 1)]
        yield f"place_{span.place}"
        if not any(map(str.isalpha, body[max(first.start, span.start - REACH) : span.start])):
            yield "opens_the_sentence"
            if not any(map(str.isalpha, body[span.end : min(last.end, span.end + REACH)])):
                yield "is_the_sentence"
        if first.start == self.starts[0] and first.end - first.start < 200:
            yield "in_the_headline"
        if span.place == "outer":
            yield from self._attribution(span, first, last)

    def _attribution(self, span: QuotedSpan, first: sentences.Sentence, last: sentences.Sentence) -> Iterator[str]:
        yield self._attributed(span, first)
        index = bisect_right(self.long_starts, last.end)
        if index and self.long[index - 1].start >= first.start - 2:
            yield "long_quotation_beside"

    def _attributed(self, span: QuotedSpan, first: sentences.Sentence) -> str:
        """How far the words are attributed, by `analysis.text.quotations`."""
        index = bisect_right(self.openings, span.inner_start) - 1
        if index < 0 or self.speakers[index].end < span.inner_end:
            return "no_quotation_found"
        quotation = self.speakers[index]
        if quotation.cue_start is None or quotation.cue_end is None:
            return "speaker_without_a_verb" if quotation.speaker else "nobody_named"
        if quotation.cue_start >= span.inner_end:
            return "attributed_after"
        if quotation.cue_start < first.start:
            return "attributed_in_an_earlier_sentence"
        return "attributed_near_before" if span.start - quotation.cue_end < 40 else "attributed_far_before"


def _is_joined(body: str, earlier: QuotedSpan, span: QuotedSpan) -> bool:
    """Whether the two spans stand in one row: "a", "b" and "c"."""
    between = body[earlier.end : span.start]
    return len(between) < 16 and earlier.place == span.place and JOINED.match(between) is not None


def _tokens(text: str) -> list[str]:
    return [match.group().lower().replace("’", "'") for match in TOKEN.finditer(text)]


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
    raw = [match.group() for match in TOKEN.finditer(inner) if match.group()[0].isalnum()]
    tokens = _tokens(" ".join(raw))
    yield LENGTHS[min(len(raw), 5)]
    if raw and raw[0][0].islower():
        yield "starts_small"
    main = [word for word in raw if word.lower() not in _terms("minor")]
    if main and not any(word[0].islower() for word in main):
        yield "title_capitals" if len(raw) > 1 else "one_capitalised_word"
    if inner.rstrip()[-1:] == ",":
        yield "comma_inside"
    if _has(tokens, "first person"):
        yield "first_person"
    if _has(tokens, "verb"):
        yield "verb_inside"
    if tokens and (tokens[0] in _terms("clause start") or tokens[0] in _terms("verb")):
        yield "starts_a_clause"


def _before(around: _Around) -> Iterator[str]:
    """What stands before the span in its sentence."""
    tokens = _tokens(around.before)
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
    if not (_says(tokens) or _says(tokens, "judging") or _has(tokens, "speech noun")):
        yield "nobody_speaks_before"
    if POSSESSIVE_NAME.search(around.before[-60:]):
        yield "possessive_name_before"


def _after(around: _Around) -> Iterator[str]:
    """What stands after the span in its sentence."""
    tokens = [token for token in _tokens(around.after[:80]) if token[0].isalnum()]
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
