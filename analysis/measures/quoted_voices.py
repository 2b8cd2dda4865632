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

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from analysis import lexicons, resampling
from analysis.model import Article, Result, Span, Value
from analysis.text import quotations, words
from analysis.text.quotations import Quotation

NOBODY = "no speaker named"
MARKED = ("direct", "mixed")
UNIT = "share of quoted words"


def score(article: Article) -> Result:
    """Quotations, quoted words, voices, and the words and share of each voice, most quoted first."""
    total = words.count(article.body)
    if not total:
        return Result("quoted_voices", article.id, missing="The article has no words.")
    found = quotations.of(article)
    marked = [quotation for quotation in found if quotation.kind in MARKED]
    lengths = [words.count(article.body, quotation.start, quotation.end) for quotation in marked]
    voices = [quotation.speaker or NOBODY for quotation in marked]
    per_voice = _words_per_voice(voices, lengths)
    unnamed = [voice for voice in voices if _is_unnamed(voice)]
    quoted, reported = sum(lengths), len(found) - len(marked)
    values = [
        Value("quotations", len(marked), "quotations", len(marked), kinds=MARKED),
        Value("quoted words", quoted / total, "share of all words", total, kinds=MARKED),
        Value("reported statements", reported, "statements without marks", reported, kinds=("indirect",)),
        Value("unnamed sources", len(unnamed), "quotations", len(marked), kinds=MARKED, labels=tuple(unnamed)),
        Value("voices", len(set(per_voice) - {NOBODY}), "voices", len(marked), kinds=MARKED),
    ]
    shares = _shares(voices, lengths, per_voice)
    values += [*_concentration(shares, per_voice), *shares.values()]
    values += [
        Value(f"voice: {voice}", count, "words", quoted, kinds=MARKED, labels=(voice,))
        for voice, count in per_voice.items()
    ]
    return Result("quoted_voices", article.id, tuple(values), tuple(map(_span, found)))


def _is_unnamed(voice: str) -> bool:
    """Whether a voice is only described ("officials", "one aide"): no name, and its head is in the word list."""
    *before, head = voice.split() or [""]
    return head in lexicons.classes("quoted_voices")["unnamed"] and not any(word[0].isupper() for word in before)


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


def _shares(voices: Sequence[str], lengths: Sequence[int], per_voice: Mapping[str, int]) -> Mapping[str, Value]:
    """Share of the quoted words of each voice, with a 95 % interval from a bootstrap over quotations."""
    spoken = [(voice, length) for voice, length in zip(voices, lengths, strict=True) if length]
    n, missing = sum(lengths), _too_few(len(spoken))
    if missing:
        return {
            voice: Value(f"share: {voice}", None, UNIT, n, missing=missing, kinds=MARKED, labels=(voice,))
            for voice in per_voice
        }
    order = {voice: column for column, voice in enumerate(per_voice)}
    own = np.zeros((len(spoken), len(order)))
    own[np.arange(len(spoken)), [order[voice] for voice, _ in spoken]] = [length for _, length in spoken]
    resampled = resampling.sums(own)
    low, high = resampling.interval(resampled / resampled.sum(axis=1, keepdims=True))
    shares = {}
    for voice, count in per_voice.items():
        share, column = count / n, order[voice]
        between = min(float(low[column]), share), max(float(high[column]), share)
        shares[voice] = Value(f"share: {voice}", share, UNIT, n, *between, kinds=MARKED, labels=(voice,))
    return shares


def _concentration(shares: Mapping[str, Value], per_voice: Mapping[str, int]) -> Iterator[Value]:
    """The share of the most quoted voice and the effective number of voices, by words."""
    named = {voice: count for voice, count in per_voice.items() if voice != NOBODY and count}
    n = sum(per_voice.values())
    if not named:
        missing = "no quotation has a speaker" if per_voice else _too_few(0)
        yield Value("largest voice share", None, UNIT, n, missing=missing, kinds=MARKED)
        yield Value("effective voices", None, "voices", n, missing=missing, kinds=MARKED)
        return
    largest = shares[next(iter(named))]
    yield replace(largest, part="largest voice share")
    parts = np.array(list(named.values())) / sum(named.values())
    effective = None if largest.missing else float(np.exp(-np.sum(parts * np.log(parts))))
    yield Value("effective voices", effective, "voices", n, missing=largest.missing, kinds=MARKED)


def _span(quotation: Quotation) -> Span:
    note = quotation.rule + (f" (cue: {quotation.cue})" if quotation.cue else "")
    return Span(quotation.start, quotation.end, quotation.kind, note, quotation.speaker or NOBODY)
