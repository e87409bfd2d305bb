"""``assist run``: the overlay."""

import click

from assist.app import build
from assist.errors import NoDisplayError

_LIBRARIES = (
    "Install what Qt needs, on Debian: apt install libegl1 libgl1 libxcb-cursor0"
    " libxkbcommon-x11-0"
)


@click.command()
@click.pass_context
def run(ctx: click.Context) -> None:
    r"""Start the overlay; it ends from its own menu, or with Ctrl+C.

    For example:

    \b
        assist run
    """
    settings = build.load_settings()
    try:
        from assist.app import desktop
    except ImportError as error:
        if (error.name or "").startswith("assist"):
            raise  # a mistake of ours, not a library that is missing
        reason = f"The windows cannot be drawn here: {error}."
        raise NoDisplayError(reason, hint=_LIBRARIES) from error
    ctx.exit(desktop.run(settings))
