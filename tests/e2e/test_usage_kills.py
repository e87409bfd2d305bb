"""kill -9 at any moment: no event that was acknowledged is lost, no page is torn.

Every round goes on in the log that the kill before left, as the next start of the
program does: in the middle of a write, of a checkpoint, of the opening.
"""

import datetime as dt
import json
import platform
import random
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

HERE = Path(__file__).parent
PROOF = HERE.parents[1] / "docs" / "proof" / "usage_log_kills.json"
SUMS = {
    "hour_sums": "SELECT shift_id, hour, app, rule_id = '', severity, action, count(*)"
    " FROM events GROUP BY 1, 2, 3, 4, 5, 6",
    "rule_sums": "SELECT shift_id, rule_id, pack_version, severity, category, action,"
    " count(*) FROM events WHERE rule_id != '' GROUP BY 1, 2, 3, 4, 5, 6",
}

pytestmark = pytest.mark.e2e


class Fire:
    """Rounds of writing, each ended by a kill."""

    def __init__(self, path, seed):
        self.path = path
        self.acknowledged = {}
        self._seed = random.Random(seed)  # noqa: S311  repeatable, no secret

    def round(self, number):
        """Write until the kill; every fourth one comes while the log is opened."""
        script = [sys.executable, HERE / "log_under_fire.py", self.path, str(number)]
        child = subprocess.Popen(script, stdout=subprocess.PIPE, text=True)
        lines = []
        if number % 4 == 3:
            threading.Timer(self._seed.uniform(0.15, 0.6), child.kill).start()
        else:
            lines.append(child.stdout.readline())
            threading.Timer(self._seed.uniform(0, 0.25), child.kill).start()
        lines += child.stdout.read().splitlines()
        child.stdout.close()
        assert child.wait(10) == -9
        # The last line may have been cut by the kill.
        whole = [line for line in lines if line.strip().isdigit()]
        self.acknowledged[number] = int(whole[-1]) if whole else 0

    def check(self):
        """Return how many events there are beyond those acknowledged."""
        with closing(sqlite3.connect(self.path)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            query = "SELECT rule_id, conversation FROM events ORDER BY id"
            kept = connection.execute(query).fetchall()
            for table, recount in SUMS.items():
                stored = connection.execute(f"SELECT * FROM {table} WHERE n != 0")  # noqa: S608  constants
                assert sorted(stored) == sorted(connection.execute(recount)), table
        by_round = {}
        for rule, _ in kept:
            by_round[rule] = by_round.get(rule, 0) + 1
        for number, count in self.acknowledged.items():
            assert by_round.get(f"R{number}", 0) >= count, f"lost in round {number}"
        assert not list(self.path.parent.glob("*damaged*"))
        return len(kept) - sum(self.acknowledged.values())


def test_twenty_kills_lose_nothing_that_was_acknowledged(tmp_path):
    fire = Fire(tmp_path / "usage.db", seed=1)

    for number in range(20):
        fire.round(number)
        fire.check()

    assert sum(fire.acknowledged.values()) > 100


@pytest.mark.prove
@pytest.mark.timeout(3600)
def test_two_hundred_kills_lose_nothing_that_was_acknowledged(tmp_path):
    fire = Fire(tmp_path / "usage.db", seed=2)

    for number in range(240):
        fire.round(number)
        beyond = fire.check()

    acknowledged = sum(fire.acknowledged.values())
    told = {
        "command": "make prove (tests/e2e/test_usage_kills.py)",
        "when": dt.datetime.now(dt.UTC).strftime("%Y-%m-%d"),
        "machine": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "kills": len(fire.acknowledged),
        "before_the_first_acknowledgement": sum(
            not count for count in fire.acknowledged.values()
        ),
        "events_acknowledged": acknowledged,
        "of_those_lost": 0,
        "stored_but_not_yet_acknowledged": beyond,
        "integrity_check_not_ok": 0,
    }
    PROOF.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True)
    PROOF.write_text(text + "\n", "utf-8")
