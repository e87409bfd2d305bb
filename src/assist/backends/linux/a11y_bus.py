"""The accessibility bus: how to find it, switch it on, and call through it."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from dbus_fast import BusType, Message, MessageType, Variant
from dbus_fast.aio import MessageBus
from dbus_fast.errors import AuthError, DBusError, InvalidAddressError

from assist.errors import BackendError, BackendUnavailableError

CALL_TIMEOUT_S = 0.3
START_TIMEOUT_S = 5.0
CLOSE_TIMEOUT_S = 1.0
INSTALL_HINT = "apt install at-spi2-core dbus, and log in again"

REGISTRY = "org.a11y.atspi.Registry"

_PROPERTIES = "org.freedesktop.DBus.Properties"
_DAEMON = "org.freedesktop.DBus"


class NoReplyError(BackendError):
    """A program did not answer in time."""


class RefusedError(BackendError):
    """A program answered with an error: the object has gone or cannot do it."""


@dataclass(frozen=True, slots=True, repr=False)
class Call:
    """One method call; its arguments may hold draft text, so it has no repr."""

    destination: str
    path: str
    interface: str
    member: str
    signature: str = ""
    body: tuple[Any, ...] = ()


async def call(
    bus: MessageBus, request: Call, *, timeout_s: float = CALL_TIMEOUT_S
) -> list[Any]:
    """Send ``request`` and return the body of the reply.

    Raises:
        NoReplyError: No answer within ``timeout_s`` seconds, or the bus has gone.
        RefusedError: The answer is an error.
    """
    message = Message(
        destination=request.destination,
        path=request.path,
        interface=request.interface,
        member=request.member,
        signature=request.signature,
        body=list(request.body),
    )
    try:
        async with asyncio.timeout(timeout_s):
            reply = await bus.call(message)
    except (TimeoutError, EOFError, OSError) as error:
        raise NoReplyError(f"{request.member} was not answered") from error
    if reply.message_type is MessageType.ERROR:
        raise RefusedError(f"{request.member} was refused")
    return list(reply.body)


async def read_property(
    bus: MessageBus,
    owner: tuple[str, str],
    interface: str,
    name: str,
    *,
    timeout_s: float = CALL_TIMEOUT_S,
) -> Any:
    """Return a property of the object ``owner`` (bus name, path).

    Raises:
        NoReplyError: No answer in time.
        RefusedError: There is no such property.
    """
    request = Call(*owner, _PROPERTIES, "Get", "ss", (interface, name))
    value = (await call(bus, request, timeout_s=timeout_s))[0]
    return value.value if isinstance(value, Variant) else value


async def connect(address: str | None = None) -> MessageBus:
    """Connect to the bus at ``address``, or to the session bus.

    Raises:
        BackendUnavailableError: There is no such bus.
    """
    try:
        bus = MessageBus(bus_address=address, bus_type=BusType.SESSION)
        async with asyncio.timeout(START_TIMEOUT_S):
            return await bus.connect()
    except (
        AuthError,
        DBusError,
        InvalidAddressError,
        LookupError,
        OSError,
        EOFError,
        ValueError,
    ) as error:
        raise BackendUnavailableError(
            "the accessibility bus cannot be reached", hint=INSTALL_HINT
        ) from error


async def disconnected(bus: MessageBus) -> None:
    """Return once the connection is lost, however it was."""
    lost = bus.wait_for_disconnect()  # type: ignore[no-untyped-call]  # not annotated
    with suppress(EOFError, OSError):
        await lost


async def disconnect(bus: MessageBus) -> None:
    """End a connection; returns once its socket is closed."""
    bus.disconnect()
    with suppress(TimeoutError):
        async with asyncio.timeout(CLOSE_TIMEOUT_S):
            await disconnected(bus)


@dataclass(frozen=True, slots=True)
class A11yAddress:
    """Where the accessibility bus is, and whether it was switched on before."""

    address: str
    was_enabled: bool


async def open_accessibility(
    session_address: str | None = None, *, enable: bool = True
) -> A11yAddress:
    """Find the accessibility bus (starting it if need be) and switch it on.

    Qt programs send events only while it is on; those that run start at once.
    The setting outlives the session on desktops that keep it in GSettings.

    Raises:
        BackendUnavailableError: There is no session bus or no accessibility bus.
    """
    session = await connect(session_address)
    try:
        request = Call("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress")
        address = (await call(session, request, timeout_s=START_TIMEOUT_S))[0]
        status = ("org.a11y.Bus", "/org/a11y/bus")
        was = await read_property(
            session,
            status,
            "org.a11y.Status",
            "IsEnabled",
            timeout_s=START_TIMEOUT_S,
        )
        if enable and not was:
            await set_enabled(session, value=True)
    except (NoReplyError, RefusedError) as error:
        raise BackendUnavailableError(
            "the accessibility service does not answer", hint=INSTALL_HINT
        ) from error
    finally:
        await disconnect(session)
    return A11yAddress(str(address), bool(was))


async def set_enabled(session: MessageBus, *, value: bool) -> None:
    """Switch accessibility on or off for the whole session.

    Raises:
        NoReplyError: The accessibility service did not answer.
        RefusedError: It refused.
    """
    body = ("org.a11y.Status", "IsEnabled", Variant("b", value))
    request = Call("org.a11y.Bus", "/org/a11y/bus", _PROPERTIES, "Set", "ssv", body)
    await call(session, request, timeout_s=START_TIMEOUT_S)


async def process_of(bus: MessageBus, sender: str) -> int:
    """Return the process id of the program behind a bus name.

    The bus itself answers, so a hung program does not delay it.

    Raises:
        NoReplyError: The bus did not answer.
        RefusedError: The program has left the bus.
    """
    request = Call(_DAEMON, "/", _DAEMON, "GetConnectionUnixProcessID", "s", (sender,))
    return int((await call(bus, request))[0])


async def add_match(bus: MessageBus, rule: str) -> None:
    """Ask the bus for the signals that ``rule`` describes."""
    await call(bus, Call(_DAEMON, "/", _DAEMON, "AddMatch", "s", (rule,)))


async def register_event(bus: MessageBus, name: str) -> None:
    """Ask all programs to send the event ``name``, such as ``object:text-changed``."""
    path = "/org/a11y/atspi/registry"
    request = Call(REGISTRY, path, REGISTRY, "RegisterEvent", "s", (name,))
    await call(bus, request, timeout_s=START_TIMEOUT_S)
