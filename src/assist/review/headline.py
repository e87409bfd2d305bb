"""What went well in a shift, to be said before anything else."""

from enum import StrEnum

from assist.model.usage import Action
from assist.review.summary import Summary


class Headline(StrEnum):
    """The kind of sentence at the top; the best that is true."""

    NOTHING = "nothing"  # no shift, or nothing happened in it
    ALL_CLEAN = "all_clean"  # messages, and nothing flagged
    ALL_FIXED = "all_fixed"  # every finding was put right
    MOST_FIXED = "most_fixed"
    CLEANER = "cleaner"  # more messages were right at once than usual
    SOME_FIXED = "some_fixed"
    PLAIN = "plain"


def headline(summary: Summary) -> Headline:
    """Choose the headline for ``summary``."""
    shown = summary.count(Action.SHOWN)
    if not shown:
        sent = summary.totals.messages.sent
        return Headline.ALL_CLEAN if sent else Headline.NOTHING
    share = summary.resolved_share or 0.0
    if share >= 1:
        return Headline.ALL_FIXED
    if share >= 0.5:
        return Headline.MOST_FIXED
    usual, clean = summary.usual.clean_share, summary.clean_share
    if usual is not None and clean is not None and clean > usual:
        return Headline.CLEANER
    return Headline.SOME_FIXED if summary.resolved else Headline.PLAIN
