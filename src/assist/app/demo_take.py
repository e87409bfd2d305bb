"""What is kept of one scene: figures, and screenshots until there is time for them."""

from pathlib import Path
from typing import Any

from assist.app.demo_picture import png
from assist.app.demo_script import Scene
from assist.backends.linux.x11_screen import Picture, X11Screen

Record = dict[str, Any]
"""One step of ``summary.json``."""


class Take:
    """One scene being played.

    Args:
        scene: What is played.
        record: Filled as it goes, so that a failure leaves what was seen.
    """

    def __init__(self, scene: Scene, record: Record) -> None:
        self.scene = scene
        self.record = record
        self._pictures: dict[str, Picture] = {}
        self._latency_ms: dict[str, float] = {}
        record["typed"] = scene.typed
        record["latency_ms"] = self._latency_ms

    def note(self, what: str, seconds: float) -> None:
        """Keep how long something took."""
        self._latency_ms[what] = round(1000 * seconds, 1)

    def photograph(self, what: str, screen: X11Screen) -> None:
        """Keep the screen as it is now; encoding waits for :meth:`develop`."""
        name = f"{self.scene.name}-{len(self._pictures) + 1}-{what}.png"
        self._pictures[name] = screen.picture(screen.size)

    def develop(self, folder: Path) -> None:
        """Write the screenshots."""
        for name, picture in self._pictures.items():
            (folder / name).write_bytes(png(picture))
        self.record["screenshots"] = list(self._pictures)
