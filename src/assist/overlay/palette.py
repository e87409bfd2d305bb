"""The palette: find a compliant sentence and put it where the draft is."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem

from assist.model.standard import StandardPhrase
from assist.overlay import icons, key_caps
from assist.overlay.buttons import IconButton, baseline
from assist.overlay.floating import FloatingWindow
from assist.overlay.palette_rows import SCENARIO, PhraseRow
from assist.overlay.sheet import sheet
from assist.overlay.text_block import TextBlock
from assist.overlay.theme import Look, colour
from assist.overlay.tokens import Style

_WIDE = 496
_HEAD, _LIST, _FOOT = 48, 240, 40
_NOTHING = 64  # instead of the list
_PAD = 16
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)

Find = Callable[[str], tuple[StandardPhrase, ...]]


class PhrasePalette(FloatingWindow):
    """Typed into on purpose, so it takes the focus; who opened it gives it back.

    Signals:
        chosen: ``(StandardPhrase)``, to be put into the client.
        copied: ``(str)``, to be put on the clipboard only.
        closed: Gone without a choice.
    """

    chosen = Signal(object)
    copied = Signal(str)
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, takes_focus=True)
        self._find: Find = lambda _query: ()
        self._found: tuple[StandardPhrase, ...] = ()
        self._query = QLineEdit(self)
        self._query.setObjectName("palette_query")
        self._query.textChanged.connect(self._search)
        self._query.installEventFilter(self)
        self._rows = PhraseRow(look)
        self._list = QListWidget(self)
        self._list.setObjectName("palette_list")
        self._list.setItemDelegate(self._rows)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemClicked.connect(lambda _item: self.choose())
        self._nothing = TextBlock(look, Style.BODY, self, ink="text_2", max_lines=2)
        self._close = IconButton(look, "close", "close", self)
        self._close.clicked.connect(self.dismiss)
        self.setObjectName("palette")
        for chord in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(chord), self, self.copy)
        for chord in ("Return", "Enter"):
            QShortcut(QKeySequence(chord), self, self.choose)
        QShortcut(QKeySequence("Esc"), self, self.dismiss)
        self.refresh()

    def open_with(self, find: Find) -> None:
        """Open, ready to be typed into.

        Args:
            find: Returns the sentences for a query, the likeliest first.
        """
        self._find = find
        self._query.clear()
        self._search()
        self.refresh()
        self.show()
        self.raise_()
        self.activateWindow()
        self._query.setFocus()

    def refresh(self) -> None:
        """Word and lay out everything anew."""
        self.setStyleSheet(sheet(self.look))
        self._rows.look = self.look
        title = self.tr("规范用语")
        self.setWindowTitle(title)
        self._query.setFont(self.look.font(Style.TITLE))
        self._query.setPlaceholderText(self.tr("汉字、拼音、首字母或场景"))
        self._query.setAccessibleName(self.tr("搜索规范用语"))
        self._list.setAccessibleName(title)
        self._close.setAccessibleName(self.tr("关闭"))
        self._close.setToolTip(self.tr("关闭"))
        self._nothing.say(self.tr("没有找到。换个词，或输入拼音、首字母、场景"))
        self._lay_out()

    def _lay_out(self) -> None:
        px, around = self.look.px, self.margin
        available = self.screen().availableGeometry()
        wide = min(px(_WIDE), round(available.width() * 0.9))
        head, foot = px(_HEAD), px(_FOOT)
        tall = min(px(_LIST), round(available.height() * 0.7) - head - foot)
        tall = tall if self._found else px(_NOTHING)
        hit = self._close.sizeHint()
        left = around + px(_PAD) + px(16) + px(12)
        self._close.setGeometry(
            around + wide - px(10) - hit.width(),
            around + (head - hit.height()) // 2,
            hit.width(),
            hit.height(),
        )
        room = self._close.x() - left - px(8)
        self._query.setGeometry(left, around + px(8), room, head - px(16))
        self._list.setGeometry(
            around + px(8), around + head + px(4), wide - px(16), tall - px(8)
        )
        self._nothing.setGeometry(
            around + px(_PAD), around + head + px(12), wide - 2 * px(_PAD), px(40)
        )
        self.resize_frame(QSize(wide, head + tall + foot))
        self.update()

    def _search(self) -> None:
        self._found = self._find(self._query.text())
        self._list.clear()
        for phrase in self._found:
            item = QListWidgetItem(phrase.text)
            item.setData(SCENARIO, phrase.scenario)
            item.setToolTip(phrase.text)
            self._list.addItem(item)
        self._list.setCurrentRow(0 if self._found else -1)
        self._list.setVisible(bool(self._found))
        self._nothing.setVisible(not self._found)
        self._lay_out()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move in the list while the query is typed."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key in _MOVES:
                self._move(Qt.Key(key))
                return True
        return super().eventFilter(watched, event)

    def _move(self, key: Qt.Key) -> None:
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -4}.get(key, 4)
        last = self._list.count() - 1
        if last >= 0:
            self._list.setCurrentRow(min(max(self._list.currentRow() + by, 0), last))

    @property
    def current(self) -> StandardPhrase | None:
        """The sentence that Enter takes."""
        row = self._list.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    @Slot()
    def choose(self) -> None:
        """Take the current sentence, unless an input method is still at work."""
        phrase = self.current
        if phrase is not None:
            self._end()
            self.chosen.emit(phrase)

    @Slot()
    def copy(self) -> None:
        """Put the current sentence on the clipboard."""
        phrase = self.current
        if phrase is not None:
            self.copied.emit(phrase.text)
            self.dismiss()

    @Slot()
    def dismiss(self) -> None:
        """Close without a choice."""
        self._end()
        self.closed.emit()

    def _end(self) -> None:
        self.hide()
        self._query.clear()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon, the lines between the parts, and the keys."""
        super().paintEvent(event)
        painter = QPainter(self)
        look, palette, px, frame = (
            self.look,
            self.look.palette,
            self.look.px,
            self.frame,
        )
        edge, line = px(16), look.frame
        top = frame.y() + (px(_HEAD) - edge) // 2
        icons.draw(
            painter, "palette", palette.accent, (frame.x() + px(_PAD), top, edge)
        )
        below = frame.bottom() + 1 - px(_FOOT)
        for y in (frame.y() + px(_HEAD), below):
            painter.fillRect(
                frame.x() + line,
                y,
                frame.width() - 2 * line,
                1,
                colour(palette.line_soft),
            )
        x = frame.x() + px(_PAD)
        for chord, words in (
            ("Up+Down", self.tr("选择")),
            ("Enter", self.tr("插入")),
            ("Ctrl+Enter", self.tr("只复制")),
            ("Esc", self.tr("关闭")),
        ):
            if x + self._hint_width(chord, words) > frame.right() - px(8):
                return
            x = self._hint(painter, (x, below), chord, words) + px(16)

    def _hint_width(self, chord: str, words: str) -> int:
        look = self.look
        said = look.metrics(Style.CAPTION).horizontalAdvance(words)
        return key_caps.size(chord, look).width() + look.px(6) + round(said)

    def _hint(
        self, painter: QPainter, at: tuple[int, int], chord: str, words: str
    ) -> int:
        """Paint a key and what it does; return where that ends."""
        look, px = self.look, self.look.px
        x, y = at
        caps = key_caps.size(chord, look)
        key_caps.draw(
            painter, QPoint(x, y + (px(_FOOT) - caps.height()) // 2), chord, look
        )
        x += caps.width() + px(6)
        painter.setFont(look.font(Style.CAPTION))
        painter.setPen(colour(look.palette.text_2))
        painter.drawText(x, y + baseline(look, Style.CAPTION, px(_FOOT)), words)
        return x + round(look.metrics(Style.CAPTION).horizontalAdvance(words))
