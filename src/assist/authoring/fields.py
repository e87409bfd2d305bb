"""The keys of one JSON object, taken out one by one with their types checked."""

import unicodedata
from collections.abc import Callable
from enum import StrEnum
from typing import Any, TypeVar

from assist.authoring.json_text import canonical, is_unicode
from assist.authoring.limits import LONGEST_TEXT, MOST_ITEMS
from assist.authoring.pack import Extras
from assist.errors import PackFormatError

Choice = TypeVar("Choice", bound=StrEnum)
Made = TypeVar("Made")


class Fields:
    """What one JSON object holds; what is never asked for is :meth:`rest`.

    Every method raises PackFormatError, naming ``where``, when a value has
    another type or is too long.
    """

    def __init__(self, value: Any, where: str) -> None:
        if not isinstance(value, dict):
            raise PackFormatError(f"{where} is not an object.")
        self.where = where
        self._values = value
        self._asked: set[str] = set()

    @property
    def whole_object(self) -> dict[str, Any]:
        """The object with all its keys."""
        return dict(self._values)

    def take(self, key: str, default: Any = None) -> Any:
        """Return a value whatever its type."""
        self._asked.add(key)
        return self._values.get(key, default)

    def text(self, key: str, *, most: int = LONGEST_TEXT, default: str = "") -> str:
        """Return a line of text without blanks around it."""
        return _line(self.take(key, default), f"{self.where}, {key}", most)

    def needed(self, key: str, *, most: int = LONGEST_TEXT) -> str:
        """Return a line of text that may not be empty."""
        value = self.text(key, most=most)
        if not value:
            raise PackFormatError(f"{self.where} has no {key}.")
        return value

    def texts(
        self, key: str, *, most: int = LONGEST_TEXT, items: int = MOST_ITEMS
    ) -> tuple[str, ...]:
        """Return a list of lines; none of them is empty."""
        found = []
        for number, value in enumerate(self.listed(key, items=items), 1):
            where = f"{self.where}, {key}, item {number}"
            line = _line(value, where, most)
            if not line:
                raise PackFormatError(f"{where} is empty.")
            found.append(line)
        return tuple(found)

    def listed(self, key: str, *, items: int) -> list[Any]:
        """Return a list of anything."""
        values = self.take(key, [])
        if not isinstance(values, list):
            raise PackFormatError(f"{self.where}, {key}, is not a list.")
        if len(values) > items:
            raise PackFormatError(
                f"{self.where}, {key}, has more than {items:,} items."
            )
        return values

    def each(
        self, key: str, make: Callable[["Fields"], Made], *, items: int
    ) -> tuple[Made, ...]:
        """Return what ``make`` makes of each object of a list."""
        return tuple(
            make(Fields(value, f"{key}[{number}]"))
            for number, value in enumerate(self.listed(key, items=items), 1)
        )

    def flag(self, key: str, *, default: bool = False) -> bool:
        """Return true or false."""
        value = self.take(key, default)
        if not isinstance(value, bool):
            raise PackFormatError(f"{self.where}, {key}, is not true or false.")
        return value

    def whole(self, key: str, *, low: int, high: int) -> int:
        """Return a whole number from ``low`` to ``high``."""
        value = self.take(key)
        if type(value) is not int or not low <= value <= high:
            raise PackFormatError(
                f"{self.where}, {key}, is not a whole number from {low} to {high}."
            )
        return value

    def choice(self, key: str, default: Choice) -> Choice:
        """Return one word of an enumeration."""
        return self.one_of(key, self.text(key, default=default.value), type(default))

    def one_of(self, key: str, word: str, choices: type[Choice]) -> Choice:
        """Return the member of ``choices`` that ``word`` names."""
        try:
            return choices(word)
        except ValueError:
            known = ", ".join(choices)
            raise PackFormatError(
                f"{self.where}, {key}, is {word!r}, not one of {known}."
            ) from None

    def rest(self) -> Extras:
        """Return what was not asked for, by key."""
        return extras(
            {
                key: value
                for key, value in self._values.items()
                if key not in self._asked
            },
            self.where,
        )


def extras(values: dict[str, Any], where: str) -> Extras:
    """Return ``values`` as unknown keys are kept."""
    found = []
    for key in sorted(values):
        place = f"{where}, {_line(key, f'{where}, a key', LONGEST_TEXT)}"
        found.append((key, canonical(values[key], where=place)))
    return tuple(found)


def clean(text: str) -> bool:
    """Tell whether ``text`` is a line that every file can hold.

    That is Unicode without line breaks, control characters and the two
    non-characters that XML forbids.
    """
    if text.isascii() and text.isprintable():
        return True
    return is_unicode(text) and not any(
        code in "\ufffe\uffff" or unicodedata.category(code) in {"Cc", "Zl", "Zp"}
        for code in text
    )


def _line(value: Any, where: str, most: int) -> str:
    if not isinstance(value, str):
        raise PackFormatError(f"{where} is not a text.")
    if len(value) > most:
        raise PackFormatError(f"{where} is longer than {most:,} characters.")
    if not clean(value):
        raise PackFormatError(f"{where} holds a line break or a control character.")
    if value != value.strip():
        raise PackFormatError(f"{where} begins or ends with a blank.")
    return value
