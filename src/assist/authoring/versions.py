"""Versions of the program, compared."""

import re

_NUMBERS = re.compile(r"[0-9]+(?:\.[0-9]+)*")


def program_too_old(needs: str, version: str) -> bool:
    """Tell whether a program of ``version`` is older than a pack ``needs``.

    What does not begin with numbers counts as no need, and as version 0.
    """
    return _numbers(version) < _numbers(needs)


def _numbers(version: str) -> tuple[int, ...]:
    found = _NUMBERS.match(version)
    numbers = [int(one[:9]) for one in found[0].split(".")] if found else []
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)
