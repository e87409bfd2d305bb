"""Puts the parts of the review together; free of Qt."""

from datetime import datetime
from typing import TYPE_CHECKING

from assist.app import build

if TYPE_CHECKING:
    from assist.review.selection import Selection
    from assist.review.summary import Summary


def selection(text: str) -> "Selection":
    """Read which shifts are meant; see ``review.selection``.

    Raises:
        ValueError: It cannot be read.
    """
    from assist.review.selection import parse_selection

    today = datetime.now().astimezone().date()
    return parse_selection(text, today=today)


def summarise(selected: "Selection") -> "Summary":
    """Add up shifts of this user.

    Raises:
        UsageLogError: The log is damaged, locked or of a newer format.
    """
    from assist.review.summary import Summary
    from assist.storage.usage_totals import read_totals

    return Summary(selected, read_totals(build.user_folders().usage_log, selected))
