"""The charts of the review window: by hour, and rows by category, entry or shift."""

from collections.abc import Iterable

import pyqtgraph  # type: ignore[import-untyped]  # has no types
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from assist.overlay.review_bars import Bar, Bars, Pattern
from assist.overlay.theme import Look, colour
from assist.overlay.themed import Themed
from assist.overlay.tokens import Style
from assist.review.totals import HourTotals
from assist.review.wording import Words

_HOURS_HIGH = 180
_ROW_HIGH = 26
_NAME_WIDE = 150  # of a row's name, logical pixels
_AXIS_GAP = 12  # between a row's name and its bar


class Chart(Themed, pyqtgraph.PlotWidget):  # type: ignore[misc]  # no types
    """A still plot in the window's colours; the wheel scrolls the page."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.setObjectName(name)
        self.setMouseEnabled(x=False, y=False)
        self.setMenuEnabled(False)
        self.hideButtons()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFrameShape(self.Shape.NoFrame)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page around."""
        event.ignore()

    def restyle(self) -> None:
        """Do nothing: the window draws its charts anew."""

    def begin(self, tells: str) -> None:
        """Wipe the plot and set its colours; ``tells`` is for screen readers."""
        self.clear()
        palette = self.look.palette
        self.setBackground(colour(palette.raised))
        self.setAccessibleName(tells)
        item = self.getPlotItem()
        item.setContentsMargins(0, 4, 0, 0)
        for side in ("left", "bottom", "right"):
            axis = item.getAxis(side)
            axis.setPen(colour(palette.line_soft))
            axis.setTextPen(colour(palette.text_2))
            axis.setTickFont(self.look.font(Style.CAPTION))
            axis.setStyle(tickLength=0, tickAlpha=0, autoExpandTextSpace=True)

    def room_for(self, texts: Iterable[str]) -> float:
        """Return how wide an axis has to be; one that grows by itself does so late."""
        metrics = self.look.metrics(Style.CAPTION)
        widest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        return float(widest + self.look.px(_AXIS_GAP))


class HourChart(Chart):
    """Columns of findings by severity, one for each hour of the shift."""

    def show_hours(self, hours: tuple[HourTotals, ...], words: Words) -> None:
        """Draw ``hours``; an hour without findings stays a gap, not hidden."""
        said = [
            words(
                "hour_says",
                hour=each.hour,
                high=each.high,
                medium=each.medium,
                low=each.low,
            )
            for each in hours
        ]
        self.begin("; ".join([words("by_hour"), *said]))
        self.setFixedHeight(self.look.px(_HOURS_HIGH))
        if not hours:
            return
        first, last = hours[0].hour, hours[-1].hour
        bars = tuple(bar for each in hours for bar in self._column(each))
        self.addItem(Bars(bars, upright=True))
        top = max(each.shown for each in hours) or 1
        item = self.getPlotItem()
        item.setXRange(first - 0.6, last + 0.6, padding=0)
        item.setYRange(0, top * 1.08, padding=0)
        self._label(first, last, top)

    def _column(self, hour: HourTotals) -> list[Bar]:
        palette, raised = self.look.palette, self.look.palette.raised
        stack = (
            (hour.high, palette.high, raised, Pattern.SOLID),
            (hour.medium, palette.medium, palette.medium_tint, Pattern.HATCH),
            (hour.low, palette.low, palette.low_tint, Pattern.DOTS),
        )
        bars, base = [], 0
        for count, ink, ground, pattern in stack:
            if count:
                area = QRectF(hour.hour - 0.4, base, 0.8, count)
                bars.append(Bar(area, ink, ground, pattern, self.look.px(26)))
                base += count
        return bars

    def _label(self, first: int, last: int, top: int) -> None:
        item = self.getPlotItem()
        item.showAxis("left")
        step = max(1, -(-top // 3))
        marks = range(0, top + 1, step)
        left, bottom = item.getAxis("left"), item.getAxis("bottom")
        left.setTicks([[(mark, str(mark)) for mark in marks]])
        left.setWidth(self.room_for(map(str, marks)))
        bottom.setHeight(self.look.metrics(Style.CAPTION).height() + self.look.px(8))
        left.setPen(None)
        bottom.setTicks([[(hour, str(hour)) for hour in range(first, last + 1)]])
        for mark in marks:
            line = pyqtgraph.InfiniteLine(
                mark, angle=0, pen=colour(self.look.palette.line_soft)
            )
            line.setZValue(-1)
            self.addItem(line)


class RowChart(Chart):
    """Rows in one colour, the name to the left and the figure to the right."""

    def show_rows(
        self, rows: tuple[tuple[str, float], ...], *, title: str, figures: list[str]
    ) -> None:
        """Draw ``rows``, the first at the top.

        Args:
            rows: Name and length; a length may be 0.
            title: For screen readers.
            figures: What stands to the right of each row.
        """
        pairs = zip(rows, figures, strict=True)
        self.begin("; ".join([title, *(f"{row[0]} {figure}" for row, figure in pairs)]))
        self.setFixedHeight(self.look.px(_ROW_HIGH) * max(len(rows), 1))
        palette = self.look.palette
        longest = max((length for _, length in rows), default=0) or 1
        places = [-number for number in range(len(rows))]
        bars = tuple(
            Bar(
                QRectF(0, place - 0.5, length, 1),
                palette.accent,
                palette.raised,
                thick=self.look.px(8),
            )
            for place, (_, length) in zip(places, rows, strict=True)
            if length
        )
        self.addItem(Bars(bars, upright=False))
        item = self.getPlotItem()
        item.setXRange(0, longest, padding=0.02)
        item.setYRange(0.5 - max(len(rows), 1), 0.5, padding=0)
        item.hideAxis("bottom")
        names = [self._short(name) for name, _ in rows]
        for side, texts in (("left", names), ("right", figures)):
            item.showAxis(side)
            axis = item.getAxis(side)
            axis.setTicks([list(zip(places, texts, strict=True))])
            axis.setWidth(self.room_for(texts))
            axis.setPen(None)
            axis.setTextPen(colour(palette.text))

    def _short(self, name: str) -> str:
        room = self.look.px(_NAME_WIDE)
        metrics = self.look.metrics(Style.CAPTION)
        return str(metrics.elidedText(name, Qt.TextElideMode.ElideRight, room))
