"""The boxes of the review window: tiles, charts with their titles, rules."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from assist.model.rule import Severity
from assist.overlay.form_window import label
from assist.overlay.icons import SEVERITY_ICONS, pixmap
from assist.overlay.theme import Look
from assist.review.summary import Summary
from assist.review.tiles import Tile
from assist.review.wording import Words


class Panel(QFrame):
    """A white box with a title; more may stand to the right of it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "panel")
        self._title = label(self, role="section", wraps=False)
        self.head = QHBoxLayout()
        self.head.addWidget(self._title)
        self.head.addStretch(1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 16, 12)
        self.column.setSpacing(8)
        self.column.addLayout(self.head)

    def say(self, title: str) -> None:
        """Set the title."""
        self._title.setText(title)


class TileBox(QFrame):
    """One figure with its label and a quiet line below."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"tile_{name}")
        self.setProperty("role", "panel")
        self._label = label(self, role="note", wraps=False)
        self._figure = label(self, role="figure", wraps=False)
        self._unit = label(self, role="unit", wraps=False)
        self._note = label(self, role="note")
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self._figure)
        line.addWidget(self._unit)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(2)
        column.addWidget(self._label)
        column.addLayout(line)
        column.addWidget(self._note)
        column.addStretch(1)

    def show_tile(self, tile: Tile) -> None:
        """Show one figure."""
        self._label.setText(tile.label)
        self._figure.setText(tile.figure)
        self._unit.setText(tile.unit)
        self._note.setText(tile.note)
        parts = (tile.label, f"{tile.figure} {tile.unit}".strip(), tile.note)
        self.setAccessibleName("; ".join(parts))

    @property
    def text(self) -> str:
        """The figure with its unit, as it stands there."""
        return f"{self._figure.text()} {self._unit.text()}".strip()


class Legend(QWidget):
    """The severities as icon and word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._pairs = []
        for severity in Severity:
            icon, word = label(self, wraps=False), label(self, wraps=False)
            row.addWidget(icon)
            row.addWidget(word)
            row.addSpacing(8)
            self._pairs.append((severity, icon, word))

    def show_words(self, words: Words, look: Look) -> None:
        """Word and paint everything anew."""
        ratio = self.devicePixelRatioF()
        for severity, icon, word in self._pairs:
            ink = look.severity(severity)
            icon.setPixmap(pixmap(SEVERITY_ICONS[severity], ink, look.px(14), ratio))
            word.setText(words.severity(severity.value))
            word.setProperty("role", "note")


class OwnPanel(Panel):
    """What the agent may do with the shown shifts: hand their sums over, delete them.

    Signals:
        hand_over_requested: Ask where to, and write the sums there.
        delete_requested: Ask whether that is meant, and delete.
    """

    hand_over_requested = Signal()
    delete_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("review_own", parent)
        self._says, self._handed = label(self), label(self, role="hint")
        self._hand_over, self._delete = QPushButton(self), QPushButton(self)
        self._hand_over.setObjectName("review_hand_over")
        self._delete.setObjectName("review_delete")
        self._hand_over.clicked.connect(self.hand_over_requested)
        self._delete.clicked.connect(self.delete_requested)
        self.column.addWidget(self._says)
        self.column.addWidget(self._handed)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._hand_over)
        row.addWidget(self._delete)
        row.addStretch(1)
        self.column.addLayout(row)

    def show_words(self, words: Words, summary: Summary) -> None:
        """Word everything anew; without shifts there is nothing to do."""
        self.say(words("own"))
        self._says.setText(words("hand_over_says"))
        days = words.handed_over(summary)
        self._handed.setText(words("hand_over_on", days=days))
        self._handed.setVisible(bool(days))
        self._hand_over.setText(words("hand_over_do"))
        self._delete.setText(words("delete_do"))
        self.setVisible(bool(summary.totals.shifts))
