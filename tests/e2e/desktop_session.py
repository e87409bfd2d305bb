"""The desktop that tests with real programs run on.

``make test`` starts the whole run on a private desktop; a test started alone
gets one of its own.  Also for other tests and tools::

    with DesktopSession() as session:
        session.start("mousepad")
        session.type_keys("你好")
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Self, TypeVar

from assist.backends.linux.private_desktop import MARK, PrivateDesktop
from assist.backends.linux.x11_keyboard import X11Keyboard
from assist.backends.linux.x11_windows import X11Windows
from assist.ports import WindowInfo

T = TypeVar("T")

EDITORS = Path(__file__).parent / "editors"
EDITOR_NAMES = ("mousepad", "qt_editor", "featherpad")
WINDOW_TIMEOUT_S = 20.0
POLL_S = 0.01


class Program:
    """A foreign program; ``window`` is set once it is the active one."""

    window: WindowInfo

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process

    @property
    def pid(self) -> int:
        return self.process.pid

    def freeze(self) -> None:
        """Stop the program in its tracks, as if it hung."""
        os.kill(self.pid, signal.SIGSTOP)

    def thaw(self) -> None:
        os.kill(self.pid, signal.SIGCONT)

    def end(self) -> None:
        if self.process.poll() is None:
            os.kill(self.pid, signal.SIGCONT)
            self.process.kill()
            self.process.wait(timeout=5)
        if self.process.stdout is not None:
            self.process.stdout.close()


class DesktopSession:
    """A private desktop, or the one the test run is already on."""

    def __init__(self) -> None:
        self._own = None if MARK in os.environ else PrivateDesktop()
        self._programs: list[Program] = []
        self._saved: dict[str, str] = {}

    def __enter__(self) -> Self:
        if self._own is not None:
            self._own.start()
            self._saved = dict(os.environ)
            os.environ.clear()
            os.environ.update(self._own.environ)
        self.environ = dict(os.environ)
        self.windows = X11Windows()
        self.keyboard = X11Keyboard()
        return self

    def __exit__(self, *_: object) -> None:
        self.end_programs()
        self.keyboard.close()
        self.windows.close()
        if self._own is not None:
            self._own.close()
            os.environ.clear()
            os.environ.update(self._saved)

    def start(self, *command: str, **environ: str) -> Program:
        """Start a program and wait until its window is the active one."""
        process = subprocess.Popen(
            command,
            env=self.environ | environ,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        program = Program(process)
        self._programs.append(program)
        program.window = self.wait_for_window(process.pid)
        return program

    def start_editor(self, script: str, *arguments: str, **environ: str) -> Program:
        """Start one of ``editors/``; those named gtk_* run with Debian's gi."""
        command = [str(EDITORS / script), *arguments]
        if script.startswith("gtk"):
            environ["PYTHONPATH"] = ""
            return self.start("/usr/bin/python3", *command, **environ)
        return self.start(sys.executable, *command, **environ)

    def wait_for_window(self, pid: int) -> WindowInfo:
        """Return the active window once it is one of process ``pid``."""

        def active() -> WindowInfo | None:
            window = self.windows.active_window()
            return window if window and window.process_id == pid else None

        return wait_for(active, WINDOW_TIMEOUT_S)

    def type_keys(self, text: str, *, pause_s: float = 0.0) -> None:
        """Type with real X key events; hanzi and emoji on borrowed key codes."""
        self.keyboard.type_text(text, pause_s=pause_s)

    def press(self, chord: str, *, hold_s: float = 0.0) -> None:
        """Press a chord; ``hold_s`` of 0.1 is about as slow as people are."""
        self.keyboard.press(chord, hold_s=hold_s)

    def end_programs(self) -> None:
        for program in self._programs:
            program.end()
        self._programs.clear()


def start_editor(desktop: DesktopSession, name: str, **environ: str) -> Program:
    """Start one of EDITOR_NAMES: GTK 3, Qt 6, Qt 5."""
    if name == "qt_editor":
        return desktop.start_editor("qt_editor.py", **environ)
    return desktop.start(name, **environ)


def wait_for(condition: Callable[[], T], timeout_s: float = 5.0) -> T:
    """Return what ``condition`` gives once that is true."""
    deadline = time.monotonic() + timeout_s
    while not (found := condition()):
        if time.monotonic() > deadline:
            raise AssertionError("waited in vain")
        time.sleep(POLL_S)
    return found
