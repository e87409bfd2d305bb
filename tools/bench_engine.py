"""Measure the matching engine and write ``build/bench/engine.json``.

Every figure of a row comes from the same run on the same drafts, so that the
ratios hold on any machine.  Drafts are made of the shipped standard sentences
(ordinary) and of the phrases looked for, damaged (hostile).  Usage::

    python tools/bench_engine.py [--rules N ...] [--chars N ...]
"""

import argparse
import gc
import json
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import ahocorasick  # type: ignore[import-not-found]  # ships no stubs
from all_windows import all_windows
from rapidfuzz import fuzz, process

from assist.matching import cache
from assist.matching.listed import listed_wordings
from assist.matching.matcher import Matcher
from assist.matching.template import expand
from assist.model.rule import Rule, RuleSet
from assist.storage.phrase_source import read_source

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "build" / "bench"
RULES = (200, 2_000, 10_000, 50_000)
CHARS = (50, 200, 1_000, 2_000)
DRAFTS, READINGS, RUNS = 10, 40, 7
LENGTHS = range(3, 25)

Row = dict[str, float]


def phrases(count: int, draw: random.Random) -> list[str]:
    """Return distinct phrases: those of the shipped list, then crossings of them."""
    source = read_source(ROOT / "resources" / "phrases")
    classes = dict(source.word_classes)
    known = [
        wording.text
        for rule in source.rules
        for pattern in (*rule.patterns, *rule.aliases)
        for wording in expand(pattern, classes)
        if len(wording.parts) == 1 and len(wording.text) in LENGTHS
    ]
    listed = dict.fromkeys([rule.phrase for rule in source.rules] + known)
    found = [one for one in listed if len(one) in LENGTHS]
    draw.shuffle(found)
    every = dict.fromkeys(found[:count])
    while len(every) < count:
        one, other = draw.choice(found), draw.choice(found)
        at, there = draw.randrange(len(one) - 1), draw.randrange(len(other) - 1)
        every[one[:at] + other[there : there + 2] + one[at + 2 :]] = None
    return list(every)


def rule_set(texts: list[str]) -> RuleSet:
    """Return one rule per phrase."""
    rules = (Rule(rule_id=f"B{n}", phrase=one) for n, one in enumerate(texts))
    return RuleSet(tuple(rules))


def ordinary(draw: random.Random) -> Iterator[str]:
    """Yield standard sentences, slots filled, without end."""
    source = read_source(ROOT / "resources" / "phrases")
    sentences = [re.sub(r"\{[^}]*\}", "本公司", one.text) for one in source.standard]
    while True:
        yield draw.choice(sentences)


def hostile(texts: list[str], draw: random.Random) -> Iterator[str]:
    """Yield phrases that are looked for, each with one edit, without end."""
    while True:
        one = draw.choice(texts)
        at = draw.randrange(len(one))
        yield one[:at] + draw.choice(["", "的", one[at] * 2]) + one[at + 1 :] + "，"


def draft(sentences: Iterator[str], chars: int) -> str:
    """Return a draft of ``chars`` code points."""
    text = ""
    while len(text) < chars:
        text += next(sentences)
    return text[:chars]


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long ``work`` takes."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def typing(sentences: Iterator[str], chars: int, draw: random.Random) -> list[str]:
    """Return the readings of a draft of about ``chars`` that is being edited."""
    text = draft(sentences, chars)
    readings = [text]
    for _ in range(READINGS):
        at = draw.choice([len(text), len(text), draw.randint(0, len(text))])
        kind = draw.random()
        if kind < 0.15:
            text = text[: max(0, at - 1)] + text[at:]
        else:
            size = 1 if kind < 0.95 else 12
            text = text[:at] + next(sentences)[:size] + text[at:]
        readings.append(text)
    return readings


def edits(
    matcher: Matcher, sentences: Iterator[str], sizes: Sequence[int], seed: int
) -> dict[int, list[float]]:
    """Type, delete and paste; return what each edit took, by the size of the draft.

    Every edit is timed in several sessions, and the least counts, so that what
    else the machine does is not taken for the engine; the sizes take turns, so
    that none has the worse minutes.
    """
    times: dict[int, list[float]] = {chars: [] for chars in sizes}
    for number in range(DRAFTS):
        draw = random.Random(seed + number)  # noqa: S311  repeatable, no secret
        readings = {chars: typing(sentences, chars, draw) for chars in sizes}
        runs = [
            {chars: session_times(matcher, readings[chars]) for chars in sizes}
            for _ in range(RUNS)
        ]
        for chars, found in times.items():
            found.extend(map(min, zip(*(run[chars] for run in runs), strict=True)))
    return {chars: sorted(found) for chars, found in times.items()}


def session_times(matcher: Matcher, readings: list[str]) -> list[float]:
    """Return what each reading but the first took in a new session."""
    session = matcher.session()
    session.update(readings[0])
    times = []
    for text in readings[1:]:
        began = time.perf_counter()
        session.update(text)
        times.append((time.perf_counter() - began) * 1000)
    return times


