"""Quoted voices

Counts: quotations (each stretch inside quotation marks that reports somebody's words), their words, and the words
    of each voice. Names, titles, pronouns and roles of one speaker are joined to one voice. Reported speech without
    marks is highlighted and counted apart.
Unit: quotations; words; share of the words inside quotations.
Read as: how the article shares out the floor. Even shares are no duty: where the evidence is one-sided, an even
    split misleads (false balance). Look at who is missing, and at who is only talked about.
Misses: a speaker named far from the quotation, two candidates for one pronoun, and words quoted inside somebody
    else's quotation, which count for the person who relays them.
Source: attribution as source, cue and content: Newell, Margolin & Ruths 2018 (PolNeAR); false balance: Boykoff &
    Boykoff 2004, Global Environmental Change 14:125-136; effective voices: exponential of Shannon's entropy, Jost
    2006, Oikos 113:363-375. Intervals: bootstrap over quotations.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from analysis import lexicons
from analysis.model import Article, Result, Span, Value
from analysis.text import quotations, words
from analysis.text.quotations import Quotation

NOBODY = "no speaker named"
MARKED = ("direct", "mixed")
SEED = 20181101


def score(article: Article) -> Result:
    """Quotations, quoted words, voices, and the words and share of each voice, most quoted first."""
    total = words.count(article.body)
    if not total:
        return Result("quoted_voices", article.id, missing="The article has no words.")
    found = quotations.find(article.body)
    marked = [quotation for quotation in found if quotation.kind in MARKED]
    lengths = [words.count(article.body, quotation.start, quotation.end) for quotation in marked]
    voices = [quotation.speaker or NOBODY for quotation in marked]
    per_voice = _words_per_voice(voices, lengths)
    quoted, reported = sum(lengths), len(found) - len(marked)
    values = [
        Value("quotations", len(marked), "quotations", len(marked), kinds=MARKED),
        Value("quoted words", quoted / total, "share of all words", total, kinds=MARKED),
        Value("reported statements", reported, "statements without marks", reported, kinds=("indirect",)),
        Value("voices", len(set(per_voice) - {NOBODY}), "voices", len(marked), kinds=MARKED),
        *_concentration(voices, lengths, per_voice),
    ]
    for voice, count in per_voice.items():
        values.append(Value(f"voice: {voice}", count, "words", quoted, kinds=MARKED, label=voice))
        values.append(_share(f"share: {voice}", voice, voices, lengths))
    return Result("quoted_voices", article.id, tuple(values), tuple(map(_span, found)))


def _words_per_voice(voices: Sequence[str], lengths: Sequence[int]) -> Mapping[str, int]:
    counted: dict[str, int] = {}
    for voice, length in zip(voices, lengths, strict=True):
        counted[voice] = counted.get(voice, 0) + length
    return dict(sorted(counted.items(), key=lambda one: -one[1]))


def _too_few(n: int) -> str:
    """Why no share is given for `n` quotations; empty where there are enough."""
    least = int(lexicons.threshold("small_n"))
    if n >= least:
        return ""
    return f"{n or 'no'} {'quotation' if n == 1 else 'quotations'}, and a share needs {least}: see the counts"


def _concentration(voices: Sequence[str], lengths: Sequence[int], per_voice: Mapping[str, int]) -> list[Value]:
    """The share of the most quoted voice and the effective number of voices, by words."""
    named = {voice: count for voice, count in per_voice.items() if voice != NOBODY}
    largest = next(iter(named), "")
    missing = _too_few(len(voices)) or ("" if named else "no quotation has a speaker")
    n, unit = sum(lengths), "share of quoted words"
    if missing:
        return [
            Value("largest voice share", None, unit, n, missing=missing, kinds=MARKED, label=largest),
            Value("effective voices", None, "voices", n, missing=missing, kinds=MARKED),
        ]
    shares = np.array(list(named.values())) / sum(named.values())
    effective = float(np.exp(-np.sum(shares * np.log(shares))))
    return [
        _share("largest voice share", largest, voices, lengths),
        Value("effective voices", effective, "voices", n, kinds=MARKED),
    ]


def _share(part: str, voice: str, voices: Sequence[str], lengths: Sequence[int]) -> Value:
    """Share of the quoted words that `voice` has, with a 95 % interval from a bootstrap over quotations."""
    n, unit = sum(lengths), "share of quoted words"
    missing = _too_few(len(voices))
    if missing:
        return Value(part, None, unit, n, missing=missing, kinds=MARKED, label=voice)
    weights = np.array(lengths, dtype=np.float64)
    own = np.array([weight if other == voice else 0 for other, weight in zip(voices, weights, strict=True)])
    draws = int(lexicons.threshold("bootstrap_draws"))
    drawn = np.random.default_rng(SEED).multinomial(len(weights), np.full(len(weights), 1 / len(weights)), draws)
    resampled = (drawn @ own) / (drawn @ weights)
    share = float(own.sum() / weights.sum())
    low, high = np.quantile(resampled, (0.025, 0.975))
    return Value(part, share, unit, n, min(float(low), share), max(float(high), share), kinds=MARKED, label=voice)


def _span(quotation: Quotation) -> Span:
    note = quotation.rule + (f" (cue: {quotation.cue})" if quotation.cue else "")
    return Span(quotation.start, quotation.end, quotation.kind, note, quotation.speaker or NOBODY)
