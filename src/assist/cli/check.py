"""``assist check``: find forbidden phrases in a file."""

import json
from pathlib import Path
from typing import BinaryIO

import click

from assist.app import build
from assist.cli import check_lines
from assist.cli.check_report import CheckedLine, as_document, as_text, messages
from assist.cli.output import say, write_line


@click.command()
@click.argument("file", type=click.File("rb"))
@click.option(
    "--jsonl",
    is_flag=True,
    help='Read lines {"text": "…"} and answer each with one line of JSON; exit 0.',
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    help="Form of the report: text for people (default), or one JSON document.",
)
@click.option(
    "--phrases",
    type=click.Path(path_type=Path),
    help="Phrase list to check against instead of the one that ships.",
)
@click.pass_context
def check(
    ctx: click.Context, file: BinaryIO, *, jsonl: bool, form: str | None, phrases: Path
) -> None:
    """Find forbidden phrases in FILE, or in standard input if FILE is "-".

    Without --jsonl, FILE is text with one message per line, and the exit code
    is 1 if anything is flagged.

    For example:

    \b
        assist check drafts.txt
        assist check --jsonl drafts.jsonl > findings.jsonl
    """
    if jsonl and form:
        raise click.UsageError("--jsonl and --format exclude each other.")
    find = build.checker(phrases)
    if jsonl:
        for answer in check_lines.answers(file, find):
            write_line(answer)
        return
    name = Path(file.name).name if file.name != "<stdin>" else "stdin"
    checked = [
        CheckedLine(number, text, tuple(find(text)))
        for number, text in enumerate(messages(file.read(), name), start=1)
    ]
    if form == "json":
        say(json.dumps(as_document(name, checked), ensure_ascii=False, indent=1))
    else:
        for line in as_text(name, checked):
            say(line)
    ctx.exit(1 if any(line.findings for line in checked) else 0)
