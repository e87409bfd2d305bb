"""``assist review``: what happened during a shift."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assist.app import build, review_parts
from assist.cli.hand_over import delete, hand_over
from assist.cli.output import say
from assist.errors import InputError
from assist.model.usage import Action
from assist.review.summary import Summary, as_mapping
from assist.review.wording import LANGUAGES, Words

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
    type=click.Choice(["text", "csv", "xlsx", "html", "json"]),
    default=None,
    help="Text for people, or a file for another program; by the name of the output,"
    " else text.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write; standard output if not given.",
)
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    help="Language of html, xlsx and csv; that of the windows if not given.",
)
@click.option("--window", is_flag=True, help="Show the review in a window.")
@click.option(
    "--hand-over",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Write the sums, without a name, into the lead's folder.",
)
@click.option("--team", default="", help="Team to name in what is handed over.")
@click.option("--events", is_flag=True, help="Hand over the single events as well.")
@click.option("--delete", "deletes", is_flag=True, help="Delete these shifts for good.")
@click.option("--yes", is_flag=True, help="Do not ask before --events and --delete.")
@click.pass_context
def review(  # noqa: PLR0913  one parameter an option
    ctx: click.Context,
    *,
    shift: "Selection",
    form: str | None,
    output: Path | None,
    language: str | None,
    window: bool,
    folder: Path | None,
    team: str,
    events: bool,
    deletes: bool,
    yes: bool,
) -> None:
    """Sum up shifts from the usage log, which holds no word of any draft.

    For example:

    \b
        assist review
        assist review --shift today --format json
        assist review --shift 2026-11-01..2026-11-30 -o november.html
        assist review --shift all --hand-over /mnt/lead --team day
    """
    if window:
        ctx.exit(_show(shift))
    elif folder is not None:
        hand_over(shift, folder, team=team, events=events, yes=yes)
    elif deletes:
        delete(shift, yes=yes)
    else:
        _write(shift, form, output, language)


def _show(shift: "Selection") -> int:
    from assist.app.window_library import require_window_library

    settings = build.load_settings()
    require_window_library()
    from assist.app import review_window

    return review_window.run(settings, shift)


def _write(
    shift: "Selection", form: str | None, output: Path | None, language: str | None
) -> None:
    ending = output.suffix.lstrip(".") if output else ""
    form = form or (ending if ending in ("csv", "xlsx", "html", "json") else "text")
    if form == "text":
        _tell(review_parts.summarise(shift), output)
        return
    if output is None and form == "xlsx" and sys.stdout.isatty():
        raise InputError("A workbook is no text for a screen.", hint="Give -o FILE.")
    words = Words(language or build.load_settings().language)
    found = review_parts.review(shift)
    if output is None:
        click.echo(review_parts.report(found, form, words), nl=False)
    else:
        review_parts.write_report(found, form, output, words)


def _tell(summary: Summary, output: Path | None) -> None:
    if output is not None:
        text = "".join(f"{line}\n" for line in _lines(summary))
        review_parts.write_private(output, text.encode())
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
    messages = summary.totals.messages
    if messages.sent:
        yield f"{messages.clean} of {messages.sent} messages sent were right at once."
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
