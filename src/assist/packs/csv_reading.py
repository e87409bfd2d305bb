"""CSV files as tables of text, as Excel, WPS and LibreOffice write them."""

import codecs
import csv
import io
from pathlib import Path

from assist.authoring.columns import Sheet, heading_key
from assist.authoring.limits import MOST_BYTES
from assist.authoring.table import Table
from assist.errors import InputError
from assist.packs.files import read_bounded

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WITHOUT = ("utf-8", "gb18030")
_DELIMITERS = (",", "\t", ";", "，")
_SAVE_AS = "In Excel, save it as “CSV UTF-8 (Comma delimited)”, or as .xlsx."


def read_csv(path: Path) -> Table:
    """Read one CSV in UTF-8, UTF-16 or GB 18030, separated by commas or tabs.

    Raises:
        InputError: Not such a file; the message names the row where one is wrong.
    """
    text = _decoded(read_bounded(path, most=MOST_BYTES), path.name)
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True
    )
    rows: list[tuple[str, ...]] = []
    try:
        rows.extend(
            tuple(cell.replace("\r\n", "\n") for cell in cells) for cells in reader
        )
    except csv.Error as error:
        raise InputError(
            f"{path.name}, row {len(rows) + 1}: {error}.",
            hint="Put double quotes around a cell that holds a comma or a quote.",
        ) from error
    return Table(path.stem, tuple(rows))


def read_text(path: Path, *, most: int) -> str:
    """Read a text file in one of the encodings above.

    Raises:
        InputError: It cannot be read, is larger than ``most`` bytes, or no text.
    """
    return _decoded(read_bounded(path, most=most), path.name)


def _decoded(data: bytes, name: str) -> str:
    encodings = [code for mark, code in _BOMS if data.startswith(mark)] or _WITHOUT
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise InputError(f"{name} is not a text file in a known encoding.", hint=_SAVE_AS)


def _delimiter(text: str) -> str:
    """Return the sign that makes most headings of the first lines known ones."""
    lines = text[:20_000].splitlines()[:10]

    def known(delimiter: str) -> int:
        cells = (cell.strip(' "') for line in lines for cell in line.split(delimiter))
        return sum(
            any(heading_key(sheet, cell) for sheet in Sheet) for cell in cells if cell
        )

    return max(_DELIMITERS, key=known)
