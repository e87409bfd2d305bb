"""Offsets and lengths in the units of the toolkits (pure)."""

from assist.backends.linux.quirks import Unit

BMP_END = 0xFFFF


def utf16_length(text: str) -> int:
    """Return the number of UTF-16 units of ``text``; lone surrogates count one."""
    return len(text) + sum(ord(character) > BMP_END for character in text)


def length_in(unit: Unit, text: str) -> int:
    """Return the length of ``text`` counted in ``unit``."""
    if unit is Unit.UTF16:
        return utf16_length(text)
    if unit is Unit.UTF8_BYTES:
        return len(text.encode("utf-8", "surrogatepass"))
    return len(text)


def to_unit(unit: Unit, text: str, index: int) -> int:
    """Convert a code point ``index`` of ``text`` to an offset in ``unit``."""
    return length_in(unit, text[:index])


def from_unit(unit: Unit, text: str, offset: int) -> int:
    """Convert an ``offset`` in ``unit`` to a code point index of ``text``.

    An offset inside a character gives that character's index; one outside the
    text gives the nearer end.
    """
    if offset <= 0:
        return 0
    if unit is Unit.CODE_POINTS:
        return min(offset, len(text))
    passed = 0
    for index, character in enumerate(text):
        passed += length_in(unit, character)
        if passed > offset:
            return index
    return len(text)


def unit_of_count(text: str, count: int, expected: Unit) -> Unit:
    """Tell what a field counts in from its own character count.

    Args:
        text: What the field holds.
        count: The number of characters the field says it holds.
        expected: The toolkit's usual unit, used where the count tells nothing:
            both units agree, or the text changed between the two answers.
    """
    points, utf16 = len(text), utf16_length(text)
    if points == utf16:
        return expected
    if count == points:
        return Unit.CODE_POINTS
    return Unit.UTF16 if count == utf16 else expected
