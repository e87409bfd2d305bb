"""The top of the pack editor: which draft it is, what changed, what can be done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from assist.authoring.pack import Manifest
from assist.overlay.form_window import label
from assist.overlay.pack_editor_words import filled

_DEEDS = ("undo", "import", "export", "trial", "publish")


class EditorHead(QWidget):
    """Title and line on the left, buttons on the right, a notice below.

    Signals:
        wanted: ``(name)``: undo, import, export, trial, publish, override, renew.
    """

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = label(self, role="heading", wraps=False)
        self._line = label(self, role="hint")
        self._line.setObjectName("editor_line")
        self._reason = label(self, role="hint", wraps=False)
        self._reason.setObjectName("editor_reason")
        self._buttons = {name: self._button(name) for name in _DEEDS}
        self._buttons["publish"].setProperty("role", "main")
        self._override = self._button("override", role="link")
        self._override.hide()
        self._notice = label(self, role="hint")
        self._notice.setObjectName("editor_notice")
        self._notice.hide()
        self._renew = self._button("renew", role="link")
        self._renew.hide()
        self._lay_out()
        self.refresh()

    def show_manifest(self, manifest: Manifest) -> None:
        """Say which draft it is."""
        name = manifest.team or manifest.pack_id
        self._title.setText(filled(self.tr("%1 %2 草稿"), name, manifest.label))

    def say(self, line: str) -> None:
        """Say in the line below the title what changed."""
        self._line.setText(line)

    def notify(self, text: str, *, renew: bool = False) -> None:
        """Say what became of a request, or that something has to be renewed."""
        self._notice.setText(text)
        self._notice.setVisible(bool(text))
        self._renew.setVisible(renew)

    def show_gate(self, reason: str, *, publishable: bool, overridable: bool) -> None:
        """Let the pack be published, or say beside the button why not."""
        self._reason.setText(reason)
        self._buttons["publish"].setEnabled(publishable)
        self._buttons["publish"].setAccessibleDescription(reason)
        self._override.setVisible(overridable)

    def show_undo(self, *, possible: bool) -> None:
        """Let the last change be taken back."""
        self._buttons["undo"].setEnabled(possible)

    def refresh(self) -> None:
        """Word everything anew."""
        words = {
            "undo": self.tr("撤销"),
            "import": self.tr("导入…"),
            "export": self.tr("导出…"),
            "trial": self.tr("试运行"),
            "publish": self.tr("签名并发布…"),
        }
        for name, word in words.items():
            self._buttons[name].setText(word)
        self._override.setText(self.tr("写明理由，仍要发布…"))
        self._renew.setText(self.tr("续期"))

    def _button(self, name: str, *, role: str = "") -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(f"editor_{name}")
        button.setProperty("role", role)
        button.clicked.connect(lambda: self.wanted.emit(name))
        return button

    def _lay_out(self) -> None:
        deeds = QHBoxLayout()
        deeds.setSpacing(8)
        for button in self._buttons.values():
            deeds.addWidget(button)
        why = QHBoxLayout()
        why.addStretch(1)
        why.addWidget(self._reason)
        why.addWidget(self._override)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(self._title)
        said.addWidget(self._line)
        right = QVBoxLayout()
        right.setSpacing(2)
        right.addLayout(deeds)
        right.addLayout(why)
        head = QHBoxLayout()
        head.addLayout(said, 1)
        head.addLayout(right)
        notice = QHBoxLayout()
        notice.addWidget(self._notice, 1)
        notice.addWidget(self._renew)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(notice)
