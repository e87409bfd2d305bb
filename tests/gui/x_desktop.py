"""The test display, asked and driven by a client of our own.

Everything here goes through the X server and its window manager, as another
program would see it; nothing asks Qt.
"""

import subprocess
import sys
from pathlib import Path

from Xlib import XK, X, display
from Xlib.ext import xtest

_CLIENT = Path(__file__).with_name("foreign_client.py")


class XDesktop:
    def __init__(self):
        self._display = display.Display()
        self._root = self._display.screen().root

    def close(self):
        self._display.close()

    @property
    def manager(self):
        """Name of the window manager; empty when none runs."""
        check = self._property(self._root, "_NET_SUPPORTING_WM_CHECK")
        if not check:
            return ""
        window = self._display.create_resource_object("window", check[0])
        name = window.get_full_property(
            self._display.intern_atom("_NET_WM_NAME"), X.AnyPropertyType
        )
        return name.value.decode() if name else ""

    @property
    def active(self):
        """The window that the window manager calls active."""
        value = self._property(self._root, "_NET_ACTIVE_WINDOW")
        return value[0] if value else 0

    @property
    def focus(self):
        """The window that keys go to."""
        focus = self._display.get_input_focus().focus
        return focus if isinstance(focus, int) else focus.id

    def states(self, window_id):
        window = self._display.create_resource_object("window", window_id)
        atoms = self._property(window, "_NET_WM_STATE") or ()
        return {self._display.get_atom_name(atom) for atom in atoms}

    def move_pointer(self, x, y):
        xtest.fake_input(self._display, X.MotionNotify, x=x, y=y)
        self._display.sync()

    def press(self, button=1):
        xtest.fake_input(self._display, X.ButtonPress, button)
        self._display.sync()

    def release(self, button=1):
        xtest.fake_input(self._display, X.ButtonRelease, button)
        self._display.sync()

    def click(self, x, y):
        self.move_pointer(x, y)
        self.press()
        self.release()

    def key(self, name):
        """Press and release a key."""
        code = self._display.keysym_to_keycode(XK.string_to_keysym(name))
        for event in (X.KeyPress, X.KeyRelease):
            xtest.fake_input(self._display, event, code)
        self._display.sync()

    def pixel(self, x, y):
        """Colour of one pixel of the screen, as 0xRRGGBB."""
        image = self._root.get_image(x, y, 1, 1, X.ZPixmap, 0xFFFFFFFF)
        return int.from_bytes(image.data[:3], "little")

    def _property(self, window, name):
        found = window.get_full_property(
            self._display.intern_atom(name), X.AnyPropertyType
        )
        return tuple(found.value) if found else ()


class ForeignClient:
    """A window of another process that wants the focus and counts losing it."""

    def __init__(self):
        self._process = subprocess.Popen(
            [sys.executable, str(_CLIENT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.window_id = int(self._process.stdout.readline())

    def losses(self):
        """How often the focus left the window since it first had it."""
        self._process.stdin.write("losses\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())

    def keys(self):
        """How many key presses arrived."""
        self._process.stdin.write("keys\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())

    def close(self):
        self._process.terminate()
        self._process.wait(5)
        self._process.stdin.close()
        self._process.stdout.close()
