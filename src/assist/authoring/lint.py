"""Everything that can be said about a pack before anybody uses it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assist.authoring.dry_run import DryRun, dry_run
from assist.authoring.lint_alive import dead_rules, idle_exceptions
from assist.authoring.lint_replacements import replacement_remarks
from assist.authoring.lint_wordings import pattern_remarks, wording_remarks
from assist.authoring.pack import Pack
from assist.authoring.remark import Level, Remark
from assist.authoring.self_test import self_test
from assist.authoring.trial import Trial
from assist.errors import RuleError


@dataclass(frozen=True, slots=True)
class Report:
    """What lint, self-tests and dry runs found, weightiest first."""

    remarks: tuple[Remark, ...]
    dry_runs: tuple[DryRun, ...] = ()

    @property
    def usable(self) -> bool:
        """Whether a program could use the pack at all."""
        return not self.of(Level.ERROR)

    @property
    def publishable(self) -> bool:
        """Whether it may be published without an override."""
        return self.usable and not self.of(Level.GATE)

    def of(self, level: Level) -> tuple[Remark, ...]:
        """Return the remarks of one level."""
        return tuple(one for one in self.remarks if one.level is level)


def lint(
    pack: Pack,
    corpora: Sequence[tuple[str, Sequence[str]]] = (),
    trial: Trial | None = None,
) -> Report:
    """Check a pack; nothing of it is changed.

    Args:
        pack: As it was parsed or imported.
        corpora: Good sentences for dry runs: (name, sentences).
        trial: The pack, compiled; made here if left out.
    """
    patterns = list(pattern_remarks(pack))
    if not pack.rules:
        patterns.append(Remark(Level.ERROR, "no_rules_in_pack"))
    if any(one.level is Level.ERROR for one in patterns):
        return Report(_sorted(patterns))
    try:
        trial = trial or Trial(pack)
    except RuleError as error:
        details = (str(error), error.hint)
        return Report((Remark(Level.ERROR, "not_compiled", "", details),))
    runs = tuple(dry_run(trial, name, sentences) for name, sentences in corpora)
    flagging = [_too_many(run) for run in runs if run.too_many]
    return Report(_sorted([*flagging, *_remarks(pack, trial), *patterns]), runs)


def _remarks(pack: Pack, trial: Trial) -> Iterator[Remark]:
    yield from self_test(pack, trial)
    yield from wording_remarks(pack)
    yield from dead_rules(pack, trial)
    yield from idle_exceptions(pack)
    yield from replacement_remarks(pack, trial)


def _sorted(remarks: list[Remark]) -> tuple[Remark, ...]:
    return tuple(sorted(remarks, key=lambda one: one.level.rank))


def _too_many(run: DryRun) -> Remark:
    details = (run.name, str(run.serious), str(run.total))
    return Remark(Level.GATE, "too_many_flagged", "", details)
