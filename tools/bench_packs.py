"""Measure packs: checks, large lists, and how soon a new pack is in use.

python tools/bench_packs.py [--rules 20000] [--out build/bench_packs.json]
"""

import argparse
import contextlib
import dataclasses
import datetime as dt
import functools
import http.server
import json
import os
import platform
import random
import shutil
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from assist.app import pack_updates, packs
from assist.app.pack_watch import PackWatch, Switched, Told, loaded
from assist.authoring.pack import Manifest, Pack, PackRule
from assist.matching.matcher import Matcher
from assist.model.rule import Replacement, Rule
from assist.packs.key_ring import KeyRing
from assist.packs.publish import Publisher
from assist.packs.update import Job, Source, Updates

SEED = 6
CLIENTS = 50
ROUNDS = 5
SIGNS = (
    "看说做走等买卖退换修装送拿放开关问答查改写读听讲吃喝穿戴洗晒煮切锁拆搬扔捡借还租欠付收签盖贴"
    "快慢高低长短新旧冷热干湿轻重甜苦亮暗硬软早晚远近东西南北春夏秋冬山水花草鱼鸟猫狗车船路桥门窗"
    "桌椅床灯笔纸书画琴棋茶饭菜汤糖盐油酱米面豆瓜果梨桃杏枣栗葱姜蒜椒盆碗盘杯勺筷锅壶瓶罐箱包袋"
)


