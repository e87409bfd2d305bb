"""``assist team-report``: what a whole team's summaries come to."""

from pathlib import Path

import click

from assist.app import build, review_team
from assist.cli.output import say
from assist.errors import InputError
from assist.review.wording import LANGUAGES


@click.command("team-report")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The HTML file to write.",
)
@click.option(
    "--events",
    is_flag=True,
    help="Add up single events (.parquet, .csv) with DuckDB, not summaries (.json).",
)
@click.option(
    "--to-parquet",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Put all events of the folder into this one file, for a shared store.",
)
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    help="Language of the report; that of the windows if not given.",
)
def team_report(
    folder: Path,
    *,
    output: Path | None,
    events: bool,
    to_parquet: Path | None,
    language: str | None,
) -> None:
    """Add up what agents handed over into FOLDER; fewer than five are never shown.

    For example:

    \b
        assist team-report /mnt/lead -o report.html
        assist team-report /mnt/lead --to-parquet /mnt/store/2026-11.parquet
        assist team-report /mnt/store --events -o report.html
    """
    if to_parquet is not None:
        count = review_team.store_events(folder, to_parquet)
        say(f"{count} events are in {to_parquet.name}.")
    if output is not None:
        figures = review_team.team_figures(folder, events=events)
        wanted = language or build.load_settings().language
        review_team.write_team_report(figures, output, wanted)
        whole = figures.whole
        say(f"{whole.people} agents, {figures.shifts} shifts, {whole.shown} findings.")
    elif to_parquet is None:
        raise InputError("There is nothing to write.", hint="Give -o report.html.")
