"""Lint and dry run in a process of their own, so that the editor never waits.

A large pack keeps the interpreter busy for seconds; in a thread of the editor
that would be felt in every key.  The child reads one JSON object from standard
input and writes one to each line of standard output.
"""

import contextlib
import json
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assist.app import packs
from assist.app.pack_child import limit_this_process
from assist.errors import AssistError, PackError

if TYPE_CHECKING:
    from assist.authoring.lint import Report


class LintChild:
    """Starts the child; one at a time, and a newer question ends the older."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running: subprocess.Popen[bytes] | None = None
        self._stopped = False

    def report(
        self,
        file: Path,
        corpora: Sequence[Path],
        indexed: "Callable[[Path], None]",
    ) -> "Report | None":
        """Return what lint says of a pack file; None when it was stopped.

        Args:
            file: The pack.
            corpora: More good sentences to try.
            indexed: Called with the file of the index as soon as there is one;
                it goes away when the answer is there.

        Raises:
            PackError: The child failed, or the file is no pack.
        """
        index = file.with_suffix(".index")
        question = {
            "pack": str(file),
            "index": str(index),
            "corpora": [str(one) for one in corpora],
        }
        with self._lock:
            if self._stopped:
                return None
            child = self._running = _started()
        try:
            return _answered(child, question, lambda: indexed(index))
        finally:
            child.kill()
            child.wait()
            for pipe in (child.stdin, child.stdout):
                if pipe is not None:
                    pipe.close()
            with self._lock:
                self._running = None
            index.unlink(missing_ok=True)

    def interrupt(self) -> None:
        """End the child that runs, if any."""
        with self._lock:
            if self._running is not None:
                self._running.kill()

    def stop(self) -> None:
        """End the child that runs, and start none any more."""
        self._stopped = True
        self.interrupt()


def answer(question: dict[str, Any], tell: "Callable[[dict[str, Any]], None]") -> None:
    """Index and lint the pack file that the question names, and tell each."""
    from assist.authoring.trial import Trial
    from assist.errors import RuleError
    from assist.matching.cache import dump

    try:
        pack = packs.read_source(Path(question["pack"])).pack
        try:
            trial = Trial(pack)
            dump(trial.matcher, Path(question["index"]), pack.rule_set)
            tell({"indexed": True})
        except RuleError:  # lint says which rule
            trial = None
        corpora = [Path(one) for one in question["corpora"]]
        tell(_document(packs.examine(pack, corpora, trial)))
    except AssistError as error:
        tell({"failed": str(error), "hint": error.hint})


def run() -> int:
    """Answer the question on standard input; the exit code is always 0 if it was."""
    limit_this_process()

    def tell(document: dict[str, Any]) -> None:
        sys.stdout.write(json.dumps(document) + "\n")
        sys.stdout.flush()

    answer(json.load(sys.stdin), tell)
    return 0


def _answered(
    child: "subprocess.Popen[bytes]",
    question: dict[str, Any],
    indexed: "Callable[[], None]",
) -> "Report | None":
    if child.stdin is None or child.stdout is None:
        return None
    with contextlib.suppress(BrokenPipeError):  # it was ended already
        child.stdin.write(json.dumps(question).encode())
        child.stdin.close()
    for line in child.stdout:
        if not line.endswith(b"\n"):  # ended in the middle of it
            break
        document: dict[str, Any] = json.loads(line)
        if "failed" in document:
            raise PackError(document["failed"], hint=document["hint"])
        if "indexed" not in document:
            return _report(document)
        indexed()
    if child.wait() < 0:
        return None
    raise PackError("The check of the pack gave no answer.")


def _started() -> "subprocess.Popen[bytes]":
    # A bundled program is its own interpreter.
    module = [] if getattr(sys, "frozen", False) else ["-m", "assist.cli.main"]
    try:
        return subprocess.Popen(  # noqa: S603  our own program
            [sys.executable, *module, "pack", "examine"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError as error:
        raise PackError("The pack could not be checked on this machine.") from error


def _document(report: "Report") -> dict[str, Any]:
    return {
        "remarks": [
            [one.level.value, one.code, one.rule_id, one.details]
            for one in report.remarks
        ],
        "runs": [
            {
                "name": run.name,
                "total": run.total,
                "flagged": [
                    [one.number, one.sentence, one.rule_ids, one.serious]
                    for one in run.flagged
                ],
            }
            for run in report.dry_runs
        ],
    }


def _report(document: dict[str, Any]) -> "Report":
    from assist.authoring.dry_run import DryRun, Flagged
    from assist.authoring.lint import Report
    from assist.authoring.remark import Level, Remark

    remarks = tuple(
        Remark(Level(level), code, rule_id, tuple(details))
        for level, code, rule_id, details in document["remarks"]
    )
    runs = tuple(
        DryRun(
            run["name"],
            run["total"],
            tuple(
                Flagged(number, sentence, tuple(rule_ids), serious)
                for number, sentence, rule_ids, serious in run["flagged"]
            ),
        )
        for run in document["runs"]
    )
    return Report(remarks, runs)
