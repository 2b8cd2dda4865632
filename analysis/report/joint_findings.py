"""Findings that need several articles, as plain sentences with the passages of each; see `findings`."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from analysis import comparison, lexicons
from analysis.comparison import frames, side_balance, tone_difference
from analysis.comparison.common_ground import Place
from analysis.comparison.labels import Actor
from analysis.measures import sentiment
from analysis.model import Result, Span
from analysis.report import excerpts
from analysis.report.compared import Compared
from analysis.report.excerpts import Excerpt
from analysis.report.findings import Finding, listed, passages, sentence

UNCLEAR = "not clear"
VOICES: Mapping[str, str] = {"narration": "its own words", "quoted": "the words it quotes"}
TONES = ("negative", "neutral", "positive", "unsure")
TELLING = ("statement", "quotation")  # claims that say something by themselves; the others are a name or a number
SHARE, WORDS = "share: ", "words: "


def build(found: Compared) -> tuple[Finding, ...]:
    """The findings of every comparison; none for one article alone."""
    if len(found.articles) < 2:
        return ()
    return tuple(finding for write in WRITERS.values() for finding in write(found))


def _finding(about: str, what: str, said: str, shown: Iterable[Excerpt] = (), title: str = "") -> Finding:
    heading = title or comparison.notes(about)["Title"].split(":")[0].split(",")[0].rstrip(".")
    return Finding(f"{about}/{what}" if what else about, about, heading, said, tuple(shown))


def _most() -> int:
    return int(lexicons.threshold("report_items"))


def _at(found: Compared, article: str, start: int, end: int) -> Excerpt:
    return excerpts.build(found.article(article), Span(start, end, ""))


def _one_each(places: Iterable[Place]) -> list[Place]:
    """The first place in each article."""
    return list({place.article: place for place in reversed(list(places))}.values())[::-1]


def _event(found: Compared) -> Iterator[Finding]:
    match = found.match
    verdict = match.verdict or "not to be told"
    shown = (_at(found, *place) for shared in match.shared[:1] for place in _one_each(shared.places)[:2])
    yield _finding("event_match", "", sentence("event_match", verdict=verdict, reasons=" ".join(match.reasons)), shown)


def _claims(found: Compared) -> Iterator[Finding]:
    told = found.claims
    if told.missing:
        yield _finding("claims", "", told.missing)
        return
    shared = [claim for claim in told.claims if len(claim.articles) > 1]
    everywhere = [claim for claim in shared if len(claim.articles) == len(found.articles)]
    counts = {"all": len(everywhere), "claims": len(shared), "articles": len(found.articles)}
    said = [sentence("claims", one=len(told.claims) - len(shared), **counts)]
    each = (f"{name} {sum(article in claim.articles for claim in shared)}" for article, name in found.names.items())
    said.append(sentence("claims/each", each=listed(each), claims=len(shared)))
    telling = sorted(everywhere or shared, key=lambda claim: claim.kind not in TELLING)[:1]
    shown = (_at(found, *place) for claim in telling for place in _one_each(claim.places))
    yield _finding("claims", "", " ".join(filter(None, [*said, told.warning])), shown)


def _omissions(found: Compared) -> Iterator[Finding]:
    omitted = found.omissions
    if omitted.missing:
        yield _finding("omissions", "", omitted.missing)
        return
    claims = {claim.id: claim for claim in found.claims.claims}
    for gap in omitted.gaps:
        name = found.names[gap.article]
        if gap.value is None:
            yield _finding("omissions", gap.article, sentence("missing", outlet=name, missing=gap.missing.rstrip(".")))
            continue
        counts = {"not_reported": gap.not_reported, "claims": gap.claims}
        said = [sentence("omissions", outlet=name, **counts)]
        own = [claims[one.claim] for one in omitted.not_reported if one.article == gap.article]
        own = sorted(own, key=lambda claim: claim.kind not in TELLING)[:3]
        if own:
            said.append(sentence("omissions/example"))
        shown = (_at(found, *claim.places[0]) for claim in own)
        title = f"Not reported here: {name}"
        yield _finding("omissions", gap.article, " ".join([*said, omitted.warning]).strip(), shown, title)


def _order(found: Compared) -> Iterator[Finding]:
    pairs = [one for one in found.order.agreements if one.tau is not None]
    for one in sorted(pairs, key=lambda pair: pair.tau or 0)[: _most() // 2]:
        likeness = "the same" if one.tau == 1 else "much the same" if (one.tau or 0) >= 0.5 else "a different"
        both = {"first": found.names[one.first], "second": found.names[one.second]}
        tau = f"{one.tau:.2f}".replace("-", "−")
        said = sentence("order", n=one.n, likeness=likeness, tau=tau, **both)
        yield _finding("order", f"{one.first}+{one.second}", said)


def _labels(found: Compared) -> Iterator[Finding]:
    for actor in [one for one in found.actors if len(one.articles) > 1][: _most()]:
        told = (
            f"{listed(f'“{text}” ({n})' for text, n in _counted(actor, article))} in {found.names[article]}"
            for article in actor.articles
        )
        said = sentence("labels", actor=actor.name, labels="; ".join(told))
        first = {label.article: label.spans[0] for label in reversed(actor.labels)}
        shown = (excerpts.build(found.article(article), span) for article, span in first.items())
        yield _finding("labels", actor.name, said, shown, f"Names and labels: {actor.name}")


def _counted(actor: Actor, article: str) -> list[tuple[str, int]]:
    own = [label for label in actor.labels if label.article == article]
    return [(label.text, len(label.spans)) for label in sorted(own, key=lambda label: -len(label.spans))]


def _tones(found: Compared) -> Iterator[Finding]:
    by_actor: dict[str, list[tuple[Result, dict[str, int]]]] = {}
    for result in found.actor_tones:
        for value in result.values:
            tone, _, actor = value.part.partition(": ")
            if value.number is not None:
                rows = by_actor.setdefault(actor, [])
                if not rows or rows[-1][0] is not result:
                    rows.append((result, dict.fromkeys(TONES, 0)))
                rows[-1][1][tone] = int(value.number)
    for actor, rows in list(by_actor.items())[: _most()]:
        told = [
            sentence("actor_tone", actor=actor, outlet=found.names[result.article_id], **counts)
            for result, counts in rows
            if any(counts.values())
        ]
        spans = [(result.article_id, span) for result, _ in rows for span in result.spans if span.label == actor]
        shown = [excerpts.build(found.article(name), span) for name, span in spans if span.kind in TONES[::2]][:4]
        yield _finding("actor_tone", actor, " ".join(told), shown, f"Tone toward {actor} (estimate)")


def _acts(found: Compared) -> Iterator[Finding]:
    for act in found.acts[: _most()]:
        told = []
        for article in act.articles:
            wordings = (one for one in act.wordings if one.article == article)
            own = dict.fromkeys(f"{one.wording}{f' ({one.agent})' if one.agent else ''}" for one in wordings)
            told.append(f"{listed(own)} in {found.names[article]}")
        said = sentence("acts", act=act.act, wordings="; ".join(told))
        shown = (excerpts.build(found.article(one.article), one.span) for one in act.wordings[: _most()])
        yield _finding("acts", act.act, said, shown, f"The same act: {act.act}")


def _aims(found: Compared) -> Iterator[Finding]:
    if found.aims:
        told = [
            sentence("scare_aims/unclear", outlet=found.names[one.article], n=one.n)
            if one.actor == UNCLEAR
            else sentence("scare_aims", outlet=found.names[one.article], n=one.n, actor=one.actor)
            for one in found.aims
        ]
        shown = (_at(found, one.article, span.start, span.end) for one in found.aims for span in one.spans[:1])
        yield _finding("scare_aims", "", " ".join(told), shown)


def _sides(found: Compared) -> Iterator[Finding]:
    said = []
    for result in found.balance:
        values = {value.part: value for value in result.values}
        shares = {part.removeprefix(SHARE): value for part, value in values.items() if part.startswith(SHARE)}
        outlet, n = found.names[result.article_id], max((value.n for value in shares.values()), default=0)
        if any(value.number is None for value in shares.values()):
            counts = (f"{value.number:.0f} {part.removeprefix(WORDS)}" for part, value in values.items()
                      if part.startswith(WORDS) and value.number)  # fmt: skip
            said.append(f"{outlet}, too few for shares: {listed(counts) or 'none'}")
        elif shares:
            told = (f"{value.number:.0%} {side}".replace("%", " %") for side, value in shares.items() if value.number)
            said.append(f"{outlet} ({n}): {listed(told)}")
    if said:
        text = " ".join([sentence("side_balance", each="; ".join(said)), side_balance.note()])
        shown = (one for result in found.balance for one in passages(found.article(result.article_id), result, 1))
        yield _finding("side_balance", "", text, shown)


def _versions(found: Compared) -> Iterator[Finding]:
    for statement in [one for one in found.versions if one.altered][: _most()]:
        places = [(one.article, one.start, one.end) for one in statement.versions]
        speaker = statement.speaker or "somebody who is not named"
        said = sentence("quote_versions", count=len({place[0] for place in places}), speaker=speaker)
        shown = (_at(found, *place) for place in places)
        what = f"{places[0][0]}-{places[0][1]}"
        yield _finding("quote_versions", what, said, shown, f"One statement, several versions: {speaker}")


def _differences(found: Compared) -> Iterator[Finding]:
    """The widest gaps in tone that are more than chance, each with the sentence that goes furthest that way."""
    apart = [one for one in found.tone_differences if one.gap is not None and one.wording != tone_difference.NONE]
    said, shown = [], []
    for one in sorted(apart, key=lambda pair: -abs(pair.gap or 0))[: _most() // 2]:
        gap, low, high = one.gap or 0.0, one.low or 0.0, one.high or 0.0
        told = {
            name: f"{number:+.2f}".replace("-", "−")
            for name, number in zip(("gap", "low", "high"), (gap, low, high), strict=True)
        }
        wording = one.wording.replace("the second", found.names[one.second])
        said.append(
            sentence("tone_difference", voice=VOICES[one.voice], wording=wording, first=found.names[one.first], **told)
        )
        article = found.article(one.second)
        counted = (line for line in sentiment.sentences(article) if line.voice == one.voice and line.has_number)
        strongest = max(counted, key=lambda line: line.tone if gap > 0 else -line.tone)
        shown.append(_at(found, article.id, strongest.start, strongest.end))
    if said:
        yield _finding("tone_difference", "", " ".join(said), shown)


def _words(found: Compared) -> Iterator[Finding]:
    said: list[str] = []
    shown: list[Excerpt] = []
    unmarked: list[str] = []
    for article, name in found.names.items():
        own = [one for one in found.words if one.article == article and one.clear][: _most()]
        if own:
            told = (f"“{one.word}” ({one.n}, elsewhere {one.elsewhere})" for one in own)
            said.append(sentence("distinctive_words", outlet=name, words=listed(told)))
            shown += [_at(found, *own[0].places[0])]
        else:
            unmarked.append(name)
    if unmarked:
        said.append(sentence("distinctive_words/none", outlet=listed(unmarked)))
    yield _finding("distinctive_words", "", " ".join(said), shown)


def _reuse(found: Compared) -> Iterator[Finding]:
    told = [one for one in found.reuse if one.wording]
    shown = [
        _at(found, article, *place)
        for one in told
        for match in one.matches[:1]
        for article, place in (
            (one.first, (match.first_start, match.first_end)),
            (one.second, (match.second_start, match.second_end)),
        )
    ]
    if told:
        yield _finding("reuse", "", " ".join(sentence("reuse", wording=one.wording) for one in told), shown)


def _frames(found: Compared) -> Iterator[Finding]:
    answered = [one for one in frames.compare(found.articles, found.answers) if one.answered] if found.answers else []
    said = [
        sentence("frames", yes=one.yes, asked=one.asked, frame=one.title, outlet=found.names[one.article])
        for one in answered
    ]
    if said:
        yield _finding("frames", "", " ".join(said))


WRITERS: Mapping[str, Callable[[Compared], Iterator[Finding]]] = MappingProxyType(
    {
        **{"event_match": _event, "claims": _claims, "omissions": _omissions, "order": _order, "labels": _labels},
        **{"actor_tone": _tones, "acts": _acts, "scare_aims": _aims, "side_balance": _sides},
        **{"quote_versions": _versions, "tone_difference": _differences, "distinctive_words": _words},
        **{"reuse": _reuse, "frames": _frames},
    }
)
