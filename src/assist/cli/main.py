"""The command ``assist``, and the one place where errors become exit codes."""

import os
import sys
from collections.abc import Sequence

import click

from assist.app import build
from assist.cli.answers import answers
from assist.cli.check import check
from assist.cli.demo import demo
from assist.cli.doctor import doctor
from assist.cli.output import say
from assist.cli.pack import pack
from assist.cli.phrases import phrases
from assist.cli.review import review
from assist.cli.run import run
from assist.cli.team_report import team_report
from assist.errors import AssistError

INTERRUPTED = 130  # as a shell reports a program ended by Ctrl+C
PIPE_CLOSED = 141  # as a shell reports a program ended by a closed pipe


def _show_version(ctx: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted:
        say(f"assist {build.program_version()}")
        ctx.exit()


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Show the version and exit.",
)
def assist() -> None:
    """Flag forbidden phrases in a draft and offer the compliant wording."""


for command in (
    *(run, demo, check, review, answers, team_report),
    *(doctor, phrases, pack),
):
    assist.add_command(command)


def main() -> None:
    """Run the command named on the command line, and exit."""
    sys.exit(_flushed(_carried_out(sys.argv[1:])))


def _carried_out(arguments: Sequence[str]) -> int:
    try:
        with assist.make_context("assist", list(arguments)) as context:
            assist.invoke(context)
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except AssistError as error:
        click.echo(f"assist: {error}", err=True)
        if error.hint:
            click.echo(error.hint, err=True)
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        return PIPE_CLOSED
    return 0


def _flushed(code: int) -> int:
    """Write out what is left; a closed pipe is then left alone for good."""
    try:
        sys.stdout.flush()
    except OSError:
        # Python flushes once more on the way out, and would complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return code or PIPE_CLOSED
    return code


if __name__ == "__main__":
    main()
