"""Which shifts a review is about."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Stretch(StrEnum):
    """What kind of selection it is."""

    LAST = "last"  # the shift that goes on, else the last one
    DAYS = "days"  # the shifts that began on these days, local time
    ONE = "one"  # one shift by its number
    ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """A choice of whole shifts; a night shift belongs to the day it began.

    Attributes:
        first: First day of ``DAYS``.
        last: Last day of ``DAYS``, included.
        shift_id: Of ``ONE``.
    """

    stretch: Stretch
    first: date = date.min
    last: date = date.min
    shift_id: int = 0

    def __str__(self) -> str:
        """Return the selection as it is written on the command line."""
        if self.stretch is not Stretch.DAYS:
            return self.stretch.value
        if self.first == self.last:
            return self.first.isoformat()
        return f"{self.first}..{self.last}"

    def bounds_ms(self) -> tuple[int, int]:
        """Return when the shifts of ``DAYS`` began: from, and before."""
        return _midnight_ms(self.first), _midnight_ms(self.last + timedelta(days=1))


LAST = Selection(stretch=Stretch.LAST)
ALL = Selection(stretch=Stretch.ALL)


def one_shift(shift_id: int) -> Selection:
    """Return the selection of a single shift."""
    return Selection(stretch=Stretch.ONE, shift_id=shift_id)


def parse_selection(text: str, *, today: date) -> Selection:
    """Read ``last``, ``today``, ``all``, ``2026-11-21`` or ``2026-11-01..2026-11-30``.

    Raises:
        ValueError: It is none of these, or a day that does not exist.
    """
    named = {"last": LAST, "all": ALL, "today": days(today, today)}
    if text.lower() in named:
        return named[text.lower()]
    first, dots, last = text.partition("..")
    if not all(_DAY.fullmatch(part) for part in (first, last if dots else first)):
        raise ValueError(
            f"{text!r} is not last, today, all, a day like 2026-11-21,"
            " or days like 2026-11-01..2026-11-30"
        )
    begin = date.fromisoformat(first)
    return days(begin, date.fromisoformat(last) if dots else begin)


def days(first: date, last: date) -> Selection:
    """Return the selection of the shifts that began on these days.

    Raises:
        ValueError: ``last`` is before ``first``.
    """
    if last < first:
        raise ValueError(f"{last} is before {first}")
    return Selection(stretch=Stretch.DAYS, first=first, last=last)


def _midnight_ms(day: date) -> int:
    """Return local midnight; its offset from UTC is the one of that moment."""
    midnight = datetime.combine(day, time())
    return round(midnight.timestamp() * 1000)
