"""What a person changed or answered about the articles of the event on screen."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

import streamlit as st

from analysis import blind as hiding
from analysis import corrections, workspace
from analysis.changes import Change
from analysis.comparison import claim_edits as edits_of_claims
from analysis.comparison import frames
from analysis.comparison import judgements as read_and_counted
from analysis.comparison.claim_edits import ClaimEdit, ClaimEdits, Passage
from analysis.comparison.judgements import Judgement
from analysis.comparison.sides import Edits
from analysis.model import Correction, Publisher
from analysis.workspace import Draft
from ui.state import blind, events

SIDES = "side_edits"  # session: event id -> Edits
CLAIMS = "claim_edits"  # session: event id -> ClaimEdits
NO_SIDE_EDITS = Edits()
FRAMES = "frame_answers"  # session: event id -> article id -> key of a question -> answer
FRAMES_GIVEN = "frame_answers_given"  # session: event id -> every answer on frames as a judgement
JUDGEMENTS = "judgements"  # session: event id -> judgements


def side_edits(event: str = "") -> Edits:
    """What the user changed in the sides of an event; of the one on screen unless another is named."""
    found: Edits = st.session_state.get(SIDES, {}).get(event or events.here().id, NO_SIDE_EDITS)
    return found


def keep_side_edits(edits: Edits) -> None:
    """Lay `edits` over the suggested sides of the event on screen, in place of earlier ones."""
    st.session_state[SIDES] = {**st.session_state.get(SIDES, {}), events.here().id: edits}


def claim_edits(event: str = "") -> ClaimEdits:
    """What the user changed in the claims of an event; of the one on screen unless another is named."""
    found: ClaimEdits = st.session_state.get(CLAIMS, {}).get(event or events.here().id, ())
    return found if event or not blind.is_on() else tuple(_of_claim(edit, _hidden) for edit in found)


def edit_claims(edit: ClaimEdit) -> None:
    """Lay one more change over the claims of the event on screen."""
    real = _of_claim(edit, _revealed)
    _keep_claim_edits((*(one for one in claim_edits(events.here().id) if one != real), real))


def undo_claims(edit: ClaimEdit) -> None:
    """Take a change of the claims back."""
    real = _of_claim(edit, _revealed)
    _keep_claim_edits(tuple(one for one in claim_edits(events.here().id) if one not in (edit, real)))


def _of_claim(edit: ClaimEdit, seen: Callable[[Passage], Passage]) -> ClaimEdit:
    return replace(edit, claim=tuple(map(seen, edit.claim)), passages=tuple(map(seen, edit.passages)))


def _hidden(one: Passage) -> Passage:
    """A passage as it is found on screen: by its place, because its words may be covered there."""
    return one._replace(article=blind.shown(one.article), words="")


def _revealed(one: Passage) -> Passage:
    """A passage of what is on screen as one of the real article."""
    if not blind.is_on():
        return one
    draft = events.draft(one.article)
    return one._replace(article=draft.id, words=draft.read().body[one.start : one.end])


def _keep_claim_edits(edits: ClaimEdits) -> None:
    st.session_state[CLAIMS] = {**st.session_state.get(CLAIMS, {}), events.here().id: edits}


def frame_answers() -> Mapping[str, Mapping[str, str]]:
    """What the reader answered on frames: article id -> key of a question -> answer, for the event on screen."""
    found: Mapping[str, Mapping[str, str]] = st.session_state.get(FRAMES, {}).get(events.here().id, {})
    return {blind.shown(article): answers for article, answers in found.items()}


def answer_frame(article: str, question: str, answer: str) -> None:
    """Keep one answer; "" takes it back."""
    answers = {**frame_answers().get(article, {}), question: answer}
    every = st.session_state.get(FRAMES, {})
    here = {
        **every.get(events.here().id, {}),
        events.draft(article).id: {key: value for key, value in answers.items() if value},
    }
    st.session_state[FRAMES] = {**every, events.here().id: here}
    cues = frames.CUES_SEEN if events.here().id in blind.cues_seen() else ""
    _keep_judgements(FRAMES_GIVEN, [_judgement(article, question, "", answer, cues)])


def frames_given() -> tuple[Judgement, ...]:
    """Every answer on frames for the event on screen, and when it was given."""
    return _shown(FRAMES_GIVEN)


def judgements() -> tuple[Judgement, ...]:
    """What the reader judged of the articles of the event on screen."""
    return _shown(JUDGEMENTS)


def judge(article: str, answers: Sequence[tuple[str, str, str]]) -> None:
    """Keep answers (question, actor asked about, answer), and whether the outlets were on screen."""
    _keep_judgements(JUDGEMENTS, [_judgement(article, *answer) for answer in answers])


def _shown(kind: str) -> tuple[Judgement, ...]:
    """The judgements of this kind on the event on screen, by the ids on screen."""
    found = st.session_state.get(kind, {}).get(events.here().id, ())
    return tuple(replace(one, article=blind.shown(one.article)) for one in found)


def _judgement(article: str, question: str, about: str, answer: str, also: str = "") -> Judgement:
    """An answer given now, with whether the outlets are or were on screen; `also` what else was."""
    seen = read_and_counted.SEEN if events.here().id in blind.was_seen() else read_and_counted.BEFORE
    when = seen if blind.is_on() else read_and_counted.AFTER
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return Judgement(events.draft(article).id, question, about, answer, when + also, now)


def _keep_judgements(kind: str, new: Sequence[Judgement]) -> None:
    """Lay `new` over the judgements of this kind; an empty answer only takes back the one in its place."""
    event, every = events.here().id, st.session_state.get(kind, {})
    laid_over = read_and_counted.laid_over(every.get(event, ()), new)
    st.session_state[kind] = {**every, event: tuple(one for one in laid_over if one.answer)}


def put_back(article: str, line: int) -> None:
    """Put a line that was set aside back into the article, or set it aside again."""
    draft = events.draft(article)
    _reread(draft, workspace.moved(draft, replace(draft, keep=draft.keep ^ {line})))


def _reread(before: Draft, after: Draft) -> None:
    """Put `after` in the place of `before`, and move what was changed in the claims along with its words."""
    if made := claim_edits(events.here().id):
        changed = corrections.change(before.read().body, after.read().body)
        _keep_claim_edits(edits_of_claims.moved(made, after.id, changed))
    events.change(after)


def retype(article: str, field: str, value: str) -> None:
    """Put `value` in place of what was found for a field, or for the text. Raises UnreadableInput for no text."""
    draft = events.draft(article)
    _reread(draft, workspace.retyped(draft, field, value))


def as_found(article: str) -> None:
    """Bring back what was found for all fields and the text."""
    draft = found = events.draft(article)
    for field, _ in draft.typed:
        found = workspace.as_found(found, field)
    _reread(draft, found)


def correct(article: str, *new: Correction) -> None:
    """Lay corrections over what was found; one of the same subject and place replaces the earlier one."""
    draft = events.draft(article)
    body = draft.read().body
    events.change(replace(draft, corrections=corrections.laid_over(draft.corrections, body, *_real(body, new))))


def undo(article: str, correction: Correction) -> None:
    """Take one correction back."""
    draft = events.draft(article)
    body = draft.read().body
    [one] = _real(body, [correction])
    events.change(replace(draft, corrections=corrections.without(draft.corrections, body, one)))


def _real(body: str, made: Sequence[Correction]) -> Sequence[Correction]:
    """Corrections of what is on screen as ones of the real `body`."""
    return [hiding.unmasked(body, one) for one in made] if blind.is_on() else made


def choose_publisher(article: str, publisher: Publisher | None) -> None:
    """Put `publisher` in place of the one that was found; None goes back to what was found."""
    events.change(replace(events.draft(article), publisher=publisher))


def take_back(change: Change) -> None:
    """Take any change in the event on screen back."""
    match change.origin:
        case Correction() as correction:
            undo(change.article, correction)
        case ClaimEdit() as edit:
            undo_claims(edit)
        case Edits() as rest:
            keep_side_edits(rest)
        case Publisher():
            choose_publisher(change.article, None)
        case int() as line:
            put_back(change.article, line)
        case str() as field:
            draft = events.draft(change.article)
            _reread(draft, workspace.as_found(draft, field))
