"""The compose pad's own keys; they count only while it has the focus."""

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

EARLIER, STAY, SEND = "Alt+Up", "Ctrl+Shift+Enter", "Ctrl+Alt+Enter"


def bind_keys(
    pad: QWidget, does: dict[str, Callable[[], None]], choose: Callable[[int], None]
) -> None:
    """Give ``pad`` its shortcuts.

    Args:
        pad: The window.
        does: Chord to deed; both Enter keys are meant by one.
        choose: Takes the replacement with this number, from 0.
    """
    for chord, deed in does.items():
        for key in {chord, chord.replace("Enter", "Return")}:
            QShortcut(QKeySequence(key), pad).activated.connect(deed)
    for number in range(3):
        shortcut = QShortcut(QKeySequence(f"Alt+{number + 1}"), pad)
        shortcut.activated.connect(lambda at=number: choose(at))
