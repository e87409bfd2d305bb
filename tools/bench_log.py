"""How long the usage log and its review take; prints one line per figure.

    python tools/bench_log.py [--events 1000000] [--folder /var/tmp]

The log holds 20 shifts of one month; each event is seeded, so two runs compare.
"""

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from assist.app.build import SystemClock
from assist.model.usage import Action, UsageEntry, UsageRecord
from assist.review.selection import ALL, LAST
from assist.storage.usage_entries import read_entries
from assist.storage.usage_log import MS_PER_DAY, SqliteUsageLog
from assist.storage.usage_totals import read_totals
from assist.storage.usage_writer import LogWriter

SHIFTS = 20
SHIFT_MS = 9 * 3_600_000
OUTCOMES = (
    *(Action.REPLACED,) * 5,
    *(Action.FIXED_BY_HAND,) * 2,
    *(Action.IGNORED, Action.SENT, Action.MARKED_WRONG, Action.UNKNOWN),
)


def shift(number: int, events: int, seed: random.Random) -> Iterator[UsageRecord]:
    """Yield the events of one shift: findings, what became of them, messages."""
    begin = SystemClock().epoch_ms() - (SHIFTS - number) * MS_PER_DAY
    for place in range(events):
        at_ms = begin + place * SHIFT_MS // events
        conversation, finding = 1 + place // 3000, 1 + place // 3
        rule = int(334 * seed.random() ** 3)
        about = {
            "rule_id": f"F{rule:03d}",
            "severity": ("high", "medium", "low")[rule % 3],
            "category": f"类别{rule % 20}",
        }
        shared = {
            "at_ms": at_ms,
            "app": "wxwork",
            "pack_version": "v12",
            "conversation": conversation,
        }
        if place % 3 == 0:
            latency = seed.expovariate(1 / 8)
            yield UsageRecord(
                **shared,
                **about,
                action=Action.SHOWN,
                finding=finding,
                channel="exact",
                latency_ms=latency,
            )
        elif place % 3 == 1:
            yield UsageRecord(
                **shared, **about, action=seed.choice(OUTCOMES), finding=finding,
                channel="exact", reaction_ms=round(seed.expovariate(1 / 4000)),
            )  # fmt: skip
        else:
            yield UsageRecord(**shared, action=Action.SENT)


def percentiles(times: list[float]) -> str:
    """Return p50, p95, p99 and the greatest of seconds, in milliseconds."""
    times.sort()
    at = [times[min(int(len(times) * share), len(times) - 1)] for share in (0.5, 0.95)]
    at += [times[int(len(times) * 0.99)], times[-1]]
    return "p50 {:.3f} p95 {:.3f} p99 {:.3f} max {:.2f} ms".format(
        *(1000 * value for value in at)
    )


def best(job: Callable[[], object], rounds: int = 5) -> str:
    """Return the best and the worst of ``rounds`` runs, in milliseconds."""
    took = []
    for _ in range(rounds):
        begun = time.perf_counter()
        job()
        took.append(1000 * (time.perf_counter() - begun))
    return f"best {min(took):.1f} worst {max(took):.1f} ms of {rounds}"


def inserts(folder: Path, count: int = 5000) -> None:
    """Time single events: stored, and queued for the thread that stores them."""
    seed = random.Random(1)  # noqa: S311  repeatable, no secret
    log = SqliteUsageLog(folder / "i.db", keep_days=365, clock=SystemClock())
    took, worked = [], []
    for event in shift(SHIFTS, count, seed):
        begun, work = time.perf_counter(), time.thread_time()
        log.add([event])
        worked.append(time.thread_time() - work)
        took.append(time.perf_counter() - begun)
    log.close()
    print(f"insert, {count} events, one a transaction: {percentiles(took)}")
    # On a machine that does other things too, the rest of the time is theirs.
    print(f"  of that at work: {percentiles(worked)}")

    def opened() -> SqliteUsageLog:
        return SqliteUsageLog(folder / "q.db", keep_days=365, clock=SystemClock())

    writer = LogWriter(opened, told=print)
    took = []
    for event in shift(SHIFTS, count, seed):
        begun = time.perf_counter()
        writer.add([event])
        took.append(time.perf_counter() - begun)
    writer.close(timeout_s=60)
    print(f"queue for the writer, as on the Qt thread: {percentiles(took)}")
    print(f"lost {writer.lost}")


def review(folder: Path, events: int) -> None:
    """Time the review of a shift and of the month."""
    path = folder / "month.db"
    seed = random.Random(2)  # noqa: S311  repeatable, no secret
    begun = time.perf_counter()
    with SqliteUsageLog(path, keep_days=365, clock=SystemClock()) as log:
        for number in range(SHIFTS):
            batch: list[UsageEntry] = list(shift(number, events // SHIFTS, seed))
            log.add(batch)
    took = time.perf_counter() - begun
    size = path.stat().st_size / 2**20
    print(f"{events} events written in {took:.0f} s, {size:.0f} MiB")
    print(f"shift, totals: {best(lambda: read_totals(path, LAST))}")
    print(f"shift, list of 500: {best(lambda: read_entries(path, LAST, limit=500))}")
    print(f"month, totals: {best(lambda: read_totals(path, ALL))}")
    print(f"month, list of 500: {best(lambda: read_entries(path, ALL, limit=500))}")


def main() -> int:
    """Run everything in a folder that is deleted afterwards."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, default=None)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as name:
        folder = Path(name)
        inserts(folder)
        review(folder, options.events)
    return 0


if __name__ == "__main__":
    sys.exit(main())
