"""Word tone of sentences (lexicon estimate)

Counts: the evaluative words of each sentence, weighed by VADER after a clean-up for news: proper names are masked,
    about sixty words that evaluate nothing in news are set to zero, "no" negates, and curly apostrophes are read as
    straight ones. Every sentence has one voice: headline, narration (the outlet's own words) or quoted words (most of
    its words stand inside quotation marks). In narration the words inside marks are left out.
Unit: tone of a sentence from −1 (negative words) to +1 (positive words); 0 means that no word scored or that they
    cancel out. For a voice: mean over its sentences with a bootstrap 95 % interval; shares of sentences.
Read as: the wording of the sentences, not an opinion of the outlet about anyone. Means that lie less than 0.10 apart
    tell you nothing: their order is right in 54–59 % of pairs. Compare narration with narration, and open the words.
Misses: event words score like opinions (killed, war, crisis) and some war words not at all (invasion, sanctions,
    regime); irony, scare quotes and "alleged" do not score, nor do emoji. The correlation with human ratings of
    editorial sentences is about .5, where one human reaches .70. English only.
Source: VADER: Hutto & Gilbert 2014 (ICWSM), vaderSentiment 3.3.2. Limits of word lists on news: van Atteveldt et al.
    2021, doi 10.1080/19312458.2020.1869198; Boukes et al. 2020, doi 10.1080/19312458.2019.1671966.
    The masking and the list are ours.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from vaderSentiment.vaderSentiment import BOOSTER_DICT, SentimentIntensityAnalyzer

from analysis import lexicons, resampling
from analysis.model import Article, Result, Span, Value
from analysis.text import marks
from analysis.text import sentences as text_sentences
from analysis.text import words as text_words

Place = tuple[int, int]  # start and end of a word

VOICES = {"headline": "headline", "narration": "narration", "quoted": "quoted words"}
LABELS = ("negative", "neutral", "positive")
UNIT = "mean tone of sentences (−1 to 1)"


class ScoredWord(NamedTuple):
    """`body[start:end]` scored `valence` (about −4 to +4, negation and boosters included)."""

    start: int
    end: int
    valence: float


class ScoredSentence(NamedTuple):
    """`body[start:end]` with its voice (headline, narration, quoted) and its tone from −1 to +1."""

    start: int
    end: int
    voice: str
    tone: float
    words: tuple[ScoredWord, ...]

    @property
    def label(self) -> str:
        """negative, neutral or positive, by the cut-off in data/thresholds.csv."""
        cutoff = lexicons.threshold("tone_cutoff")
        return LABELS[1 + (self.tone >= cutoff) - (self.tone <= -cutoff)]


class _Window(NamedTuple):
    """What VADER reads of a sentence to weigh one word: the names are those of its class SentiText."""

    words_and_emoticons: list[str]
    is_cap_diff: bool


def score(article: Article) -> Result:
    """Mean tone per voice (−1 to 1) and shares of negative, neutral and positive sentences in the narration."""
    found = sentences(article)
    if not found:
        return Result("sentiment", article.id, missing="The article has no sentences to score.")
    values = [_mean(found, voice) for voice in VOICES]
    values += _shares([sentence for sentence in found if sentence.voice == "narration"])
    spans = tuple(
        Span(sentence.start, sentence.end, sentence.voice, _note(article.body, sentence), sentence.label)
        for sentence in found
    )
    return Result("sentiment", article.id, tuple(values), spans)


@lru_cache(maxsize=256)
def sentences(article: Article) -> tuple[ScoredSentence, ...]:
    """Every sentence of the article with its voice, its tone and the words that scored, in reading order.

    A stretch without a full stop is scored in pieces of at most `sentence_limit` words (data/thresholds.csv).
    Stretches without any word are left out.
    """
    body, headline_end = article.body, article.headline_end
    stretches = marks.find(body)
    openings = [stretch.start for stretch in stretches]
    found = []
    for sentence in text_sentences.find(body):
        words = text_words.find(body, sentence.start, sentence.end)
        for piece, start, end in _pieces(words, sentence):
            inside = [_is_inside(stretches, openings, word[0]) for word in piece] if stretches else []
            found.append(_scored(body, piece, inside, start, end, is_headline=start < headline_end))
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
    tones = [sentence.tone for sentence in found if sentence.voice == voice]
    part, n, least = VOICES[voice], len(tones), int(lexicons.threshold("tone_sentences"))
    if voice == "headline":
        reason = "a headline is too short for a mean: read its words" if n else "no headline was found"
    elif not n:
        reason = "no sentence of this voice"
    elif n < least:
        reason = f"{n} {'sentence' if n == 1 else 'sentences'}, and a mean needs {least}: read them one by one"
    else:
        low, high = interval(tones)
        return Value(part, sum(tones) / n, UNIT, n, low, high, kinds=(voice,))
    return Value(part, None, UNIT, n, missing=reason, kinds=(voice,))


def _shares(narration: Sequence[ScoredSentence]) -> Iterator[Value]:
    """Shares of negative, neutral and positive sentences of the narration; counts where there are few."""
    n = len(narration)
    for label in LABELS:
        part = f"{label} sentences of narration"
        count = sum(sentence.label == label for sentence in narration)
        if n < lexicons.threshold("small_n"):
            yield Value(part, count, "sentences", n, kinds=("narration",), labels=(label,))
        else:
            yield Value(part, count / n, "share of sentences", n, kinds=("narration",), labels=(label,))


def _note(body: str, sentence: ScoredSentence) -> str:
    """The words that scored, with their valence: "tense −1.6, hope +1.9"."""
    scored = (f"{body[word.start : word.end]} {word.valence:+.1f}".replace("-", "−") for word in sentence.words)
    return ", ".join(scored) or "no word scored"


def _is_inside(stretches: Sequence[marks.Stretch], openings: Sequence[int], at: int) -> bool:
    index = bisect_right(openings, at) - 1
    return index >= 0 and at < stretches[index].end


def _pieces(words: Sequence[Place], sentence: text_sentences.Sentence) -> Iterator[tuple[Sequence[Place], int, int]]:
    """(words, start, end) of the sentence, in pieces of at most `sentence_limit` words."""
    limit = int(lexicons.threshold("sentence_limit"))
    for first in range(0, len(words), limit):
        piece = words[first : first + limit]
        start = piece[0][0] if first else sentence.start
        end = piece[-1][1] if first + limit < len(words) else sentence.end
        yield piece, start, end


def _scored(
    body: str, piece: Sequence[Place], inside: Sequence[bool], start: int, end: int, *, is_headline: bool
) -> ScoredSentence:
    """The sentence `body[start:end]` with the words of its own voice scored; `inside`: which words stand in marks."""
    quoted = sum(inside)
    voice = "headline" if is_headline else "quoted" if 2 * quoted > len(piece) else "narration"
    if quoted and not is_headline:
        piece = [word for word, is_quoted in zip(piece, inside, strict=True) if is_quoted == (voice == "quoted")]
    tone, scored = _tone(body, piece)
    return ScoredSentence(start, end, voice, tone, scored)


@cache
def _analyser() -> SentimentIntensityAnalyzer:
    """The one VADER analyser of this process, without the words that data/lexicons/sentiment.csv neutralises."""
    analyser = SentimentIntensityAnalyzer()
    for term in lexicons.terms("sentiment"):
        analyser.lexicon.pop(term, None)
    return analyser


def _tone(body: str, heard: Sequence[Place]) -> tuple[float, tuple[ScoredWord, ...]]:
    """VADER's compound of the words `heard` (−1 to 1) and the words that scored.

    VADER is asked word by word with the three words before and the two after, all that its rules look at:
    the same score as its `polarity_scores`, in linear time and with the words at hand.
    """
    analyser = _analyser()
    raw = [body[start:end] for start, end in heard]
    plain = [token.lower().replace("’", "'") for token in raw]
    candidates = [index for index, token in enumerate(plain) if token in analyser.lexicon]
    if not candidates:
        return 0.0, ()
    tokens = _masked(raw, plain)
    at = [index for index in candidates if len(tokens[index]) > 1 and tokens[index] not in BOOSTER_DICT]
    valences: list[float] = [0.0] * len(tokens)
    for index in at:
        first = max(0, index - 3)
        window = _Window(tokens[first : index + 3], is_cap_diff=False)
        valences[index] = analyser.sentiment_valence(0, window, tokens[index], index - first, [])[0]
    scored = tuple(ScoredWord(*heard[index], valences[index]) for index in at)
    weighed = analyser._but_check(tokens, valences)
    ending = body[heard[-1][1] : heard[-1][1] + 3]  # "!" and "?" add weight; those of other voices do not
    return float(analyser.score_valence(weighed, ending)["compound"]), scored


def _masked(raw: Sequence[str], plain: Sequence[str]) -> list[str]:
    """The words in lower case, with names masked and "no" as a plain negation."""
    capitals = [token[0].isupper() for token in raw]
    if 2 * sum(capitals) > len(raw):
        capitals = [False] * len(raw)  # a headline in title case: no capital tells a name
    elif capitals[:2] == [True, False]:
        capitals[0] = False  # the capital of a first word comes from its place, unless a name goes on
    negations = lexicons.classes("sentiment")["negation"]
    return [
        "_" if is_name else "not" if token in negations else token
        for token, is_name in zip(plain, capitals, strict=True)
    ]
