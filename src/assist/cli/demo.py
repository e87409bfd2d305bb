"""``assist demo``: the main job, shown on a screen of its own."""

from pathlib import Path

import click


@click.command()
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("build/demo"),
    show_default=True,
    help="Folder for the screenshots and summary.json.",
)
@click.pass_context
def demo(ctx: click.Context, *, output: Path) -> None:
    """Let a scripted agent type and replace in a real editor, unseen.

    Exit 0 only if the editor holds the right text at the end.

    For example:

    \b
        assist demo --output build/demo
    """
    from assist.app import demo as demonstration

    ctx.exit(demonstration.run(output))
