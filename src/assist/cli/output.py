"""What commands write to standard output, as valid UTF-8 and as soon as it is known."""

import sys

import click

from assist.errors import StoreError


def say(text: str) -> None:
    """Write a line for people; what the terminal cannot show is escaped.

    Raises:
        StoreError: The output cannot be written.
        BrokenPipeError: Nobody reads it any more.
    """
    encoding = sys.stdout.encoding or "utf-8"
    shown = text.encode(encoding, "backslashreplace").decode(encoding)
    try:
        click.echo(shown)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _refused(error) from error


def write_line(line: bytes) -> None:
    """Write a line for programs, and hand it on at once.

    Raises:
        StoreError: The output cannot be written.
        BrokenPipeError: Nobody reads it any more.
    """
    stream = sys.stdout.buffer
    try:
        stream.write(line + b"\n")
        stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _refused(error) from error


def _refused(error: OSError) -> StoreError:
    return StoreError(f"The output cannot be written: {error.strerror}.")
