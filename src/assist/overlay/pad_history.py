"""The last texts of the compose pad; in memory only, gone with the program."""

from collections import deque

MOST = 3


class PadHistory:
    """Turned through like the history of a shell; never more than three texts."""

    def __init__(self) -> None:
        self._texts: deque[str] = deque(maxlen=MOST)
        self._at = -1

    def __len__(self) -> int:
        return len(self._texts)

    def remember(self, text: str) -> None:
        """Keep a text that went into a client; the same one counts once."""
        if text in self._texts:
            self._texts.remove(text)
        self._texts.appendleft(text)
        self._at = -1

    def older(self) -> str | None:
        """Return the text before; after the oldest comes the latest again."""
        if not self._texts:
            return None
        self._at = (self._at + 1) % len(self._texts)
        return self._texts[self._at]

    def forget(self) -> None:
        """Drop them all."""
        self._texts.clear()
        self._at = -1
