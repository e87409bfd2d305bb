"""fcitx5 with pinyin on the private desktop, and where its candidates are."""

import subprocess
from pathlib import Path

from desktop_session import wait_for
from Xlib import X, display
from Xlib.error import XError

from assist.model.draft import Rect

PROFILE = """[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin

[Groups/0/Items/0]
Name=keyboard-us
Layout=

[Groups/0/Items/1]
Name=pinyin
Layout=

[GroupOrder]
0=Default
"""
CONFIG = """[Behavior]
ActiveByDefault=True
ShareInputState=All
"""
# Or it loads a layout of its own, and what the tests bound to keys is gone.
XCB = """Allow Overriding System XKB Settings=False
AlwaysSetToGroupLayout=False
"""
# fcitx5 answers to both names; Qt as pip has it comes with the plug-in of ibus.
CLIENTS_ENVIRON = {
    "GTK_IM_MODULE": "fcitx",
    "QT_IM_MODULE": "ibus",
    "IBUS_USE_PORTAL": "1",
    "XMODIFIERS": "@im=fcitx",
}
WINDOW_CLASS = "fcitx"


class Fcitx:
    """An input method of the session; programs need CLIENTS_ENVIRON."""

    def __init__(self, session):
        self._session = session
        folder = Path(session.environ["XDG_CONFIG_HOME"]) / "fcitx5"
        (folder / "conf").mkdir(parents=True, exist_ok=True)
        (folder / "conf" / "xcb.conf").write_text(XCB)
        (folder / "profile").write_text(PROFILE)
        (folder / "config").write_text(CONFIG)
        self._process = subprocess.Popen(
            ["fcitx5", "--disable", "cloudpinyin,notifications,wayland"],
            env=session.environ,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._display = display.Display()
        wait_for(self._answers, 20)

    def close(self):
        self._display.close()
        self._process.terminate()
        self._process.wait(10)

    def is_on(self):
        """Tell whether letters are taken for pinyin in the field with the focus."""
        return self._ask() == "2"

    def wait_until_served(self):
        """Return once the field with the focus hands its keys to fcitx5."""
        wait_for(self._serves, 20)

    def _serves(self):
        self._session.type_keys("n")
        try:
            wait_for(self.candidates, 0.5)
        except AssertionError:
            self._session.press("BackSpace")
            return False
        self._session.press("Escape")
        self.wait_until_done()
        return True

    def candidates(self):
        """Return where the candidates are on the screen; None while there are none."""
        for window in self._display.screen().root.query_tree().children:
            try:
                named = window.get_wm_class() or ()
                shown = window.get_attributes().map_state == X.IsViewable
                if WINDOW_CLASS in named and shown:
                    found = window.get_geometry()
                    return Rect(found.x, found.y, found.width, found.height)
            except XError:
                continue
        return None

    def compose(self, letters):
        """Type pinyin and wait until candidates are offered."""
        self._session.type_keys(letters, pause_s=0.01)
        wait_for(self.candidates)

    def wait_until_done(self):
        wait_for(lambda: self.candidates() is None)

    def is_done_within(self, timeout_s):
        """Tell whether the candidates go away within a time."""
        try:
            return wait_for(lambda: self.candidates() is None, timeout_s)
        except AssertionError:
            return False

    def click_first(self):
        """Pick the first candidate with the mouse."""
        area = wait_for(self.candidates)
        self._session.keyboard.click(area.x + 25, area.bottom - 14)

    def _answers(self):
        return self._ask() != ""

    def _ask(self):
        done = subprocess.run(
            ["fcitx5-remote"],
            env=self._session.environ,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stdout.strip() if done.returncode == 0 else ""
