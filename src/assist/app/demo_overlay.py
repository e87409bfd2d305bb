"""The overlay as another program sees it: a process, windows, pixels, widgets."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Self, TypeVar

from assist.backends.linux.widget_search import Widget, WidgetSearch
from assist.backends.linux.x11_screen import X11Screen
from assist.errors import DemoError
from assist.model.draft import Rect
from assist.storage.folders import HOME_VARIABLE

T = TypeVar("T")

START_TIMEOUT_S = 30.0
WAIT_S = 10.0
POLL_S = 0.005


def until(condition: Callable[[], T | None], what: str, timeout_s: float = WAIT_S) -> T:
    """Return what ``condition`` gives once that is true.

    Raises:
        DemoError: It was not within ``timeout_s`` seconds.
    """
    deadline = time.monotonic() + timeout_s
    while not (found := condition()):
        if time.monotonic() > deadline:
            raise DemoError(f"{what}: not within {timeout_s:.0f} s.")
        time.sleep(POLL_S)
    return found


class OverlayProcess:
    """``assist run`` with a home of its own, started on entry, ended on exit.

    Args:
        home: Becomes ``ASSIST_HOME``; what the program prints goes there too.
        screen: Tells where its windows are.
        environ: To start it in; None for this process's own.
        prefix: A command to run it under, such as a tracer.
    """

    def __init__(
        self,
        home: Path,
        screen: X11Screen,
        *,
        environ: Mapping[str, str] | None = None,
        prefix: tuple[str, ...] = (),
    ) -> None:
        self.home = home
        self._screen = screen
        self._environ = dict(os.environ if environ is None else environ)
        self._prefix = prefix
        self._search = WidgetSearch()
        self.pid = 0

    def __enter__(self) -> Self:
        self.start()
        try:
            self.wait_until_shown()
        except BaseException:
            self.end()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def configure(self, settings: str) -> None:
        """Write the settings file; before the start."""
        folder = self.home / "config"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "settings.toml").write_text(settings, "utf-8")

    @property
    def said(self) -> Path:
        """What it printed, standard output and errors together."""
        return self.home / "printed.txt"

    def start(self) -> None:
        """Start it without waiting for its windows."""
        self.home.mkdir(parents=True, exist_ok=True)
        command = [*self._prefix, sys.executable, "-m", "assist.cli.main", "run"]
        with self.said.open("wb") as printed:
            self._process = subprocess.Popen(  # noqa: S603  our own program
                command,
                env=self._environ | {HOME_VARIABLE: str(self.home)},
                stdin=subprocess.DEVNULL,
                stdout=printed,
                stderr=subprocess.STDOUT,
            )
        self.pid = self._process.pid

    def wait_until_shown(self) -> None:
        """Return once the strip is on the screen.

        Raises:
            DemoError: It ended instead, or took too long.
        """
        until(self._shown_or_ended, "The overlay's strip", START_TIMEOUT_S)
        if self._process.poll() is not None:
            said = self.said.read_text("utf-8", "replace").splitlines()
            last = said[-1] if said else "it said nothing"
            raise DemoError(
                f"The overlay ended with {self._process.returncode}: {last}"
            )

    def _shown_or_ended(self) -> bool:
        if self._process.poll() is not None:
            return True
        return self._find_strip() is not None

    def _find_strip(self) -> Rect | None:
        self.pid = _program_under(self._process.pid, bool(self._prefix))
        return self.window("strip")

    def end(self) -> int:
        """Ask it to quit; return its exit code, negative if it had to be killed."""
        if self._process.poll() is None:
            os.kill(self.pid, signal.SIGTERM)
            try:
                self._process.wait(timeout=WAIT_S)
            except subprocess.TimeoutExpired:
                _kill(self.pid)
                self._process.wait(timeout=WAIT_S)
        self._search.close()
        return int(self._process.returncode)

    def widgets(self) -> dict[str, Widget]:
        """Return what is shown, by window and object name: ``card.replacement_0``.

        A name that occurs twice in a window means its first widget.
        """
        found: dict[str, Widget] = {}
        for widget in self._search.shown(self.pid):
            window, _, rest = widget.path.partition(".")
            name = rest.rpartition(".")[2]
            found.setdefault(f"{window}.{name}" if name else window, widget)
        return found

    def window(self, name: str) -> Rect | None:
        """Return where the X server has a window (``strip``, ``card``, ``toast``)."""
        widget = self.widgets().get(name)
        return None if widget is None else self._on_screen(widget)

    def area(self, name: str) -> Rect | None:
        """Return where a widget is on the screen: ``card.close``."""
        widgets = self.widgets()
        window = widgets.get(name.partition(".")[0])
        widget = widgets.get(name)
        place = self._on_screen(window) if window else None
        if widget is None or place is None:
            return None
        x, y = place.x + widget.area.x, place.y + widget.area.y
        return Rect(x, y, widget.area.width, widget.area.height)

    def spot(self, name: str) -> tuple[int, int] | None:
        """Return the screen pixel in the middle of a widget."""
        area = self.area(name)
        if area is None:
            return None
        return area.x + area.width // 2, area.y + area.height // 2

    def _on_screen(self, window: Widget) -> Rect | None:
        """Find a window among ours by its size; all have the same title."""
        wanted = (window.area.width, window.area.height)
        for seen in self._screen.windows_of(self.pid):
            if (seen.area.width, seen.area.height) == wanted:
                return seen.area
        return None


def _kill(pid: int) -> None:
    if sys.platform != "win32":  # where the demonstration does not run
        os.kill(pid, signal.SIGKILL)


def _program_under(pid: int, traced: bool) -> int:
    """Return the process itself, or the one that a tracer started."""
    if not traced:
        return pid
    children = Path(f"/proc/{pid}/task/{pid}/children")
    try:
        first = children.read_text("ascii").split()[:1]
    except OSError:
        first = []
    return int(first[0]) if first else pid
