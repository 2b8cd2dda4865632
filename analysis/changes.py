"""Everything that a person changed in one event, each change with the automatic value it was put in place of.

The record of the change itself goes along, so that it can be taken back.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from analysis import corrections, outlets
from analysis.comparison import claim_edits, claims, event_match, labels, sides
from analysis.comparison.claim_edits import ClaimEdit, ClaimEdits
from analysis.comparison.sides import Edits
from analysis.measures import scare_quotes, sentiment
from analysis.model import Article, Correction, Publisher
from analysis.outlets.sharing import FORMULA
from analysis.text import quotations
from analysis.workspace import FIELDS, Draft, Event

COLUMNS = ("event", "article", "outlet", "subject", "start", "end", "words", "automatic", "corrected", "note")
PUBLISHER, LINE, SIDES, SIDE, CLAIM = "publisher", "line set aside", "list of sides", "side", "claim"
IDLE = "no longer applies: these words do not stand in the text, or nothing is found there any more"
CONFIRMED = "confirmed"
TEXT = "text"
OF = {  # what a subject alone does not tell a reader
    quotations.SPEAKER: "of a quotation",
    scare_quotes.CLASS: "of a short quoted span",
    scare_quotes.AIM: "of a scare quote",
    sentiment.TONE: "of a sentence",
}
EMPTIED = {sentiment.TONE: "left out", labels.LABEL: "no label"}  # by subject; "taken out" for all others
NOBODY, NO_SIDE, UNKNOWN = "nobody named", "on no side", "unknown"

# int: number of a line; str: a field that was typed; Edits: what remains without the change
Origin = Correction | ClaimEdit | Publisher | int | str | Edits


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `article` is "" where it concerns the event; start and end are None where it concerns no words.

    holds: it counts; False where the text it was made for has changed. origin: the record to take back.
    """

    event: str  # id
    article: str  # id
    outlet: str
    subject: str
    start: int | None
    end: int | None
    words: str
    automatic: str
    corrected: str
    note: str
    holds: bool
    origin: Origin


def listed(event: Event, articles: Sequence[Article], side_edits: Edits, edits: ClaimEdits) -> tuple[Change, ...]:
    """The changes in `event`, article by article, then sides and claims. `articles`: its drafts as they were read."""
    by_id = {article.id: article for article in articles}
    found: list[Change] = []
    for draft in event.drafts:
        article = by_id[draft.id]
        found += _lines(event.id, draft, article)
        found += _typed(event.id, draft, article)
        if draft.publisher is not None:
            found.append(_publisher(event.id, draft.publisher, article))
        found += [_correction(event.id, one, article, articles) for one in draft.corrections]
    return (*found, *_sides(event.id, articles, side_edits), *_claims(event.id, articles, edits))


