"""Clipboard and PRIMARY through xclip: text only, no Qt in the test process."""

import subprocess
from types import MappingProxyType

from desktop_session import wait_for

from assist.ports import ClipboardContent

SELECTIONS = ("clipboard", "primary")
TIMEOUT_S = 2.0


class XclipClipboard:
    """Takes both selections at first: their last owner may be this very process."""

    def __init__(self) -> None:
        for name in SELECTIONS:
            write_selection(name, b"")

    def save(self) -> ClipboardContent:
        found = {name: read_selection(name) for name in SELECTIONS}
        return ClipboardContent(MappingProxyType(found))

    def put_text(self, text: str) -> None:
        write_selection("clipboard", text.encode())

    def restore(self, content: ClipboardContent) -> None:
        for name, held in content.formats.items():
            write_selection(name, held)


def read_selection(name: str) -> bytes:
    """Return the text of a selection; empty when nobody owns it or answers."""
    command = ["xclip", "-selection", name, "-o", "-t", "UTF8_STRING"]
    try:
        return subprocess.run(
            command, capture_output=True, check=False, timeout=TIMEOUT_S
        ).stdout
    except subprocess.TimeoutExpired:
        return b""


def write_selection(name: str, held: bytes) -> None:
    """Own a selection from now on, in a process of its own.

    xclip goes to the background before its claim has reached the X server.
    """
    command = ["xclip", "-selection", name, "-i"]
    subprocess.run(command, input=held, stdout=subprocess.DEVNULL, check=True)
    wait_for(lambda: read_selection(name) == held)
