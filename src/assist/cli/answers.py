"""``assist answers``: what you said about findings, and handing clauses over."""

from collections import Counter
from pathlib import Path

import click

from assist.app import answers as kept
from assist.cli.output import say


@click.command()
@click.option(
    "--export",
    "target",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the attached clauses to this file, and delete them here.",
)
@click.option(
    "--delete", "deletes", is_flag=True, help="Delete the attached clauses for good."
)
def answers(*, target: Path | None, deletes: bool) -> None:
    """Show the reasons you gave and the clauses you attached; hand those over.

    They are kept apart from the usage log.

    For example:

    \b
        assist answers
        assist answers --export clauses.json
    """
    if target is not None:
        say(f"{kept.export_clauses(target)} clauses written and deleted here.")
    elif deletes:
        store = kept.store()
        clauses = store.clauses()
        store.delete_clauses(clauses)
        say(f"{len(clauses)} clauses deleted.")
    else:
        _show()


def _show() -> None:
    store = kept.store()
    reasons, clauses = store.reasons(), store.clauses()
    if not reasons and not clauses:
        say("Nothing was said about any finding.")
    for (rule, reason), count in Counter(
        (one.rule_id, one.reason.value) for one in reasons
    ).most_common():
        say(f"{rule}  ignored: {reason}  {count}")
    for one in clauses:
        say(f"{one.rule_id}  not a violation: {one.text}")
