"""The tray icon: state at a glance, and the way to everything else."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from assist.overlay import icons
from assist.overlay.review_language import LANGUAGE_CODES
from assist.overlay.sheet import sheet
from assist.overlay.theme import Look
from assist.overlay.words import SNOOZES, app_name, snooze_offer, state_words
from assist.ports import Mode, Status
from assist.review.wording import Words

_EDGE = 32
_BADGE = 18
_BADGES = {
    Mode.PAUSED: "paused",
    Mode.CANNOT_READ: "cannot-read",
    Mode.HOTKEY_ONLY: "hotkey",
}


class Tray(QObject):
    """An icon with a menu; not shown where the desktop has no tray.

    Signals:
        strip_toggled: Show the strip, or hide it.
        pad_requested: Open the compose pad.
        palette_requested: Open the palette of compliant sentences.
        check_requested: Read and check now.
        pause_toggled: Pause, or go on.
        snooze_requested: ``(minutes)``, one of ``words.SNOOZES``.
        window_requested: ``(name)``, open ``settings``, ``packs``, ``sight``,
            ``first_run`` or ``about``.
        review_requested: Show the last shift's review.
        shift_toggled: End the shift, or begin one.
        quit_requested: End the program.
    """

    strip_toggled = Signal()
    pad_requested = Signal()
    palette_requested = Signal()
    check_requested = Signal()
    pause_toggled = Signal()
    snooze_requested = Signal(int)
    window_requested = Signal(str)
    review_requested = Signal()
    shift_toggled = Signal()
    quit_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._status = Status(Mode.IDLE)
        self._strip_shown = True
        self._pack = ""
        self._menu = QMenu()
        self._menu.setObjectName("tray_menu")
        self._state = self._entry("state")
        self._state.setEnabled(False)
        self._menu.addSeparator()
        self._pause = self._entry("pause", self.pause_toggled)
        self._snoozes = {
            minutes: self._entry(f"snooze_{minutes}", self._snooze(minutes))
            for minutes in SNOOZES
        }
        self._menu.addSeparator()
        self._palette = self._entry("palette", self.palette_requested)
        self._pad = self._entry("pad", self.pad_requested)
        self._check = self._entry("check", self.check_requested)
        self._strip = self._entry("strip", self.strip_toggled)
        self._menu.addSeparator()
        self._review = self._entry("review", self.review_requested)
        self._shift_runs = False
        self._shift = self._entry("shift", self.shift_toggled)
        self._packs = self._entry("packs", self._window("packs"))
        self._menu.addSeparator()
        self._snoozed = False
        self._settings = self._entry("settings", self._window("settings"))
        self._sight = self._entry("sight", self._window("sight"))
        self._guide = self._entry("first_run", self._window("first_run"))
        self._about = self._entry("about", self._window("about"))
        self._menu.addSeparator()
        self._quit = self._entry("quit", self.quit_requested)
        self._icon = QSystemTrayIcon(self)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._activated)
        self.refresh()

    def _snooze(self, minutes: int) -> Callable[[], None]:
        return lambda: self.snooze_requested.emit(minutes)

    def _window(self, name: str) -> Callable[[], None]:
        return lambda: self.window_requested.emit(name)

    def show_snooze(self, minutes_left: int | None) -> None:
        """Offer to end the snooze, or to begin one."""
        self._snoozed = minutes_left is not None
        self.refresh()

    def _entry(self, name: str, does: object = None) -> QAction:
        action = self._menu.addAction("")
        action.setObjectName(f"tray_{name}")
        if does is not None:
            action.triggered.connect(does)
        return action

    @property
    def menu(self) -> QMenu:
        """The menu behind the icon."""
        return self._menu

    def show(self) -> bool:
        """Show the icon; False where there is no tray to show it in."""
        self._icon.show()
        return QSystemTrayIcon.isSystemTrayAvailable()

    def hide(self) -> None:
        """Take the icon away."""
        self._icon.hide()

    def show_status(self, status: Status) -> None:
        """Follow what can be read."""
        self._status = status
        self.refresh()

    def show_pack(self, version: str) -> None:
        """Say which phrase list is in use."""
        self._pack = version
        self.refresh()

    def show_shift(self, running: bool) -> None:
        """Offer to end the shift, or to begin one."""
        self._shift_runs = running
        self.refresh()

    def show_strip_shown(self, *, shown: bool) -> None:
        """Follow whether the strip is on the screen."""
        self._strip_shown = shown
        self.refresh()

    def set_look(self, look: Look) -> None:
        """Follow a change of theme, language or text size."""
        self._look = look
        self.refresh()

    def refresh(self) -> None:
        """Word and paint everything anew."""
        self._menu.setStyleSheet(sheet(self._look))
        words = state_words(self._status)
        reading = self._status.mode is Mode.READING
        app = app_name(self._status.app) if reading and self._status.app else ""
        self._state.setText(" · ".join(filter(None, ["Assist", words.label, app])))
        paused = self._status.mode is Mode.PAUSED
        self._pause.setText(self.tr("继续") if paused else self.tr("暂停"))
        for minutes, entry in self._snoozes.items():
            entry.setText(snooze_offer(minutes))
            entry.setVisible((minutes == 0) == self._snoozed and not paused)
        self._palette.setText(self.tr("规范用语…"))
        self._pad.setText(self.tr("撰写框…"))
        self._check.setText(self.tr("立即检查"))
        packs = " ".join(filter(None, [self.tr("词包"), self._pack]))
        self._packs.setText(self.tr("%1…").replace("%1", packs))
        self._about.setText(self.tr("关于 Assist"))
        hide, show = self.tr("隐藏提示条"), self.tr("显示提示条")
        self._strip.setText(hide if self._strip_shown else show)
        self._review.setText(self.tr("班后回顾…"))
        begin = Words(LANGUAGE_CODES[self._look.language])("shift_begin")
        self._shift.setText(self.tr("结束这一班") if self._shift_runs else begin)
        self._settings.setText(self.tr("设置…"))
        self._sight.setText(self.tr("Assist 能看到什么？"))
        self._guide.setText(self.tr("再看一遍引导"))
        self._quit.setText(self.tr("退出"))
        self._draw_icons(words.icon)
        self._icon.setToolTip(self._state.text())

    def _draw_icons(self, state: str) -> None:
        palette = self._look.palette
        for action, name in (
            (self._state, state),
            (self._pause, "paused"),
            (self._snoozes[SNOOZES[0]], "snooze"),
            (self._snoozes[0], "snooze"),
            (self._palette, "palette"),
            (self._pad, "pad"),
            (self._check, "hotkey"),
            (self._packs, "pack"),
            (self._review, "review"),
            (self._settings, "settings"),
        ):
            action.setIcon(icons.icon(name, palette.text_2))
        self._icon.setIcon(QIcon(self._mark()))

    def _mark(self) -> QPixmap:
        """Return the mark, dimmed and with a badge when nothing is read."""
        palette = self._look.palette
        reading = self._status.mode in (Mode.READING, Mode.IDLE)
        ink = palette.text if reading else palette.text_3
        image = QPixmap(icons.pixmap("mark", ink, _EDGE, 2.0))
        badge = _BADGES.get(self._status.mode)
        if badge is None:
            return image
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        corner = _EDGE - _BADGE
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.GlobalColor.black)
        painter.drawEllipse(QRectF(corner - 1, corner - 1, _BADGE + 2, _BADGE + 2))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        icons.draw(painter, badge, ink, (corner, corner, _BADGE))
        painter.end()
        return image

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.strip_toggled.emit()
