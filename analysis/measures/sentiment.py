"""Word tone of sentences (lexicon estimate)

Counts: the evaluative words of each sentence, weighed by VADER after a clean-up for news: proper names are masked,
    about 150 words that evaluate nothing in news are set to zero, "no" negates, and curly apostrophes are read as
    straight ones. Every sentence has one voice: headline, narration (the outlet's own words) or quoted words (most of
    its words stand inside quotation marks). In narration the words inside marks are left out.
Unit: tone of a sentence from −1 (negative words) to +1 (positive words); 0 means that no word scored or that they
    cancel out. For a voice: mean over its sentences with a bootstrap 95 % interval; shares of sentences.
    What a person sets is a class and no number: a sentence set to another class counts by it in the shares and leaves
    the mean, whose n then falls; a confirmed one stays in both; one that is left out counts in neither.
Read as: the wording of the sentences, not an opinion of the outlet about anyone. Means that lie less than 0.10 apart
    tell you nothing: their order is right in 54–59 % of pairs. Compare narration with narration, and open the words.
Misses: event words score like opinions (killed, war, crisis) and some war words not at all (invasion, sanctions,
    regime); irony, scare quotes and "alleged" do not score, nor do emoji. The correlation with human ratings of
    editorial sentences is about .5, where one human reaches .70. English only.
Source: VADER: Hutto & Gilbert 2014 (ICWSM), vaderSentiment 3.3.2. Limits of word lists on news: van Atteveldt et al.
    2021, doi 10.1080/19312458.2020.1869198; Boukes et al. 2020, doi 10.1080/19312458.2019.1671966.
    The masking and the list are ours.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from vaderSentiment.vaderSentiment import (
    BOOSTER_DICT,
    NEGATE,
    SPECIAL_CASES,
    SentimentIntensityAnalyzer,
    normalize,
)

from analysis import lexicons, resampling
from analysis.model import Article, Result, Span, Value
from analysis.text import marks
from analysis.text import sentences as text_sentences
from analysis.text import words as text_words
from analysis.text.remembered import Remembered

Place = tuple[int, int]  # start and end of a word

VOICES = {"headline": "headline", "narration": "narration", "quoted": "quoted words"}
LABELS = ("negative", "neutral", "positive")
TONE = "tone"  # the subject of corrections that are heeded here; now is one of LABELS, or LEFT_OUT
LEFT_OUT = ""
BY_HAND = "set by a person"  # behind the voice in the kind of a span that no mean was taken of
UNIT = "mean tone of sentences (−1 to 1)"
NAME = "_"  # stands for every name
FUNCTION_WORDS = frozenset(["of", "the", "to", "for"])  # in VADER's idioms, each of which has another word as well


class ScoredWord(NamedTuple):
    """`body[start:end]` scored `valence` (about −4 to +4, negation and boosters included)."""

    start: int
    end: int
    valence: float


class ScoredSentence(NamedTuple):
    """`body[start:end]` with its voice (headline, narration, quoted) and its tone from −1 to +1, as found.

    set_to: the class that a person set, LEFT_OUT for none; None where nobody judged the sentence.
    """

    start: int
    end: int
    voice: str
    tone: float
    words: tuple[ScoredWord, ...]
    set_to: str | None = None

    @property
    def label(self) -> str:
        """The class that counts: as a person set it, else as found."""
        return self.found if self.set_to is None else self.set_to

    @property
    def has_number(self) -> bool:
        """Whether `tone` may enter a mean: nobody judged the sentence, or somebody confirmed its class."""
        return self.set_to is None or self.set_to == self.found

    @property
    def found(self) -> str:
        """negative, neutral or positive, by the cut-off in data/thresholds.csv."""
        cutoff = lexicons.threshold("tone_cutoff")
        return LABELS[1 + (self.tone >= cutoff) - (self.tone <= -cutoff)]


class _Word(NamedTuple):
    """What the scoring has to know of one spelling, whatever stands around it."""

    plain: str  # in lower case, with straight apostrophes
    is_capital: bool
    is_scored: bool  # it has a valence of its own
    is_modifier: bool  # it can change the valence of a word beside it


class _Window(NamedTuple):
    """What VADER reads of a sentence to weigh one word: the names are those of its class SentiText."""

    words_and_emoticons: Sequence[str]
    is_cap_diff: bool


def score(article: Article) -> Result:
    """Mean tone per voice (−1 to 1) and shares of negative, neutral and positive sentences in the narration."""
    found = sentences(article)
    if not found:
        return Result("sentiment", article.id, missing="The article has no sentences to score.")
    values = [_mean(found, voice) for voice in VOICES]
    values += _shares([sentence for sentence in found if sentence.voice == "narration"])
    spans = tuple(
        Span(sentence.start, sentence.end, _kind(sentence), _note(article.body, sentence), sentence.label)
        for sentence in found
        if sentence.label != LEFT_OUT
    )
    return Result("sentiment", article.id, tuple(values), spans)


@lru_cache(maxsize=256)
def sentences(article: Article) -> tuple[ScoredSentence, ...]:
    """Every sentence of the article with its voice, its tone and the words that scored, in reading order.

    A stretch without a full stop is scored in pieces of at most `sentence_limit` words (data/thresholds.csv).
    Stretches without any word are left out. What a person set is laid over.
    """
    found = _automatic(article.body, article.headline_end)
    judged = {(one.start, one.end): one.now for one in article.corrections if one.subject == TONE}
    if not judged:
        return found
    return tuple(one._replace(set_to=judged.get((one.start, one.end))) for one in found)


@lru_cache(maxsize=256)
def _automatic(body: str, headline_end: int) -> tuple[ScoredSentence, ...]:
    limit = int(lexicons.threshold("sentence_limit"))
    heard = _heard(body)
    found = []
    for start, end in text_sentences.find(body):
        first, after = text_words.between(body, start, end)
        for at in range(first, after, limit):
            until = min(at + limit, after)
            begin = start if at == first else heard.places[at][0]
            stop = end if until == after else heard.places[until - 1][1]
            found.append(heard.scored((at, until), (begin, stop), is_headline=start < headline_end))
    return tuple(found)


def interval(tones: Sequence[float]) -> tuple[float, float]:
    """The 95 % bootstrap interval of the mean of `tones`. Same tones, same interval: the draws are seeded."""
    low, high = resampling.interval(resampled_means(tones))
    mean = sum(tones) / len(tones)
    return min(float(low), mean), max(float(high), mean)  # equal tones: floats must not push the mean outside


def resampled_means(tones: Sequence[float], seed: int = resampling.SEED) -> NDArray[np.float64]:
    """Means of `bootstrap_draws` resamples of `tones` (at least one), drawn with replacement; shape (draws,)."""
    return resampling.sums(np.asarray(tones, dtype=np.float64), seed) / len(tones)


def _mean(found: Sequence[ScoredSentence], voice: str) -> Value:
    """The mean tone of one voice, or the reason why none is shown."""
    own = [sentence for sentence in found if sentence.voice == voice]
    tones = [sentence.tone for sentence in own if sentence.has_number]
    part, n, least = VOICES[voice], len(tones), int(lexicons.threshold("tone_sentences"))
    if voice == "headline":
        reason = "a headline is too short for a mean: read its words" if n else "no headline was found"
    elif not own:
        reason = "no sentence of this voice"
    elif n < least:
        by_hand = f"; a person set {len(own) - n} more, which have no number" if len(own) > n else ""
        reason = f"{n} {'sentence' if n == 1 else 'sentences'}, and a mean needs {least}: read them one by one{by_hand}"
    else:
        low, high = interval(tones)
        return Value(part, sum(tones) / n, UNIT, n, low, high, kinds=(voice,))
    return Value(part, None, UNIT, n, missing=reason, kinds=(voice,))


def _shares(narration: Sequence[ScoredSentence]) -> Iterator[Value]:
    """Shares of negative, neutral and positive sentences of the narration; counts where there are few."""
    n = sum(sentence.label != LEFT_OUT for sentence in narration)
    kinds = ("narration", f"narration, {BY_HAND}")
    for label in LABELS:
        part = f"{label} sentences of narration"
        count = sum(sentence.label == label for sentence in narration)
        if n < lexicons.threshold("small_n"):
            yield Value(part, count, "sentences", n, kinds=kinds, labels=(label,))
        else:
            yield Value(part, count / n, "share of sentences", n, kinds=kinds, labels=(label,))


def _kind(sentence: ScoredSentence) -> str:
    """The voice; a sentence without a number has a kind of its own, because the mean was not counted from it."""
    return sentence.voice if sentence.has_number else f"{sentence.voice}, {BY_HAND}"


def _note(body: str, sentence: ScoredSentence) -> str:
    """The words that scored, with their valence: "tense −1.6, hope +1.9"; and what a person set."""
    scored = (f"{body[word.start : word.end]} {word.valence:+.1f}".replace("-", "−") for word in sentence.words)
    words = ", ".join(scored) or "no word scored"
    if sentence.set_to is None:
        return words
    return f"confirmed by a person; {words}" if sentence.has_number else f"{BY_HAND}; found: {sentence.found}, {words}"


def valences(body: str, start: int, end: int) -> dict[int, float]:
    """Offset -> valence of the words of `body[start:end]` that score, whether they stand in quotation marks or not."""
    first, after = text_words.between(body, start, end)
    return {word.start: word.valence for word in _heard(body).tone(range(first, after))[1]}


@lru_cache(maxsize=64)
def _heard(body: str) -> "_Heard":
    return _Heard(body)


class _Heard:
    """The words of one body, and which of them stand inside quotation marks."""

    def __init__(self, body: str) -> None:
        self.body = body
        self.places = text_words.find(body)
        self.words = list(map(_words().__getitem__, text_words.texts(body)))
        self.inside = bytearray(len(self.words))  # 1 for words inside marks
        for stretch in marks.find(body):
            first, after = text_words.between(body, stretch.start, stretch.end)
            self.inside[first:after] = b"\1" * (after - first)

    def scored(self, piece: Place, span: Place, *, is_headline: bool) -> ScoredSentence:
        """The sentence at the offsets `span`, whose words are those from piece[0] up to piece[1], in its own voice."""
        first, after = piece
        quoted = self.inside.count(1, first, after)
        voice = "headline" if is_headline else "quoted" if 2 * quoted > after - first else "narration"
        own = range(first, after)
        if quoted and not is_headline:
            own_mark = voice == "quoted"
            heard = [index for index in own if self.inside[index] == own_mark]
        else:
            heard = list(own)
        tone, words = self.tone(heard)
        return ScoredSentence(*span, voice, tone, words)

    def tone(self, heard: Sequence[int]) -> tuple[float, tuple[ScoredWord, ...]]:
        """VADER's compound of the words `heard` (−1 to 1) and the words that scored.

        VADER is asked word by word with the three words before and the two after, all that its rules look at, and
        only where one of them can change anything: the same score as its `polarity_scores`, in linear time.
        """
        words = [self.words[index] for index in heard]
        candidates = [index for index, word in enumerate(words) if word.is_scored]
        if not candidates:
            return 0.0, ()
        tokens = _masked(words)
        at = [index for index in candidates if tokens[index] != NAME]
        valences = [0.0] * len(tokens)
        for index in at:
            first = max(0, index - 3)
            if any(word.is_modifier for word in words[first : index + 3]):
                valences[index] = _valence(tokens[first : index + 3], index - first)
            else:
                valences[index] = _analyser().lexicon[tokens[index]]
        scored = tuple([ScoredWord(*self.places[heard[index]], valences[index]) for index in at])
        weighed = _analyser()._but_check(tokens, valences) if "but" in tokens else valences
        end = self.places[heard[-1]][1]
        return _compound(sum(weighed), self.body[end : end + 3]), scored


def _valence(tokens: Sequence[str], index: int) -> float:
    """What VADER gives the word `tokens[index]` among the words around it."""
    return float(_analyser().sentiment_valence(0, _Window(tokens, False), tokens[index], index, [])[0])


@cache
def _analyser() -> SentimentIntensityAnalyzer:
    """The one VADER analyser of this process, without the words that data/lexicons/sentiment.csv neutralises."""
    analyser = SentimentIntensityAnalyzer()
    for term in lexicons.terms("sentiment"):
        analyser.lexicon.pop(term, None)
    return analyser


@cache
def _modifiers() -> frozenset[str]:
    """Words that make VADER change the valence of a word near them: boosters, negations, parts of its idioms."""
    phrases = {*BOOSTER_DICT, *NEGATE, *SPECIAL_CASES, "no", "least", "never", "this", "or", "nor"}
    return frozenset(word for phrase in phrases for word in phrase.split()) - FUNCTION_WORDS


@cache
def _words() -> Remembered[str, _Word]:
    return Remembered(_word)


def _word(spelling: str) -> _Word:
    plain = spelling.lower().replace("’", "'")
    is_scored = plain in _analyser().lexicon and len(plain) > 1 and plain not in BOOSTER_DICT
    return _Word(plain, spelling[0].isupper(), is_scored, plain in _modifiers() or "n't" in plain)


def _compound(total: float, ending: str) -> float:
    """VADER's score of a sum of valences; "!" and "?" in `ending` add weight, those of other voices do not."""
    emphasis = _analyser()._punctuation_emphasis(ending) if total else 0.0
    return round(float(normalize(total + (emphasis if total > 0 else -emphasis))), 4)


def _masked(words: Sequence[_Word]) -> list[str]:
    """The words in lower case, with names masked and "no" as a plain negation."""
    capitals = [word.is_capital for word in words]
    if 2 * sum(capitals) > len(words):
        capitals = [False] * len(words)  # a headline in title case: no capital tells a name
    elif capitals[:2] == [True, False]:
        capitals[0] = False  # the capital of a first word comes from its place, unless a name goes on
    negations = lexicons.classes("sentiment")["negation"]
    return [
        NAME if is_name else "not" if word.plain in negations else word.plain
        for word, is_name in zip(words, capitals, strict=True)
    ]