def write(changes: Iterable[Change]) -> str:
    """The changes as CSV; columns as in COLUMNS."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in changes:
        cells = ["" if value is None else str(value) for value in (getattr(one, name) for name in COLUMNS)]
        writer.writerow(f"'{cell}" if cell.startswith(FORMULA) else cell for cell in cells)
    return file.getvalue()


def _lines(event: str, draft: Draft, article: Article) -> Iterator[Change]:
    """The lines that were put back."""
    if not draft.keep:
        return
    cuts = {cut.line: cut for cut in replace(draft, keep=frozenset()).read().removed}
    for line in sorted(draft.keep & cuts.keys()):
        cut = cuts[line]
        at = article.body.find(cut.text)
        start, end = (at, at + len(cut.text)) if at >= 0 else (None, None)
        automatic = f"set aside: {cut.reason}"
        yield Change(
            event, draft.id, _outlet(article), LINE, start, end, cut.text, automatic, "put back", "", True, line
        )


def _typed(event: str, draft: Draft, article: Article) -> Iterator[Change]:
    """What was typed in place of what was found: headline, outlet, date and the like, or the text."""
    if not draft.typed:
        return
    found = draft.automatic.read()
    for field, value in draft.typed:
        if field == TEXT:
            yield _of_article(event, article, TEXT, "as read", "typed", origin=field)
        elif field in FIELDS:
            name = FIELDS[field]
            yield _of_article(event, article, name, getattr(found, name) or UNKNOWN, value or "none", origin=field)


def _publisher(event: str, chosen: Publisher, article: Article) -> Change:
    automatic = _outlet(replace(article, publisher=None))
    return _of_article(event, article, PUBLISHER, automatic, _outlet(article), origin=chosen)


def _of_article(
    event: str, article: Article, subject: str, automatic: str, corrected: str, *, origin: Origin
) -> Change:
    """A change that concerns no words."""
    return Change(event, article.id, _outlet(article), subject, None, None, "", automatic, corrected, "", True, origin)


def _correction(event: str, one: Correction, article: Article, articles: Sequence[Article]) -> Change:
    """A correction of words; at its present place where its words still stand."""
    here = corrections.located(article.body, one)
    holds = here is not None and _is_heeded(here, article, articles)
    place = here or one
    words = one.words or article.body[place.start : place.end]
    automatic = one.was or (NOBODY if one.subject == quotations.SPEAKER else "not found")
    corrected = CONFIRMED if one.was and one.was == one.now else one.now or EMPTIED.get(one.subject, "taken out")
    note = "; ".join(filter(None, (one.note, "" if holds else IDLE)))
    where = place.start, place.end
    return Change(
        event, article.id, _outlet(article), one.subject, *where, words, automatic, corrected, note, holds, one
    )


def _is_heeded(one: Correction, article: Article, articles: Sequence[Article]) -> bool:
    """Whether something is found at the words of the correction, or a person added it."""
    if not one.was and one.subject in (quotations.QUOTATION, scare_quotes.CLASS):
        return True
    if one.subject == labels.LABEL:
        return (article.id, one.start, one.end) in labels.stretches(articles)
    places: Iterable[tuple[int, int]] = ()
    if one.subject == quotations.SPEAKER:
        places = ((found.start, found.end) for found in quotations.of(article))
    elif one.subject == quotations.QUOTATION:
        places = ((found.start, found.end) for found in quotations.find(article.body))
    elif one.subject == scare_quotes.AIM:
        places = ((found.start, found.end) for found in scare_quotes.classify(article) if found.aim)
    elif one.subject == scare_quotes.CLASS:
        plain = replace(article, corrections=())
        places = ((found.start, found.end) for found in scare_quotes.classify(plain))
    elif one.subject == sentiment.TONE:
        places = ((found.start, found.end) for found in sentiment.sentences(article))
    return (one.start, one.end) in places


def _sides(event: str, articles: Sequence[Article], edits: Edits) -> Iterator[Change]:
    """The changed list of sides, and every voice that was moved."""
    if edits == Edits():
        return
    suggested = sides.suggest(articles)
    names = {side.id: side.name for side in (*suggested.sides, *(edits.sides or ()))}
    if edits.sides is not None and edits.sides != suggested.sides:
        before, now = (", ".join(side.name for side in one) for one in (suggested.sides, edits.sides))
        ids = {"", *(side.id for side in suggested.sides)}
        rest = Edits(None, tuple(move for move in edits.moved if move[1] in ids))
        yield Change(event, "", "", SIDES, None, None, "", before or "none", now or "none", "", True, rest)
    for voice, side in edits.moved:
        before = names.get(suggested.assignment.get(voice, ""), NO_SIDE)
        rest = replace(edits, moved=tuple(move for move in edits.moved if move[0] != voice))
        now = names.get(side, NO_SIDE)
        yield Change(event, "", "", SIDE, None, None, voice, before, now, "", True, rest)


def _claims(event: str, articles: Sequence[Article], edits: ClaimEdits) -> Iterator[Change]:
    """The changes of the claims."""
    if not edits:
        return
    found = claims.compare(articles, event_match.compare(articles), insist=True)
    idle = claim_edits.apply(found, articles, edits).idle
    names = {article.id: _outlet(article) for article in articles}
    for edit in edits:
        place = next(iter((*edit.passages, *edit.claim)))
        meant = " ".join(edit.claim[0].words.split())
        automatic, corrected = WORDED[edit.action]
        holds = edit not in idle
        where = place.article, names.get(place.article, UNKNOWN), CLAIM, place.start, place.end, place.words
        note = "; ".join(filter(None, (f"the claim ({edit.kind}): {meant}", "" if holds else IDLE)))
        yield Change(event, *where, automatic, corrected, note, holds, edit)


WORDED = {
    claim_edits.APART: ("one of its places", "does not belong to this claim"),
    claim_edits.JOINED: ("not one of its places", "reports this claim too"),
    claim_edits.SAME: ("a claim of its own", "the same as this claim"),
    claim_edits.NONE: ("a claim", "no claim"),
}


def _outlet(article: Article) -> str:
    return outlets.name(article) or UNKNOWN
