"""``assist review``: what happened during a shift."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from assist.app import review_parts
from assist.cli.output import say
from assist.model.usage import Action
from assist.review.summary import Summary, as_mapping

if TYPE_CHECKING:
    from assist.review.selection import Selection

_MOST_RULES = 10


def _selected(_ctx: click.Context, _option: click.Parameter, text: str) -> "Selection":
    try:
        return review_parts.selection(text)
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


@click.command()
@click.option(
    "--shift",
    metavar="last|today|all|DAY|DAY..DAY",
    callback=_selected,
    default="last",
    show_default=True,
    help="The last shift, those begun on a day or on days, or all that are kept.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Text for people, or one JSON document.",
)
def review(*, shift: "Selection", form: str) -> None:
    r"""Sum up a shift from the usage log, which holds no word of any draft.

    For example:

    \b
        assist review
        assist review --shift today --format json
    """
    summary = review_parts.summarise(shift)
    if form == "json":
        say(json.dumps(as_mapping(summary), ensure_ascii=False, indent=1))
        return
    for line in _lines(summary):
        say(line)


def _lines(summary: Summary) -> Iterator[str]:
    totals = as_mapping(summary)
    if totals["from"] is None:
        yield "Nothing was logged."
        return
    yield f"From {totals['from']} to {totals['to']} ({summary.minutes} min)."
    share = summary.resolved_share
    if share is not None:
        shown = summary.count(Action.SHOWN)
        yield f"{summary.resolved} of {shown} findings put right ({share:.0%})."
    yield ""
    for action in Action:
        yield f"  {action.value.replace('_', ' '):<14}{summary.count(action):>6}"
    if summary.totals.rules:
        yield ""
        yield "  rule      shown  replaced  ignored"
    for rule in summary.totals.rules[:_MOST_RULES]:
        yield (
            f"  {rule.rule_id:<8}{rule.of(Action.SHOWN):>7}"
            f"{rule.of(Action.REPLACED):>10}{rule.of(Action.IGNORED):>9}"
            f"  {rule.category}".rstrip()
        )
