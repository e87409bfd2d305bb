"""``assist pack connect | update | status | rollback | pin``: the agent's side."""

import json
from pathlib import Path

import click

from assist.app import pack_personal, pack_policy, pack_updates
from assist.cli.output import say
from assist.cli.pack_keys import FOLDER

STATE = click.option(
    "--state",
    "folder",
    type=FOLDER,
    help="Folder that remembers; the user's own if left out.",
)
SOURCE_HELP = "Folder, or http(s) address, of the repository."
ROOT = click.Path(dir_okay=False, path_type=Path)
ROOT_HELP = "The trusted-root.json that the team lead handed out."


@click.command()
@click.option("--source", help=SOURCE_HELP)
@click.option("--root", type=ROOT, help=ROOT_HELP)
@STATE
@click.option("--pack", "wanted", multiple=True, help="Take only packs with this id.")
@click.option("--proxy", help="Address of a proxy; empty for none.")
@click.option("--heartbeat", type=FOLDER, help="Folder to tell which version runs.")
def update(  # noqa: PLR0913  one parameter per option
    *,
    source: str | None,
    root: Path | None,
    folder: Path | None,
    wanted: tuple[str, ...],
    proxy: str | None,
    heartbeat: Path | None,
) -> None:
    """Fetch what the repository offers, check it, and use it.

    Exit 0 with the version in use; exit 2 with the reason if nothing newer
    could be taken, and the last good pack stays.  Without --source and --root
    the ones of the policy, or of assist pack connect, are used.

    For example:

    \b
        assist pack update --source share/packs --root trusted-root.json --state st
    """
    if (source is None) != (root is None):
        raise click.UsageError("Give both --source and --root, or neither.")
    personal = None
    if source is not None and root is not None:
        whence = pack_updates.source_from(source, root, wanted=wanted, proxy=proxy)
        state = pack_policy.state(folder)
    else:
        arranged = pack_policy.arrangement()
        whence = arranged.needed_source()
        state = pack_updates.open_state(folder or arranged.state)
        heartbeat = heartbeat or arranged.heartbeat
        personal = pack_personal.stored(state)
    outcome = pack_updates.updates(state).check(whence, personal)
    if heartbeat is not None:
        pack_updates.beat(state, heartbeat)
    if outcome.problem is not None:
        raise outcome.problem
    active = outcome.active
    if active is None or not active.packs:
        say("No pack is offered.")
        return
    brief = f" ({active.brief})" if outcome.changed and active.brief else ""
    say(f"{active.lead} v{active.version}{brief}")


@click.command()
@STATE
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
def status(*, folder: Path | None, as_json: bool) -> None:
    """Say which packs are in use.

    For example:

    \b
        assist pack status --state st --json
    """
    document = pack_updates.status(pack_policy.state(folder))
    if as_json:
        say(json.dumps(document, ensure_ascii=False, indent=1))
        return
    for one in document["packs"]:
        say(f"{one['id']} v{one['version']} ({one['layer']})")
    if not document["packs"]:
        say("No pack is in use; the phrase list that ships is.")
    if document["problem"]:
        say(f"Last check: {document['problem']}")


@click.command()
@STATE
@click.option("--pack", "pack_id", default="", help="Id; the leading pack if left out.")
@click.option("--to", "version", type=click.IntRange(1), help="Version to go back to.")
def rollback(*, folder: Path | None, pack_id: str, version: int | None) -> None:
    """Go back to a version kept here, and stay there until it is unpinned.

    For example:

    \b
        assist pack rollback --state st
    """
    pack_policy.allow_rollback()
    state = pack_policy.state(folder)
    own = pack_personal.stored(state) if folder is None else None
    active = pack_updates.roll_back(state, pack_id, version or 0, own)
    say(f"{active.lead} v{active.version}" if active else "No pack is in use.")


@click.command()
@click.argument("pack_id")
@STATE
@click.option("--version", type=click.IntRange(1), help="Stay at it.")
@click.option("--off", is_flag=True, help="Follow the newest again.")
def pin(*, pack_id: str, folder: Path | None, version: int | None, off: bool) -> None:
    """Hold the pack PACK_ID at a version, or follow the newest again.

    For example:

    \b
        assist pack pin team-east --version 12 --state st
        assist pack pin team-east --off --state st
    """
    if off == (version is not None):
        raise click.UsageError("Give either --version or --off.")
    if not off:
        pack_policy.allow_rollback()
    state = pack_policy.state(folder)
    own = pack_personal.stored(state) if folder is None else None
    active = pack_updates.pin(state, pack_id, version, own)
    say(f"{active.lead} v{active.version}" if active else "No pack is in use.")


@click.command()
@click.option("--source", required=True, help=SOURCE_HELP)
@click.option("--root", required=True, type=ROOT, help=ROOT_HELP)
@click.option("--pack", "wanted", multiple=True, help="Take only packs with this id.")
def connect(*, source: str, root: Path, wanted: tuple[str, ...]) -> None:
    """Remember where packs come from, and pin the root that signs them.

    For example:

    \b
        assist pack connect --source share/packs --root trusted-root.json
    """
    pack_policy.connect(source, root, wanted)
    say(f"Packs come from {source}.")


@click.command()
@click.argument("source", required=False, type=click.Path(exists=True, path_type=Path))
@click.option("--off", is_flag=True, help="Have no personal pack any more.")
def personal(*, source: Path | None, off: bool) -> None:
    """Make SOURCE your own pack: it adds to the shared ones, locks hold.

    For example:

    \b
        assist pack personal my_phrases.csv
        assist pack personal --off
    """
    if off == (source is not None):
        raise click.UsageError("Give either a source or --off.")
    if source is None:
        pack_personal.drop()
        say("There is no personal pack any more.")
    else:
        say(f"Your own pack has {pack_personal.adopt(source)} rules.")


@click.command(hidden=True)
@click.pass_context
def prepare(ctx: click.Context) -> None:
    """Check packs and make the phrase list; started by the program itself."""
    from assist.app import pack_child

    ctx.exit(pack_child.run())
