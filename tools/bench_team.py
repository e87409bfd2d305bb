"""How long a team's report takes; prints one line per figure.

    python tools/bench_team.py [--events 1000000] [--large 10000000] [--folder /var/tmp]

200 agents hand over 30 days; then single events of the same team are added up with
DuckDB, once as many as ``--events`` and once as many as ``--large``.  What runs is
what ``assist team-report`` runs, each time in a process of its own whose greatest
memory is told beside the time.  Everything is seeded, so two runs compare.
"""

import argparse
import csv
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import duckdb

from assist.app import review_team
from assist.model.usage import Action
from assist.review.handover import HandOver, ShiftSums, as_json
from assist.storage.usage_handover import EVENT_COLUMNS

AGENTS, DAYS = 200, 30
# Of one agent in one shift, as in the simulated month of the tests (31.7, 38.8).
FLAGGED_RULES, FINDINGS = 32, 39
RULES = 334
HOURS = range(9, 18)
FIRST_DAY = date(2026, 10, 1)
TEAMS = ("早班", "晚班", "夜班", "网店")
OUTCOMES = [action.value for action in Action if action is not Action.SHOWN]
OFTEN = [10, 1, 2, 1, 4, 2, 1, 1]  # how much more often one is than another


def about(rule: int, day: int) -> tuple[str, str, str, str]:
    """Return what stands in the log of a rule: id, pack, severity, category."""
    pack = "v11" if day < DAYS // 2 else "v12"
    severity = ("high", "medium", "low")[rule % 3]
    return f"F{rule:03d}", pack, severity, f"类别{rule % 20}"


def summary(number: int, seed: random.Random) -> HandOver:
    """Return what one agent hands over of the month."""
    shifts = []
    for day in range(DAYS):
        rules = []
        chosen = seed.sample(range(RULES), FLAGGED_RULES)
        again = seed.choices(chosen, k=FINDINGS - FLAGGED_RULES)
        for rule in chosen:
            shown = 1 + again.count(rule)
            became = seed.choices(OUTCOMES, OFTEN, k=shown)
            counts = [shown, *(became.count(each) for each in OUTCOMES)]
            rules.append((*about(rule, day), *counts))
        hours = [(hour, 30, 25, 2, 1, 1, 2, 1) for hour in HOURS]
        begun = (FIRST_DAY + timedelta(days=day)).isoformat()
        shifts.append(
            ShiftSums(
                shift_id=day + 1, day=begun, rules=tuple(rules), hours=tuple(hours)
            )
        )
    return HandOver(
        agent=f"{number:032x}",
        team=TEAMS[number % len(TEAMS)],
        made_ms=1,
        shifts=tuple(shifts),
    )


def events(
    number: int, count: int, seed: random.Random
) -> Iterator[tuple[object, ...]]:
    """Yield ``count`` single events of one agent, as ``--events`` hands them over."""
    agent, team = f"{number:032x}", TEAMS[number % len(TEAMS)]
    for place in range(count):
        day = place * DAYS // count
        begun = (FIRST_DAY + timedelta(days=day)).isoformat()
        at = (agent, team, day + 1, begun, seed.choice(HOURS))
        if place % 3 == 2:
            yield (*at, "", "", "", "", "sent")
            continue
        rule = int(RULES * seed.random() ** 3)
        action = "shown" if place % 3 == 0 else seed.choices(OUTCOMES, OFTEN)[0]
        yield (*at, *about(rule, day), action)


def write_events(folder: Path, count: int) -> None:
    """Write one CSV an agent, ``count`` events in all."""
    folder.mkdir()
    for number in range(AGENTS):
        seed = random.Random(number)  # noqa: S311  repeatable, no secret
        path = folder / f"events-{number:04d}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(EVENT_COLUMNS)
            writer.writerows(events(number, count // AGENTS, seed))


def multiply(store: Path, folder: Path, times: int) -> None:
    """Make Parquet files of other agents who did the same."""
    folder.mkdir()
    with duckdb.connect() as connection:
        for copy in range(times):
            connection.execute(
                "COPY (SELECT * REPLACE (concat(agent, ?) AS agent) FROM"  # noqa: S608  our own path
                f" read_parquet('{store}/*.parquet'))"
                f" TO '{folder}/{copy}.parquet' (FORMAT parquet, COMPRESSION zstd)",
                [f"-{copy}"],
            )


def measured(folder: Path, *, single_events: bool) -> str:
    """Make a report in a process of its own; return its time and memory."""
    kind = "events" if single_events else "sums"
    script = [sys.executable, __file__, "--measure", kind, str(folder)]
    done = subprocess.run(script, check=True, capture_output=True, text=True)
    told = json.loads(done.stdout)
    return (
        f"best {min(told['seconds']):.2f} worst {max(told['seconds']):.2f} s"
        f" of {len(told['seconds'])}, at work {min(told['worked']):.2f} s,"
        f" memory {told['mib']:.0f} MiB,"
        f" {told['people']} agents, {told['shown']} findings"
    )


def measure(folder: Path, *, single_events: bool) -> None:
    """Print the times of three reports and this process's greatest memory."""
    took, worked = [], []
    for _ in range(3):
        begun, work = time.perf_counter(), time.process_time()
        figures = review_team.team_figures(folder, events=single_events)
        review_team.write_team_report(figures, folder.parent / "report.html", "zh-Hans")
        worked.append(time.process_time() - work)
        took.append(time.perf_counter() - begun)
    kib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    whole = figures.whole
    told = {"people": whole.people, "shown": whole.shown, "mib": kib / 1024}
    print(json.dumps({"seconds": took, "worked": worked, **told}))


def main() -> int:
    """Run everything in a folder that is deleted afterwards."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--large", type=int, default=10_000_000)
    parser.add_argument("--folder", type=Path, default=None)
    parser.add_argument("--measure", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        kind, where = options.measure
        measure(Path(where), single_events=kind == "events")
        return 0
    with tempfile.TemporaryDirectory(dir=options.folder) as name:
        bench(Path(name), options.events, options.large)
    return 0


def bench(folder: Path, count: int, large: int) -> None:
    """Make the team's files and time the reports over them."""
    sums, single, store = folder / "sums", folder / "single", folder / "store"
    sums.mkdir()
    store.mkdir()
    for number in range(AGENTS):
        seed = random.Random(number)  # noqa: S311  repeatable, no secret
        text = as_json(summary(number, seed))
        (sums / f"summary-{number:04d}.json").write_text(text, "utf-8")
    told = measured(sums, single_events=False)
    print(f"SQLite, sums of {AGENTS} agents x {DAYS} days: {told}")
    write_events(single, count)
    begun = time.perf_counter()
    stored = review_team.store_events(single, store / "all.parquet")
    size = (store / "all.parquet").stat().st_size / 2**20
    took = time.perf_counter() - begun
    print(f"{stored} events into Parquet: {took:.1f} s, {size:.0f} MiB")
    print(f"DuckDB, {stored} events: {measured(store, single_events=True)}")
    multiply(store, folder / "large", max(1, large // stored))
    told = measured(folder / "large", single_events=True)
    print(f"DuckDB, {stored * max(1, large // stored)} events: {told}")


if __name__ == "__main__":
    sys.exit(main())
