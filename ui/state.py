"""Every session key and every parameter of the address bar, with functions to get and set them."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from functools import cache

import streamlit as st

from analysis import cases
from analysis.comparison.sides import Edits
from analysis.ingest.manuscript import Manuscript
from analysis.model import Correction, Publisher
from analysis.outlets import sharing
from analysis.outlets.registry import Rating
from analysis.workspace import Draft, Event, Workspace

EVENTS = "events"  # session: event id -> Event, in the order they were opened
EVENT = "event"  # session and address: id of the event on screen
CHOSEN = "articles"  # session and address: ids of the articles compared; absent means all of the event
MEASURE = "measure"  # session and address: the measure looked at closely; absent means the first
FINDING = "finding"  # session: the finding of the comparison that is on screen
LOST = "lost"  # session: ids that the address named and that are not here
SIDES = "side_edits"  # session: event id -> Edits
KEY = "workspace"  # session and address: the key of the work that is kept on this machine
FRAMES = "frame_answers"  # session: event id -> article id -> key of a question -> answer
OWN_OUTLETS = "own_outlets"  # session: name -> Publisher
OWN_RATINGS = "own_ratings"  # session: key of the outlet -> ratings
OWN_SUMMARY = (
    "What you add on the page “Articles” is compared here. It stays in this browser tab until you close or reload it, "
    "or longer if you keep it on the page “Your work”."
)
OWN = "own"  # id of the event that holds the user's own articles


def events() -> Mapping[str, Event]:
    """All events of this session: the teaching cases, then the user's own."""
    if EVENTS not in st.session_state:
        own = Event(OWN, "Your own articles", OWN_SUMMARY)
        st.session_state[EVENTS] = {**_teaching_cases(), OWN: own}
    found: Mapping[str, Event] = st.session_state[EVENTS]
    return found


def workspace() -> Workspace:
    """All that this person put in, to be kept or handed round; teaching cases only where they were changed."""
    untouched, session = _teaching_cases(), st.session_state
    return Workspace(
        events=tuple(one for one in events().values() if one != untouched.get(one.id)),
        sides=session.get(SIDES, {}),
        frames=session.get(FRAMES, {}),
        outlets=own_outlets(),
        ratings=session.get(OWN_RATINGS, {}),
    )


def open_workspace(opened: Workspace) -> None:
    """Put `opened` in place of everything in this session; the teaching cases stay."""
    for name in (EVENTS, EVENT, CHOSEN, SIDES, FRAMES, OWN_OUTLETS, OWN_RATINGS):
        st.session_state.pop(name, None)
    st.session_state[EVENTS] = {**events(), **{one.id: one for one in opened.events}}
    st.session_state[SIDES] = dict(opened.sides or {})
    st.session_state[FRAMES] = dict(opened.frames or {})
    st.session_state[OWN_OUTLETS] = {outlet.name: outlet for outlet in opened.outlets}
    st.session_state[OWN_RATINGS] = dict(opened.ratings or {})
    own = next((one.id for one in opened.events if one.drafts), None)
    if own:
        open_event(own)


def follow(event_asked: Sequence[str], articles: Sequence[str]) -> None:
    """Put on screen what the address named, where this session has it now."""
    if event_asked and event_asked[0] in events():
        open_event(event_asked[0])
        ids = [draft.id for draft in event().drafts]
        if picked := [name for name in articles if name in ids]:
            choose(picked)


def kept_under() -> str:
    """The key under which this work is kept on this machine; "" where it is not."""
    return str(st.session_state.get(KEY, ""))


def keep_under(key: str) -> None:
    """Keep this work under `key` from now on; "" for in this browser tab only."""
    st.session_state[KEY] = key


def event() -> Event:
    """The event on screen."""
    known = events()
    if EVENT not in st.session_state:
        asked = st.query_params.get(EVENT, "")
        if asked and asked not in known:
            _lose([asked])
        st.session_state[EVENT] = asked if asked in known else next(iter(known))
    return known[st.session_state[EVENT]]


