"""Short quoted spans of a body (up to eight words), and the clues in and around each. No opinion on what they do.

Besides the stretches of `analysis.text.marks`: quoted words inside a longer quotation, and values in stray computer
code (`id="…"`). A span includes its marks, because the marks are what the reader should look at.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from analysis import lexicons
from analysis.text import marks, quotations, sentences, words

NESTED = re.compile(r"‘([^‘“”\n]{1,80}?)’(?!\w)|(?<!\w)'([^'\"\n]{1,80})'(?!\w)|“([^“”\n]{1,80})”")
CODE = re.compile(r"=[\"“”]([^\"“”<>\n]{1,120})[\"“”]")
TOKEN = re.compile(r"\w+(?:[’'-]\w+)*[’']?|\S")
NAME_BEFORE = re.compile(r"[A-Z][\w.’'-]*,? \Z")
POSSESSIVE_NAME = re.compile(r"[A-Z][\w.]*(?: [A-Z][\w.]*)*(?:[’']s|s[’']) \Z")
NAME_AFTER = re.compile(r" (?:\([A-Z]|[A-Z][\w’'-]+)")
NOUN_AFTER = re.compile(r" [a-z][\w’'-]+")
JOINED = re.compile(r"\A\s*(?:,|;|and|or|,\s*and|,\s*or|nor|/|to|vs\.?)?\s*(?:an?|the)?\s*\Z")
CLAUSE_WORDS = frozenset(["that", "if", "because", "how", "why", "what", "who", "when", "not", "to", "of", "so"])
EXPLAINED = re.compile(
    r",? (?:which|meaning|or|an?|the so-called) |,? ?[—–-]+ (?:or|an?|the|meaning|setting) |(?: actually)? means? "
)
NAME_OF_A_WORK = re.compile(r"[A-Z]+ ?\d|(?:[A-Z][\w’'-]* ){2}[A-Z]")
LENGTHS = ("no_words", "one_word", "two_words", "three_or_four_words", "three_or_four_words", "five_to_eight_words")
BEFORE = {",": "comma_before", ":": "colon_before", "(": "bracket_before", "—": "dash_before", "–": "dash_before"}
SHARED = frozenset(["work_before", "work_after", "naming_before", "word_before", "saying_just_before", "saying_after"])
NO_SPEECH = frozenset(["thought", "seeming", "clipped", "agreeing"])
MINOR = frozenset(["a", "an", "the", "of", "and", "or", "for", "in", "on", "to", "at", "with", "by", "from", "as"])


class QuotedSpan(NamedTuple):
    """`body[start:end]` with its marks; `body[inner_start:inner_end]` between them."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    place: str  # outer, nested (inside a longer quotation) or code
    outer_start: int = 0  # where the longer quotation begins that a nested span stands in
    outer_end: int = 0


@lru_cache(maxsize=256)
def find(body: str) -> tuple[QuotedSpan, ...]:
    """All quoted spans of one to eight words, in order."""
    longest = int(lexicons.threshold("short_quotation"))
    stretches = marks.find(body)
    found = []
    for stretch in stretches:
        if _is_short(body, stretch.start, stretch.end, longest):
            end = stretch.closing + _mark_length(body, stretch) if stretch.closing >= 0 else stretch.end
            found.append(QuotedSpan(stretch.opening, end, stretch.start, stretch.end, "outer"))
        elif not stretch.single:
            found += _nested(body, stretch, longest)
    if "=" in body:
        found += _code(body, stretches, longest)
    return tuple(sorted(found))


def _mark_length(body: str, stretch: marks.Stretch) -> int:
    return 2 if body.startswith(("''", "``"), stretch.closing) and not stretch.single else 1


def _is_short(body: str, start: int, end: int, longest: int) -> bool:
    return end - start < 40 * longest and 0 < words.count(body, start, end) <= longest


def _nested(body: str, stretch: marks.Stretch, longest: int) -> Iterator[QuotedSpan]:
    for match in NESTED.finditer(body, stretch.start, stretch.end):
        start, end = match.span(match.lastindex or 0)
        if _is_short(body, start, end, longest):
            yield QuotedSpan(match.start(), match.end(), start, end, "nested", stretch.start, stretch.end)


