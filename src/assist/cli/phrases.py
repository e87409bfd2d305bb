"""``assist phrases``: phrase lists."""

from pathlib import Path

import click

from assist.app import build
from assist.cli.output import say


@click.group()
def phrases() -> None:
    """Work on phrase lists."""


@phrases.command("build")
@click.argument("source", type=click.Path(exists=True, path_type=Path))
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="Phrase list to write; one that is there is replaced at once.",
)
def build_list(*, source: Path, output: Path) -> None:
    """Build a phrase list from SOURCE, a folder of CSV files or one CSV.

    In a single CSV only the column "phrase" is required.

    For example:

    \b
        assist phrases build resources/phrases -o phrases.db
        assist phrases build ours.csv -o ours.db
    """
    built = build.build_phrases(source, output)
    for file, column in built.unused_columns:
        click.echo(f"{file}: the column {column} has no meaning here.", err=True)
    say(f"{output}: {built.rules} rules, {built.standard} standard phrases.")
