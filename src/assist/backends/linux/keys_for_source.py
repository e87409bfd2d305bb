"""Key classes on their way past the source, which reads sooner by them."""

from collections.abc import Callable

from assist.backends.linux.atspi_source import AtspiSource
from assist.ports import KeyActivity, KeyClass


class KeysForSource:
    """A KeyActivity whose classes ``source`` hears too."""

    def __init__(self, keys: KeyActivity, source: AtspiSource) -> None:
        self._keys = keys
        self._source = source

    def start(self, pressed: Callable[[KeyClass, float], None]) -> None:
        """Call ``pressed(key_class, monotonic_seconds)`` for each key press."""

        def heard(key: KeyClass, at: float) -> None:
            self._source.key_pressed(key)
            pressed(key, at)

        self._keys.start(heard)

    def stop(self) -> None:
        """Stop listening altogether.  May be repeated."""
        self._keys.stop()
        self._source.keys_unheard()
