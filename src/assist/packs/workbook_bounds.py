"""A workbook made safe to open: nothing in it is larger than it says.

An .xlsx is a zip of XML.  Its parts are unpacked here within bounds and packed
again without compression, so that the reader behind gets exactly what was
looked at; a stream longer than declared never reaches it.
"""

import io
import re
import zipfile
import zlib

from assist.errors import InputError

MOST_BYTES = 32 * 1024 * 1024
MOST_UNPACKED = 256 * 1024 * 1024
MOST_PARTS = 2_000
MOST_CELLS = 4_000_000
"""The reader keeps a full rectangle up to the last cell: 32 bytes each."""

_LATER = "Save it again as a plain .xlsx workbook, without macros and objects."
_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*)>(?!</)")
_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*)>(?!</)")
_PLACE = re.compile(rb"""\br\s*=\s*["']([A-Z]{0,3})([0-9]{1,7})["']""")


def checked_copy(data: bytes, name: str) -> io.BytesIO:
    """Return an equal workbook in memory that holds no surprise.

    Raises:
        InputError: It is no .xlsx workbook, or beyond the bounds.
    """
    copy = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_list(archive, name)
            with zipfile.ZipFile(copy, "w", zipfile.ZIP_STORED) as target:
                for info in archive.infolist():
                    part = archive.read(info)
                    _check_part(info.filename, part, name)
                    target.writestr(info.filename, part)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        RuntimeError,  # what zipfile says to a part with a password
        OSError,
        ValueError,
    ) as error:
        raise InputError(
            f"{name} is a damaged or protected workbook.", hint=_LATER
        ) from error
    copy.seek(0)
    return copy


def _check_list(archive: zipfile.ZipFile, name: str) -> None:
    parts = archive.infolist()
    names = [part.filename for part in parts]
    if len(parts) > MOST_PARTS or len(set(names)) != len(names):
        raise InputError(f"{name} holds too many parts, or one twice.", hint=_LATER)
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        most = MOST_UNPACKED // 1024 // 1024
        raise InputError(f"{name} unpacks to more than {most} MiB.", hint=_LATER)
    if "xl/workbook.xml" not in names:
        raise InputError(f"{name} is not an .xlsx workbook.", hint=_LATER)


def _check_part(part: str, data: bytes, name: str) -> None:
    if not part.endswith((".xml", ".rels")):
        return
    if b"\0" in data or b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise InputError(f"{name} holds XML that workbooks do not need.", hint=_LATER)
    rows, columns = _extent(data)
    if rows * columns > MOST_CELLS:
        raise InputError(
            f"{name} has a cell far outside its table (row {rows:,}).",
            hint="Delete the rows and columns beyond the table, then save it again.",
        )


def _extent(data: bytes) -> tuple[int, int]:
    rows = columns = 1
    for found in (*_CELL.finditer(data), *_ROW.finditer(data)):
        attributes = found[1]
        if attributes.endswith(b"/"):
            continue  # formatted, but empty: the reader leaves it out
        place = _PLACE.search(attributes)
        if place:
            rows = max(rows, int(place[2]))
            columns = max(columns, _column(place[1]))
    return rows, columns


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
