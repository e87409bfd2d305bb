"""A window that only tells: what a thing is called, and what is so."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout

from assist.overlay.form_window import FormWindow, label, rule
from assist.overlay.theme import Look

_WIDE = 460

Facts = tuple[tuple[str, str], ...]
"""``(name, value)`` of each line."""


class FactsWindow(FormWindow):
    """Asks for the facts whenever it is brought up or worded anew.

    Signals:
        action_wanted: The one button.
    """

    action_wanted = Signal()

    def __init__(
        self,
        look: Look,
        name: str,
        *,
        title: Callable[[], str],
        facts: Callable[[], Facts],
        action: Callable[[], str] = str,
    ) -> None:
        """Make the window.

        Args:
            look: Theme, language, text size.
            name: Object name.
            title: Its title in the language in force.
            facts: What it tells.
            action: Words of its button; empty for none.
        """
        super().__init__(look, name)
        self._title, self._facts, self._words = title, facts, action
        self._heading = label(role="heading")
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._action = QPushButton(self)
        self._action.setObjectName(f"{name}_action")
        self._action.clicked.connect(self.action_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(look.px(10))
        column.addWidget(self._heading)
        column.addWidget(rule(self))
        column.addLayout(self._grid)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._action)
        column.addLayout(row)
        self.refresh()
        self.resize(look.px(_WIDE), self.sizeHint().height())

    def refresh(self) -> None:
        """Ask for the facts, and word everything anew."""
        super().refresh()
        self.setWindowTitle(self._title())
        self._heading.setText(self._title())
        words = self._words()
        self._action.setText(words)
        self._action.setVisible(bool(words))
        while self._grid.count():
            widget = self._grid.takeAt(0).widget()
            widget.hide()
            widget.deleteLater()
        for row, (name, value) in enumerate(self._facts()):
            left, right = label(role="hint", wraps=False), label()
            left.setText(name)
            right.setText(value)
            right.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            right.setAccessibleName(name)
            right.setAccessibleDescription(value)
            top = Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(left, row, 0, top)
            self._grid.addWidget(right, row, 1, top)
