"""``assist pack build | lint | diff | export``: a pack before it is published."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assist.app import build as build_parts
from assist.app import packs
from assist.app.window_library import require_window_library
from assist.cli.output import say

if TYPE_CHECKING:
    from assist.authoring.diff import PackDiff
    from assist.authoring.lint import Report

SOURCE = click.Path(exists=True, path_type=Path)
FILE = click.Path(dir_okay=False, path_type=Path)
LANGUAGE = click.option(
    "--language",
    type=click.Choice(["zh", "en"]),
    default="zh",
    show_default=True,
    help="Language of remarks on rules.",
)
_MOST_SHOWN = 20


@click.command()
@click.argument("source", type=SOURCE)
@click.option("-o", "--output", required=True, type=FILE, help="Pack file to write.")
@click.option("--id", "pack_id", default="", help="Id of the pack: a-z, 0-9, hyphens.")
@click.option("--version", type=click.IntRange(1), help="Version of the pack.")
def build(*, source: Path, output: Path, pack_id: str, version: int | None) -> None:
    """Build a pack from SOURCE: an .xlsx, a CSV, a folder of CSVs, or a pack.

    In a CSV the columns "phrase" and "replacement_1" are enough.

    For example:

    \b
        assist pack build phrases.xlsx -o team.pack --id team-east --version 13
    """
    built = packs.read_source(source, pack_id=pack_id, version=version or 0)
    for sheet, column in built.ignored:
        what = f"the column {column} has" if column else "the sheet has"
        click.echo(f"{sheet}: {what} no meaning here and was left out.", err=True)
    packs.write_pack(built.pack, output)
    manifest = built.pack.manifest
    say(
        f"{output}: {manifest.pack_id} {manifest.label},"
        f" {len(built.pack.rules)} rules, {len(built.pack.standard)} sentences."
    )


@click.command()
@click.argument("source", metavar="PACK", type=SOURCE)
@click.option("--corpus", multiple=True, type=FILE, help="More good sentences to try.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@LANGUAGE
def lint(
    *, source: Path, corpus: tuple[Path, ...], as_json: bool, language: str
) -> None:
    """Check PACK, try its examples, and run it over good sentences.

    Exit 0 if it could be published, 2 if it could not.

    For example:

    \b
        assist pack lint team.pack --corpus our_chats.txt
    """
    report = packs.examine(packs.read_source(source).pack, corpus)
    if as_json:
        document = _report_document(report, language)
        say(json.dumps(document, ensure_ascii=False, indent=1))
    else:
        _say_report(report, language)
    packs.refuse_unpublishable(report)


@click.command()
@click.argument("before", type=SOURCE)
@click.argument("after", type=SOURCE)
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
def diff(*, before: Path, after: Path, as_json: bool) -> None:
    """Say what changed from BEFORE to AFTER; each a pack or a spreadsheet.

    For example:

    \b
        assist pack diff team.pack edited.xlsx
    """
    found = packs.compare_sources(before, after)
    if as_json:
        say(json.dumps(_diff_document(found), ensure_ascii=False, indent=1))
        return
    say(found.brief)
    for entry in found.added:
        say(f"+ {entry.rule.rule_id} {entry.rule.phrase}")
    for entry in found.removed:
        say(f"- {entry.rule.rule_id} {entry.rule.phrase}")
    for change in found.changed:
        keys = ", ".join(change.keys)
        say(f"~ {change.after.rule.rule_id} {change.after.rule.phrase}: {keys}")
    for kind, name in found.other:
        say(f"~ {kind} {name}")


@click.command()
@click.argument("source", metavar="PACK", type=SOURCE)
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    help="An .xlsx, a .csv (rules only), or a folder of CSVs.",
)
def export(*, source: Path, output: Path) -> None:
    """Write PACK as a table to edit; building from it again loses nothing.

    For example:

    \b
        assist pack export team.pack -o team.xlsx
    """
    packs.export(packs.read_source(source).pack, output)
    say(f"{output}")


@click.command()
@click.argument("source", required=False, type=SOURCE)
@click.pass_context
def edit(ctx: click.Context, *, source: Path | None) -> None:
    """Open SRC in the pack editor: a pack, an .xlsx, a CSV, or a folder of CSVs.

    Without SRC it goes on with the last one.  A draft is kept by itself; SRC
    stays as it is until it is saved or published.

    For example:

    \b
        assist pack edit team.pack
    """
    settings = build_parts.load_settings()
    require_window_library()
    from assist.app import pack_editor

    ctx.exit(pack_editor.run(settings, source))


@click.command(hidden=True)
@click.pass_context
def examine(ctx: click.Context) -> None:
    """Lint a pack for the editor; started by the program itself."""
    from assist.app import pack_lint_child

    ctx.exit(pack_lint_child.run())


def _say_report(report: "Report", language: str) -> None:
    for remark in report.remarks:
        say(f"{remark.level.value:<8}{remark.said(language)}")
    for run in report.dry_runs:
        serious = f"{run.serious} of them seriously"
        say(f"{run.name}: would flag {len(run.flagged)} of {run.total}, {serious}.")
        for flagged in run.flagged[:_MOST_SHOWN]:
            rules = ", ".join(flagged.rule_ids)
            say(f"  {flagged.number}: {flagged.sentence}  ({rules})")


def _report_document(report: "Report", language: str) -> dict[str, object]:
    return {
        "publishable": report.publishable,
        "remarks": [
            {
                "level": remark.level.value,
                "code": remark.code,
                "rule": remark.rule_id,
                "text": remark.said(language),
            }
            for remark in report.remarks
        ],
        "dry_runs": [
            {
                "name": run.name,
                "total": run.total,
                "flagged": len(run.flagged),
                "serious": run.serious,
                "sentences": [
                    {"line": one.number, "text": one.sentence, "rules": one.rule_ids}
                    for one in run.flagged
                ],
            }
            for run in report.dry_runs
        ],
    }


def _diff_document(found: "PackDiff") -> dict[str, object]:
    return {
        "brief": found.brief,
        "added": [entry.rule.rule_id for entry in found.added],
        "removed": [entry.rule.rule_id for entry in found.removed],
        "changed": {
            change.after.rule.rule_id: list(change.keys) for change in found.changed
        },
        "manifest": list(found.manifest),
        "other": [list(pair) for pair in found.other],
    }
