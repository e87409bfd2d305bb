"""Handing sums over and deleting shifts: parts of ``assist review``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from assist.app import review_team
from assist.cli.output import say

if TYPE_CHECKING:
    from assist.review.selection import Selection

_NOTICE = """\
Single events tell what happened to each finding: day, hour, rule, outcome. They hold
no word of any draft, no name and no program, but whoever knows your hours may
recognise you. Sums alone do not need them."""
_NO_WAY_BACK = (
    "What was handed over of {days} stays with the lead; only your copy goes."
)


def hand_over(
    shift: "Selection", folder: Path, *, team: str, events: bool, yes: bool
) -> None:
    """Write the sums of the selected shifts, and with ``events`` those as well.

    Raises:
        UsageLogError: There is no log, or it cannot be used.
        PolicyError: The organisation does not want it.
        StoreError: The folder cannot be written.
        Abort: The agent said no.
    """
    prepared = review_team.prepared(shift, team=team, events=events)
    if not prepared.shifts:
        say("Nothing was logged, so nothing is handed over.")
        return
    if events:
        say(_NOTICE)
        if not yes:
            click.confirm("Hand over single events?", abort=True)
    written = [review_team.hand_over(prepared, folder)]
    if events:
        written.append(review_team.hand_over_events(prepared, shift, folder))
    say(f"Handed over {len(prepared.shifts)} shifts as {prepared.agent[:12]}:")
    for path in written:
        say(f"  {path.name}")
    say("Open it in any editor: there is nothing else in it.")


def delete(shift: "Selection", *, yes: bool) -> None:
    """Delete the selected shifts for good.

    Raises:
        UsageLogError: The log cannot be written.
        Abort: The agent said no.
    """
    days = review_team.handed_over_days(shift)
    if days:
        say(_NO_WAY_BACK.format(days=", ".join(days)))
    if not yes:
        click.confirm("Delete these shifts for good?", abort=True)
    count = review_team.delete(shift)
    say(f"Deleted {count} shifts." if count else "There was nothing to delete.")
