"""Writes into a usage log until it is killed; run as a program by a test.

Each line on standard output acknowledges what is stored by then: the number of the
last event.  Events of a round carry the round in their rule and number from 1.
"""

import random
import sys
from dataclasses import dataclass
from pathlib import Path

from assist.model.usage import Action, Cause, ShiftMark, UsageRecord
from assist.storage.usage_log import SqliteUsageLog
from assist.storage.usage_writer import LogWriter

OUTCOMES = (Action.REPLACED, Action.IGNORED, Action.FIXED_BY_HAND, Action.SENT)


@dataclass
class RunningClock:
    """Goes on by twenty seconds with every event, from one round to the next."""

    now_ms: int

    def monotonic(self):
        return self.now_ms / 1000

    def epoch_ms(self):
        return self.now_ms


def main(path, round_number):
    seed = random.Random(round_number)  # noqa: S311  repeatable, no secret
    clock = RunningClock(1_790_000_000_000 + round_number * 3_600_000)
    writer = LogWriter(
        lambda: SqliteUsageLog(path, keep_days=30, clock=clock),
        told=lambda error: sys.exit(f"told: {error}"),
    )
    number = 0
    while True:
        batch = [ShiftMark(at_ms=clock.now_ms, begins=True, cause=Cause.DRAFT)]
        for _ in range(seed.randrange(1, 6)):
            number += 1
            clock.now_ms += 20_000
            batch.append(
                UsageRecord(
                    at_ms=clock.now_ms,
                    action=seed.choice(OUTCOMES),
                    rule_id=f"R{round_number}",
                    conversation=number,
                    finding=1,
                    reaction_ms=seed.randrange(20_000),
                )
            )
        writer.add(batch)
        if writer.flush(timeout_s=10):
            sys.stdout.write(f"{number}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
