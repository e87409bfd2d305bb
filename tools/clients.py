"""Write docs/clients.md: what Assist can do in each kind of client, measured.

Usage, on a private desktop with the programs of requirements/debian-test.txt:
python -m assist.backends.linux.private_desktop -- python tools/clients.py
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tests" / "e2e"), str(Path(__file__).parent)]

from bench_desktop import percentile  # noqa: E402  the folders are added above
from desktop_session import DesktopSession, start_editor  # noqa: E402
from input_method import CLIENTS_ENVIRON, Fcitx  # noqa: E402
from recorder import Recorder  # noqa: E402
from web_client import WebClient  # noqa: E402
from xclip_clipboard import (  # noqa: E402
    XclipClipboard,
    read_selection,
    write_selection,
)

from assist.app import build  # noqa: E402
from assist.backends.linux.atspi_inserter import AtspiInserter  # noqa: E402
from assist.backends.linux.atspi_source import AtspiSource  # noqa: E402
from assist.backends.linux.text_rectangles import AtspiTextRectangles  # noqa: E402
from assist.errors import AssistError  # noqa: E402
from assist.model.draft import Draft  # noqa: E402
from assist.model.edit import Edit  # noqa: E402
from assist.model.span import Span  # noqa: E402

PAGE = ROOT / "docs" / "clients.md"
BEFORE = "亲😀👍🏽你好，这个不归我管。\n谢谢"
OFFENDING = "这个不归我管"
COMPLIANT = "我来帮您转给负责的同事😊"
KEYS = "lorem ipsum dolor sit amet consectetur a"
CLIPBOARD = "订单号 1234"
REPLACEMENTS = 5
MOST_UNDO_STEPS = 4
PINYIN = ("women", "baozheng", "zuidijia", "buzhidao", "nizijikan")
HEAD = """# What works in which client

Made by `make clients`; do not edit. Measured on a private X11 desktop (Xvfb,
openbox) with real programs and real key events; the times hold for a machine that
did other work meanwhile. A client that could not be measured says so.

- **Keys read**: of {keys} keys, how many were followed by a reading of their own.
- **Key → finding**: from the key to the end of matching, median and 95th percentile.
- **Replaced**: exact of {replaced}, with emoji and hanzi before the words, each
  taken back exactly by Assist's own undo; and how it was written.
- **Ctrl+Z**: how many presses of the client's own undo bring the old text back.
- **Clipboard**, **focus**: whether both were as before after every replacement.
- **Words' place**: whether the client tells where the offending words are.
- **Password**: whether the client's password fields are left unread.
- **Preedit**: drafts read while pinyin was being composed, of {pinyin} compositions.

"""
COLUMNS = (
    "Client",
    "Toolkit",
    "Keys read",
    "Key → finding ms",
    "Replaced",
    "Ctrl+Z",
    "Clipboard",
    "Focus",
    "Words' place",
    "Password",
    "Preedit",
)


class Eyes(Recorder):
    """A listener that matches every draft and notes when it was done."""

    def __init__(self) -> None:
        super().__init__()
        self._match = build.checker()
        self.done_at = 0.0

    def draft_read(self, draft: Draft) -> None:
        """Match before the draft counts as told."""
        self._match(draft.text)
        self.done_at = time.monotonic()
        super().draft_read(draft)


@dataclass(frozen=True, slots=True)
class Kind:
    """One row: how a client is opened, and how its empty field gets the focus."""

    name: str
    open: Callable[[DesktopSession, ExitStack], Callable[[], None]]
    password: str


class Visit:
    """One client with its field in focus, and all that is measured there."""

    def __init__(self, session: DesktopSession, eyes: Eyes, running: ExitStack) -> None:
        self._session, self._eyes = session, eyes
        self._inserter = AtspiInserter(session.windows, XclipClipboard())
        running.callback(self._inserter.close)
        self._places = AtspiTextRectangles(session.windows)
        running.callback(self._places.close)

    def keys(self) -> tuple[str, str]:
        """Type and wait for each reading."""
        times: list[float] = []
        typed = ""
        for key in KEYS:
            typed += key
            began = time.monotonic()
            self._session.type_keys(key)
            try:
                self._eyes.wait_for_text(typed)
            except AssertionError:
                break
            times.append(1000 * (self._eyes.done_at - began))
        if not times:
            return f"0 of {len(KEYS)}", "–"
        spread = f"{percentile(times, 0.5):.1f} / {percentile(times, 0.95):.1f}"
        return f"{len(times)} of {len(KEYS)}", spread

    def replacements(self) -> tuple[str, str, str, str]:
        """Replace and undo; return exactness, place, clipboard, focus."""
        write_selection("clipboard", CLIPBOARD.encode())
        window = self._session.windows.active_id()
        exact, ways, place = 0, set(), "none"
        for _ in range(REPLACEMENTS):
            draft = self._eyes.wait_for_text(BEFORE)
            at = BEFORE.index(OFFENDING)
            span = Span(at, at + len(OFFENDING))
            if self._places.of(draft, span):
                place = "told"
            edit = Edit(span, COMPLIANT, BEFORE)
            try:
                ways.add(self._inserter.apply(draft, edit).value)
                after = self._eyes.wait_for_text(edit.after)
                self._inserter.apply(after, edit.reversed())
                self._eyes.wait_for_text(BEFORE)
            except (AssertionError, AssistError):
                break
            exact += 1
        how = ", ".join(sorted(ways)) or "–"
        kept = read_selection("clipboard").decode() == CLIPBOARD
        focus = self._session.windows.active_id() == window
        said = f"{exact} of {REPLACEMENTS} ({how})"
        return said, place, _yes(kept), _yes(focus)

    def undo_steps(self) -> str:
        """Replace once more and press the client's own undo."""
        at = BEFORE.index(OFFENDING)
        edit = Edit(Span(at, at + len(OFFENDING)), COMPLIANT, BEFORE)
        try:
            self._inserter.apply(self._eyes.wait_for_text(BEFORE), edit)
            self._eyes.wait_for_text(edit.after)
        except (AssertionError, AssistError):
            return "–"
        for steps in range(1, MOST_UNDO_STEPS + 1):
            told = len(self._eyes.drafts)
            self._session.press("Ctrl+Z")
            try:
                self._eyes.wait_until(lambda told=told: len(self._eyes.drafts) > told)
                time.sleep(0.2)
            except AssertionError:
                break
            if self._eyes.drafts[-1].text == BEFORE:
                return str(steps)
        return f"not in {MOST_UNDO_STEPS}"

    def type_before(self) -> None:
        """Type the draft that is replaced in."""
        self._session.type_keys(BEFORE)
        self._eyes.wait_for_text(BEFORE)

    def preedit(self, pinyin: Fcitx) -> str:
        """Compose words and count what is read before they are committed."""
        early = done = 0
        for letters in PINYIN:
            before = len(self._eyes.drafts)
            pinyin.compose(letters)
            time.sleep(0.5)
            early += len(self._eyes.drafts) - before
            self._session.press("space")
            pinyin.wait_until_done()
            self._eyes.wait_until(lambda told=before: len(self._eyes.drafts) > told)
            done += 1
        return f"{early} in {done}"


