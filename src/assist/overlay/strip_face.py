"""The strip's controls, and where each of them stands."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from assist.overlay import strip_painting
from assist.overlay.buttons import IconButton, WordButton
from assist.overlay.strip_content import StripContent
from assist.overlay.strip_parts import StripBody, StripGrip
from assist.overlay.theme import Look
from assist.overlay.themed import Themed

HIGH = 28
MOST, TOOLS = 320, 128  # width without the tools, and what they add at most
_LEAST = 96
_BESIDE = strip_painting.BESIDE_DIVIDER
_PAD = strip_painting.PAD
_GRIP = 16
_END = 4  # after the grip


class StripFace(Themed, QWidget):
    """Lies on the strip's frame; places are computed, no layout is involved.

    Attributes:
        body: The words, clickable.
        action: The one thing to do about a state.
        phrases, pad, snooze, pause: The tools, shown while the pointer is on the words.
        grip: What the strip is dragged by.
    """

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.body = StripBody(look, "strip_body", self)
        self.action = WordButton(look, "strip_action", self, ink="accent_text")
        self.phrases = IconButton(look, "strip_palette", "palette", self)
        self.pad = IconButton(look, "strip_pad", "pad", self)
        self.snooze = IconButton(look, "strip_snooze", "snooze", self)
        self.pause = IconButton(look, "strip_pause", "paused", self)
        self.grip = StripGrip(look, self)

    def name_controls(self, next_snooze: str) -> None:
        """Name the controls in the language in force.

        Args:
            next_snooze: What the next click on the snooze does.
        """
        for control, name in (
            (self.phrases, self.tr("打开规范用语")),
            (self.pad, self.tr("打开撰写框")),
            (self.snooze, next_snooze),
            (self.pause, self.tr("暂停")),
        ):
            control.setAccessibleName(name)
            control.setToolTip(name)
        self.grip.setAccessibleName(self.tr("拖动提示条"))

    def arrange_dot(self, edge: int) -> None:
        """Leave only a clickable square of ``edge`` logical pixels."""
        for part in (self.action, self.phrases, self.pad, self.snooze, self.pause):
            part.hide()
        self.grip.hide()
        self.body.setGeometry(0, 0, edge, edge)

    def arrange(self, content: StripContent, *, tools: bool) -> int:
        """Put the controls beside the words of ``content``; return the width."""
        px = self.look.px
        x = px(_PAD) + strip_painting.words_width(content, self.look)
        body = x + px(4)
        if content.hint:
            x += 2 * px(_BESIDE) + 1 + strip_painting.width(content.hint, self.look)
            body = x
        if content.action:
            x += 2 * px(_BESIDE) + 1 - px(4)
            width = self.action.sizeHint().width()
            self.action.setGeometry(self._column(x, width))
            x += width - px(4)
        pausing = content.action_does != "pause"
        if tools:
            x = self._arrange_tools(x, pausing=pausing)
        width = max(x + px(8) + px(_GRIP) + px(_END), px(_LEAST))
        grip = width - px(_GRIP) - px(_END)
        self.grip.setGeometry(self._column(grip, px(_GRIP)))
        self.body.setGeometry(self._column(0, min(body, grip)))
        self.action.setVisible(bool(content.action))
        self.phrases.setVisible(tools)
        self.pad.setVisible(tools)
        self.snooze.setVisible(tools and pausing)
        self.pause.setVisible(tools and pausing)
        self.grip.show()
        return width

    def fitted(self, content: StripContent) -> StripContent:
        """Return ``content`` short enough for the strip, tools apart."""
        px = self.look.px
        around = px(_PAD) + px(8) + px(_GRIP) + px(_END)
        if content.hint:
            around += 2 * px(_BESIDE) + 1
            around += strip_painting.width(content.hint, self.look)
        if content.action:
            self.action.say(content.action, chord=content.chord)
            around += 2 * px(_BESIDE) + 1 + self.action.sizeHint().width() - px(8)
        short = strip_painting.shortened(content, px(MOST) - around, self.look)
        self.body.setAccessibleName(content.sentence)
        tells_more = short != content or content.about
        self.body.setToolTip(content.sentence if tells_more else "")
        return short

    def _arrange_tools(self, x: int, *, pausing: bool) -> int:
        """Put palette, pad, snooze and pause at ``x``; return where they end."""
        px = self.look.px
        x += 2 * px(5) + 1
        self.phrases.setGeometry(self._column(x, px(24)))
        x += px(28)
        self.pad.setGeometry(self._column(x, px(24)))
        x += px(24)
        for part in (self.snooze, self.pause) if pausing else ():
            part.setGeometry(self._column(x + px(4), px(24)))
            x += px(28)
        return x

    def _column(self, x: int, width: int) -> QRect:
        return QRect(x, 0, width, self.look.px(HIGH))
