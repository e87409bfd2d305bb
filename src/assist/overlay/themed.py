"""What every painted part of a window has in common."""

from assist.overlay.theme import Look


class Themed:
    """A part that is painted after the window's look, to be mixed into a widget."""

    look: Look

    def set_look(self, look: Look) -> None:
        """Follow a change of the look."""
        self.look = look
        self.restyle()

    def restyle(self) -> None:
        """Measure and paint again."""
