"""Slots such as ``{公司}`` in sentences."""

import re

_SLOT = re.compile(r"\{([^{}]+)\}")


def slot_names(text: str) -> tuple[str, ...]:
    """Return the names of the slots of a sentence, in order, without braces."""
    return tuple(_SLOT.findall(text))


def has_open_slot(text: str) -> bool:
    """Tell whether a brace of ``text`` belongs to no slot."""
    return any(brace in _SLOT.sub("", text) for brace in "{}")
