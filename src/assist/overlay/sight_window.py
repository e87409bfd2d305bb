"""What Assist can see at this moment, live; and who it is."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout

from assist.overlay.form_window import FormWindow, label, rule
from assist.overlay.theme import Look
from assist.overlay.words import app_name, state_words
from assist.ports import Status

_SECOND_MS = 1000
_WIDE, _HIGH = 520, 460


@dataclass(frozen=True, slots=True)
class Sight:
    """What is known of the field with the focus.

    Attributes:
        status: Whether it can be read.
        toolkit: What the program's windows are made with; empty when unknown.
        draft: The one draft that is read; kept out of the repr.
        folder: Where the user's records are.
        version: Of the program.
        pack: Version of the phrase list.
    """

    status: Status
    toolkit: str = ""
    draft: str | None = field(default=None, repr=False)
    folder: str = ""
    version: str = ""
    pack: str = ""


class SightWindow(FormWindow):
    """Shows the truth once a second while it is open.

    Signals:
        folder_requested: Open the folder with the records.
    """

    folder_requested = Signal()

    def __init__(self, look: Look, seen: Callable[[], Sight]) -> None:
        """Make the window.

        Args:
            look: Theme, language, text size.
            seen: Tells what is seen at the moment.
        """
        super().__init__(look, "sight")
        self._seen = seen
        self._state = label(role="section")
        self._where = label(role="hint")
        self._draft = QPlainTextEdit(self)
        self._draft.setReadOnly(True)
        self._draft.setObjectName("seen_draft")
        self._draft_name = label()
        self._rest = label(role="hint")
        self._kept = label(role="hint")
        self._about = label(role="hint")
        self._open = QPushButton(self)
        self._open.setObjectName("open_folder")
        self._open.clicked.connect(self.folder_requested)
        self._second = QTimer(self, interval=_SECOND_MS)
        self._second.timeout.connect(self.look_again)
        self._build()
        self.refresh()
        self.resize(look.px(_WIDE), look.px(_HIGH))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(self.look.px(8))
        for part in (self._state, self._where, rule(self), self._draft_name):
            column.addWidget(part)
        column.addWidget(self._draft, 1)
        for part in (self._rest, rule(self), self._kept):
            column.addWidget(part)
        last = QHBoxLayout()
        last.addWidget(self._about, 1)
        last.addWidget(self._open)
        column.addLayout(last)

    def refresh(self) -> None:
        """Word everything anew."""
        self.setWindowTitle(self.tr("Assist 能看到什么？"))
        self._draft_name.setText(self.tr("内存里的这一条草稿"))
        self._draft.setAccessibleName(self.tr("内存里的这一条草稿"))
        rest = self.tr(
            "此外只有最近几个输入框里没发完的草稿，和撰写框的最近三条，退出就没了。"
            "密码框和没勾选的软件从不读取。"
        )
        self._rest.setText(rest)
        self._open.setText(self.tr("打开记录文件夹"))
        self.look_again()

    def look_again(self) -> None:
        """Show what is seen now."""
        seen = self._seen()
        status = seen.status
        app = app_name(status.app) if status.app else ""
        words = state_words(status).label
        self._state.setText(" · ".join(filter(None, [words, app])))
        nobody = self.tr("没有读取任何输入框")
        field = self.tr("有焦点的输入框，%1 窗口").replace("%1", seen.toolkit or "?")
        self._where.setText(nobody if seen.draft is None else field)
        draft = self.tr("（没有）") if seen.draft is None else seen.draft
        if self._draft.toPlainText() != draft:
            self._draft.setPlainText(draft)
        kept = self.tr("存在电脑上的只有次数；文字只有您附给组长的半句：%1")
        self._kept.setText(kept.replace("%1", seen.folder))
        about = self.tr("Assist %1，词包 %2")
        about = about.replace("%1", seen.version).replace("%2", seen.pack or "—")
        self._about.setText(about)

    def showEvent(self, event: QShowEvent) -> None:
        """Look every second from now on."""
        super().showEvent(event)
        self._second.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Look no more, and keep nothing of the draft."""
        super().hideEvent(event)
        self._second.stop()
        self._draft.clear()
