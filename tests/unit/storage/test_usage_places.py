"""Where the log lies: on another machine, on a full disk, in a folder that is shut."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from assist.model.usage import Action, UsageRecord
from assist.storage import usage_file, usage_writer
from assist.storage.network_folder import on_network
from assist.storage.usage_log import SqliteUsageLog
from assist.storage.usage_reading import inspect
from assist.storage.usage_writer import LogWriter

NOON = 1_700_000_000_000
MOUNTS = """\
22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
36 22 0:31 / /home rw shared:2 - nfs4 server:/export/home rw,vers=4.2
40 36 254:1 / /home/li/local rw - xfs /dev/vdb rw
41 22 0:40 / /mnt/two\\040words rw - cifs //server/share rw
42 22 0:41 / /run/user/7/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw
43 22 0:42 / /homework rw - tmpfs tmpfs rw
nonsense
"""


@dataclass
class Clock:
    def monotonic(self):
        return 0.0

    def epoch_ms(self):
        return NOON


def opened(path):
    return SqliteUsageLog(path, keep_days=30, clock=Clock())


def record(name):
    return UsageRecord(at_ms=NOON, action=Action.SHOWN, rule_id=name)


def rules_in(path):
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT rule_id FROM events ORDER BY id")
        return [rule for (rule,) in rows]


@pytest.mark.parametrize(
    ("folder", "remote"),
    [
        ("/home/li/.local/state/assist", True),
        ("/home/li/local/state", False),
        ("/var/lib/assist", False),
        ("/mnt/two words/state", True),
        ("/run/user/7/gvfs/smb-share", True),
        ("/homework/state", False),
    ],
)
def test_the_innermost_mount_says_whether_a_folder_is_on_another_machine(
    tmp_path, folder, remote
):
    mounts = tmp_path / "mountinfo"
    mounts.write_text(MOUNTS)

    assert on_network(Path(folder), mounts=mounts) is remote


def test_where_nobody_tells_a_folder_is_taken_as_this_machine_s(tmp_path):
    assert on_network(tmp_path, mounts=tmp_path / "missing") is False
    assert on_network(tmp_path) is False


@pytest.fixture
def far_away(monkeypatch):
    """Make every folder one of another machine."""
    monkeypatch.setattr(usage_file, "on_network", lambda _folder: True)
    monkeypatch.setattr("assist.storage.usage_reading.on_network", lambda _folder: True)


def test_on_another_machine_a_rollback_journal_is_used(tmp_path, far_away):
    path = tmp_path / "usage.db"
    with opened(path) as log:
        log.add([record("F1")])
        (safety,) = log._db.execute("PRAGMA synchronous").fetchone()
        assert (log.journal, safety) == ("delete", 2)
        assert [file.name for file in tmp_path.iterdir()] == ["usage.db"]

    assert rules_in(path) == ["F1"]
    assert inspect(path).on_network


def test_a_log_that_moved_to_another_machine_loses_its_write_ahead_log(
    tmp_path, monkeypatch
):
    path = tmp_path / "usage.db"
    with opened(path) as log:
        log.add([record("here")])
    monkeypatch.setattr(usage_file, "on_network", lambda _folder: True)

    with opened(path) as log:
        log.add([record("there")])
        assert log.journal == "delete"
        assert not Path(f"{path}-wal").exists()

    assert rules_in(path) == ["here", "there"]


FULL_FOR_A_WHILE = """
import resource, signal, sys
sys.path.insert(0, sys.argv[2])
from pathlib import Path
from test_usage_places import opened, record
from assist.storage.usage_writer import LogWriter
path, said = Path(sys.argv[1]), []
writer = LogWriter(lambda: opened(path), told=lambda e: said.append(bool(e)))
writer.add([record("before")])
assert writer.flush()
_, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 40_000, hard))
for number in range(400):
    writer.add([record(f"{number:03d}" + "x" * 200)])
    if number % 40 == 0:
        writer.flush(timeout_s=0.1)
assert not writer.flush(timeout_s=0.2)
resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
writer.add([record("after")])
assert writer.flush(timeout_s=10)
writer.close()
print(said, writer.lost)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit of a file's size")
def test_while_the_disk_is_full_it_is_said_once_and_nothing_is_lost(tmp_path):
    path = tmp_path / "usage.db"
    child = subprocess.run(
        [sys.executable, "-c", FULL_FOR_A_WHILE, path, Path(__file__).parent],
        capture_output=True,
        text=True,
        check=True,
    )

    assert child.stdout.strip() == "[True, False] 0"
    kept = rules_in(path)
    assert [rule[:3] for rule in kept[1:-1]] == [f"{n:03d}" for n in range(400)]
    assert (kept[0], kept[-1]) == ("before", "after")


@pytest.fixture
def shut(tmp_path):
    """A folder that this user may not write to; root gives up its right to."""
    folder = tmp_path / "state"
    folder.mkdir()
    folder.chmod(0o500)
    root = os.geteuid() == 0
    if root:
        folder.chmod(0o555)
        os.seteuid(65534)
    yield folder
    if root:
        os.seteuid(0)
    folder.chmod(0o700)


@pytest.mark.skipif(sys.platform == "win32", reason="folders have other rights there")
def test_a_folder_that_is_shut_is_said_once_and_what_is_lost_is_counted(
    shut, monkeypatch
):
    monkeypatch.setattr(usage_writer, "_RETRY_S", 0.01)
    monkeypatch.setattr(usage_writer, "HELD_LIMIT", 20)
    said = []
    # The writer's own thread has this process's rights.
    writer = LogWriter(lambda: opened(shut / "usage.db"), told=said.append)
    for number in range(50):
        writer.add([record(str(number))])
    assert not writer.flush(timeout_s=0.3)
    assert writer.lost == 30

    writer.close()

    assert len(said) == 1
    assert "cannot be" in str(said[0])
    assert writer.lost == 50
