"""Puts the parts together for the commands that open no window; free of Qt.

Parts are imported where they are used, so that no command waits for what it
does not need.
"""

import contextlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assist.bundled import bundled
from assist.errors import UsageLogError

if TYPE_CHECKING:
    from assist.matching.matcher import Matcher
    from assist.model.finding import Finding
    from assist.model.rule import RuleSet
    from assist.model.standard import StandardPhrase
    from assist.settings import Settings
    from assist.storage.folders import Folders
    from assist.storage.usage_writer import LogWriter


class SystemClock:
    """The machine's clock."""

    def monotonic(self) -> float:
        """Seconds that never go back."""
        return time.monotonic()

    def epoch_ms(self) -> int:
        """Milliseconds since 1970-01-01 UTC."""
        return time.time_ns() // 1_000_000


def program_version() -> str:
    """Return the version of this program; a checkout says that it is one."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("agent-assist")
    except PackageNotFoundError:
        import tomllib

        project = bundled("phrases").parents[1] / "pyproject.toml"
        values = tomllib.loads(project.read_text("utf-8"))
        return f"{values['project']['version']}+checkout"


def user_folders() -> "Folders":
    """Return where the user's own files are."""
    from assist.storage.folders import find_folders

    return find_folders()


def load_settings() -> "Settings":
    """Read the user's settings.

    Raises:
        SettingsError: The file is wrong; the message names file and setting.
    """
    from assist.storage.settings_file import read_settings

    return read_settings(user_folders().settings_file)


def phrase_list(path: Path | None = None) -> Path:
    """Return the phrase list to use: ``path``, else the one that ships."""
    return path or bundled("phrases.db")


def load_phrases(path: Path | None = None) -> "RuleSet":
    """Read a phrase list; without ``path`` the one that ships.

    Raises:
        PhraseListError: Missing, damaged, or of a newer format.
    """
    from assist.storage.phrases import SqlitePhraseStore

    return SqlitePhraseStore(phrase_list(path)).load()


def load_standard_phrases(path: Path | None = None) -> "tuple[StandardPhrase, ...]":
    """Read the compliant sentences of a phrase list; without ``path`` the shipped one.

    Raises:
        PhraseListError: Missing, damaged, or of a newer format.
    """
    from assist.storage.phrases import SqlitePhraseStore

    return SqlitePhraseStore(phrase_list(path)).standard_phrases()


def checker(path: Path | None = None) -> "Callable[[str], tuple[Finding, ...]]":
    """Return what finds the forbidden phrases in a text, first to last.

    Raises:
        PhraseListError: Missing, damaged, or of a newer format.
    """
    from assist.matching.matcher import Matcher

    rules = load_phrases(path)
    return (Matcher.compile(rules) if path else kept_matcher(rules)).match


def kept_matcher(rules: "RuleSet") -> "Matcher":
    """Return the matcher of ``rules`` from the index of the last start.

    Where there is none, or one of another list, it is made anew and kept; a
    folder that cannot be written costs the next start its time, nothing else.
    """
    from assist.matching.cache import dump, load
    from assist.matching.matcher import Matcher

    path = user_folders().cache / "phrases.index"
    kept = load(path, rules)
    if kept:
        return kept
    matcher = Matcher.compile(rules)
    with contextlib.suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        dump(matcher, path, rules)
    return matcher


@dataclass(frozen=True, slots=True)
class BuiltList:
    """What came of building a phrase list.

    Attributes:
        unused_columns: ``(file name, column)`` of columns without a meaning.
    """

    rules: int
    standard: int
    unused_columns: tuple[tuple[str, str], ...]


def build_phrases(source: Path, target: Path) -> BuiltList:
    """Build the phrase list ``target`` from a folder or a CSV.

    Every rule is compiled first, so that a list that could not be used is
    never written.

    Raises:
        InputError: A row is wrong; the message names file and row.
        RuleError: A pattern is not in the rule language.
        PhraseListError: ``target`` cannot be written.
    """
    from assist.matching.matcher import Matcher
    from assist.model.rule import RuleSet
    from assist.storage.phrase_source import read_source
    from assist.storage.phrases import build

    read = read_source(source)
    Matcher.compile(RuleSet(read.rules, read.word_classes, read.version))
    build(read, target)
    return BuiltList(len(read.rules), len(read.standard), read.unused_columns)


def open_usage_writer(
    settings: "Settings", told: Callable[[UsageLogError | None], None]
) -> "LogWriter":
    """Start the thread that writes this user's usage log.

    Args:
        settings: Says how long records are kept.
        told: Called on that thread with the error when writing begins to fail,
            and with None once it works again.
    """
    from assist.storage.usage_log import SqliteUsageLog
    from assist.storage.usage_writer import LogWriter

    path, days = user_folders().usage_log, settings.log_keep_days
    clock = SystemClock()
    return LogWriter(
        lambda: SqliteUsageLog(path, keep_days=days, clock=clock), told=told
    )
