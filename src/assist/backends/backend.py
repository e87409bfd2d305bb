"""All that one desktop offers, and what it needs to be opened."""

from collections.abc import Callable
from dataclasses import dataclass

from assist.ports import (
    Clipboard,
    DraftSource,
    Hotkeys,
    KeyActivity,
    Paster,
    Sender,
    TextInserter,
    TextRectangles,
    WindowTracker,
)


@dataclass(frozen=True, slots=True)
class Needs:
    """What a backend is given.

    Attributes:
        clipboard: Lent to the inserter.
        watched: Programs that may be read; None allows all.
    """

    clipboard: Clipboard
    watched: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Backend:
    """The ports that touch other programs, opened together.

    ``watch`` sets the programs that may be read from now on; ``close`` ends
    every connection and may be repeated; ``places`` is None where no
    program tells; ``open_programs`` names the programs that have a window;
    ``sender`` is None where nothing can be sent.
    """

    source: DraftSource
    inserter: TextInserter
    paster: Paster
    windows: WindowTracker
    hotkeys: Hotkeys
    keys: KeyActivity
    watch: Callable[[frozenset[str] | None], None]
    close: Callable[[], None]
    places: TextRectangles | None = None
    open_programs: Callable[[], tuple[str, ...]] = tuple
    sender: Sender | None = None
