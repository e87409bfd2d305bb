"""Tell from classes of keys whether an input method may be composing."""

from dataclasses import dataclass

from assist.ports import KeyClass


@dataclass(frozen=True, slots=True)
class Composing:
    """Whether letters may still be on their way to becoming hanzi.

    A state is replaced, never changed.  Going from active to inactive is the
    commit: a reading that was held back is worth matching at once.  In a web
    client the commit itself changes no text, so no reading announces it.

    Attributes:
        active: An input method may hold a preedit.  Letters typed without one
            look the same until their text is read.
    """

    active: bool = False

    def pressed(self, key: KeyClass) -> "Composing":
        """Return the state after a key press.

        The space bar and Enter take the whole preedit; a digit may choose a
        candidate for its first syllables only, and arrows, Backspace and the
        like (``OTHER``) leave a preedit open.
        """
        if key is KeyClass.LETTER:
            return Composing(active=True)
        if key in (KeyClass.SPACE, KeyClass.ENTER):
            return Composing()
        return self

    def text_changed(self, *, preedit_in_text: bool) -> "Composing":
        """Return the state after the field's text was read and had changed.

        Where unfinished text is no part of the text, a change is a commit, or
        a letter that went past any input method.  Where it is, a change says
        nothing.
        """
        return self if preedit_in_text else Composing()

    def settled(self) -> "Composing":
        """Return the state once the field came to rest, or lost the focus."""
        return Composing()