def chosen() -> tuple[str, ...]:
    """Ids of the articles that are compared, in the order of the event."""
    ids = [draft.id for draft in event().drafts]
    if CHOSEN not in st.session_state:
        asked = st.query_params.get_all(CHOSEN)
        _lose([name for name in asked if name not in ids])
        st.session_state[CHOSEN] = [name for name in asked if name in ids] or ids
    picked = [name for name in ids if name in st.session_state[CHOSEN]]
    return tuple(picked)


def open_event(name: str) -> None:
    """Put the event on screen, with all its articles."""
    st.session_state[EVENT] = name
    st.session_state[CHOSEN] = [draft.id for draft in event().drafts]
    st.session_state[LOST] = []


def choose(articles: Sequence[str]) -> None:
    """Compare these articles of the event on screen."""
    st.session_state[CHOSEN] = list(articles)


def measure(known: Sequence[str]) -> str:
    """The measure of `known` that is looked at closely."""
    asked: str = st.session_state.get(MEASURE) or st.query_params.get(MEASURE, known[0])
    if asked not in known:
        _lose([asked])
        asked = known[0]
    st.session_state[MEASURE] = asked
    return asked


def look_at(name: str) -> None:
    """Look closely at this measure."""
    st.session_state[MEASURE] = name


def finding(known: Sequence[str]) -> str:
    """The finding of `known` on screen."""
    asked: str = st.session_state.get(FINDING, known[0])
    return asked if asked in known else known[0]


def look_into(name: str) -> None:
    """Put this finding on screen."""
    st.session_state[FINDING] = name


def lost() -> tuple[str, ...]:
    """What the address named and this session does not have."""
    return tuple(st.session_state.get(LOST, ()))


def side_edits() -> Edits:
    """What the user changed in the sides of the event on screen."""
    found: Edits = st.session_state.get(SIDES, {}).get(event().id, Edits())
    return found


def keep_side_edits(edits: Edits) -> None:
    """Lay `edits` over the suggested sides of the event on screen, in place of earlier ones."""
    st.session_state[SIDES] = {**st.session_state.get(SIDES, {}), event().id: edits}


def frame_answers() -> Mapping[str, Mapping[str, str]]:
    """What the reader answered on frames: article id -> key of a question -> answer, for the event on screen."""
    found: Mapping[str, Mapping[str, str]] = st.session_state.get(FRAMES, {}).get(event().id, {})
    return found


def answer_frame(article: str, question: str, answer: str) -> None:
    """Keep one answer; "" takes it back."""
    here = {name: dict(answers) for name, answers in frame_answers().items()}
    answers = here.setdefault(article, {})
    answers[question] = answer
    here[article] = {key: value for key, value in answers.items() if value}
    st.session_state[FRAMES] = {**st.session_state.get(FRAMES, {}), event().id: here}


def put_back(article: str, line: int) -> None:
    """Put a line that was set aside back into the article, or set it aside again."""
    draft = _draft(article)
    change(replace(draft, keep=draft.keep ^ {line}))


def correct(article: str, *new: Correction) -> None:
    """Lay corrections over what was found; one of the same subject and place replaces the earlier one."""
    draft = _draft(article)
    places = {(one.subject, one.start, one.end) for one in new}
    kept = [one for one in draft.corrections if (one.subject, one.start, one.end) not in places]
    change(replace(draft, corrections=(*kept, *new)))


def undo(article: str, correction: Correction) -> None:
    """Take one correction back."""
    draft = _draft(article)
    change(replace(draft, corrections=tuple(one for one in draft.corrections if one != correction)))


def _draft(article: str) -> Draft:
    return next(draft for draft in event().drafts if draft.id == article)


def own_outlets() -> tuple[Publisher, ...]:
    """The outlets that the user described or imported."""
    return tuple(st.session_state.get(OWN_OUTLETS, {}).values())


def keep_outlet(outlet: Publisher) -> None:
    """Keep an outlet of the user's own; it replaces one of the same name."""
    st.session_state[OWN_OUTLETS] = {**st.session_state.get(OWN_OUTLETS, {}), outlet.name: outlet}


