"""``assist run``: the overlay."""

import click

from assist.app import build
from assist.app.window_library import require_window_library


@click.command()
@click.pass_context
def run(ctx: click.Context) -> None:
    """Start the overlay; it ends from its own menu, or with Ctrl+C.

    For example:

    \b
        assist run
    """
    settings = build.load_settings()
    require_window_library()
    from assist.app import desktop

    ctx.exit(desktop.run(settings))
