"""Qt counts UTF-16 units; the rest of the program counts code points."""


def units(text: str) -> int:
    """Return the length of ``text`` in UTF-16 units."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def to_units(text: str, index: int) -> int:
    """Convert an index of ``text`` from code points to UTF-16 units."""
    return units(text[:index])


def from_units(text: str, index: int) -> int:
    """Convert an index of ``text`` from UTF-16 units to code points.

    An index in the middle of a pair counts the whole pair.
    """
    passed = 0
    for place, letter in enumerate(text):
        if passed >= index:
            return place
        passed += units(letter)
    return len(text)
