"""What the scripted agent types, and what must come of it."""

from dataclasses import dataclass
from enum import StrEnum


class Way(StrEnum):
    """How the agent takes the first replacement."""

    MOUSE = "mouse"
    HOTKEY = "hotkey"
    TAKEN_BACK = "taken_back"  # by the mouse, undone, then by the hotkey


@dataclass(frozen=True, slots=True)
class Scene:
    """One message.

    Attributes:
        name: Begins the names of its screenshots.
        before: Typed first; stays as it is.
        offending: Typed next; its last key makes the finding complete.
        after: Typed last.
        stays: What of ``after`` follows the replacement, which has an end of
            its own.
    """

    name: str
    before: str
    offending: str
    after: str
    stays: str
    way: Way

    @property
    def typed(self) -> str:
        """The whole message."""
        return self.before + self.offending + self.after

    def expected(self, replacement: str) -> str:
        """Return the message with ``replacement`` in place of the offending words."""
        return self.before + replacement + self.stays


SCENES = (
    Scene("1-plain", "", "这事不归我管", "", "", Way.MOUSE),
    Scene(
        "2-emoji",
        "亲😀您好，",
        "这个我也没办法",
        "。我马上查。",
        "我马上查。",
        Way.HOTKEY,
    ),
    Scene("3-misspelt", "您好，", "我布知道", "", "", Way.TAKEN_BACK),
)
