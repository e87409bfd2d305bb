"""Versions and sources, for the windows that tell about them."""

from assist.app import build
from assist.errors import AssistError
from assist.overlay.about_words import InUse
from assist.packs.connection import read_connection
from assist.packs.policy_file import read_policy

_LICENCE = "MIT"


def in_use(*, pack: str, rules: int) -> InUse:
    """Return what is in use now; what cannot be read is left empty.

    Args:
        pack: Version of the phrase list.
        rules: Rules that are on.
    """
    folders = build.user_folders()
    return InUse(
        program=build.program_version(),
        pack=pack,
        rules=rules,
        source=_source(),
        folder=str(folders.data),
        licence=_LICENCE,
    )


def _source() -> str:
    """Return where packs come from: as the policy says, else as the user chose."""
    try:
        decided = read_policy().source
        chosen = read_connection(build.user_folders().config)
    except AssistError:
        return ""
    return decided or (chosen.source if chosen else "")
