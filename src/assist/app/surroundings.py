"""What ``assist doctor`` looks at outside: the desktop this runs on."""

import sys
from collections.abc import Iterator, Mapping

from assist.app.verdict import Check, Verdict
from assist.errors import BackendError
from assist.ports import ClipboardContent


def surroundings(environ: Mapping[str, str], *, wanted: str) -> Iterator[Check]:
    """Look at the session, and at how drafts would be read in it.

    Args:
        environ: The environment variables.
        wanted: The setting ``backend``.
    """
    yield _session(environ)
    if sys.platform == "linux":
        yield _display(environ)
        yield _accessibility()
    yield from _backend(wanted)
    yield _input_method(environ)


def _session(environ: Mapping[str, str]) -> Check:
    kind = environ.get("XDG_SESSION_TYPE", "")
    if kind == "wayland" or environ.get("WAYLAND_DISPLAY"):
        return Check(
            "session",
            Verdict.NOTICE,
            "Wayland: only programs that run through XWayland are fully served.",
            "Log in to an X11 session to have every program served.",
        )
    return Check("session", Verdict.OK, kind or "type not told by the system")


def _display(environ: Mapping[str, str]) -> Check:
    from assist.backends.linux.x11_display import open_display

    name = environ.get("DISPLAY", "")
    try:
        open_display(name or None).close()
    except BackendError as error:
        found = f"{name}: {error}" if name else "DISPLAY is not set"
        return Check("display", Verdict.PROBLEM, found, error.hint)
    return Check("display", Verdict.OK, name)


def _accessibility() -> Check:
    import asyncio

    from assist.backends.linux.a11y_bus import open_accessibility

    try:
        answer = asyncio.run(open_accessibility(enable=False))
    except BackendError as error:
        return Check("accessibility", Verdict.PROBLEM, str(error), error.hint)
    if not answer.was_enabled:
        found = "the bus is reachable; accessibility is off until Assist runs"
        return Check("accessibility", Verdict.OK, found)
    return Check("accessibility", Verdict.OK, "the bus is reachable")


def _input_method(environ: Mapping[str, str]) -> Check:
    names = ("QT_IM_MODULE", "GTK_IM_MODULE", "XMODIFIERS", "IBUS_USE_PORTAL")
    found = " ".join(f"{name}={environ[name]}" for name in names if name in environ)
    fcitx = any(
        "fcitx" in environ.get(name, "") for name in ("QT_IM_MODULE", "XMODIFIERS")
    )
    served = environ.get("QT_IM_MODULE") == "ibus" and "IBUS_USE_PORTAL" in environ
    if fcitx and not served:
        return Check(
            "input method",
            Verdict.NOTICE,
            f"{found}: fcitx does not reach the compose pad.",
            "Start Assist with QT_IM_MODULE=ibus IBUS_USE_PORTAL=1.",
        )
    return Check("input method", Verdict.OK, found or "no variable is set")


class _NoClipboard:
    """Stands in for the clipboard, which looking around does not need."""

    def save(self) -> ClipboardContent:
        return ClipboardContent({})

    def put_text(self, text: str) -> None:
        del text

    def fetch_count(self) -> int:
        return 0

    def restore(self, content: ClipboardContent) -> None:
        del content


def _backend(wanted: str) -> Iterator[Check]:
    from assist.backends.backend import Needs
    from assist.backends.catalogue import CATALOGUE
    from assist.backends.select import select_backend

    needs = Needs(_NoClipboard(), watched=frozenset())
    try:
        selected = select_backend(
            CATALOGUE, needs, platform=sys.platform, wanted=wanted
        )
    except BackendError as error:
        yield Check("backend", Verdict.PROBLEM, str(error), error.hint)
        return
    selected.backend.close()
    yield Check("backend", Verdict.OK, selected.name)
    for refusal in selected.refusals:
        yield Check("backend", Verdict.NOTICE, f"refused {refusal}")
