"""Mousepad as the stand-in for a chat client, looking like a compose box."""

import os
import shutil
import subprocess
import threading
import time
from pathlib import Path
from typing import Self

from assist.app.demo_overlay import until
from assist.backends.linux.atspi_source import AtspiSource
from assist.backends.linux.x11_windows import X11Windows
from assist.errors import BackendUnavailableError, DemoError
from assist.model.draft import Draft, Field, Rect
from assist.ports import Status

APP = "mousepad"
AREA = Rect(48, 540, 620, 170)
"""Where a chat client has its compose box: low, with room above and beside it."""

_KEYFILE = f"""\
[org/xfce/mousepad/preferences/window]
menubar-visible=false
statusbar-visible=false
remember-position=true
path-in-title=false
[org/xfce/mousepad/preferences/view]
word-wrap=true
use-default-monospace-font=false
font-name='Noto Sans CJK SC 12'
[org/xfce/mousepad/preferences/file]
autosave-timer=uint32 0
[org/xfce/mousepad/state/window]
width=uint32 {AREA.width}
height=uint32 {AREA.height}
left=uint32 {AREA.x}
top=uint32 {AREA.y}
"""

# A chat client has neither a warning that it runs as root, as Mousepad shows in
# a bare container, nor a menu bar, which Mousepad brings out when Alt is pressed.
_CSS = """\
menubar, menubar menuitem {
  font-size: 1px; min-height: 0; padding: 0; margin: 0; border: none;
}
window label {
  font-size: 1px; min-height: 0; padding: 0; margin: 0;
  background-color: transparent; background-image: none; color: transparent;
}
"""
_START_S = 20.0


class Editor:
    """The editor's process, and its text as the accessibility bus tells it.

    Its settings are written into the configuration folder of this process's
    environment, so it belongs on a private desktop.
    """

    def __init__(self, windows: X11Windows) -> None:
        self._windows = windows
        self._source = AtspiSource(windows, watched=frozenset({APP}))
        self._changed = threading.Condition()
        self._text = ""
        self._seen = False

    def __enter__(self) -> Self:
        if shutil.which(APP) is None:
            raise BackendUnavailableError(
                f"not installed: {APP}", hint=f"apt install {APP}"
            )
        _write_settings(Path(os.environ["XDG_CONFIG_HOME"]))
        self._process = subprocess.Popen(  # noqa: S603  a fixed program name
            [APP],
            env=os.environ | {"GSETTINGS_BACKEND": "keyfile"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            until(self.has_focus, "The editor's window", _START_S)
            self._source.start(self)
            until(lambda: self._seen, "The editor's text field", _START_S)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._source.stop()
        self._process.kill()
        self._process.wait()

    @property
    def text(self) -> str:
        """What the field held at the last reading."""
        with self._changed:
            return self._text

    def has_focus(self) -> bool:
        """Ask the window manager whether the editor is the active window."""
        active = self._windows.active_window()
        return active is not None and active.process_id == self._process.pid

    def wait_for_text(self, wanted: str, *, timeout_s: float = 10.0) -> float:
        """Return when the field held ``wanted``, in monotonic seconds.

        Raises:
            DemoError: It did not.
        """
        with self._changed:
            if not self._changed.wait_for(lambda: self._text == wanted, timeout_s):
                raise DemoError("The editor does not hold the text it should hold.")
        return time.monotonic()

    def wait_for_other_text(self, before: str, *, timeout_s: float = 10.0) -> float:
        """Return when the field held something else than ``before``.

        Raises:
            DemoError: It still holds that.
        """
        with self._changed:
            if not self._changed.wait_for(lambda: self._text != before, timeout_s):
                raise DemoError("The editor's text did not change.")
        return time.monotonic()

    def draft_read(self, draft: Draft) -> None:
        """Take note of a reading."""
        with self._changed:
            self._text, self._seen = draft.text, True
            self._changed.notify_all()

    def field_left(self, field: Field) -> None:
        """Nothing: the agent stays in the editor."""

    def status_changed(self, status: Status) -> None:
        """Nothing: the overlay shows that."""


def _write_settings(folder: Path) -> None:
    files = {
        folder / "glib-2.0" / "settings" / "keyfile": _KEYFILE,
        folder / "gtk-3.0" / "gtk.css": _CSS,
    }
    for path, content in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
