"""Writes the settings file, and leaves alone what the user wrote around it."""

import json
import os
import re
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from assist.errors import SettingsError
from assist.settings import Settings, described
from assist.storage.folders import make_private

_NAME = re.compile(r"\s*([A-Za-z_][A-Za-z0-9_]*)\s*=")


def write_settings(path: Path, settings: Settings) -> None:
    """Put ``settings`` into ``path``; comments and unchanged lines stay.

    A setting that has its default gets no line of its own.  The file is
    replaced in one step, so that a reader sees the old one or the new one.

    Raises:
        SettingsError: The folder or the file cannot be written.
    """
    try:
        make_private(path.parent)
        before = path.read_text("utf-8-sig") if path.exists() else ""
        _replace(path, rewritten(before, settings))
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
        raise SettingsError(
            f"The settings cannot be saved in {path}: {reason}.",
            hint="Until then they hold for this run only.",
        ) from error


def rewritten(before: str, settings: Settings) -> str:
    """Return the text of a settings file with the values of ``settings``.

    Args:
        before: The file as it was; what is not TOML is dropped with its line.
        settings: What it shall say.
    """
    default = {spec.name: spec.default for spec in described()}
    missing = {
        name: value
        for name in default
        if (value := getattr(settings, name)) != default[name]
    }
    lines: list[str] = []
    for name, written in _pieces(before):
        if name not in default:
            lines.append(written)
        elif name in missing or "#" in written:
            lines.append(_with_value(written, name, getattr(settings, name)))
            missing.pop(name, None)
    lines += [f"{name} = {_toml(value)}" for name, value in missing.items()]
    return "\n".join(lines).strip("\n") + "\n" if lines else ""


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Yield ``(name, lines)`` of each entry; the name is empty for other lines."""
    held: list[str] = []
    for line in text.splitlines():
        held.append(line)
        found = _NAME.match(held[0])
        if found is None:
            yield "", held.pop()
        elif _values("\n".join(held)) is not None:
            yield found[1], "\n".join(held)
            held.clear()


def _with_value(written: str, name: str, value: object) -> str:
    wanted = {name: list(value) if isinstance(value, tuple) else value}
    if _values(written) == wanted:
        return written
    return f"{name} = {_toml(value)}{_comment(written)}"


def _comment(written: str) -> str:
    """Return the comment behind the value of a single line, with its space."""
    meant = _values(written)
    for at, character in enumerate(written):
        if character == "#" and "\n" not in written and _values(written[:at]) == meant:
            return "  " + written[at:]
    return ""


def _values(text: str) -> Mapping[str, object] | None:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None


def _toml(value: object) -> str:
    """Write a value; JSON's texts, numbers and lists are TOML's but for DEL."""
    plain = list(value) if isinstance(value, tuple) else value
    return json.dumps(plain, ensure_ascii=False).replace("\x7f", "\\u007f")


def _replace(path: Path, text: str) -> None:
    number, name = tempfile.mkstemp(prefix=".settings-", dir=path.parent)
    try:
        with os.fdopen(number, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
