"""The monitors as Qt knows them, in physical pixels."""

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QGuiApplication, QScreen

from assist.model.draft import Rect
from assist.model.screen import Screen


def screen_value(screen: QScreen) -> Screen:
    """Return a monitor's area, work area and scale."""
    scale = screen.devicePixelRatio()
    area = screen.geometry()
    return Screen(
        _physical(area, area, scale),
        _physical(screen.availableGeometry(), area, scale),
        scale,
    )


def screens() -> tuple[Screen, ...]:
    """Return all monitors, the primary one first."""
    primary = QGuiApplication.primaryScreen()
    known = sorted(QGuiApplication.screens(), key=lambda screen: screen != primary)
    return tuple(screen_value(screen) for screen in known)


class ScreenWatch(QObject):
    """Tells when monitors come, go, move or change their scale.

    Signals:
        changed: ``(tuple of Screen)``.
    """

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        # QGuiApplication.instance() is typed as QCoreApplication.
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._watch)
            app.screenAdded.connect(self._tell)
            app.screenRemoved.connect(self._tell)
            app.primaryScreenChanged.connect(self._tell)
        for screen in QGuiApplication.screens():
            self._watch(screen)

    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._tell)
        screen.availableGeometryChanged.connect(self._tell)
        screen.physicalDotsPerInchChanged.connect(self._tell)

    def _tell(self, _what: object = None) -> None:
        self.changed.emit(screens())


def _physical(rect: QRect, area: QRect, scale: float) -> Rect:
    """Convert Qt's logical geometry: a screen's own corner is not scaled."""
    return Rect(
        area.x() + round((rect.x() - area.x()) * scale),
        area.y() + round((rect.y() - area.y()) * scale),
        round(rect.width() * scale),
        round(rect.height() * scale),
    )
