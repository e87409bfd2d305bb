"""The compose pad: write here what another program does not let us read."""

from PySide6.QtCore import QRect, QSize, Signal, Slot
from PySide6.QtGui import QKeySequence, QPainter, QPainterPath, QPaintEvent, QShortcut

from assist.model.edit import Edit
from assist.model.finding import Finding
from assist.overlay.buttons import WordButton
from assist.overlay.card_values import CardChoice, Keys
from assist.overlay.floating import FloatingWindow
from assist.overlay.pad_editor import PadEditor
from assist.overlay.pad_parts import PadBox, PadFinding, PadTitle, PrimaryButton
from assist.overlay.sheet import sheet
from assist.overlay.text_block import TextBlock
from assist.overlay.theme import Look, colour
from assist.overlay.tokens import Style
from assist.overlay.words import app_name

_WIDE = 440
_PAD = 12
_BOX_HIGH = 104


class ComposePad(FloatingWindow):
    """A text box of our own with live checking; it inserts, it never sends.

    It takes the focus, since it is written in; who opened it gives the focus back.
    What was written is gone for good once it closes.

    Signals:
        text_changed: ``(text, caret)`` without what an input method has not
            committed; caret in code points.
        insert_requested: ``(text)``; the pad stays open until it is told to close.
        replacement_chosen: ``(finding id, index)``.
        closed: The pad was closed and its text dropped.
    """

    text_changed = Signal(str, int)
    insert_requested = Signal(str)
    replacement_chosen = Signal(int, int)
    closed = Signal()

    ground = "canvas"

    def __init__(self, look: Look, *, keys: Keys | None = None) -> None:
        super().__init__(look, takes_focus=True)
        self._keys = keys or Keys()
        self._app = ""
        self._finding: Finding | None = None
        self._choices: tuple[CardChoice, ...] = ()
        self.setObjectName("pad")
        self._build()
        self._bind()
        self.refresh()

    def _build(self) -> None:
        look = self.look
        self._title = PadTitle(look, self)
        self._editor = PadEditor(look)
        self._box = PadBox(look, self._editor, self)
        self._panel = PadFinding(look, self)
        self._promise = TextBlock(look, Style.CAPTION, self, ink="text_2", max_lines=2)
        self._clear = WordButton(look, "clear", self)
        self._clear.take_keys()
        self._insert = PrimaryButton(look, "insert", self)
        self._insert.take_keys()

    def _bind(self) -> None:
        self._editor.changed.connect(self._changed)
        self._title.close_wanted.connect(self.dismiss)
        self._panel.chosen.connect(self.choose)
        self._clear.clicked.connect(self._empty)
        self._insert.clicked.connect(self.insert)
        for chord in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(chord), self, self.insert)
        QShortcut(QKeySequence("Esc"), self, self.dismiss)
        for number in (1, 2, 3):
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), self)
            shortcut.activated.connect(lambda at=number - 1: self.choose(at))

    # Opening and closing.

    def open_for(self, app: str) -> None:
        """Open for a client, ready to be written in.

        Args:
            app: The client's program name; empty when unknown.
        """
        self._app = app
        self.refresh()
        self.show()
        self.raise_()
        self.activateWindow()
        self._editor.setFocus()

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
        self._promise.say(self.tr("只放进输入框，由您来发送"))
        self._clear.say(self.tr("清空"))
        into = self.tr("插入到%1").replace("%1", name)
        self._insert.say(
            into if name else self.tr("放进输入框"), chord=self._keys.insert
        )
        self._lay_out()

    def _lay_out(self) -> None:
        px = self.look.px
        around, pad = self.margin, px(_PAD)
        wide = min(px(_WIDE), round(self.screen().availableGeometry().width() * 0.9))
        title = self._title.sizeHint().height()
        self._title.setGeometry(around, around, wide, title)
        inner = wide - 2 * pad
        y = title + pad
        self._box.setGeometry(around + pad, around + y, inner, px(_BOX_HIGH))
        y += px(_BOX_HIGH)
        self._panel.setVisible(self._finding is not None)
        if self._finding is not None:
            self._panel.show_finding(self._finding, self._choices)
            tall = self._panel.place(inner)
            self._panel.setGeometry(around + pad, around + y + px(8), inner, tall)
            y += px(8) + tall
        y += pad
        self._lay_out_footer(QRect(around + pad, around + y, inner, px(32)))
        self._insert.setEnabled(bool(self.text.strip()))
        self.resize_frame(QSize(wide, y + px(32) + pad))
        self.update()

    def _lay_out_footer(self, row: QRect) -> None:
        insert, clear = self._insert.sizeHint(), self._clear.sizeHint()
        left = row.right() + 1 - insert.width()
        self._insert.setGeometry(left, row.y(), insert.width(), insert.height())
        left -= self.look.px(14) + clear.width()
        top = row.y() + (row.height() - clear.height()) // 2
        self._clear.setGeometry(left, top, clear.width(), clear.height())
        room = left - row.x() - self.look.px(8)
        high = self._promise.heightForWidth(room)
        top = row.y() + (row.height() - high) // 2
        self._promise.setGeometry(row.x(), top, room, high)

    # What the agent does.

    def _changed(self, text: str, caret: int) -> None:
        self._insert.setEnabled(bool(text.strip()))
        self.text_changed.emit(text, caret)

    def _empty(self) -> None:
        self._editor.forget()
        self._editor.setFocus()

    @Slot()
    def insert(self) -> None:
        """Ask for the text to be put into the client."""
        if self.text.strip():
            self.insert_requested.emit(self.text)

    @Slot(int)
    def choose(self, index: int) -> None:
        """Choose a replacement of the finding shown, counted from 0."""
        if self._finding is None or not 0 <= index < len(self._choices):
            return
        if self._choices[index].filled:
            self.replacement_chosen.emit(self._finding.finding_id, index)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and the title bar on it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, frame = self.look.palette, self.frame
        line = max(self.look.frame, 1)
        radius = self.corner
        inside = frame.adjusted(line, line, -line, -line)
        shape = QPainterPath()
        shape.addRoundedRect(inside, radius - line, radius - line)
        bar = QRect(inside.x(), inside.y(), inside.width(), self._title.height())
        painter.setClipPath(shape)
        painter.fillRect(bar, colour(palette.sunken))
        painter.fillRect(
            bar.x(), bar.bottom(), bar.width(), line, colour(palette.line_soft)
        )


def _same(one: Finding | None, other: Finding | None) -> bool:
    return bool(one and other and one.finding_id == other.finding_id)