def own_ratings(outlet: str) -> tuple[Rating, ...]:
    """The imported ratings of an outlet, by the key of `sharing.outlet_key`."""
    found: tuple[Rating, ...] = st.session_state.get(OWN_RATINGS, {}).get(outlet, ())
    return found


def keep_ratings(ratings: Mapping[str, tuple[Rating, ...]]) -> None:
    """Add imported ratings; those of one rater replace that rater's earlier ones."""
    kept = dict(st.session_state.get(OWN_RATINGS, {}))
    for outlet, new in ratings.items():
        raters = {rating.rater for rating in new}
        kept[outlet] = (*(old for old in kept.get(outlet, ()) if old.rater not in raters), *new)
    st.session_state[OWN_RATINGS] = kept


def choose_publisher(article: str, publisher: Publisher | None) -> None:
    """Put `publisher` in place of the one that was found; None goes back to what was found."""
    change(replace(_draft(article), publisher=publisher))


def located(draft: Draft) -> Draft:
    """`draft` with the user's own outlet of its address, where nobody chose a publisher."""
    host = sharing.host(draft.manuscript.url)
    own = next((outlet for outlet in own_outlets() if outlet.domain and outlet.domain == host), None)
    return draft if draft.publisher or own is None else replace(draft, publisher=own)


def add(drafts: Sequence[Draft]) -> None:
    """Put `drafts` at the end of the event on screen, and compare them."""
    here = event()
    picked = [*chosen(), *(draft.id for draft in drafts)]
    _save(replace(here, drafts=(*here.drafts, *drafts)))
    st.session_state[CHOSEN] = picked


def remove(article: str) -> None:
    """Take the article out of the event on screen."""
    here = event()
    _save(replace(here, drafts=tuple(draft for draft in here.drafts if draft.id != article)))


def change(draft: Draft) -> None:
    """Replace the draft that has the same id."""
    here = event()
    _save(replace(here, drafts=tuple(draft if old.id == draft.id else old for old in here.drafts)))


def free_id(wish: str, also: Set[str] = frozenset()) -> str:
    """`wish`, or `wish-2`, `wish-3` … where the event on screen, or `also`, has that id already."""
    taken = {draft.id for draft in event().drafts} | also
    number, name = 1, wish
    while name in taken:
        number += 1
        name = f"{wish}-{number}"
    return name


def write_address() -> None:
    """Bring the address bar in line with the session, so that it can be shared or reloaded."""
    ids = [draft.id for draft in event().drafts]
    wanted: dict[str, str | list[str]] = {EVENT: event().id}
    if list(chosen()) != ids:
        wanted[CHOSEN] = list(chosen())
    if kept_under():
        wanted[KEY] = kept_under()
    if looked_at := st.session_state.get(MEASURE) or st.query_params.get(MEASURE):
        wanted[MEASURE] = looked_at
    if {key: st.query_params.get_all(key) for key in st.query_params} != {
        key: [value] if isinstance(value, str) else value for key, value in wanted.items()
    }:
        st.query_params.from_dict(wanted)


def _lose(names: Sequence[str]) -> None:
    st.session_state[LOST] = [*st.session_state.get(LOST, ()), *names]


def _save(changed: Event) -> None:
    st.session_state[EVENTS] = {**events(), changed.id: changed}


@cache
def _teaching_cases() -> Mapping[str, Event]:
    """The teaching cases by id, as they are before anybody changed them."""
    return {case: _from_case(cases.load(case)) for case in cases.ids()}


def _from_case(case: cases.Case) -> Event:
    drafts = tuple(
        Draft(
            one.id,
            Manuscript(
                id=one.id,
                text=one.text,
                event=case.id,
                outlet=one.outlet,
                url=one.url,
                published=one.published,
                byline=one.byline,
            ),
        )
        for one in case.articles
    )
    return Event(case.id, case.title, f"{case.summary} {case.note}", drafts)
