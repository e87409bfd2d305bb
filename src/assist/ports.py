"""What the program needs from the outside, as narrow protocols.

Adapters in ``backends``, ``desktop`` and ``storage`` implement them; fakes in
``tests/fakes`` implement them too and are held to the same contract suites.
Every method may be called from any thread unless it says otherwise.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from assist.model.draft import Draft, Field, Rect
from assist.model.edit import Edit
from assist.model.rule import RuleSet
from assist.model.span import Span
from assist.model.usage import UsageRecord


class Mode(StrEnum):
    """Whether the field with the focus can be read; the strip always says so."""

    READING = "reading"  # 读取正常
    IDLE = "idle"  # no watched field has the focus
    HOTKEY_ONLY = "hotkey_only"  # 仅热键
    CANNOT_READ = "cannot_read"  # 不可读
    PAUSED = "paused"  # 已暂停


@dataclass(frozen=True, slots=True)
class Status:
    """A mode, the program it is about, and a reason word for the strip.

    ``reason`` is an identifier such as ``password`` or ``no_text``; the
    overlay turns it into a sentence with a remedy.
    """

    mode: Mode
    app: str = ""
    reason: str = ""


class DraftListener(Protocol):
    """Receives what a draft source notices, on a thread of the source's own."""

    def draft_read(self, draft: Draft) -> None:
        """Take a reading whose text or field differs from the last one."""

    def field_left(self, field: Field) -> None:
        """Take note that ``field`` lost the focus or is gone."""

    def status_changed(self, status: Status) -> None:
        """Take note of a change of what can be read."""


class DraftSource(Protocol):
    """Reads the text field the agent is typing in."""

    def start(self, listener: DraftListener) -> None:
        """Begin to report to ``listener``; returns once the source listens.

        Password fields are never read; nothing of an event's payload is used.

        Raises:
            BackendUnavailableError: The source cannot work here.
        """

    def stop(self) -> None:
        """Stop; ``listener`` is not called after this returns.  May be repeated."""

    def read_now(self) -> None:
        """Read the focused field again without waiting for an event."""


class InsertedBy(StrEnum):
    """How a replacement got into the field."""

    EDITABLE_TEXT = "editable_text"
    PASTE = "paste"
    COPIED = "copied"  # nothing was written; the text is on the clipboard


class TextInserter(Protocol):
    """Writes into the field a draft was read from."""

    def apply(self, draft: Draft, edit: Edit) -> InsertedBy:
        """Make the field hold ``edit.after``, read it back and compare.

        Blocks up to two seconds; never call it on the Qt thread.

        Raises:
            StaleDraftError: The field no longer holds ``edit.before``.
            WrongWindowError: The field lost the focus; nothing was written.
            InsertionError: The field refused; it holds ``edit.before`` again.
        """


class Paster(Protocol):
    """Pastes into whatever has the focus in a window that cannot be read."""

    def paste(self, text: str, window_id: int) -> None:
        """Paste ``text`` once; it is not sent, and the clipboard comes back.

        Blocks up to two seconds; never call it on the Qt thread.

        Raises:
            WrongWindowError: ``window_id`` is not active; nothing was typed.
            InsertionError: The program did not fetch the text.
        """


class Sender(Protocol):
    """Sends what stands in a client's field, where the agent chose that for it."""

    def conversation(self, window_id: int) -> str:
        """Return a mark that differs where the window shows another conversation.

        Empty where nothing tells them apart; nothing is then sent.

        Raises:
            BackendError: The window system did not answer.
        """

    def send(self, window_id: int) -> None:
        """Press Enter once in ``window_id``.

        Raises:
            WrongWindowError: Another window is active; nothing was pressed.
            InsertionError: Enter cannot be pressed by itself now.
            BackendError: The window system did not answer.
        """


class TextRectangles(Protocol):
    """Tells where words of a draft are on the screen."""

    def of(self, draft: Draft, span: Span) -> tuple[Rect, ...]:
        """Return one rectangle per line of ``span``, in physical pixels.

        Empty where the program does not tell, where the field holds another
        text by now, and for lines that are scrolled out of the field.  Blocks
        up to half a second; never call it on the Qt thread.
        """

    def close(self) -> None:
        """End the connection.  May be repeated."""


@dataclass(frozen=True, slots=True)
class WindowInfo:
    """A top-level window of any program; ``area`` in physical pixels."""

    window_id: int
    app: str
    process_id: int
    area: Rect


class WindowTracker(Protocol):
    """Tells which window has the keyboard focus."""

    def active_window(self) -> WindowInfo | None:
        """Return the active window; None when no window is active.

        Raises:
            BackendError: The window system did not answer.
        """

    def activate(self, window_id: int) -> bool:
        """Give the focus back to a window; True once it has it (up to 2 s)."""


class Hotkeys(Protocol):
    """Grabs key combinations, so that the client never receives them."""

    def grab(self, chord: str, pressed: Callable[[], None]) -> None:
        """Call ``pressed`` whenever ``chord`` (``Alt+1``, ``Ctrl+Alt+D``) is typed.

        ``pressed`` runs on the adapter's thread.

        Raises:
            HotkeyTakenError: Another program holds the chord.
        """

    def release(self, chord: str) -> None:
        """Let ``chord`` through again; unknown chords are ignored."""

    def close(self) -> None:
        """Release all and end the adapter's thread.  May be repeated."""


class KeyClass(StrEnum):
    """All that is ever kept of a key press."""

    LETTER = "letter"
    DIGIT = "digit"
    SPACE = "space"  # the space bar and punctuation
    ENTER = "enter"
    OTHER = "other"


class KeyActivity(Protocol):
    """Reports classes of key presses while a watched field has the focus."""

    def start(self, pressed: Callable[[KeyClass, float], None]) -> None:
        """Call ``pressed(key_class, monotonic_seconds)`` for each key press."""

    def stop(self) -> None:
        """Stop listening altogether.  May be repeated."""


@dataclass(frozen=True, slots=True, repr=False)
class ClipboardContent:
    """What was on the clipboard, by MIME type; never shown in a repr."""

    formats: Mapping[str, bytes]


class Clipboard(Protocol):
    """The clipboard and, where there is one, the primary selection."""

    def save(self) -> ClipboardContent:
        """Return what the clipboard holds now."""

    def put_text(self, text: str) -> None:
        """Offer ``text``, asking history managers not to keep it."""

    def fetch_count(self) -> int:
        """Return how often other programs fetched a text that was put here."""

    def restore(self, content: ClipboardContent) -> None:
        """Put back what :meth:`save` returned."""


class PhraseStore(Protocol):
    """The phrase list in use."""

    def load(self) -> RuleSet:
        """Return the whole list.

        Raises:
            PhraseListError: Missing, damaged, or of a newer format.
        """


class UsageLog(Protocol):
    """Remembers what happened, never what was written."""

    def add(self, records: Iterable[UsageRecord]) -> None:
        """Store records durably enough to survive a kill.

        Raises:
            UsageLogError: The records could not be stored.
        """


class Clock(Protocol):
    """The time, as a port so that no test has to wait."""

    def monotonic(self) -> float:
        """Seconds that never go back."""

    def epoch_ms(self) -> int:
        """Wall clock, milliseconds since 1970-01-01 UTC."""
