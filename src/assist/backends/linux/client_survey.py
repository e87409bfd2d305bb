"""What can be done in each watched program that runs, without reading a word."""

import asyncio
from dataclasses import dataclass

from dbus_fast.aio import MessageBus

from assist.backends.linux.a11y_bus import (
    NoReplyError,
    RefusedError,
    connect,
    disconnect,
    open_accessibility,
    process_of,
)
from assist.backends.linux.accessible import Node, NodeId
from assist.backends.linux.clients import DESKTOP, Clients
from assist.backends.linux.open_programs import open_programs
from assist.backends.linux.x11_windows import X11Windows


@dataclass(frozen=True, slots=True)
class SurveyedClient:
    """One watched program with a window open.

    Attributes:
        app: Its name, as its windows give it.
        toolkit: As it tells the accessibility bus; empty when it is not there.
        answers: Whether it answered in time.
        written_in_place: Replacements need neither keys nor the clipboard.
        tells_places: It tells where words are on the screen.
    """

    app: str
    toolkit: str = ""
    answers: bool = True
    written_in_place: bool = False
    tells_places: bool = False


def survey(watched: frozenset[str]) -> tuple[SurveyedClient, ...]:
    """Look at the programs of ``watched`` that run; the others are not asked.

    Raises:
        BackendError: There is no X server, or no accessibility bus.
    """
    there = [app for app in open_programs() if app in watched]
    if not there:
        return ()
    windows = X11Windows()
    try:
        found = asyncio.run(_ask(windows, watched))
    finally:
        windows.close()
    return tuple(found.get(app, SurveyedClient(app)) for app in there)


async def _ask(
    windows: X11Windows, watched: frozenset[str]
) -> dict[str, SurveyedClient]:
    place = await open_accessibility(enable=False)
    bus = await connect(place.address)
    try:
        return await _on_the_bus(bus, windows, watched)
    finally:
        await disconnect(bus)


async def _on_the_bus(
    bus: MessageBus, windows: X11Windows, watched: frozenset[str]
) -> dict[str, SurveyedClient]:
    clients = Clients(bus, windows)
    found: dict[str, SurveyedClient] = {}
    for child in await Node(bus, DESKTOP).children():
        app = await _app_of(bus, windows, child)
        if app in watched:
            found[app] = await _described(clients, child, app)
    return found


async def _app_of(bus: MessageBus, windows: X11Windows, child: NodeId) -> str:
    try:
        return windows.app_of_process(await process_of(bus, child.sender))
    except (NoReplyError, RefusedError):
        return ""


async def _described(clients: Clients, child: NodeId, app: str) -> SurveyedClient:
    try:
        client = await clients.of(child)
    except RefusedError:
        return SurveyedClient(app)
    except NoReplyError:
        return SurveyedClient(app, answers=False)
    return SurveyedClient(
        app,
        client.toolkit,
        written_in_place=client.quirks.editable_text,
        tells_places=not client.quirks.extents_window_relative,
    )
