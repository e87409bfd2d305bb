"""``assist pack``: phrase packs, from a spreadsheet to every agent."""

import click

from assist.cli import pack_edit, pack_keys, pack_publish, pack_update


@click.group()
def pack() -> None:
    """Build, test, sign, publish and fetch phrase packs."""


for command in (
    pack_edit.build,
    pack_edit.lint,
    pack_edit.diff,
    pack_edit.export,
    pack_edit.edit,
    pack_edit.examine,
    pack_keys.keys,
    pack_publish.publish,
    pack_publish.refresh,
    pack_publish.withdraw,
    pack_publish.offers,
    pack_publish.fleet,
    pack_update.connect,
    pack_update.update,
    pack_update.status,
    pack_update.rollback,
    pack_update.pin,
    pack_update.personal,
    pack_update.prepare,
):
    pack.add_command(command)