def _yes(value: object) -> str:
    return "yes" if value else "NO"


def _editor(name: str) -> Callable[[DesktopSession, ExitStack], Callable[[], None]]:
    def opened(session: DesktopSession, _running: ExitStack) -> Callable[[], None]:
        start_editor(session, name, **CLIENTS_ENVIRON)

        def empty() -> None:
            session.press("Ctrl+A")
            session.press("BackSpace")

        return empty

    return opened


def _page(
    browser: str, field: str
) -> Callable[[DesktopSession, ExitStack], Callable[[], None]]:
    def opened(session: DesktopSession, running: ExitStack) -> Callable[[], None]:
        profile = running.enter_context(
            tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        )
        client = WebClient(session, browser, Path(profile), **CLIENTS_ENVIRON)
        running.callback(client.close)
        client.show(field)

        def empty() -> None:
            client.show("password")
            client.show(field)

        return empty

    return opened


KINDS = (
    Kind("Mousepad", _editor("mousepad"), "yes (test form)"),
    Kind("GNOME Text Editor", _editor("gnome-text-editor"), "–"),
    Kind("Qt 6 editor", _editor("qt_editor"), "yes (test form)"),
    Kind("FeatherPad", _editor("featherpad"), "–"),
    Kind("Chromium, textarea", _page("chromium", "textarea"), "yes"),
    Kind("Chromium, contenteditable", _page("chromium", "editable"), "yes"),
    Kind("Firefox, textarea", _page("firefox", "textarea"), "yes"),
    Kind("Firefox, contenteditable", _page("firefox", "editable"), "yes"),
)


@contextmanager
def visited(
    session: DesktopSession, kind: Kind
) -> Iterator[tuple[Visit, Eyes, Callable[[], None]]]:
    """Open a client, listen to it, and end it afterwards."""
    with ExitStack() as running:
        eyes = Eyes()
        source = AtspiSource(session.windows)
        source.start(eyes)
        running.callback(source.stop)
        running.callback(session.end_programs)
        empty = kind.open(session, running)
        eyes.wait_for_text("")
        yield Visit(session, eyes, running), eyes, empty


def row(session: DesktopSession, kind: Kind) -> tuple[str, ...]:
    """Measure one client; a column that cannot be measured says so."""
    with visited(session, kind) as (visit, eyes, empty):
        toolkit = eyes.drafts[-1].field.toolkit
        read, times = visit.keys()
        empty()
        eyes.wait_for_text("")
        visit.type_before()
        said, place, clipboard, focus = visit.replacements()
        undo = visit.undo_steps()
    columns = (read, times, said, undo, clipboard, focus, place, kind.password)
    return (kind.name, toolkit, *columns, composed(session, kind))


def composed(session: DesktopSession, kind: Kind) -> str:
    """Open the client once more, beside an input method."""
    pinyin = Fcitx(session)
    try:
        with visited(session, kind) as (visit, eyes, _empty):
            pinyin.wait_until_served()
            eyes.wait_for_text("")
            return visit.preedit(pinyin)
    except AssertionError:
        return "–"
    finally:
        pinyin.close()


def main() -> int:
    """Measure every client whose name holds one of the arguments, or all."""
    wanted = sys.argv[1:]
    rows = []
    with DesktopSession() as session:
        for kind in KINDS:
            if wanted and not any(part in kind.name for part in wanted):
                continue
            try:
                rows.append(row(session, kind))
            except (AssertionError, AssistError) as error:
                print(kind.name, error)
                rest = ("–",) * (len(COLUMNS) - 2)
                rows.append((kind.name, "not measured", *rest))
            print(rows[-1], flush=True)
    head = HEAD.format(keys=len(KEYS), replaced=REPLACEMENTS, pinyin=len(PINYIN))
    lines = [COLUMNS, ("---",) * len(COLUMNS), *rows]
    table = "\n".join("| " + " | ".join(line) + " |" for line in lines)
    if not wanted:
        PAGE.write_text(head + table + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
