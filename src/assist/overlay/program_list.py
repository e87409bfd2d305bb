"""Which programs are read: a list to tick."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from assist.overlay.theme import Look
from assist.overlay.words import app_name

_LEAST_HIGH = 150


class ProgramList(QWidget):
    """Programs to tick: those that run now, and those that were ticked before.

    Signals:
        changed: ``(tuple of names)``, by the agent.
    """

    changed = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ticked: tuple[str, ...] = ()
        self._running: tuple[str, ...] = ()
        self._list = QListWidget(self)
        self._list.setObjectName("programs")
        self._list.setMinimumHeight(look.px(_LEAST_HIGH))
        self._list.itemChanged.connect(self._tick)
        self._other = QLineEdit(self)
        self._other.setObjectName("other_program")
        self._other.returnPressed.connect(self._add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._list)
        layout.addWidget(self._other)

    def name_parts(self, name: str) -> None:
        """Name the parts; ``name`` is what the list is for."""
        self._list.setAccessibleName(name)
        hint = self.tr("添加其他软件：窗口名，按 Enter")
        self._other.setPlaceholderText(hint)
        self._other.setAccessibleName(hint)

    def show_value(self, value: object) -> None:
        """Tick these programs."""
        self._ticked = tuple(value) if isinstance(value, tuple) else ()
        self._fill()

    def show_running(self, running: Iterable[str]) -> None:
        """Offer these programs first."""
        self._running = tuple(dict.fromkeys(each for each in running if each))
        self._fill()

    def _fill(self) -> None:
        self._list.blockSignals(True)  # noqa: FBT003  Qt's own
        self._list.clear()
        ticked = {each.lower() for each in self._ticked}
        names = dict.fromkeys((*self._running, *self._ticked))
        for name in names:
            item = QListWidgetItem(self._line(name))
            item.setData(Qt.ItemDataRole.UserRole, name)
            on = name.lower() in ticked
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            self._list.addItem(item)
        self._list.blockSignals(False)  # noqa: FBT003  Qt's own

    def _line(self, name: str) -> str:
        shown = app_name(name)
        running = self.tr("%1 · 正在运行") if name in self._running else "%1"
        return running.replace("%1", shown)

    def _tick(self, item: QListWidgetItem) -> None:
        name = str(item.data(Qt.ItemDataRole.UserRole))
        rest = tuple(each for each in self._ticked if each.lower() != name.lower())
        on = item.checkState() is Qt.CheckState.Checked
        self._ticked = (*rest, name) if on else rest
        self.changed.emit(self._ticked)

    def _add(self) -> None:
        name = self._other.text().strip()
        self._other.clear()
        if name and name.lower() not in {each.lower() for each in self._ticked}:
            self._ticked = (*self._ticked, name)
            self._fill()
            self.changed.emit(self._ticked)
