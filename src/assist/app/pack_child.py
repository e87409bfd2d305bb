"""What the child process does that checks packs and makes the phrase list.

A pack that explodes takes this process with it, never the one the agent types
beside.  It reads one JSON object from standard input and writes one to
standard output; it never opens a socket and never sees a draft.
"""

import contextlib
import hashlib
import json
import os
import sys
from pathlib import Path
from typing import Any

from assist.app.packs import check_needs
from assist.authoring.diff import compare
from assist.authoring.layers import Layered, lay, leading
from assist.authoring.pack import Pack
from assist.authoring.parse import parse_pack
from assist.authoring.remark import Level
from assist.authoring.self_test import self_test
from assist.authoring.trial import Trial
from assist.errors import AssistError, PackFormatError, RuleError
from assist.matching.cache import dump
from assist.matching.matcher import Matcher
from assist.packs.state import INDEX, PHRASES, TEAM
from assist.storage.phrase_row import RuleRow
from assist.storage.phrase_source import PhraseSource
from assist.storage.phrases import SqlitePhraseStore, build

_MOST_MEMORY = 3 * 1024 * 1024 * 1024


def answer(question: dict[str, Any]) -> dict[str, str]:
    """Check packs, make the phrase list, and say what changed.

    Args:
        question: ``files`` and ``before``: lists of ``{"path", "digest", "id",
            "version", "override"}``; ``target``: the folder to make.

    Returns:
        ``brief``, or ``refused`` (a pack id), ``message`` and ``hint``.
    """
    packs = []
    for one in question["files"]:
        try:
            packs.append(_checked(one))
        except AssistError as error:
            return {
                "refused": one["id"],
                "message": f"The pack {one['id']} v{one['version']}: {error}",
                "hint": error.hint,
            }
    _write(lay(packs), Path(question["target"]))
    return {"brief": _brief(packs, question["before"])}


def limit_this_process() -> None:
    """Give way to the agent's programs, and never take the whole memory."""
    if sys.platform != "win32":
        import resource

        with contextlib.suppress(OSError):
            os.nice(10)
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))


def _checked(one: dict[str, Any]) -> Pack:
    data = Path(one["path"]).read_bytes()
    if hashlib.sha256(data).hexdigest() != one["digest"]:
        raise PackFormatError("The file is damaged.")
    pack = parse_pack(data)
    manifest = pack.manifest
    if (manifest.pack_id, manifest.version) != (one["id"], one["version"]):
        raise PackFormatError("The file holds another pack than it is offered as.")
    check_needs(manifest)
    trial = Trial(pack)
    failed = [] if one["override"] else _failing(pack, trial)
    if failed:
        raise RuleError(f"Its own examples fail: {failed[0]}")
    return pack


def _failing(pack: Pack, trial: Trial) -> list[str]:
    remarks = self_test(pack, trial)
    return [one.said("en") for one in remarks if one.level is Level.GATE]


def _write(layered: Layered, target: Path) -> None:
    target.mkdir(parents=True)
    source = PhraseSource(
        rows=tuple(
            RuleRow(one.rule, kind=one.kind, merged_into=one.merged_into)
            for one in layered.rules
        ),
        word_classes=layered.word_classes,
        standard=tuple(one.phrase for one in layered.standard),
        version=layered.label,
    )
    file = target / PHRASES
    build(source, file)
    rules = SqlitePhraseStore(file).load()
    dump(Matcher.compile(rules), target / INDEX, rules)
    team = {
        "settings": _settings(layered),
        "apps": [json.loads(one.body) for one in layered.apps],
        "checks": [json.loads(one.body) for one in layered.checks],
    }
    (target / TEAM).write_text(json.dumps(team, ensure_ascii=False), "utf-8")
    for name in (PHRASES, INDEX, TEAM):
        with (target / name).open("rb+") as made:
            os.fsync(made.fileno())


def _settings(layered: Layered) -> dict[str, Any]:
    return {name: json.loads(value) for name, value in layered.settings}


def _brief(packs: list[Pack], before: list[dict[str, Any]]) -> str:
    lead = leading(one.manifest for one in packs)
    pack = next(one for one in packs if one.manifest is lead)
    for one in before:
        if one["id"] == pack.manifest.pack_id:
            with contextlib.suppress(AssistError, OSError):
                old = parse_pack(Path(one["path"]).read_bytes())
                return compare(old, pack).brief
    return f"{pack.manifest.label}: +{len(pack.rules)}"


def run() -> int:
    """Answer the question on standard input; the exit code is always 0 if it was."""
    limit_this_process()
    question = json.load(sys.stdin)
    json.dump(answer(question), sys.stdout)
    return 0
