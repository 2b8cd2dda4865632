"""The events of this session with their articles, which of them is on screen, and what is compared.

Articles are named by the id that is on screen: while outlets are hidden, one that does not tell them (see blind).
"""

from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import replace
from functools import cache

import streamlit as st

from analysis import cases
from analysis.ingest.manuscript import Manuscript
from analysis.workspace import Draft, Event
from ui.state import address, blind, view

EVENTS = "events"  # session: event id -> Event, in the order they were opened
EVENT = "event"  # address: id of the event on screen
CHOSEN = "articles"  # address: ids of the articles compared; absent means all of the event
NO_ARTICLE = ("none",)  # address: the reader took all of them out
OWN_SUMMARY = (
    "What you add on the page “Articles” is compared here. It stays in this browser tab until you close or reload it, "
    "or longer if you keep it on the page “Your work”."
)
OWN = "own"  # id of the event that holds the user's own articles


def known() -> Mapping[str, Event]:
    """All events of this session: the teaching cases, then the user's own."""
    if EVENTS not in st.session_state:
        own = Event(OWN, "Your own articles", OWN_SUMMARY)
        st.session_state[EVENTS] = {**teaching_cases(), OWN: own}
    found: Mapping[str, Event] = st.session_state[EVENTS]
    return found


def here() -> Event:
    """The event on screen."""
    name = address.one_of(EVENT, tuple(known()))
    if address.held():  # the bare address opens the first event; every longer one names its event
        address.hold(EVENT, [name])
    return known()[name]


def chosen() -> tuple[str, ...]:
    """Ids of the articles that are compared, in the order of the event; all where the address names none of them."""
    ids = ids_here()
    asked = address.values(CHOSEN)
    if asked == NO_ARTICLE:
        return ()
    if unknown := [name for name in asked if name not in ids]:
        address.lose(CHOSEN, unknown)
    return tuple(name for name in ids if name in asked) or tuple(ids)


def ids_here() -> list[str]:
    """Ids of all articles of the event on screen, in its order."""
    return [blind.shown(one.id) for one in here().drafts]


def hide_outlets(wish: bool) -> None:
    """Hide who published the articles, or reveal it; the same articles stay compared."""
    picked = [draft(name).id for name in chosen()]
    blind.switch(wish)
    view.find("")  # both may be called after an outlet or an author
    view.label_actor("")
    choose([blind.shown(name) for name in picked])


def open_event(name: str) -> None:
    """Put the event on screen, with all its articles."""
    address.hold(EVENT, [name])
    address.hold(CHOSEN, [])


def choose(articles: Sequence[str]) -> None:
    """Compare these articles of the event on screen."""
    everything = set(articles) == set(ids_here())
    address.hold(CHOSEN, [] if everything else articles or NO_ARTICLE)


def add(drafts: Sequence[Draft], references: Sequence[Manuscript] = ()) -> None:
    """Put `drafts` at the end of the event on screen, and compare them; keep `references` until they are fetched."""
    event = here()
    picked = [*chosen(), *(blind.shown(one.id) for one in drafts)]
    known = dict.fromkeys((*event.references, *references))
    _save(replace(event, drafts=(*event.drafts, *drafts), references=tuple(known)))
    choose(picked)


def drop_references(dropped: Collection[Manuscript]) -> None:
    """Take references out of the event on screen."""
    event = here()
    _save(replace(event, references=tuple(one for one in event.references if one not in dropped)))


def remove(article: str) -> None:
    """Take the article out of the event on screen."""
    event, gone = here(), draft(article)
    _save(replace(event, drafts=tuple(one for one in event.drafts if one != gone)))


def draft(article: str) -> Draft:
    """The article of the event on screen, as it was put in."""
    return next(one for one in here().drafts if article in (one.id, blind.shown(one.id)))


def change(changed: Draft) -> None:
    """Replace the draft that has the same id."""
    event = here()
    _save(replace(event, drafts=tuple(changed if old.id == changed.id else old for old in event.drafts)))


def free_id(wish: str, also: Set[str] = frozenset()) -> str:
    """`wish`, or `wish-2`, `wish-3` … where the event on screen, or `also`, has that id already."""
    taken = {one.id for one in here().drafts} | also
    number, name = 1, wish
    while name in taken:
        number += 1
        name = f"{wish}-{number}"
    return name


def _save(changed: Event) -> None:
    st.session_state[EVENTS] = {**known(), changed.id: changed}


@cache
def teaching_cases() -> Mapping[str, Event]:
    """The teaching cases by id, as they are before anybody changed them."""
    return {case: _from_case(cases.load(case)) for case in cases.ids()}


def _from_case(case: cases.Case) -> Event:
    drafts = tuple(Draft(one.id, one) for one in case.manuscripts())
    return Event(case.id, case.title, f"{case.summary} {case.note}", drafts)
