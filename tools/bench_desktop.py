"""Times what an agent feels: key to flag, key to text, and what Assist costs."""

import os
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Self

from assist.app.demo_overlay import OverlayProcess, until
from assist.backends.linux.a11y_bus import connect, disconnect, open_accessibility
from assist.backends.linux.a11y_thread import A11yThread
from assist.backends.linux.accessible import NodeId
from assist.backends.linux.events import subscribe
from assist.backends.linux.x11_keyboard import X11Keyboard
from assist.backends.linux.x11_screen import X11Screen
from assist.backends.linux.x11_windows import X11Windows
from assist.model.draft import Rect

EDITORS = {
    "GTK 3 (Mousepad)": ("mousepad",),
    "Qt 6": (sys.executable, str(Path(__file__).with_name("bench_editor.py"))),
}
NO_BLINKING = "[Settings]\ngtk-cursor-blink=false\n"
DRAFT = "您好，订单已发出。"
OFFENDING = "这个我也没办法"
PLAIN = "lorem ipsum dolor sit amet consectetur "
TIMEOUT_S = 5.0
ICON_PX = 28
TEXT_HIGH_PX = 150


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which ``share`` of ``values`` lie, interpolated."""
    cuts = statistics.quantiles(values, n=100, method="inclusive")
    return cuts[round(100 * share) - 1]


class Bystander:
    """A bus client of its own that notes when programs tell of changed text."""

    def __init__(self) -> None:
        self._thread = A11yThread("bystander")
        self._changed = threading.Condition()
        self._times: list[float] = []

    def __enter__(self) -> Self:
        found = self._thread.run(open_accessibility(enable=True))
        self._bus = self._thread.run(connect(found.address))
        self._thread.run(subscribe(self._bus, self))
        return self

    def __exit__(self, *_: object) -> None:
        self._thread.run(disconnect(self._bus))
        self._thread.stop()

    def first_since(self, since: float) -> float | None:
        """Return the time of the first event after ``since``, monotonic seconds."""
        with self._changed:
            return next((at for at in self._times if at >= since), None)

    def text_changed(self, node_id: NodeId, at: float) -> None:
        """Note the time."""
        del node_id
        with self._changed:
            self._times.append(at)

    def caret_moved(self, node_id: NodeId, at: float) -> None:
        """Nothing."""

    def focus_changed(self, node_id: NodeId, at: float) -> None:
        """Nothing."""

    def window_activated(self, node_id: NodeId, at: float) -> None:
        """Nothing."""

    def client_gone(self, sender: str) -> None:
        """Nothing."""


class Bench:
    """One editor on the private desktop, with keyboard and eyes."""

    def __init__(self, editor: str, folder: Path, running: ExitStack) -> None:
        self._command = EDITORS[editor]
        self._folder = folder
        self.screen = X11Screen()
        running.callback(self.screen.close)
        self._keyboard = X11Keyboard()
        running.callback(self._keyboard.close)
        self._windows = X11Windows()
        running.callback(self._windows.close)
        self._homes = 0
        self._window = self._start_editor(running)

    def _start_editor(self, running: ExitStack) -> Rect:
        settings = Path(os.environ["XDG_CONFIG_HOME"]) / "gtk-3.0" / "settings.ini"
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text(NO_BLINKING, "utf-8")
        process = subprocess.Popen(
            self._command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        running.callback(process.wait)
        running.callback(process.kill)

        def active() -> Rect | None:
            window = self._windows.active_window()
            return window.area if window and window.process_id == process.pid else None

        return until(active, "The editor's window")

    @contextmanager
    def overlay(self) -> Iterator[OverlayProcess]:
        """Run the overlay beside the editor, until it reads there."""
        self._homes += 1
        overlay = OverlayProcess(self._folder / f"home{self._homes}", self.screen)
        overlay.configure(
            'watch = ["mousepad", "qt-editor", "bench_editor.py"]\n'
            "shrink_to_dot = false\n"
        )
        with overlay:
            until(lambda: "读取正常" in strip_words(overlay), "The overlay's reading")
            yield overlay

    def clear(self) -> None:
        """Empty the field."""
        self._keyboard.press("Ctrl+A")
        self._keyboard.press("Delete")
        time.sleep(0.3)

    def flags(self, count: int) -> Iterator[tuple[float, float | None]]:
        """Complete the offending words ``count`` times.

        Yields:
            Milliseconds from the key to the strip's pixels, and from the
            program's event to them.
        """
        with self.overlay() as overlay, Bystander() as bystander:
            for part in (DRAFT, OFFENDING):
                self._keyboard.prepare(DRAFT + OFFENDING)
                self.screen.wait_for_window_manager(timeout_s=TIMEOUT_S)
                self._keyboard.type_text(part[: -1 if part is OFFENDING else None])
            time.sleep(1.0)
            strip = until(lambda: overlay.window("strip"), "The strip's window")
            icon = Rect(strip.x, strip.y, ICON_PX, strip.height)
            for _ in range(count):
                yield self._flag(icon, bystander)
        self.clear()

    def _flag(self, icon: Rect, bystander: Bystander) -> tuple[float, float | None]:
        calm = self.screen.picture(icon)
        pressed = time.monotonic()
        self._keyboard.type_text(OFFENDING[-1])
        seen = self.screen.wait_for_change(icon, calm, timeout_s=TIMEOUT_S)
        told = bystander.first_since(pressed)
        flagged = self.screen.picture(icon)
        time.sleep(0.05)
        self._keyboard.press("BackSpace")
        self.screen.wait_for_change(icon, flagged, timeout_s=TIMEOUT_S)
        time.sleep(0.1)
        if seen is None:
            raise SystemExit("The strip did not flag the draft.")
        own = None if told is None else 1000 * (seen - told)
        return 1000 * (seen - pressed), own

    def keys(self, count: int) -> Iterator[float]:
        """Type ``count`` plain keys; yield milliseconds from key to painted text."""
        window = self._window
        text = Rect(window.x, window.y + 20, window.width, TEXT_HIGH_PX)
        self.clear()
        for number in range(count):
            self.screen.forget_paints()
            pressed = time.monotonic()
            self._keyboard.type_text(PLAIN[number % len(PLAIN)])
            painted = self.screen.wait_for_paint(text, timeout_s=TIMEOUT_S)
            if painted is None:
                raise SystemExit("The editor did not show what was typed.")
            yield 1000 * (painted - pressed)
            time.sleep(0.05)
        self.clear()


def strip_words(overlay: OverlayProcess) -> str:
    """Return what the strip says."""
    widgets = overlay.widgets()
    return widgets["strip"].name if "strip" in widgets else ""


def cpu_s(pid: int) -> float:
    """Return the processor seconds that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory_mb(pid: int, name: str) -> float:
    """Return ``Rss`` or ``Pss`` of a process in MB."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1]) / 1000
    raise LookupError(name)
