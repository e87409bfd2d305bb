"""The windows that never take the focus, and where they go."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from assist.app.draft_area import draft_area
from assist.model.draft import Draft, Field, Rect
from assist.model.screen import Screen, screen_of
from assist.overlay.card import FindingCard
from assist.overlay.card_values import Keys
from assist.overlay.floating import FloatingWindow
from assist.overlay.follow_up import FollowUp
from assist.overlay.placement import Surroundings
from assist.overlay.strip import Strip
from assist.overlay.theme import Look
from assist.overlay.toast import Toast
from assist.overlay.tray import Tray


@dataclass(frozen=True, slots=True, weakref_slot=True)  # a slot of it is connected
class Windows:
    """Strip, card, toast and follow-up, and the tray icon."""

    strip: Strip
    card: FindingCard
    toast: Toast
    follow_up: FollowUp
    tray: Tray

    def toggle_strip(self) -> None:
        """Hide the strip, or show it again."""
        self.strip.setVisible(not self.strip.isVisible())
        self.tray.show_strip_shown(shown=self.strip.isVisible())


def make_windows(look: Look, keys: Keys) -> Windows:
    """Make them; none is shown yet."""
    return Windows(
        strip=Strip(look, keys=keys),
        card=FindingCard(look, keys=keys),
        toast=Toast(look, keys=keys),
        follow_up=FollowUp(look),
        tray=Tray(look),
    )


class Places:
    """Puts each window beside the draft.

    Args:
        windows: What is placed.
        screens: The monitors as they are now.
    """

    def __init__(
        self, windows: Windows, screens: Callable[[], tuple[Screen, ...]]
    ) -> None:
        self._windows = windows
        self._screens = screens
        self._app = ""
        self._kept: dict[tuple[str, Rect], Rect] = {}
        self._strip_beside: tuple[str, Rect | None] | None = None
        windows.strip.moved.connect(self._drag)

    def _drag(self, area: Rect) -> None:
        screen = screen_of(area, self._screens())
        self._kept[self._app, screen.area] = area

    def strip(self, field: Field) -> None:
        """Put the strip beside a field it was not beside before.

        Where the agent dragged it, it goes back to: each program has its place
        on each monitor.
        """
        beside = (field.field_id, field.area)
        area = field.area or field.window
        if beside == self._strip_beside or area is None:
            return
        self._strip_beside = beside
        self._app = field.app
        kept = self._kept.get((field.app, screen_of(area, self._screens()).area))
        if kept is not None:
            self._windows.strip.move_to(kept, self._screens())
            return
        around = Surroundings(field=area, screens=self._screens(), window=field.window)
        self._windows.strip.forget_place()
        self._windows.strip.place_near(around, even_over_field=True)

    def card(self, draft: Draft, *, asked: bool) -> bool:
        """Put the card beside draft and strip, else beside the draft alone.

        Args:
            draft: What the card speaks of.
            asked: The agent wants it: use the field's corner if need be.

        Returns:
            False when there is no room for a card that comes unasked.
        """
        around = self._around(draft)
        card = self._windows.card
        if around is None or card.place_near(around) is not None:
            return True
        alone = replace(around, avoid=())
        return card.place_near(alone, even_over_field=asked) is not None

    def message(self, window: FloatingWindow, draft: Draft | None) -> None:
        """Put a short message beside the draft; without one, beside the strip."""
        around = self._around(draft) if draft else None
        if around is None and (strip := self._windows.strip.frame_area()):
            around = Surroundings(field=strip, screens=self._screens())
        if around is not None:
            window.forget_place()
            window.place_near(around, even_over_field=True)

    def _around(self, draft: Draft) -> Surroundings | None:
        field = draft.field
        area = field.area or field.window
        if area is None:
            return None
        screens = self._screens()
        scale = screen_of(area, screens).scale
        strip = self._windows.strip.frame_area()
        return Surroundings(
            field=draft_area(area, draft.text, scale=scale),
            screens=screens,
            window=field.window,
            avoid=(strip,) if strip else (),
        )
