"""The scripted agent: runs on the private desktop, in a process of its own.

It knows the overlay only from outside: by pixels, windows, what a screen reader
is told, and what the editor holds.
"""

import json
import os
import sys
import time
from contextlib import ExitStack
from pathlib import Path

from assist.app import build
from assist.app.demo_editor import APP, Editor
from assist.app.demo_overlay import OverlayProcess, until
from assist.app.demo_script import SCENES, Scene, Way
from assist.app.demo_take import Record, Take
from assist.backends.linux.x11_keyboard import X11Keyboard
from assist.backends.linux.x11_screen import X11Screen
from assist.backends.linux.x11_windows import X11Windows
from assist.errors import AssistError, DemoError

PAUSE_S = 0.06  # between keys: someone who types fast
SETTLED_S = 0.3
FLAG_S = 10.0


class Agent:
    """Types, looks, chooses; one scene after the other."""

    def __init__(self, output: Path, running: ExitStack) -> None:
        self._output = output
        self._screen = X11Screen()
        running.callback(self._screen.close)
        self._keyboard = X11Keyboard()
        running.callback(self._keyboard.close)
        windows = X11Windows()
        running.callback(windows.close)
        self._editor = running.enter_context(Editor(windows))
        home = Path(os.environ["XDG_STATE_HOME"]) / "assist-home"
        self._overlay = OverlayProcess(home, self._screen)
        # A strip that shrinks to its dot would be taken for one that flags.
        self._overlay.configure(f'watch = ["{APP}"]\nshrink_to_dot = false\n')
        running.enter_context(self._overlay)
        self._findings_in = build.checker()

    def play(self, scene: Scene, record: Record) -> None:
        """Play one scene; ``record`` is filled as it goes.

        Raises:
            DemoError: Something did not happen, or not as it should.
        """
        take = Take(scene, record)
        try:
            self._type(take)
            replacement = self._read_card(take)
            self._answer(take, scene.expected(replacement))
        finally:
            record["final_text"] = self._editor.text
            take.develop(self._output)
        if self._findings_in(self._editor.text):
            raise DemoError("The text with the replacement is flagged again.")
        self._clear()

    def _type(self, take: Take) -> None:
        """Type the message, watching for flag and card."""
        scene = take.scene
        self._keyboard.prepare(scene.typed)
        self._screen.wait_for_window_manager(timeout_s=FLAG_S)
        unfinished = scene.before + scene.offending[:-1]
        self._keyboard.type_text(unfinished, pause_s=PAUSE_S)
        self._editor.wait_for_text(unfinished)
        shown = self._shown()
        last_key = time.monotonic()
        take.note("flag", self._time_to_flag(scene.offending[-1]))
        time.sleep(SETTLED_S / 2)
        take.photograph("flagged", self._screen)
        for key in scene.after:
            last_key = time.monotonic()
            self._keyboard.type_text(key, pause_s=PAUSE_S)
        until(lambda: self._shown() - shown, "The card's window")
        take.note("card", time.monotonic() - last_key)
        self._editor.wait_for_text(scene.typed)

    def _time_to_flag(self, key: str) -> float:
        """Type the last key of the offending words; return seconds to pixels."""
        strip = until(lambda: self._overlay.window("strip"), "The strip's window")
        before = self._screen.picture(strip)
        pressed = time.monotonic()
        self._keyboard.type_text(key)
        seen = self._screen.wait_for_change(strip, before, timeout_s=FLAG_S)
        if seen is None:
            raise DemoError("The strip did not flag the message.")
        return seen - pressed

    def _read_card(self, take: Take) -> str:
        """Return the first replacement on the card."""
        until(lambda: self._overlay.spot("card.replacement_0"), "The replacement")
        time.sleep(SETTLED_S)
        take.photograph("card", self._screen)
        widgets = self._overlay.widgets()
        take.record["flagged"] = widgets["card.quote"].name
        take.record["strip"] = widgets["strip.strip_body"].name
        return widgets["card.replacement_0"].name

    def _answer(self, take: Take, expected: str) -> None:
        if take.scene.way is Way.TAKEN_BACK:
            self._choose(take, Way.MOUSE, expected)
            self._take_back(take)
        way = Way.MOUSE if take.scene.way is Way.MOUSE else Way.HOTKEY
        self._choose(take, way, expected)
        take.record["replaced"] = self._editor.text
        time.sleep(SETTLED_S)
        take.photograph("replaced", self._screen)

    def _choose(self, take: Take, way: Way, expected: str) -> None:
        """Take the first replacement, by a real click or a real chord."""
        spot = until(
            lambda: self._overlay.spot("card.replacement_0"), "The replacement"
        )
        chosen = time.monotonic()
        if way is Way.MOUSE:
            self._keyboard.click(*spot)
        else:
            self._keyboard.press("Alt+1")
        done = self._editor.wait_for_text(expected)
        take.note(f"replaced_by_{way}", done - chosen)
        until(lambda: self._overlay.spot("toast.undo"), "The toast with Undo")
        if not self._editor.has_focus():
            raise DemoError("The editor lost the focus to the overlay.")

    def _take_back(self, take: Take) -> None:
        chosen = time.monotonic()
        self._keyboard.press("Alt+Z")
        done = self._editor.wait_for_text(take.scene.typed)
        take.note("undone", done - chosen)
        time.sleep(SETTLED_S)
        take.photograph("undone", self._screen)

    def _clear(self) -> None:
        """Empty the field, and click the toast away."""
        spot = self._overlay.spot("toast")
        if spot:
            self._keyboard.click(*spot)
        self._keyboard.press("Ctrl+A")
        self._keyboard.press("Delete")
        self._editor.wait_for_text("")

    def _shown(self) -> frozenset[int]:
        seen = self._screen.windows_of(self._overlay.pid)
        return frozenset(window.window_id for window in seen)


def perform(output: Path) -> int:
    """Play every scene; write ``summary.json`` whatever comes of it."""
    output.mkdir(parents=True, exist_ok=True)
    records: list[Record] = []
    failure = ""
    try:
        with ExitStack() as running:
            agent = Agent(output, running)
            for scene in SCENES:
                records.append({"name": scene.name})
                agent.play(scene, records[-1])
    except AssistError as error:
        place = f"scene {records[-1]['name']}" if records else "the start"
        remedy = f" ({error.hint})" if error.hint else ""
        failure = f"The demonstration failed at {place}: {error}{remedy}"
    summary = {"ok": not failure, "failure": failure, "steps": records}
    (output / "summary.json").write_text(
        json.dumps(summary, ensure_ascii=False, indent=1) + "\n", "utf-8"
    )
    return _told(failure, records, output)


def _told(failure: str, records: list[Record], output: Path) -> int:
    if failure:
        sys.stderr.write(f"{failure}\n")
        return DemoError.exit_code
    for record in records:
        sys.stdout.write(f"{record['typed']} → {record['final_text']}\n")
    sys.stdout.write(f"Screenshots and summary.json are in {output}.\n")
    return 0


if __name__ == "__main__":
    sys.exit(perform(Path(sys.argv[1])))
