"""Photograph the underline over a foreign editor's window, for the guides.

Usage: python tools/screenshot_underline.py [FOLDER]      (on a private desktop)
"""

import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from bench_desktop import EDITORS, Bench
from PySide6.QtGui import QImage
from Xlib import X
from Xlib.display import Display

from assist.backends.linux.x11_keyboard import X11Keyboard

TYPED = "亲，您好，这个我也没办法，有本事你告去"
ROOM = 24


def photograph(area: tuple[int, int, int, int]) -> QImage:
    """Return a part of the screen as the X server has it."""
    display = Display()
    x, y, wide, high = area
    data = display.screen().root.get_image(x, y, wide, high, X.ZPixmap, 0xFFFFFFFF).data
    display.close()
    return QImage(data, wide, high, QImage.Format.Format_RGB32).copy()


def main(folder: Path) -> None:
    """Type, wait for the lines and the card, and photograph both."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, ExitStack() as running:
        bench = Bench(next(iter(EDITORS)), Path(scratch), running)
        with bench.overlay():
            keyboard = X11Keyboard()
            running.callback(keyboard.close)
            keyboard.prepare(TYPED)
            bench.screen.wait_for_window_manager(timeout_s=10)
            keyboard.type_text(TYPED, pause_s=0.02)
            time.sleep(3.0)  # the card waits for a rest
            photograph((0, 0, 1280, 800)).save(str(folder / "underline-in-client.png"))


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "build/screens"))
