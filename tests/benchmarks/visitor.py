"""A visitor of the dashboard without a browser: speaks its websocket, presses its widgets, times its answers."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

LARGEST = 64 * 2**20  # bytes of one message
DONE = {ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY}


class Broken(Exception):
    """The page shows an exception instead of itself."""


@dataclass
class Visitor:
    """One session. Every method that acts returns the seconds until the page was complete."""

    socket: websockets.ClientConnection
    pages: dict[str, str] = field(default_factory=dict)  # title -> hash of its script
    elements: dict[str, Any] = field(default_factory=dict)  # place on the page -> element
    values: dict[str, WidgetState] = field(default_factory=dict)  # id of a widget -> what was entered
    kept: dict[str, ForwardMsg] = field(default_factory=dict)  # hash -> message the server need not send again
    page: str = ""
    query: str = ""
    received: int = 0  # bytes

    async def open(self, query: str = "") -> float:
        """Open the first page."""
        self.query = query
        return await self._run()

    async def go(self, title: str) -> float:
        """Open the page `title`."""
        self.page, self.query = self.pages[title], ""
        return await self._run()

    async def again(self) -> float:
        """Have the same page drawn once more."""
        return await self._run()

    def options(self, label: str) -> list[str]:
        """The options of the group of buttons named `label`; none where the page has no such group."""
        group = self._find("button_group", label)
        return [option.content for option in group.options] if group else []

    async def pick(self, label: str, *options: str) -> float:
        """Have exactly these options of the group of buttons `label` pressed."""
        state = WidgetState(id=self._widget("button_group", label).id)
        state.string_array_value.data.extend(options)
        return await self._enter(state)

    def write(self, label: str, text: str) -> None:
        """Type `text` into a field of a form; nothing is sent before a button is pressed."""
        field = self._find("text_area", label) or self._widget("text_input", label)
        self.values[field.id] = WidgetState(id=field.id, string_value=text)

    async def press(self, label: str) -> float:
        """Press the button `label`."""
        return await self._enter(WidgetState(id=self._widget("button", label).id, trigger_value=True))

    async def _enter(self, state: WidgetState) -> float:
        self.values[state.id] = state
        waited = await self._run()
        if state.HasField("trigger_value"):
            self.values.pop(state.id, None)
        return waited

    def _widget(self, kind: str, label: str) -> Any:
        found = self._find(kind, label)
        if found is None:
            raise LookupError(f"no {kind} named {label!r} on this page")
        return found

    def _find(self, kind: str, label: str) -> Any:
        elements = (getattr(one, kind) for one in self.elements.values() if one.WhichOneof("type") == kind)
        return next((one for one in elements if one.label == label), None)

    async def _run(self) -> float:
        """Ask for a run, take in what it sends."""
        asked = BackMsg()
        run = asked.rerun_script
        run.query_string, run.page_script_hash = self.query, self.page
        run.widget_states.widgets.extend(self.values.values())
        run.cached_message_hashes.extend(self.kept)
        begin = time.perf_counter()
        await self.socket.send(asked.SerializeToString())
        while not self._take(await self.socket.recv()):
            pass
        waited = time.perf_counter() - begin
        here = {getattr(one, one.WhichOneof("type")).id for one in self.elements.values() if _is_widget(one)}
        self.values = {name: value for name, value in self.values.items() if name in here}  # as a browser does
        return waited

    def _take(self, raw: bytes) -> bool:
        """Take in one message; whether the run is over."""
        self.received += len(raw)
        message = ForwardMsg.FromString(raw)
        kind = message.WhichOneof("type")
        if kind == "ref_hash":
            whole = ForwardMsg()
            whole.CopyFrom(self.kept[message.ref_hash])
            whole.metadata.CopyFrom(message.metadata)
            message, kind = whole, whole.WhichOneof("type")
        elif message.metadata.cacheable:
            self.kept[message.hash] = message
        if kind == "navigation":
            self.pages = {page.page_name: page.page_script_hash for page in message.navigation.app_pages}
            self.page = message.navigation.page_script_hash
        elif kind == "new_session" and not message.metadata.run.fragment_ids:
            self.elements = {}
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "delta" and message.delta.HasField("new_element"):
            self._show(str(list(message.metadata.delta_path)), message.delta.new_element)
        return kind == "script_finished" and message.script_finished in DONE

    def _show(self, place: str, element: Any) -> None:
        if element.WhichOneof("type") == "exception":
            raise Broken(f"{element.exception.type}: {element.exception.message}")
        self.elements[place] = element


def _is_widget(element: Any) -> bool:
    return hasattr(getattr(element, element.WhichOneof("type")), "id")


@asynccontextmanager
async def visit(port: int) -> AsyncIterator[Visitor]:
    """A session with the dashboard on `port` of this machine."""
    address = f"ws://127.0.0.1:{port}/_stcore/stream"
    async with websockets.connect(address, subprotocols=["streamlit"], max_size=LARGEST) as socket:
        yield Visitor(socket)
