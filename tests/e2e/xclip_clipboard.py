"""Clipboard and PRIMARY through xclip: text only, no Qt in the test process."""

import subprocess
from types import MappingProxyType

from assist.ports import ClipboardContent

SELECTIONS = ("clipboard", "primary")


class XclipClipboard:
    def save(self) -> ClipboardContent:
        found = {name: read_selection(name) for name in SELECTIONS}
        return ClipboardContent(MappingProxyType(found))

    def put_text(self, text: str) -> None:
        write_selection("clipboard", text.encode())

    def restore(self, content: ClipboardContent) -> None:
        for name, held in content.formats.items():
            write_selection(name, held)


def read_selection(name: str) -> bytes:
    """Return the text of a selection; empty when nobody owns it."""
    command = ["xclip", "-selection", name, "-o", "-t", "UTF8_STRING"]
    return subprocess.run(command, capture_output=True, check=False).stdout


def write_selection(name: str, held: bytes) -> None:
    """Own a selection from now on, in a process of its own."""
    command = ["xclip", "-selection", name, "-i"]
    subprocess.run(command, input=held, stdout=subprocess.DEVNULL, check=True)
