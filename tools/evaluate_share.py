"""A count as a share of a whole."""


def share(part: int, whole: int) -> dict[str, float | int]:
    """Return a count with its whole and the percentage, two decimals."""
    percent = round(100 * part / whole, 2) if whole else 0.0
    return {"of": whole, "count": part, "percent": percent}
