"""What a pack would flag of sentences that are known to be good."""

from collections.abc import Iterable
from dataclasses import dataclass

from assist.authoring.trial import Trial

MOST_SERIOUS = 0.003
"""Share of good sentences that may be flagged as serious: three in a thousand.

The figure is the one that peers of the field name as their goal.
"""

MOST_SENTENCES = 100_000
LONGEST_SENTENCE = 2_000


@dataclass(frozen=True, slots=True)
class Flagged:
    """A good sentence that the pack would flag; ``number`` counts from 1."""

    number: int
    sentence: str
    rule_ids: tuple[str, ...]
    serious: bool


@dataclass(frozen=True, slots=True)
class DryRun:
    """The result for one file of sentences."""

    name: str
    total: int
    flagged: tuple[Flagged, ...]

    @property
    def serious(self) -> int:
        """How many sentences are flagged by a rule that is more than a hint."""
        return sum(one.serious for one in self.flagged)

    @property
    def too_many(self) -> bool:
        """Whether more than :data:`MOST_SERIOUS` of the sentences are."""
        return self.serious > MOST_SERIOUS * self.total


def dry_run(trial: Trial, name: str, sentences: Iterable[str]) -> DryRun:
    """Try every sentence on a pack."""
    total = 0
    flagged = []
    for total, sentence in enumerate(sentences, 1):
        found = trial.verdict(sentence)
        if found.rule_ids:
            rule_ids = tuple(dict.fromkeys(found.rule_ids))
            flagged.append(Flagged(total, sentence, rule_ids, found.serious))
    return DryRun(name, total, tuple(flagged))


def sentences_of(text: str) -> tuple[str, ...]:
    """Return the sentences of a corpus file: one a line, ``#`` begins a comment.

    Lines beyond the bounds above are left out.
    """
    lines = (line.strip() for line in text.splitlines())
    kept = [line for line in lines if line and not line.startswith("#")]
    return tuple(line[:LONGEST_SENTENCE] for line in kept[:MOST_SENTENCES])
