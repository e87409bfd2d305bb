"""What is remembered of the keys: when two of their classes were pressed last."""

from dataclasses import dataclass, field, replace

from assist.drafting.composing import Composing
from assist.drafting.sent import EmptiedField, judge_emptied
from assist.model.draft import Field
from assist.model.usage import Action
from assist.ports import KeyClass


@dataclass(frozen=True, slots=True)
class HeardKeys:
    """A summary of the key classes heard so far; replaced, never changed.

    Times are seconds of the monotonic clock that drafts carry.

    Attributes:
        enter_composing: An input method may have been composing when Enter
            was pressed.
    """

    last_enter: float | None = None
    last_erase: float | None = None
    enter_composing: bool = False
    composing: Composing = field(default_factory=Composing)

    def pressed(self, key: KeyClass, at: float) -> "HeardKeys":
        """Return the summary after one more key press."""
        after = replace(self, composing=self.composing.pressed(key))
        if key is KeyClass.ENTER:
            open_preedit = self.composing.active
            return replace(after, last_enter=at, enter_composing=open_preedit)
        if key is KeyClass.OTHER:
            return replace(after, last_erase=at)
        return after

    def text_changed(self, changed: Field) -> "HeardKeys":
        """Return the summary after the text of ``changed`` was read and differed."""
        after = self.composing.text_changed(preedit_in_text=changed.preedit_in_text)
        return replace(self, composing=after)

    def judge(self, *, at: float, same_window: bool) -> Action:
        """Return what emptied a field at ``at``, as far as the keys tell."""
        return judge_emptied(
            EmptiedField(
                at=at,
                last_enter=self.last_enter,
                last_erase=self.last_erase,
                same_window=same_window,
                composing=self.enter_composing,
            )
        )