def _code(body: str, stretches: Sequence[marks.Stretch], longest: int) -> Iterator[QuotedSpan]:
    openings = [stretch.opening for stretch in stretches]
    for match in CODE.finditer(body):
        index = bisect_right(openings, match.end()) - 1
        is_free = index < 0 or stretches[index].end <= match.start()
        if is_free and _is_short(body, match.start(1), match.end(1), longest):
            yield QuotedSpan(match.start() + 1, match.end(), match.start(1), match.end(1), "code")


def clues(body: str) -> tuple[frozenset[str], ...]:
    """For each span of `find(body)`, the names of the clues in and around it (data/lexicons/quoted_spans.csv)."""
    found = find(body)
    if not found:
        return ()
    setting = _Setting(body)
    result: list[set[str]] = []
    head = 0
    for index, span in enumerate(found):
        is_joined = index > 0 and _is_joined(body, found[index - 1], span)
        head = head if is_joined else index
        around = setting.around(span, found[head])
        names = {*_inside(around.inner), *_before(around), *_after(around), *setting.frame(span)}
        result.append(names | {"joined"} if is_joined else names)
    _share(body, found, result)
    return tuple(map(frozenset, result))


class _Around(NamedTuple):
    before: str  # of the same sentence; for a span joined to others ("a", "b" and "c"): before the first of them
    after: str  # of the same sentence
    previous: str  # the end of the sentence before
    inner: str


class _Setting:
    """The body as the spans stand in it: sentences, speakers, longer quotations."""

    def __init__(self, body: str) -> None:
        self.body = body
        self.parts = sentences.find(body)
        self.starts = [sentence.start for sentence in self.parts]
        self.speakers = quotations.find(body)
        self.openings = [quotation.start for quotation in self.speakers]
        self.stretches = marks.find(body)
        longest = int(lexicons.threshold("short_quotation"))
        self.long = [part for part in self.stretches if not _is_short(body, part.start, part.end, longest)]
        self.long_starts = [part.start for part in self.long]
        quoted = [body[part.start : part.end].lower() for part in self.long]
        self.stems = {token[:5] for text in quoted for token in _tokens(text) if len(token) > 3}

    def sentence(self, at: int) -> int:
        """The index of the sentence that `at` stands in."""
        return max(0, bisect_right(self.starts, at) - 1)

    def around(self, span: QuotedSpan, head: QuotedSpan) -> _Around:
        """What stands around `span`; what stands before it is read from `head`, the first of a row."""
        inner = self.body[span.inner_start : span.inner_end]
        first, last = self.sentence(head.start), self.sentence(span.end - 1)
        start, end = self.parts[first].start, self.parts[last].end
        previous = self.body[max(self.parts[first - 1].start, start - 200) : start] if first else ""
        if span.place == "nested":
            start, end, previous = max(start, span.outer_start), min(end, span.outer_end), ""
        before = self.body[max(start, head.start - 200) : head.start]
        return _Around(before, self.body[span.end : min(end, span.end + 120)], previous, inner)

    def frame(self, span: QuotedSpan) -> Iterator[str]:
        """Where the span stands, and whether its words are somebody's."""
        body = self.body
        first, last = self.parts[self.sentence(span.start)], self.parts[self.sentence(span.end - 1)]
        yield f"place_{span.place}"
        if body[span.start] in "‘'" and span.place == "outer":
            yield "single_marks"
        if not any(char.isalpha() for char in body[first.start : span.start]):
            yield "opens_the_sentence"
            if not any(char.isalpha() for char in body[span.end : last.end]):
                yield "is_the_sentence"
        if first.start == self.starts[0] and first.end - first.start < 200:
            yield "in_the_headline"
            stems = [token[:5] for token in _tokens(body[span.inner_start : span.inner_end]) if len(token) > 3]
            if stems and self.stems.issuperset(stems):
                yield "headline_words_said_below"
        if span.place == "outer":
            yield from self._attribution(span, first, last)

    def _attribution(self, span: QuotedSpan, first: sentences.Sentence, last: sentences.Sentence) -> Iterator[str]:
        index = bisect_right(self.openings, span.inner_start) - 1
        if index >= 0 and self.speakers[index].end >= span.inner_end and self.speakers[index].speaker:
            yield "speaker_named"
        index = bisect_right(self.long_starts, last.end)
        if index and self.long[index - 1].start >= first.start - 2:
            yield "long_quotation_beside"


