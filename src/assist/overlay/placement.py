"""Where a window goes beside the field it speaks of; geometry only.

Everything is in physical pixels, except sizes and gaps, which are logical and
grow with the scale of the field's screen.  Windows stay on that one screen,
inside its work area, and off the field.
"""

from dataclasses import dataclass
from enum import StrEnum

from assist.model.draft import Rect
from assist.model.screen import Screen, screen_of

GAP = 8  # logical pixels between the field and a window beside it


class Side(StrEnum):
    """On which side of the field a window stands."""

    ABOVE = "above"
    BELOW = "below"
    RIGHT = "right"
    LEFT = "left"
    CORNER = "corner"  # nowhere beside it: in the corner of the work area


CARD_ORDER = (Side.ABOVE, Side.BELOW, Side.RIGHT, Side.LEFT)
# The strip leaves the place above the field to the card.
STRIP_ORDER = (Side.BELOW, Side.ABOVE, Side.RIGHT, Side.LEFT)


@dataclass(frozen=True, slots=True)
class Place:
    """A place found.

    Attributes:
        rect: Of the window's visible frame.
        side: Where that is, seen from the field.
        screen: The one screen it is on.
    """

    rect: Rect
    side: Side
    screen: Screen


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a window is placed beside.

    Attributes:
        field: The text field.
        screens: All screens, at least one.
        window: The window of the client the field is in, if known.
        avoid: Other things not to cover: the strip, for the card.
    """

    field: Rect
    screens: tuple[Screen, ...]
    window: Rect | None = None
    avoid: tuple[Rect, ...] = ()

    @property
    def screen(self) -> Screen:
        """The screen that shows most of the field."""
        return screen_of(self.field, self.screens)

    @property
    def gap(self) -> int:
        """The gap in physical pixels."""
        return round(GAP * self.screen.scale)

    def accepts(self, rect: Rect) -> bool:
        """Tell whether a window may stand at ``rect``."""
        return self.screen.work.covers(rect) and not any(
            rect.overlaps(other) for other in (self.field, *self.avoid)
        )


def beside(
    around: Surroundings,
    *,
    width: int,
    height: int,
    order: tuple[Side, ...] = CARD_ORDER,
) -> Place | None:
    """Return the first side of ``order`` with room for ``width`` x ``height``.

    Args:
        around: The field and what is near it.
        width: Of the window's frame, logical pixels.
        height: Of the window's frame, logical pixels.
        order: Sides to try.

    Returns:
        The place, or None when no side has room.
    """
    scale = around.screen.scale
    size = (round(width * scale), round(height * scale))
    for side in order:
        rect = _at(side, around, size)
        if around.accepts(rect):
            return Place(rect, side, around.screen)
    return None


def corner(around: Surroundings, *, width: int, height: int) -> Place:
    """Return a place in the lower right corner of the field, on its screen.

    For the strip when no side has room, and for a card the agent asked for:
    a draft fills its field from the top left.
    """
    screen = around.screen
    wide, high = round(width * screen.scale), round(height * screen.scale)
    x = min(around.field.right, screen.work.right) - around.gap - wide
    y = min(around.field.bottom, screen.work.bottom) - around.gap - high
    rect = within(Rect(x, y, wide, high), screen.work)
    return Place(rect, Side.CORNER, screen)


def within(rect: Rect, area: Rect) -> Rect:
    """Move ``rect`` into ``area``; if too large, its top left corner stays in."""
    x = max(min(rect.x, area.right - rect.width), area.x)
    y = max(min(rect.y, area.bottom - rect.height), area.y)
    return Rect(x, y, rect.width, rect.height)


def resized(place: Place, *, width: int, height: int) -> Place:
    """Return ``place`` for a window of another size.

    The edge next to the field stays; otherwise the top left corner does.  The
    window is moved into the work area if it would leave it.
    """
    old, screen = place.rect, place.screen
    wide, high = round(width * screen.scale), round(height * screen.scale)
    x = old.right - wide if place.side is Side.LEFT else old.x
    y = old.bottom - high if place.side is Side.ABOVE else old.y
    return Place(within(Rect(x, y, wide, high), screen.work), place.side, screen)


def kept(place: Place, around: Surroundings) -> bool:
    """Tell whether a window already at ``place`` may stay where it is.

    So nothing wanders while the field grows by a line or the client scrolls.
    """
    return place.screen == around.screen and around.accepts(place.rect)


def _at(side: Side, around: Surroundings, size: tuple[int, int]) -> Rect:
    """Return the rectangle on ``side``, slid along the field into the work area."""
    width, height = size
    area, work, gap = around.field, around.screen.work, around.gap
    client = around.window or area
    if side in (Side.ABOVE, Side.BELOW):
        above = side is Side.ABOVE
        # Below a field on the right is where chat programs have their send button.
        wanted = area.right - width if above else area.x
        x = within(Rect(wanted, work.y, width, 0), work).x
        y = area.y - gap - height if above else area.bottom + gap
    else:
        y = within(Rect(work.x, area.bottom - height, 0, height), work).y
        left = side is Side.LEFT
        x = min(client.x, area.x) if left else max(client.right, area.right)
        x = x - gap - width if left else x + gap
    return _past(side, Rect(x, y, width, height), around)


def _past(side: Side, rect: Rect, around: Surroundings) -> Rect:
    """Move ``rect`` further out until it covers nothing that is to be avoided."""
    gap = around.gap
    for other in around.avoid:
        if not rect.overlaps(other):
            continue
        x, y = {
            Side.ABOVE: (rect.x, other.y - gap - rect.height),
            Side.BELOW: (rect.x, other.bottom + gap),
            Side.RIGHT: (other.right + gap, rect.y),
            Side.LEFT: (other.x - gap - rect.width, rect.y),
        }[side]
        rect = Rect(x, y, rect.width, rect.height)
    return rect
