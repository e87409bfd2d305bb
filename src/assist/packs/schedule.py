"""When to ask for packs again: regularly, not all at once, and less after failures."""

LONGEST_SECONDS = 4 * 3600
_JITTER = 0.2
_FIRST_WITHIN = 0.1


def pause_seconds(every_seconds: float, failures: int, chance: float) -> float:
    """Return how long to wait before the next check.

    Args:
        every_seconds: Between two checks when all is well.
        failures: How many checks in a row failed; each doubles the pause.
        chance: A random number from 0 to 1; spreads agents by a fifth either
            way, so that 500 of them do not ask in the same second.
    """
    pause = every_seconds * 2.0 ** min(failures, 16)
    longest = max(LONGEST_SECONDS, every_seconds)
    return min(pause, longest) * (1 - _JITTER + 2 * _JITTER * chance)


def first_pause_seconds(every_seconds: float, chance: float) -> float:
    """Return how long to wait after the start: at once, but not all at once."""
    return min(every_seconds * _FIRST_WITHIN, 30.0) * chance
