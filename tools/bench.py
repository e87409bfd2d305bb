"""``make bench``: the figures of docs/performance.md, measured anew.

Runs on a private desktop; writes build/bench/desktop.json and prints a table.
"""

import argparse
import json
import os
import platform
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from bench_desktop import EDITORS, Bench, cpu_s, memory_mb, percentile

OUTPUT = Path("build/bench/desktop.json")
BLOCKS = 5
IDLE_S = 20.0


def spread(values: list[float]) -> dict[str, float]:
    """Return median and 95th percentile, one decimal."""
    return {
        "n": len(values),
        "p50": round(percentile(values, 0.5), 2),
        "p95": round(percentile(values, 0.95), 2),
    }


def measure(editor: str, counts: argparse.Namespace, folder: Path) -> dict[str, Any]:
    """Measure with one editor."""
    with ExitStack() as running:
        bench = Bench(editor, folder, running)
        flags = list(bench.flags(counts.flags))
        without: list[float] = []
        beside: list[float] = []
        for _ in range(BLOCKS):
            without += bench.keys(counts.keys // BLOCKS)
            with bench.overlay():
                beside += bench.keys(counts.keys // BLOCKS)
    return {
        "key_to_flag_ms": spread([whole for whole, _ in flags]),
        "event_to_flag_ms": spread([own for _, own in flags if own is not None]),
        "key_to_text_without_ms": spread(without),
        "key_to_text_with_ms": spread(beside),
    }


def idle(folder: Path) -> dict[str, float]:
    """Measure what the overlay costs while nobody types."""
    with ExitStack() as running:
        bench = Bench(next(iter(EDITORS)), folder, running)
        began = time.monotonic()
        with bench.overlay() as overlay:
            start_s = time.monotonic() - began
            time.sleep(5.0)
            before = cpu_s(overlay.pid)
            time.sleep(IDLE_S)
            share = (cpu_s(overlay.pid) - before) / IDLE_S
            return {
                "start_s": round(start_s, 2),
                "idle_cpu_percent": round(100 * share, 2),
                "rss_mb": round(memory_mb(overlay.pid, "Rss"), 1),
                "pss_mb": round(memory_mb(overlay.pid, "Pss"), 1),
            }


def main() -> int:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--flags", type=int, default=60, help="flags per editor")
    parser.add_argument(
        "--keys", type=int, default=500, help="keys per editor, each way"
    )
    counts = parser.parse_args()
    found: dict[str, Any] = {
        "machine": {"cores": os.cpu_count(), "python": platform.python_version()},
        "load_before": os.getloadavg()[0],
        "editors": {},
    }
    with tempfile.TemporaryDirectory() as scratch:
        for number, editor in enumerate(EDITORS):
            folder = Path(scratch) / str(number)
            found["editors"][editor] = measure(editor, counts, folder)
            show(editor, found["editors"][editor])
        found["overlay"] = idle(Path(scratch) / "idle")
    print(found["overlay"])
    OUTPUT.parent.mkdir(parents=True, exist_ok=True)
    OUTPUT.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    return 0


def show(editor: str, figures: dict[str, Any]) -> None:
    """Print one editor's figures."""
    print(editor)
    for name, spread_ in figures.items():
        print(
            f"  {name:<26}{spread_['p50']:>8} / {spread_['p95']:>6}  n={spread_['n']}"
        )
    with_, without = figures["key_to_text_with_ms"], figures["key_to_text_without_ms"]
    print(f"  p95 with - without        {with_['p95'] - without['p95']:>+8.2f}")


if __name__ == "__main__":
    sys.exit(main())
