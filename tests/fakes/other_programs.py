"""Ports to other programs without any: held to the same contracts as the real ones."""

from collections.abc import Callable
from types import MappingProxyType

from assist.errors import HotkeyTakenError
from assist.model.draft import Rect
from assist.ports import ClipboardContent, KeyClass, WindowInfo


class FakeWindows:
    """A window tracker over windows that a test opens."""

    def __init__(self) -> None:
        self._windows: dict[int, WindowInfo] = {}
        self._active = 0

    def open(self, app: str) -> WindowInfo:
        """Open a window, which becomes the active one."""
        number = len(self._windows) + 1
        window = WindowInfo(number, app, 1000 + number, Rect(10, 10, 400, 300))
        self._windows[number] = window
        self._active = number
        return window

    def shut(self, window_id: int) -> None:
        del self._windows[window_id]
        if self._active == window_id:
            self._active = 0

    def active_window(self) -> WindowInfo | None:
        return self._windows.get(self._active)

    def activate(self, window_id: int) -> bool:
        if window_id in self._windows:
            self._active = window_id
        return self._active == window_id


class FakeHotkeys:
    """Hotkeys that a test presses; ``taken`` belong to another program."""

    def __init__(self, *, taken: frozenset[str] = frozenset()) -> None:
        self._taken = taken
        self._grabbed: dict[str, Callable[[], None]] = {}

    def grab(self, chord: str, pressed: Callable[[], None]) -> None:
        if chord in self._taken:
            raise HotkeyTakenError(f"another program holds {chord}")
        self._grabbed[chord] = pressed

    def release(self, chord: str) -> None:
        self._grabbed.pop(chord, None)

    def close(self) -> None:
        self._grabbed.clear()

    def press(self, chord: str) -> bool:
        """Type a chord; True if it was ours, so that no client receives it."""
        pressed = self._grabbed.get(chord)
        if pressed is None:
            return False
        pressed()
        return True


class FakeKeys:
    """Key activity that a test makes up."""

    def __init__(self) -> None:
        self._pressed: Callable[[KeyClass, float], None] | None = None

    def start(self, pressed: Callable[[KeyClass, float], None]) -> None:
        self._pressed = pressed

    def stop(self) -> None:
        self._pressed = None

    def press(self, key_class: KeyClass, at: float) -> None:
        if self._pressed is not None:
            self._pressed(key_class, at)


class FakeClipboard:
    """A clipboard in memory."""

    def __init__(self) -> None:
        self.formats: dict[str, bytes] = {}

    def save(self) -> ClipboardContent:
        return ClipboardContent(MappingProxyType(dict(self.formats)))

    def put_text(self, text: str) -> None:
        self.formats = {"text/plain": text.encode()}

    def restore(self, content: ClipboardContent) -> None:
        self.formats = dict(content.formats)
