"""JSON read strictly and written in one way only."""

import json
import math
from collections.abc import Iterator
from typing import Any

from assist.authoring.limits import DEEPEST, LONGEST_UNKNOWN
from assist.errors import PackFormatError

_DAMAGED = "Fetch or build it again."


def read_json(data: bytes) -> Any:
    """Decode one JSON document.

    Raises:
        PackFormatError: Not UTF-8, not JSON, a key twice in one object, a
            number that is not finite, or nested too deeply to be read.
    """
    try:
        return json.loads(
            data.decode("utf-8"),
            object_pairs_hook=_object,
            parse_constant=_refuse_constant,
            parse_float=_finite,
        )
    except (ValueError, RecursionError) as error:
        message = f"The pack is not valid JSON: {_reason(error)}."
        raise PackFormatError(message, hint=_DAMAGED) from error


def canonical(value: Any, *, where: str) -> str:
    """Return ``value`` as JSON in the one form it is compared and kept in.

    Raises:
        PackFormatError: Too long, too deep, or with a text that is no Unicode.
    """
    if _too_deep(value):
        raise PackFormatError(f"{where} is nested more than {DEEPEST} levels deep.")
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    if len(text) > LONGEST_UNKNOWN:
        raise PackFormatError(f"{where} is longer than {LONGEST_UNKNOWN:,} characters.")
    if not is_unicode(text):
        raise PackFormatError(f"{where} holds half a character.")
    return text


def is_unicode(text: str) -> bool:
    """Tell whether ``text`` can be written as UTF-8 (no lone surrogate)."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f"the key {twice[:40]!r} stands twice in one object")
    return made


def _refuse_constant(name: str) -> Any:
    raise ValueError(f"{name} is not a number")


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError("a number is too large")
    return number


def _reason(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return "it is not UTF-8 text"
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    return str(error).split(" (char", maxsplit=1)[0].rstrip(".")


def _too_deep(value: Any) -> bool:
    level = [value]
    for _ in range(DEEPEST):
        level = [child for one in level for child in _children(one)]
        if not level:
            return False
    return True


def _children(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        yield from value.values()
    elif isinstance(value, list):
        yield from value
