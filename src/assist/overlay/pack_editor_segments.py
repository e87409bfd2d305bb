"""One of a few values, as buttons side by side."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget


class Segments(QWidget):
    """One of a few, side by side.

    Signals:
        chosen: ``(key)``, by the lead.
    """

    chosen = Signal(str)

    def __init__(self, name: str, keys: Sequence[str]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        for key in keys:
            button = QPushButton(self)
            button.setObjectName(f"{name}_{key}")
            button.setProperty("role", "chip")
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            self._group.addButton(button)
            self._buttons[key] = button
            line.addWidget(button)
        line.addStretch(1)

    def say(self, key: str, word: str, name: str) -> None:
        """Word one of them; ``name`` says what is chosen."""
        self._buttons[key].setText(word)
        self._buttons[key].setAccessibleName(f"{name} {word}")

    def button(self, key: str) -> QPushButton:
        """Return the button of one of them."""
        return self._buttons[key]

    @property
    def value(self) -> str:
        """Which one holds; empty if none does yet."""
        buttons = self._buttons.items()
        return next((key for key, button in buttons if button.isChecked()), "")

    def show_value(self, key: str) -> None:
        """Show which one holds."""
        self._buttons[key].setChecked(True)
