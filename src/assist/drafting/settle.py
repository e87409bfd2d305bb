"""When a reading of a field is worth matching."""

from dataclasses import dataclass

from assist.drafting.composing import Composing


@dataclass(frozen=True, slots=True)
class Reading:
    """What decides when one reading may be matched; not its text.

    Attributes:
        changed_at: When the text last differed from the reading before it, in
            seconds of a monotonic clock.
        preedit_in_text: The toolkit shows unfinished text as text.
        composing: What the keys say; None when nobody listens to keys.
    """

    changed_at: float
    preedit_in_text: bool
    composing: Composing | None = None


def wait_s(reading: Reading, *, now: float, settle_ms: int) -> float:
    """Return how many seconds to wait before matching; 0.0 means now.

    Args:
        reading: The latest reading of the field.
        now: The same clock as ``reading.changed_at``.
        settle_ms: How long a text with a preedit in it has to stay the same.

    Source:
        Typing 我们保证 by pinyin into a browser's text area, the running
        candidate stood in the text at every key and the commit came without an
        event; editors of GTK 3 and Qt 6 showed only what was committed.
    """
    if not reading.preedit_in_text:
        return 0.0
    if reading.composing is not None and not reading.composing.active:
        return 0.0
    return max(0.0, reading.changed_at + settle_ms / 1000 - now)
