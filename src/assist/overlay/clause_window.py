"""Looks over the clause that an agent attaches to *not a violation*."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout

from assist.overlay.form_window import FormWindow, label
from assist.overlay.theme import Look

_WIDE, _HIGH = 440, 260


class ClauseWindow(FormWindow):
    """Shows what the lead would read, to be changed; nothing is kept unasked.

    Signals:
        attached: ``(text)``, the agent agrees to hand this over.
        closed: The window is gone, with or without that.
    """

    attached = Signal(str)
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "clause")
        self._lead = label()
        self._text = QPlainTextEdit(self)
        self._text.setObjectName("clause_text")
        self._text.setTabChangesFocus(True)
        self._promise = label(role="hint")
        self._keep = QPushButton(self)
        self._keep.setObjectName("keep_clause")
        self._keep.setProperty("role", "link")
        self._attach = QPushButton(self)
        self._attach.setObjectName("attach_clause")
        self._attach.setProperty("role", "main")
        self._build()
        self._attach.clicked.connect(self.attach)
        self._keep.clicked.connect(self.close)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self.attach)
        self.refresh()
        self.resize(look.px(_WIDE), look.px(_HIGH))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(self.look.px(8))
        column.addWidget(self._lead)
        column.addWidget(self._text, 1)
        column.addWidget(self._promise)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._keep)
        row.addWidget(self._attach)
        column.addLayout(row)

    def refresh(self) -> None:
        """Word everything anew."""
        super().refresh()
        self.setWindowTitle(self.tr("附上这半句"))
        self._lead.setText(self.tr("组长会看到下面这些字，可以先改一改。"))
        self._text.setAccessibleName(self.tr("附给组长的字句"))
        self._promise.setText(
            self.tr("数字和姓名已经遮住。它和使用记录分开存放，交出去以后就删除。")
        )
        self._keep.setText(self.tr("不附"))
        self._attach.setText(self.tr("附上"))

    def open_for(self, text: str) -> None:
        """Show a clause, masked beforehand."""
        self._text.setPlainText(text)
        self.bring_up()
        self._text.setFocus()

    def attach(self) -> None:
        """Agree to what is shown, if it says anything."""
        text = self._text.toPlainText().strip()
        if text:
            self.attached.emit(text)
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Forget the words."""
        super().closeEvent(event)
        self._text.clear()
        self._text.document().clearUndoRedoStacks()
        self.closed.emit()
