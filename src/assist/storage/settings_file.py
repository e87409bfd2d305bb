"""The settings file: TOML that the user may write by hand."""

import tomllib
from pathlib import Path

from assist.errors import SettingsError
from assist.settings import Settings, parse_settings


def read_settings(path: Path) -> Settings:
    """Read ``path``; a file that is missing means the defaults.

    Raises:
        UnknownSettingError: The file holds a name that is no setting.
        SettingsError: The file cannot be read, is not TOML, or holds a value
            that a setting does not take; the message names file and setting.
    """
    try:
        values = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise SettingsError(
            f"The settings in {path} cannot be read: {error.strerror}.",
            hint="Correct who may read it, or remove it to have the defaults.",
        ) from error
    except UnicodeDecodeError as error:
        raise SettingsError(
            f"The settings in {path} are not UTF-8 text.", hint="Save it as UTF-8."
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(
            f"The settings in {path} are not valid TOML: {error}.",
            hint="A line reads: name = value. Texts stand in double quotes.",
        ) from error
    try:
        return parse_settings(values)
    except SettingsError as error:
        hint = error.hint or "Correct the line, or remove it to have the default."
        raise type(error)(f"{path}: {error}", hint=hint) from error
