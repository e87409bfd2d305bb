"""``assist pack keys``: the keys that packs are signed with."""

import os
import sys
from pathlib import Path

import click

from assist.app import pack_publishing
from assist.cli.output import say

PASSWORD_VARIABLE = "ASSIST_KEY_PASSWORD"  # noqa: S105  a name, not a password
FOLDER = click.Path(file_okay=False, path_type=Path)
KEYS = click.option(
    "--keys", "keys_folder", required=True, type=FOLDER, help="Folder of the keys."
)
REPO = click.option(
    "--repo",
    required=True,
    type=FOLDER,
    help="Folder of the repository: on a share, or what a web server serves.",
)
ROLE = click.argument("role", type=click.Choice(["online", "targets", "root"]))


@click.group()
def keys() -> None:
    """Make and change the keys that packs are signed with."""


@keys.command("init")
@KEYS
def make(*, keys_folder: Path) -> None:
    """Make the keys: root and targets with a password, online without.

    The password comes from ASSIST_KEY_PASSWORD, or is asked for.

    For example:

    \b
        assist pack keys init --keys keys
    """
    made = pack_publishing.make_keys(keys_folder, lambda: password(confirm=True))
    for role, key_id in made.items():
        say(f"{role:<8}{key_id}")
    say(f"Keep {keys_folder} safe and apart from the packs; nobody can replace it.")


@keys.command()
@ROLE
@KEYS
@REPO
def rotate(*, role: str, keys_folder: Path, repo: Path) -> None:
    """Put a new key in the place of the one for ROLE; agents follow by themselves.

    For example:

    \b
        assist pack keys rotate online --keys keys --repo share/packs
    """
    told = pack_publishing.replace_key(repo, keys_folder, password, role=role)
    say(f"The {role} key is new. {told}")


@keys.command()
@ROLE
@KEYS
@REPO
def revoke(*, role: str, keys_folder: Path, repo: Path) -> None:
    """Replace a key for ROLE that others may have, and delete the old one.

    What the old key signed counts no longer; check what is offered afterwards.

    For example:

    \b
        assist pack keys revoke targets --keys keys --repo share/packs
    """
    told = pack_publishing.replace_key(
        repo, keys_folder, password, role=role, revoked=True
    )
    say(f"The {role} key is revoked and replaced. {told}")


def password(*, confirm: bool = False) -> str:
    """Return the password of the keys: from the environment, or as it is typed.

    It is empty, which opens no key, where nobody can be asked.
    """
    known = os.environ.get(PASSWORD_VARIABLE)
    if known is not None:
        return known
    if not sys.stdin.isatty():
        return ""
    typed: str = click.prompt(
        "Password of the keys", hide_input=True, confirmation_prompt=confirm, err=True
    )
    return typed
