"""Characters that look alike, and are taken for one another when typed by shape."""

from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "data" / "look_alikes.txt"


@cache
def _table() -> dict[str, str]:
    lines = _FILE.read_text(encoding="utf-8").splitlines() if _FILE.exists() else []
    return {line[0]: line[1:] for line in lines if line}


def look_alike(one: str, other: str) -> bool:
    """Tell whether two characters are easily taken for one another."""
    return other in _table().get(one, "")