def row(
    matcher: Matcher, texts: list[str], sentences: Iterator[str], chars: int
) -> Row:
    """Measure a whole draft of so many code points."""
    exact = ahocorasick.Automaton()
    for number, one in enumerate(texts):
        exact.add_word(one, number)
    exact.make_automaton()

    def naive(text: str) -> object:
        return process.extract(
            text, texts, scorer=fuzz.partial_ratio, score_cutoff=80, limit=None
        )

    found = {
        "full_ms": matcher.match,
        "naive_ms": naive,
        "ac_ms": lambda text: list(exact.iter(text)),
    }
    return compared(found, [draft(sentences, chars) for _ in range(5)])


def compared(works: dict[str, Callable[[str], object]], drafts: list[str]) -> Row:
    """Return how long each kind of work takes with a middling draft.

    Of three runs in a row the least counts, as with the edits.
    """

    def least(work: Callable[[str], object], text: str) -> float:
        return min(milliseconds(partial(work, text)) for _ in range(3))

    return {
        name: statistics.median(least(work, text) for text in drafts)
        for name, work in works.items()
    }


def brute_ms(rules: RuleSet, text: str) -> float:
    """Return how long it takes to try every stretch of ``text``."""
    listed = [one for one in listed_wordings(rules) if len(one.parts) == 1]
    return milliseconds(lambda: all_windows(listed, text))


_FRESH = """
import gc, json, sys
from pathlib import Path
sys.path.insert(0, sys.argv[3])
import bench_engine as bench, random
from assist.matching import cache
from assist.matching.matcher import Matcher
def resident():
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 2**20
texts = bench.phrases(int(sys.argv[1]), random.Random(1))
rules = bench.rule_set(texts)
Matcher.compile(bench.rule_set(texts[:50]))
cache.fingerprint(rules)
before = resident()
matcher = cache.load(Path(sys.argv[2]), rules)
memory = resident() - before
text = bench.draft(bench.ordinary(random.Random(1)), 50)
first = bench.milliseconds(lambda: matcher.session().update(text))
print(json.dumps({"memory_mb": memory, "first_ms": first}))
"""


def built(rules: RuleSet, count: int) -> tuple[Matcher, Row]:
    """Build, keep and load the index; measure each.

    What it occupies, and the first match after it was loaded, in a process of
    their own.
    """
    began = time.perf_counter()
    matcher = Matcher.compile(rules)
    build = (time.perf_counter() - began) * 1000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "index.npz"
        cache.dump(matcher, path, rules)
        load = min(milliseconds(lambda: cache.load(path, rules)) for _ in range(15))
        command = [sys.executable, "-c", _FRESH, str(count), str(path)]
        command.append(str(Path(__file__).parent))
        fresh = subprocess.run(command, capture_output=True, text=True, check=True)
    once: Row = {"build_ms": build, "load_ms": load}
    return matcher, once | json.loads(fresh.stdout)


def summary(kind: str, one: Row) -> str:
    """Return a row and its ratios in one line."""
    naive, edit, slow = one["naive_ms"], one["edit_p50_ms"], one["edit_p99_ms"]
    full, exact = one["full_ms"], one["ac_ms"]
    return (
        f"{kind} {one['rules']} x {one['chars']}: edit {edit} p99 {slow} full {full} "
        f"naive {naive} brute {one['brute_ms']} ac {exact} build {one['build_ms']} "
        f"load {one['load_ms']} first {one['first_ms']} memory {one['memory_mb']} | "
        f"naive/edit {naive / edit:.0f} naive/p99 {naive / slow:.0f} naive/full "
        f"{naive / full:.1f} brute/full {one['brute_ms'] / full:.0f} edit/ac "
        f"{edit / exact:.1f}"
    )


def main() -> None:
    """Measure all sizes, print a table, write the rows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rules", type=int, nargs="*", default=RULES)
    parser.add_argument("--chars", type=int, nargs="*", default=CHARS)
    options = parser.parse_args()
    TARGET.mkdir(parents=True, exist_ok=True)
    rows: dict[str, list[Row]] = {"engine": [], "engine_hostile": []}
    for count in options.rules:
        draw = random.Random(1)  # noqa: S311  repeatable, no secret
        texts = phrases(count, draw)
        rules = rule_set(texts)
        matcher, once = built(rules, count)
        gc.collect()
        gc.freeze()
        kinds = {"engine": ordinary(draw), "engine_hostile": hostile(texts, draw)}
        for kind, sentences in kinds.items():
            times = edits(matcher, sentences, options.chars, count)
            for chars in options.chars:
                one = {"rules": count, "chars": chars} | quantiles(times[chars])
                one |= row(matcher, texts, sentences, chars)
                one["brute_ms"] = brute_ms(rules, draft(sentences, chars))
                one |= once
                rows[kind].append({name: round(one[name], 3) for name in one})
                print(summary(kind, rows[kind][-1]), flush=True)
        gc.unfreeze()
        write(rows)


def quantiles(times: list[float]) -> Row:
    """Return the middle and the 99th percentile of sorted times."""
    return {
        "edit_p50_ms": times[len(times) // 2],
        "edit_p99_ms": times[int(len(times) * 0.99)],
    }


def write(rows: dict[str, list[Row]]) -> None:
    """Write what was measured so far."""
    for kind, some in rows.items():
        text = json.dumps(some, indent=1) + "\n"
        (TARGET / f"{kind}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
