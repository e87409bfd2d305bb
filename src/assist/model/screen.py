"""One monitor, and the two ways its pixels are counted."""

from dataclasses import dataclass

from assist.model.draft import Rect


@dataclass(frozen=True, slots=True)
class Screen:
    """One monitor.

    Qt leaves a screen's top left corner where the window system has it and
    divides distances from there by the scale factor; the conversions below
    do the same, so that they hold with differently scaled neighbours.

    Attributes:
        area: The whole screen, in physical pixels.
        work: What panels and task bars leave free, in physical pixels.
        scale: Physical pixels per logical pixel, 1.0 and above.
    """

    area: Rect
    work: Rect
    scale: float = 1.0

    def to_logical(self, rect: Rect) -> Rect:
        """Convert a physical rectangle on this screen to logical pixels."""
        return self._scaled(rect, 1 / self.scale)

    def to_physical(self, rect: Rect) -> Rect:
        """Convert a logical rectangle on this screen to physical pixels."""
        return self._scaled(rect, self.scale)

    def _scaled(self, rect: Rect, by: float) -> Rect:
        return Rect(
            self.area.x + round((rect.x - self.area.x) * by),
            self.area.y + round((rect.y - self.area.y) * by),
            round(rect.width * by),
            round(rect.height * by),
        )


def screen_of(area: Rect, screens: tuple[Screen, ...]) -> Screen:
    """Return the screen that shows most of ``area``, else the nearest one.

    Raises:
        ValueError: There is no screen.
    """
    if not screens:
        raise ValueError("no screen")
    return max(screens, key=lambda screen: _closeness(area, screen.area))


def _closeness(area: Rect, screen: Rect) -> tuple[int, int]:
    across = min(area.right, screen.right) - max(area.x, screen.x)
    down = min(area.bottom, screen.bottom) - max(area.y, screen.y)
    shared = max(across, 0) * max(down, 0)
    return shared, min(across, 0) + min(down, 0)
