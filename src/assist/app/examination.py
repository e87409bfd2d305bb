"""What ``assist doctor`` looks at; free of Qt, and of anything typed."""

import os
import platform
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from assist.app import build
from assist.app.surroundings import surroundings
from assist.app.verdict import Check, Verdict
from assist.errors import PhraseListError, SettingsError, UsageLogError
from assist.settings import Settings

_LEAST_FREE_MB = 10


def examine(environ: Mapping[str, str] = os.environ) -> tuple[Check, ...]:
    """Look at everything the overlay needs; changes nothing."""
    return tuple(
        _without_home(check, environ.get("HOME", "")) for check in _all(environ)
    )


def _all(environ: Mapping[str, str]) -> Iterator[Check]:
    yield Check("assist", Verdict.OK, build.program_version())
    yield Check("python", Verdict.OK, platform.python_version())
    yield Check("system", Verdict.OK, platform.platform())
    yield from surroundings(environ, wanted=_wanted())
    yield _settings()
    yield _phrases()
    yield from _usage_log()


def _wanted() -> str:
    try:
        return build.load_settings().backend
    except SettingsError:  # reported by the check of the settings
        return Settings().backend


def _settings() -> Check:
    path = build.user_folders().settings_file
    try:
        build.load_settings()
    except SettingsError as error:
        return Check("settings", Verdict.PROBLEM, str(error), error.hint)
    return Check(
        "settings", Verdict.OK, str(path) if path.exists() else "defaults; no file"
    )


def _phrases() -> Check:
    try:
        rules = build.load_phrases()
    except PhraseListError as error:
        return Check("phrase list", Verdict.PROBLEM, str(error), error.hint)
    active = sum(rule.enabled for rule in rules.rules)
    found = f"version {rules.version or '?'}, {active} rules of {len(rules.rules)} on"
    return Check("phrase list", Verdict.OK, found)


def _usage_log() -> Iterator[Check]:
    from assist.storage.usage_reading import inspect

    path = build.user_folders().usage_log
    refusal = _unwritable(path.parent)
    if refusal:
        yield refusal
    try:
        state = inspect(path)
    except UsageLogError as error:
        yield Check("usage log", Verdict.PROBLEM, str(error), error.hint)
        return
    if not refusal:
        yield Check("usage log", Verdict.OK, f"{path}, {state.events} events")
    if state.on_network:
        found = f"{path.parent} is on another machine: slower, and for one at a time."
        remedy = "Set ASSIST_HOME to a folder on this machine if you can."
        yield Check("usage log", Verdict.NOTICE, found, remedy)
    if state.set_aside:
        names = ", ".join(aside.name for aside in state.set_aside)
        found = f"damaged logs were set aside: {names}"
        remedy = "Keep them for whoever looks into it, or delete them."
        yield Check("usage log", Verdict.NOTICE, found, remedy)
    if state.swallowed:
        found = ", ".join(f"{kind} × {count}" for kind, count in state.swallowed)
        remedy = "Hand this report to whoever looks after Assist."
        yield Check("errors put up with", Verdict.NOTICE, found, remedy)


def _unwritable(folder: Path) -> Check | None:
    """Try to write where the log will be; its folder need not exist yet."""
    remedy = "Make it writable, or set ASSIST_HOME to a folder that is."
    try:
        place = next(each for each in (folder, *folder.parents) if each.exists())
        with tempfile.TemporaryFile(dir=place):
            free_mb = shutil.disk_usage(place).free // 1_000_000
    except OSError as error:
        found = f"{folder} cannot be written: {error.strerror}."
        return Check("usage log", Verdict.PROBLEM, found, remedy)
    if free_mb < _LEAST_FREE_MB:
        found = f"only {free_mb} MB are free in {place}."
        return Check("usage log", Verdict.PROBLEM, found, "Free some space there.")
    return None


def _without_home(check: Check, home: str) -> Check:
    """Leave out the user's name, which the paths below the home folder hold."""
    if not home.strip("/"):
        return check
    return replace(check, found=check.found.replace(home, "~"))