def main() -> None:
    """Measure everything, print it, and write it down."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rules", type=int, default=20_000)
    parser.add_argument("--out", type=Path, default=Path("build/bench_packs.json"))
    arguments = parser.parse_args()
    figures: dict[str, object] = {
        "machine": f"{platform.machine()}, {os.cpu_count()} cores",
        "python": platform.python_version(),
        "load_before": round(os.getloadavg()[0], 2),
    }
    with tempfile.TemporaryDirectory() as scratch:
        for part in (
            lambda: checks(Path(scratch) / "checks"),
            lambda: active(Path(scratch) / "active"),
            lambda: large(Path(scratch), arguments.rules),
        ):
            found = part()
            figures |= found
            for name, value in found.items():
                print(f"{name:<44}{value}", flush=True)
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    arguments.out.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")


def made_pack(count: int, version: int, *, seed: int = SEED) -> Pack:
    """Return a pack of ``count`` rules, each with a replacement and two examples."""
    chance = random.Random(seed)  # noqa: S311  the same pack at every run
    rules = []
    seen: set[str] = set()
    while len(rules) < count:
        size = chance.randint(5, 9)
        phrase = "".join(chance.choice(SIGNS) for _ in range(size))
        if phrase in seen:
            continue
        seen.add(phrase)
        number = len(rules)
        rule = Rule(
            rule_id=f"R{number:05d}",
            phrase=phrase,
            replacements=(Replacement(f"我来帮您处理第{number % 40}件事。"),),
            must_hit=(f"{phrase}吧",),
            must_miss=("请您稍等，我马上核对一下",),
        )
        rules.append(PackRule(rule=rule))
    return Pack(manifest=Manifest(pack_id="large", version=version), rules=tuple(rules))


def checks(folder: Path) -> dict[str, object]:
    """Measure an unchanged check of a folder and of a web server on loopback."""
    lead = Lead(folder)
    lead.publish(made_pack(300, 1))
    figures: dict[str, object] = {}
    with served(lead.repo) as (address, sent):
        for name, source in (("directory", str(lead.repo)), ("loopback", address)):
            state = pack_updates.open_state(folder / name)
            updates = pack_updates.updates(state)
            whence = lead.source(source)
            updates.check(whence)
            sent.clear()
            times: list[float] = []
            work = functools.partial(repeated, updates, whence, times)
            all_of_them = timed(work)
            ordered = sorted(times)
            figures[f"check_{name}_ms_median"] = round(statistics.median(times), 1)
            figures[f"check_{name}_ms_p95"] = round(ordered[56], 1)
            figures[f"check_{name}_cpu_ms"] = round(all_of_them.cpu_ms / 60, 1)
            if sent:
                figures["check_requests"] = len(sent) / 60
                figures["check_bytes_with_headers"] = round(sum(sent) / 60)
    return figures


def repeated(updates: Updates, source: Source, times: list[float]) -> None:
    """Check sixty times."""
    times += [timed(lambda: updates.check(source)).wall_ms for _ in range(60)]


def large(folder: Path, count: int) -> dict[str, object]:
    """Measure a large list: spreadsheet, import, lint with dry run, switch."""
    pack = made_pack(count, 1)
    book, file = folder / "large.xlsx", folder / "large.pack"
    export = timed(lambda: packs.export(pack, book))
    imported: list[Pack] = []
    reading = timed(lambda: imported.append(packs.read_source(book).pack))
    assert imported[0].rules == pack.rules  # noqa: S101  else the figure is void
    packs.write_pack(pack, file)
    linted = timed(lambda: packs.examine(imported[0]))
    lead = Lead(folder / "large")
    publishing = timed(lambda: lead.publish(pack))
    state = pack_updates.open_state(folder / "large-state")
    updates = pack_updates.updates(state)
    first = timed(lambda: updates.check(lead.source(str(lead.repo))))
    stalls = stalled(lambda: loaded(state))
    return {
        "large_rules": count,
        "large_pack_mib": round(file.stat().st_size / 2**20, 1),
        **export.figures("large_export"),
        **reading.figures("large_import"),
        **linted.figures("large_lint_and_dry_run"),
        **publishing.figures("large_publish"),
        **first.figures("large_fetch_check_index"),
        **stalls,
    }


def active(folder: Path) -> dict[str, object]:
    """Measure publishing to in use, for fifty agents that ask every second.

    Half of them read the folder, half a web server on loopback.  One prepares
    the pack in a process of its own, as each desktop does; the others take
    over what it made, since fifty preparations on one machine would measure
    its cores and not the way of the pack.
    """
    lead = Lead(folder)
    lead.publish(made_pack(300, 1))
    fleet = Fleet(folder / "prepared")
    with served(lead.repo) as (address, _):
        places = [str(lead.repo), address]
        watches = [
            fleet.client(folder / f"client{number}", lead.source(places[number % 2]))
            for number in range(CLIENTS)
        ]
        for watch in watches:
            watch.start()
        fleet.wait_for(1)
        everybody, first = [], []
        for version in range(2, 2 + ROUNDS):
            lead.publish(made_pack(300, version, seed=version))
            published = time.monotonic()
            arrived = [moment - published for moment in fleet.wait_for(version)]
            first.append(min(arrived))
            everybody.append(max(arrived))
        for watch in watches:
            watch.close()
    return {
        "clients": CLIENTS,
        "time_to_active_first_s_median": round(statistics.median(first), 2),
        "time_to_active_all_s_median": round(statistics.median(everybody), 2),
        "time_to_active_all_s_max": round(max(everybody), 2),
    }


class Fleet:
    """Clients that tell when they have which version in use."""

    def __init__(self, scratch: Path) -> None:
        self._scratch = scratch
        self._arrived = threading.Condition()
        self._moments: dict[int, list[float]] = {}
        self._made: dict[tuple[str, ...], tuple[Path, str]] = {}
        self._making = threading.Lock()

    def client(self, folder: Path, source: Source) -> PackWatch:
        """Return a client that was not started yet."""
        state = pack_updates.open_state(folder)
        updates = Updates(state, self._prepare, pack_updates.utc_now)
        told = Told(self._use, lambda error: print("failed:", error))
        return PackWatch(state, source, told, every_seconds=1, updates=updates)

    def wait_for(self, version: int) -> list[float]:
        """Return when each client had ``version`` in use, once all have."""
        with self._arrived:
            if not self._arrived.wait_for(lambda: self._count(version) == CLIENTS, 300):
                raise SystemExit(f"only {self._count(version)} have v{version}")
            return self._moments[version]

    def _count(self, version: int) -> int:
        return len(self._moments.get(version, ()))

    def _use(self, new: Switched) -> None:
        with self._arrived:
            self._moments.setdefault(new.version, []).append(time.monotonic())
            self._arrived.notify_all()

    def _prepare(self, job: Job) -> str:
        digests = tuple(one.digest for one, _ in job.files)
        with self._making:
            if digests not in self._made:
                brief = pack_updates.prepare(job)
                kept = self._scratch / str(len(self._made))
                shutil.copytree(job.target, kept)
                self._made[digests] = kept, brief
                return brief
        kept, brief = self._made[digests]
        shutil.copytree(kept, job.target)
        return brief


def stalled(work: Callable[[], object]) -> dict[str, object]:
    """Measure how late edits are while ``work`` runs on another thread."""
    matcher = Matcher.compile(packs_rules())
    session = matcher.session()
    text = "您好，这边已经为您登记好了，请您保持电话畅通，师傅会联系您"
    late: list[float] = []
    done = threading.Event()
    took: list[Took] = []

    def run() -> None:
        took.append(timed(work))
        done.set()

    for step in range(100):  # warm, and the share of a busy machine
        edit(session, text, step, late)
    before = sorted(late)
    late.clear()
    worker = threading.Thread(target=run)
    worker.start()
    step = 0
    while not done.is_set():
        step += 1
        edit(session, text, step, late)
    worker.join()
    return {
        **took[0].figures("large_switch"),
        "large_switch_edit_late_ms_median": round(statistics.median(late), 1),
        "large_switch_edit_late_ms_max": round(max(late), 1),
        "edit_late_ms_max_without_switch": round(before[-1], 1),
    }


def packs_rules() -> object:
    """Return a list of the usual size."""
    return made_pack(300, 1).rule_set


def edit(session: object, text: str, step: int, late: list[float]) -> None:
    """Wait five milliseconds, match once, and note how late that was."""
    begun = time.perf_counter()
    time.sleep(0.005)
    session.update(text[: step % len(text)])  # type: ignore[attr-defined]  # a session
    late.append((time.perf_counter() - begun - 0.005) * 1000)


@dataclasses.dataclass(frozen=True, slots=True)
class Took:
    """How long something took: by the clock, and of the processors alone."""

    wall_ms: float
    cpu_ms: float

    def figures(self, name: str) -> dict[str, object]:
        """Return both in seconds."""
        return {
            f"{name}_s": round(self.wall_ms / 1000, 2),
            f"{name}_cpu_s": round(self.cpu_ms / 1000, 2),
        }


def timed(work: Callable[[], object]) -> Took:
    """Measure ``work``; child processes that ended within it count."""
    begun, cpu = time.perf_counter(), sum(os.times()[:4])
    work()
    wall_ms = (time.perf_counter() - begun) * 1000
    return Took(wall_ms, (sum(os.times()[:4]) - cpu) * 1000)


class Lead:
    """Keys and a repository in a folder."""

    def __init__(self, folder: Path) -> None:
        self.repo = folder / "repo"
        self._ring = KeyRing(folder / "keys", lambda: "a password of the bench")
        self._ring.make()

    def publish(self, pack: Pack) -> None:
        """Publish a pack now."""
        Publisher(self.repo, self._ring, now=dt.datetime.now(dt.UTC)).publish(pack)

    def source(self, address: str) -> Source:
        """Return where agents find the repository."""
        made = pack_updates.source_from(address, self._ring.trusted_root)
        return dataclasses.replace(made, proxy="")


@contextlib.contextmanager
def served(folder: Path) -> Iterator[tuple[str, list[int]]]:
    """Serve a folder on loopback; collect the bytes of each answer."""
    sent: list[int] = []

    class Handler(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing."""

        def log_request(self, *_: object) -> None:
            """Count the answer's head; the body follows."""
            sent.append(0)

        def end_headers(self) -> None:
            buffered = b"".join(self._headers_buffer)
            sent[-1] += len(buffered) + 2
            for line in buffered.split(b"\r\n"):
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    sent[-1] += int(value)
            super().end_headers()

    handler = functools.partial(Handler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}", sent
        server.shutdown()
        thread.join()


if __name__ == "__main__":
    main()
