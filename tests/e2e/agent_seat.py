"""An agent's seat: the real overlay beside a foreign editor, seen from outside."""

import json
import os
import shutil
import subprocess
import sys
import time

from desktop_session import wait_for

from assist.app.demo_overlay import OverlayProcess
from assist.backends.linux.x11_screen import X11Screen
from assist.storage.folders import HOME_VARIABLE

WATCHED = ("mousepad", "qt-editor", "gtk_form.py", "qt-form")
PAUSE_S = 0.02


class Seat:
    """Types, looks, clicks; the overlay is a process of its own.

    Args:
        desktop: The DesktopSession.
        home: Becomes ASSIST_HOME.
        settings: Lines of the settings file.

    The second seat and each later one begins with the index of the first, as
    the second day of an agent does.
    """

    _first_cache = None

    def __init__(self, desktop, home, *, settings="", prefix=(), environ=None):
        self.desktop = desktop
        self.screen = X11Screen()
        self.overlay = OverlayProcess(home, self.screen, prefix=prefix, environ=environ)
        self.overlay.configure(f"watch = {json.dumps(WATCHED)}\n{settings}\n")
        if Seat._first_cache and Seat._first_cache.is_dir():
            shutil.copytree(Seat._first_cache, home / "cache", dirs_exist_ok=True)

    def __enter__(self):
        try:
            self.overlay.__enter__()
        except BaseException:
            self.screen.close()
            raise
        Seat._first_cache = Seat._first_cache or self.overlay.home / "cache"
        return self

    def __exit__(self, *error):
        self.overlay.__exit__(*error)
        self.screen.close()

    def type(self, text):
        """Type with real keys, once the window manager has taken in new ones."""
        self.desktop.keyboard.prepare(text)
        assert self.screen.wait_for_window_manager(timeout_s=10)
        self.desktop.type_keys(text, pause_s=PAUSE_S)

    def press(self, chord):
        self.desktop.press(chord, hold_s=0.02)

    @property
    def strip(self):
        """What the strip says."""
        widgets = self.overlay.widgets()
        return widgets["strip"].name if "strip" in widgets else ""

    @property
    def toast(self):
        """What the toast says; empty while there is none."""
        widgets = self.overlay.widgets()
        return widgets["toast"].name if "toast" in widgets else ""

    @property
    def card(self):
        """Where the X server has the card; None while it is closed."""
        return self.overlay.window("card")

    def wait_for_strip(self, words):
        deadline = time.monotonic() + 10
        while words not in (said := self.strip):
            assert time.monotonic() < deadline, f"the strip says {said!r}"

    def watch_strip(self, seconds=1.0):
        """Return all that the strip says in the next moment."""
        deadline = time.monotonic() + seconds
        said = {self.strip}
        while time.monotonic() < deadline:
            said.add(self.strip)
        return said

    def wait_for_card(self):
        """Return the first replacement, once the card is there."""
        wait_for(lambda: self.overlay.spot("card.replacement_0"), 10)
        return self.overlay.widgets()["card.replacement_0"].name

    def wait_for_toast(self):
        """Wait for the offer to undo, whose chord is held as long."""
        wait_for(lambda: self.overlay.spot("toast.undo"), 10)

    def area(self, name):
        return wait_for(lambda: self.overlay.area(name), 10)

    def click(self, name):
        """Click the middle of a widget with the real mouse."""
        spot = wait_for(lambda: self.overlay.spot(name), 10)
        self.desktop.keyboard.click(*spot)

    def totals(self):
        """What the usage log of this home adds up to."""
        done = self.command("review", "--shift", "last", "--format", "json")
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)["totals"]

    def wait_for_totals(self, **wanted):
        def reached():
            totals = self.totals()
            return all(totals[name] == count for name, count in wanted.items())

        wait_for(reached, 10)

    def command(self, *arguments):
        """Run another command of ours with the same home."""
        return run_assist(*arguments, home=self.overlay.home)


def run_assist(*arguments, home, environ=None):
    return subprocess.run(
        [sys.executable, "-m", "assist.cli.main", *arguments],
        env=(os.environ if environ is None else environ) | {HOME_VARIABLE: str(home)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
