"""``assist pack publish | refresh | withdraw | offers | fleet``: the lead's side."""

import json
from pathlib import Path

import click

from assist.app import pack_publishing
from assist.cli.output import say
from assist.cli.pack_keys import FOLDER, KEYS, REPO, password

PACK = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("source", metavar="PACK", type=PACK)
@KEYS
@REPO
@click.option(
    "--rollout",
    type=click.IntRange(0, 100),
    default=100,
    show_default=True,
    help="Per cent of the agents that are to take it.",
)
@click.option(
    "--override",
    default="",
    metavar="REASON",
    help="Publish although the checks say no; the reason is signed with it.",
)
@click.option("--corpus", multiple=True, type=PACK, help="More good sentences to try.")
def publish(  # noqa: PLR0913  one parameter per option
    *,
    source: Path,
    keys_folder: Path,
    repo: Path,
    rollout: int,
    override: str,
    corpus: tuple[Path, ...],
) -> None:
    """Sign PACK and offer it to agents; the first one creates the repository.

    Publishing the same pack again with another --rollout changes its share.

    For example:

    \b
        assist pack publish team.pack --keys keys --repo share/packs
    """
    told = pack_publishing.publish(
        source,
        pack_publishing.Place(repo, keys_folder, password),
        rollout=rollout,
        override=override,
        corpora=corpus,
    )
    for line in told:
        say(line)


@click.command()
@KEYS
@REPO
def refresh(*, keys_folder: Path, repo: Path) -> None:
    """Renew the time stamp for 90 days; needs only the online key.

    For example:

    \b
        assist pack refresh --keys keys --repo share/packs
    """
    for line in pack_publishing.refresh(repo, keys_folder, password):
        say(line)


@click.command()
@click.argument("pack_id")
@KEYS
@REPO
@click.option("--version", type=click.IntRange(1), help="Only this version.")
def withdraw(
    *, pack_id: str, keys_folder: Path, repo: Path, version: int | None
) -> None:
    """Offer the pack PACK_ID no longer; agents go back to what is still offered.

    For example:

    \b
        assist pack withdraw team-east --version 13 --keys keys --repo share/packs
    """
    place = pack_publishing.Place(repo, keys_folder, password)
    for line in pack_publishing.withdraw(place, pack_id, version):
        say(line)


@click.command()
@KEYS
@REPO
def offers(*, keys_folder: Path, repo: Path) -> None:
    """List what a repository offers, and when it has to be renewed.

    For example:

    \b
        assist pack offers --keys keys --repo share/packs
    """
    for line in pack_publishing.look(repo, keys_folder, password):
        say(line)


@click.command()
@click.argument("heartbeats", type=FOLDER)
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
def fleet(*, heartbeats: Path, as_json: bool) -> None:
    """Say how many agents run which version, from a folder of HEARTBEATS.

    For example:

    \b
        assist pack fleet share/heartbeats
    """
    counts = pack_publishing.fleet(heartbeats)
    if as_json:
        say(json.dumps(counts, ensure_ascii=False, indent=1))
        return
    for pack_id, versions in counts.items():
        for version, number in versions.items():
            say(f"{pack_id} v{version}: {number}")
