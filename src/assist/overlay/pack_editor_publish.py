"""Where a pack is published to, with which keys, and for how many agents."""

from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from assist.overlay.form_window import FormWindow, label
from assist.overlay.pack_editor_sheet import pack_editor_sheet
from assist.overlay.theme import Look

_WIDE = 520
_MOST_VERSION = 1_000_000
_LONGEST_REASON = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the lead wants published; the password is kept out of the repr.

    Attributes:
        rollout: Per cent of the agents.
        reason: Why although the checks say no; empty for most.
    """

    repo: str
    keys: str
    password: str = field(repr=False)
    version: int
    rollout: int = 100
    reason: str = ""


class PublishWindow(FormWindow):
    """Asks for what is needed, and nothing that is known.

    Signals:
        wanted: ``(Wish)``, sign and publish.
        keys_wanted: ``(folder, password)``, make new keys there.
    """

    wanted = Signal(object)
    keys_wanted = Signal(str, str)

    def __init__(self, look: Look, *, repo: str = "", keys: str = "") -> None:
        super().__init__(look, "publish")
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self._needs_reason = False
        self._heading = label(self, role="section")
        self._notice = label(self, role="hint")
        self._notice.setObjectName("publish_notice")
        self._labels: dict[str, QLabel] = {}
        self._keys = self._box("publish_keys", keys)
        self._repo = self._box("publish_repo", repo)
        self._password = self._box("publish_password", "")
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._version = self._number("publish_version", 1, _MOST_VERSION)
        self._rollout = self._number("publish_rollout", 1, 100)
        self._rollout.setValue(100)
        self._reason = self._box("publish_reason", "")
        self._reason.setMaxLength(_LONGEST_REASON)
        self._browse = {
            "keys": self._chooser("publish_browse_keys", self._keys),
            "repo": self._chooser("publish_browse_repo", self._repo),
        }
        self._new_keys = self._button("publish_new_keys", self._make_keys)
        self._new_keys.setProperty("role", "link")
        self._cancel = self._button("publish_cancel", self.close)
        self._go = self._button("publish_go", self._want)
        self._go.setProperty("role", "main")
        self._lay_out()
        self.setStyleSheet(pack_editor_sheet(look))
        self.refresh()
        self.resize(look.px(_WIDE), self.sizeHint().height())

    def ask_for(self, version: int, *, needs_reason: bool) -> None:
        """Ask for one publication; with a reason where the checks say no."""
        self._version.setValue(version)
        self._needs_reason = needs_reason
        self._reason.clear()
        self._form.setRowVisible(self._reason, needs_reason)
        self.say("")
        self.set_busy(busy=False)
        self._check()
        self.bring_up()
        (self._password if self._keys.text() else self._keys).setFocus()

    def say(self, text: str) -> None:
        """Say what became of it."""
        self._notice.setText(text)

    def set_busy(self, *, busy: bool) -> None:
        """Let nothing be pressed twice."""
        self._busy = busy
        self._check()

    def forget(self) -> None:
        """Drop the password."""
        self._password.clear()

    def refresh(self) -> None:
        """Word everything anew."""
        self.setWindowTitle(self.tr("签名并发布"))
        self._heading.setText(self.tr("签名并发布"))
        words = {
            "version": self.tr("版本"),
            "keys": self.tr("钥匙文件夹"),
            "password": self.tr("钥匙的密码"),
            "repo": self.tr("发布到"),
            "rollout": self.tr("先给多少同事"),
            "reason": self.tr("为什么仍要发布"),
        }
        for name, word in words.items():
            self._labels[name].setText(word)
            self._fields[name].setAccessibleName(word)
        for button in self._browse.values():
            button.setText(self.tr("选择…"))
        self._browse["keys"].setAccessibleName(self.tr("选择钥匙文件夹"))
        self._browse["repo"].setAccessibleName(self.tr("选择发布文件夹"))
        self._repo.setPlaceholderText(self.tr("共享文件夹，或网站的文件夹"))
        self._reason.setPlaceholderText(self.tr("会一起签名，同事的电脑上查得到"))
        self._rollout.setSuffix(" %")
        self._new_keys.setText(self.tr("还没有钥匙？做一套"))
        self._cancel.setText(self.tr("取消"))
        self._go.setText(self.tr("签名并发布"))

    def _want(self) -> None:
        self.set_busy(busy=True)
        self.wanted.emit(
            Wish(
                repo=self._repo.text().strip(),
                keys=self._keys.text().strip(),
                password=self._password.text(),
                version=self._version.value(),
                rollout=self._rollout.value(),
                reason=self._reason.text().strip(),
            )
        )

    def _make_keys(self) -> None:
        self.keys_wanted.emit(self._keys.text().strip(), self._password.text())

    def _check(self) -> None:
        filled = self._keys.text().strip() and self._repo.text().strip()
        reasoned = self._reason.text().strip() or not self._needs_reason
        self._go.setEnabled(bool(filled and reasoned) and not self._busy)
        keys = self._keys.text().strip() and self._password.text()
        self._new_keys.setEnabled(bool(keys) and not self._busy)

    def _box(self, name: str, text: str) -> QLineEdit:
        box = QLineEdit(text, self)
        box.setObjectName(name)
        box.textChanged.connect(self._check)
        return box

    def _number(self, name: str, low: int, high: int) -> QSpinBox:
        box = QSpinBox(self)
        box.setObjectName(name)
        box.setRange(low, high)
        box.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        return box

    def _button(self, name: str, does: object) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.clicked.connect(does)
        return button

    def _chooser(self, name: str, box: QLineEdit) -> QPushButton:
        def choose() -> None:
            found = QFileDialog.getExistingDirectory(self, "", box.text())
            if found:
                box.setText(found)

        return self._button(name, choose)

    def _lay_out(self) -> None:
        self._busy = False
        self._form = QFormLayout()
        self._form.setVerticalSpacing(10)
        self._form.setHorizontalSpacing(12)
        self._fields: dict[str, QWidget] = {
            "version": self._version,
            "keys": self._keys,
            "password": self._password,
            "repo": self._repo,
            "rollout": self._rollout,
            "reason": self._reason,
        }
        for name, part in self._fields.items():
            self._labels[name] = label(self, wraps=False)
            self._labels[name].setBuddy(part)
            row: QWidget = part
            if name in self._browse:
                row = QWidget(self)
                line = QHBoxLayout(row)
                line.setContentsMargins(0, 0, 0, 0)
                line.addWidget(part, 1)
                line.addWidget(self._browse[name])
            self._form.addRow(self._labels[name], row)
        deeds = QHBoxLayout()
        deeds.addWidget(self._new_keys)
        deeds.addStretch(1)
        deeds.addWidget(self._cancel)
        deeds.addWidget(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self._heading)
        column.addLayout(self._form)
        column.addWidget(self._notice)
        column.addLayout(deeds)
