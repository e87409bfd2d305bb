"""A part that its window is dragged by, to be mixed into a widget."""

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from assist.overlay.placed_window import PlacedWindow


class _Part(Protocol):
    def window(self) -> QWidget: ...


class DragsWindow:
    """Hands the left button's movements to the window."""

    def mousePressEvent(self: _Part, event: QMouseEvent) -> None:
        """Take hold."""
        window = self.window()
        left = event.button() == Qt.MouseButton.LeftButton
        if left and isinstance(window, PlacedWindow):
            window.begin_drag(event.globalPosition().toPoint())

    def mouseMoveEvent(self: _Part, event: QMouseEvent) -> None:
        """Follow the pointer."""
        window = self.window()
        if isinstance(window, PlacedWindow):
            window.drag(event.globalPosition().toPoint())

    def mouseReleaseEvent(self: _Part, _event: QMouseEvent) -> None:
        """Let go."""
        window = self.window()
        if isinstance(window, PlacedWindow):
            window.end_drag()
