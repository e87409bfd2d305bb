"""What the windows' controllers reach the other threads with."""

from collections.abc import Callable
from dataclasses import dataclass

from assist.app.grabs import Grabs, Listening
from assist.app.intake import Intake
from assist.model.screen import Screen
from assist.pipeline.flow import Flow


@dataclass(frozen=True, slots=True)
class Hands:
    """What the desk reaches other threads with.

    Attributes:
        ask: Runs a call of the flow on the check thread.
        screens: The monitors as they are now.
        read_now: Has the focused field read again.
    """

    flow: Flow
    ask: Callable[[Callable[[], None]], None]
    intake: Intake
    grabs: Grabs
    listening: Listening
    screens: Callable[[], tuple[Screen, ...]]
    read_now: Callable[[], None]