def _is_joined(body: str, earlier: QuotedSpan, span: QuotedSpan) -> bool:
    """Whether the two spans stand in one row: "a", "b" and "c"."""
    between = body[earlier.end : span.start]
    return len(between) < 16 and earlier.place == span.place and JOINED.match(between) is not None


def _share(body: str, found: Sequence[QuotedSpan], result: Sequence[set[str]]) -> None:
    """Tell every span what is known of the same words elsewhere in the body."""
    known: dict[str, set[str]] = {}
    texts = [body[span.inner_start : span.inner_end].strip(" .,;:!?").lower() for span in found]
    for text, names in zip(texts, result, strict=True):
        known.setdefault(text, set()).update(f"{name}_elsewhere" for name in SHARED & names)
    for text, names in zip(texts, result, strict=True):
        names |= {name for name in known[text] if name.removesuffix("_elsewhere") not in names}


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
    main = [word for word in raw if word.lower() not in MINOR]
    if len(raw) > 1 and main and not any(word[0].islower() for word in main):
        yield "title_capitals"
    if len(raw) == 1 and raw[0][0].isupper():
        yield "one_capitalised_word"
    if inner.rstrip()[-1:] == ",":
        yield "comma_inside"
    if inner.rstrip()[-1:] in tuple(".!?…"):
        yield "stop_inside"
    if _has(tokens, "first person"):
        yield "first_person"
    if _has(tokens, "verb"):
        yield "verb_inside"
    if tokens and (tokens[0] in CLAUSE_WORDS or tokens[0] in _terms("verb")):
        yield "starts_a_clause"


def _before(around: _Around) -> Iterator[str]:
    """What stands before the span in its sentence, and speech in the sentence before."""
    tokens = _tokens(around.before)
    last = tokens[-1] if tokens else ""
    if _has(tokens[-2:], "doubt") and not NAME_OF_A_WORK.match(around.inner):
        yield "doubt_before"
    if _has(tokens[-3:], "naming"):
        yield "naming_before"
    if _has(tokens[-2:], "word"):
        yield "word_before"
    if _has(tokens[-6:], "work"):
        yield "work_before"
    if _has(tokens[-5:], "programme"):
        yield "programme_before"
    if _says(tokens[-5:]):
        yield "saying_just_before"
    elif _says(tokens):
        yield "saying_before"
    if _says(tokens[-8:], "judging"):
        yield "judging_before"
    if _has(tokens[-10:], "speech noun"):
        yield "speech_noun_before"
    if not (_says(tokens) or _says(tokens, "judging") or _has(tokens, "speech noun")):
        yield "no_speech_before"
    for name in ("determiner", "possessive", "preposition", "copula", "as", "to"):
        if last in _terms(name):
            yield f"{name}_just_before"
    if last in BEFORE:
        yield BEFORE[last]
    if POSSESSIVE_NAME.search(around.before[-60:]):
        yield "possessive_name_before"
    elif NAME_BEFORE.search(around.before[-40:]):
        yield "name_before"
    previous = _tokens(around.previous)
    if _says(previous) or _has(previous, "speech noun"):
        yield "speech_in_the_sentence_before"


def _after(around: _Around) -> Iterator[str]:
    """What stands after the span in its sentence."""
    tokens = [token for token in _tokens(around.after[:80]) if token[0].isalnum()]
    if _says(tokens[:4]):
        yield "saying_after"
    if _has(tokens[:2], "work"):
        yield "work_after"
    if _has(tokens[:2], "word"):
        yield "word_after"
    if _has(tokens[:2], "programme"):
        yield "programme_after"
    if NAME_AFTER.match(around.after):
        yield "name_after"
    if around.inner[-1:] not in ",.!?" and NOUN_AFTER.match(around.after) and tokens[0] not in _function_words():
        yield "word_glued_after"
    if EXPLAINED.match(around.after):
        yield "explained_after"
    if not tokens:
        yield "ends_the_sentence"


@cache
def _function_words() -> frozenset[str]:
    return frozenset().union(
        *(_terms(name) for name in ("verb", "preposition", "determiner", "possessive", "function"))
    )
