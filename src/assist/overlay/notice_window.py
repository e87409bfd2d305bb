"""The privacy notice, again: what the organisation collects more than before."""

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from assist.overlay.form_window import FormWindow, label
from assist.overlay.theme import Look

_WIDE = 480
_LINES: Mapping[str, object] = {
    "days": QT_TRANSLATE_NOOP("words", "使用记录保留得更久，请看设置里的“隐私”"),
    "listener": QT_TRANSLATE_NOOP("words", "按键只分成五类来听，不记是哪个键"),
    "totals": QT_TRANSLATE_NOOP("words", "您可以交出每班的合计，不带姓名"),
    "events": QT_TRANSLATE_NOOP("words", "您可以交出逐条的时间和词条，不带文字"),
    "marks": QT_TRANSLATE_NOOP("words", "您可以把“不算违规”的半句附给组长"),
    "diagnosis": QT_TRANSLATE_NOOP("words", "您可以交出一份不带文字的诊断"),
    "heartbeat": QT_TRANSLATE_NOOP("words", "会告诉公司这台电脑用的词包版本"),
}


class NoticeWindow(FormWindow):
    """Says in plain words what is new; closing it is taken as having read it.

    Signals:
        read: The agent has seen it.
    """

    read = Signal()

    def __init__(self, look: Look, widened: tuple[str, ...]) -> None:
        """Make the window.

        Args:
            look: Theme, language, text size.
            widened: Names of what is collected now and was not, or was less.
        """
        super().__init__(look, "notice")
        self._widened = widened
        self._heading = label(role="heading")
        self._lead = label(role="hint")
        self._lines = tuple(label() for _ in widened)
        self._same = label(role="hint")
        self._seen = QPushButton(self)
        self._seen.setObjectName("notice_seen")
        self._seen.setProperty("role", "main")
        self._seen.clicked.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 20, 28, 20)
        column.setSpacing(look.px(8))
        for part in (self._heading, self._lead, *self._lines, self._same):
            column.addWidget(part)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._seen)
        column.addLayout(row)
        self.refresh()
        self.resize(look.px(_WIDE), self.sizeHint().height())

    def refresh(self) -> None:
        """Word everything anew."""
        super().refresh()
        self.setWindowTitle(self.tr("隐私说明有变化"))
        self._heading.setText(self.tr("隐私说明有变化"))
        self._lead.setText(self.tr("公司的设置改了，从现在起："))
        for name, line in zip(self._widened, self._lines, strict=True):
            said = QCoreApplication.translate("words", str(_LINES.get(name, name)))
            line.setText(f"• {said}")
        self._same.setText(self.tr("其余不变：密码框不读，聊天内容不保存，不上传。"))
        self._seen.setText(self.tr("知道了"))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Take note that it was seen."""
        super().closeEvent(event)
        self.read.emit()
