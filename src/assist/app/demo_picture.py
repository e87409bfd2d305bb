"""Screenshots as PNG files, without a library."""

import struct
import zlib

from assist.backends.linux.x11_screen import Picture

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_EIGHT_BIT_RGB = (8, 2, 0, 0, 0)


def png(picture: Picture) -> bytes:
    """Encode ``picture``, each row without a filter.

    Source:
        PNG specification, second edition, sections 5.2 and 11.2.
    """
    size = struct.pack(">II5B", picture.width, picture.height, *_EIGHT_BIT_RGB)
    rows = zlib.compress(_rows(picture), 6)
    chunks = ((b"IHDR", size), (b"IDAT", rows), (b"IEND", b""))
    return _SIGNATURE + b"".join(_chunk(kind, data) for kind, data in chunks)


def _rows(picture: Picture) -> bytes:
    """Reorder to red, green, blue; a 0 before each row means no filter."""
    count = picture.width * picture.height
    colours = bytearray(3 * count)
    for place, source in enumerate((2, 1, 0)):
        colours[place::3] = picture.pixels[source::4]
    row = 3 * picture.width
    return b"".join(
        b"\0" + colours[start : start + row] for start in range(0, len(colours), row)
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    check = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)
