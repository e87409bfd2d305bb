"""What is still to be examined, in order and each thing once."""

import asyncio
from dataclasses import dataclass

from assist.backends.linux.accessible import NodeId

RETRY_S = 1.0


@dataclass(frozen=True, slots=True)
class Step:
    """Something to examine: an object, or the active window when None.

    ``patience_s`` is how long an event that is on its way is waited for.
    """

    node_id: NodeId | None
    patience_s: float = 0.0


class Agenda:
    """A queue of steps that lives in one loop."""

    def __init__(self) -> None:
        self._steps: asyncio.Queue[Step] = asyncio.Queue()
        self._waiting: set[Step] = set()
        self._retry: asyncio.TimerHandle | None = None

    def add(self, step: Step) -> None:
        """Add a step, unless the same one waits already."""
        if step not in self._waiting:
            self._waiting.add(step)
            self._steps.put_nowait(step)

    def add_later(self, wait_s: float, step: Step) -> asyncio.TimerHandle:
        """Add a step after ``wait_s`` seconds."""
        return asyncio.get_running_loop().call_later(wait_s, self.add, step)

    def look_again(self) -> None:
        """Examine the active window once more after RETRY_S; counts once."""
        if self._retry is not None:
            self._retry.cancel()
        self._retry = self.add_later(RETRY_S, Step(None))

    async def next(self) -> Step:
        """Return the next step once there is one."""
        step = await self._steps.get()
        self._waiting.discard(step)
        return step
