"""The compose pad: write here what another program does not let us read."""

import re

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QTextCursor

from assist.model.edit import Edit
from assist.model.finding import Finding
from assist.overlay.card_values import CardChoice, Keys
from assist.overlay.pad_face import PadFace
from assist.overlay.pad_history import PadHistory
from assist.overlay.pad_keys import EARLIER, SEND, STAY, bind_keys
from assist.overlay.sheet import sheet
from assist.overlay.theme import Look
from assist.overlay.words import app_name

_SLOT = re.compile(r"[{｛][^{}｛｝\n]*[}｝]")  # a blank to fill first


class ComposePad(PadFace):
    """A text box of our own with live checking; it inserts, the agent sends.

    It takes the focus, since it is written in; who opened it gives the focus back.
    What was written is gone once it closes, but for the last three texts that went
    into a client: those are kept in memory.

    Signals:
        text_changed: ``(text, caret)`` without what an input method has not
            committed; caret in code points.
        insert_requested: ``(text)``, and the focus goes to the client; the pad stays
            open until it is told to close.
        stay_requested: ``(text)``, to be inserted; the focus comes back here.
        send_requested: ``(text)``, to be inserted and sent.
        replacement_chosen: ``(finding id, index)``.
        closed: The pad was closed and its text dropped.
        left: The agent goes back to the client; the pad and its text stay.
        entered: The pad got the focus.
    """

    text_changed = Signal(str, int)
    insert_requested = Signal(str)
    replacement_chosen = Signal(int, int)
    stay_requested = Signal(str)
    send_requested = Signal(str)
    closed = Signal()
    left = Signal()
    entered = Signal()

    def __init__(self, look: Look, *, keys: Keys | None = None) -> None:
        super().__init__(look)
        self._keys = keys or Keys()
        self._app = ""
        self._stays = False
        self._may_send = False
        self._history = PadHistory()
        self._bind()
        self.refresh()

    def _bind(self) -> None:
        self._editor.changed.connect(self._changed)
        self._title.close_wanted.connect(self.dismiss)
        self._panel.chosen.connect(self.choose)
        tools = self._tools
        tools.earlier.clicked.connect(self.show_earlier)
        tools.clear.clicked.connect(self.empty)
        tools.stay.clicked.connect(lambda: self._ask(self.stay_requested))
        tools.send.clicked.connect(self._send)
        self._insert.clicked.connect(self.insert)
        deeds = {
            "Ctrl+Enter": self.insert,
            STAY: lambda: self._ask(self.stay_requested),
            SEND: self._send,
            EARLIER: self.show_earlier,
            "Esc": self.leave,
        }
        bind_keys(self, deeds, self.choose)

    # Opening and closing.

    def open_for(
        self, app: str, *, may_send: bool = False, text: str | None = None
    ) -> None:
        """Open for a client, ready to be written in.

        Args:
            app: The client's program name; empty when unknown.
            may_send: The agent chose that the pad may send there.
            text: To begin with, in place of what is there; None leaves that.
        """
        self.name_client(app, may_send=may_send)
        if text is not None:
            self._editor.setPlainText(text)
        self.show()
        self.raise_()
        self.activateWindow()
        self._editor.setFocus()

    def name_client(self, app: str, *, may_send: bool = False) -> None:
        """Say which client the text is for."""
        self._app, self._may_send = app, may_send
        self.refresh()

    def show_quietly(self) -> None:
        """Come up without taking the focus, for who wants the pad always there."""
        quiet = Qt.WidgetAttribute.WA_ShowWithoutActivating
        self.setAttribute(quiet, True)  # noqa: FBT003  Qt's own
        self.show()
        self.setAttribute(quiet, False)  # noqa: FBT003  Qt's own

    def let_stay(self, *, wanted: bool) -> None:
        """Stay after use, or close."""
        self._stays = wanted

    @property
    def stays(self) -> bool:
        """Whether it is always there."""
        return self._stays

    def remember(self, text: str) -> None:
        """Keep a text that went into the client among the last three."""
        self._history.remember(text)
        self._allow()

    @Slot()
    def show_earlier(self) -> None:
        """Put an earlier text into the box; each press goes one further back."""
        text = self._history.older()
        if text is not None:
            self._editor.setPlainText(text)
            self._editor.moveCursor(QTextCursor.MoveOperation.End)

    @Slot()
    def leave(self) -> None:
        """Close; a pad that is always there only gives the focus back."""
        if self._stays:
            self.left.emit()
        else:
            self.dismiss()

    @Slot()
    def dismiss(self) -> None:
        """Close, and drop what was written."""
        self.hide()
        self._editor.forget()
        self._finding = None
        self.closed.emit()

    @property
    def text(self) -> str:
        """What is written, without what an input method has not committed."""
        return self._editor.text

    # What is shown.

    def show_findings(
        self,
        findings: tuple[Finding, ...],
        previews: tuple[tuple[CardChoice, ...], ...],
    ) -> None:
        """Draw the findings' lines; show the first with its replacements.

        Args:
            findings: In the text last reported, the most pressing first.
            previews: For each finding its replacements, at most three.
        """
        self._editor.show_findings(findings)
        before = self._finding
        self._finding = findings[0] if findings else None
        choices = previews[0] if previews else ()
        # Replacements are worked out after the findings: do not flicker meanwhile.
        if choices or not _same(before, self._finding):
            self._choices = choices
        self._lay_out()
        self._allow()

    def apply(self, edit: Edit) -> bool:
        """Make an edit in the text; False if the text is another one by now."""
        return self._editor.apply(edit)

    def refresh(self) -> None:
        """Word and lay out everything anew."""
        name = app_name(self._app) if self._app else ""
        self.setStyleSheet(sheet(self.look))
        title = self.tr("撰写框")
        self._title.say(f"{title} · {name}" if name else title)
        self.setWindowTitle(title)
        self._editor.setAccessibleName(title)
        self._editor.setAccessibleDescription(self.tr("只放进输入框，由您来发送"))
        sends = self.tr("发送前会核对窗口和对话")
        only = self.tr("只放进输入框，由您来发送")
        self._promise.say(sends if self._may_send else only)
        self._tools.word(may_send=self._may_send)
        into = self.tr("插入到%1").replace("%1", name)
        self._insert.say(
            into if name else self.tr("放进输入框"), chord=self._keys.insert
        )
        self._lay_out()
        self._allow()

    # What the agent does.

    def _changed(self, text: str, caret: int) -> None:
        self._allow()
        self.text_changed.emit(text, caret)

    def _allow(self) -> None:
        """Switch on what can be done with the text as it is."""
        ready = bool(self.text.strip()) and not _SLOT.search(self.text)
        self._insert.setEnabled(ready)
        self._tools.let(earlier=len(self._history) > 0, text=ready)
        self._tools.clear.setEnabled(bool(self.text))

    @Slot()
    def empty(self) -> None:
        """Drop the text, ready for the next."""
        self._editor.forget()
        self._editor.setFocus()

    @Slot()
    def insert(self) -> None:
        """Ask for the text to be put into the client."""
        self._ask(self.insert_requested)

    def _ask(self, wish: SignalInstance) -> None:
        if self._insert.isEnabled():
            wish.emit(self.text)

    @Slot()
    def _send(self) -> None:
        if self._may_send:
            self._ask(self.send_requested)

    def changeEvent(self, event: QEvent) -> None:
        """Tell when the pad gets the focus."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.entered.emit()

    @Slot(int)
    def choose(self, index: int) -> None:
        """Choose a replacement of the finding shown, counted from 0."""
        if self._finding is None or not 0 <= index < len(self._choices):
            return
        if self._choices[index].filled:
            self.replacement_chosen.emit(self._finding.finding_id, index)


def _same(one: Finding | None, other: Finding | None) -> bool:
    return bool(one and other and one.finding_id == other.finding_id)
