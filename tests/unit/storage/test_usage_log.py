import os
import sqlite3
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assist.errors import UsageLogError
from assist.model.usage import Action, UsageRecord
from assist.storage.usage_faults import UsageLogNewerError
from assist.storage.usage_log import MS_PER_DAY, SqliteUsageLog
from assist.storage.usage_reading import inspect
from assist.storage.usage_schema import FORMAT

NOON = 1_700_000_000_000


@dataclass
class FakeClock:
    now_ms: int = NOON

    def monotonic(self):
        return self.now_ms / 1000

    def epoch_ms(self):
        return self.now_ms


@pytest.fixture
def path(tmp_path):
    return tmp_path / "state" / "usage.db"


@pytest.fixture
def clock():
    return FakeClock()


def opened(path, clock=None, keep_days=30):
    return SqliteUsageLog(path, keep_days=keep_days, clock=clock or FakeClock())


def record(at_ms=NOON, action=Action.SHOWN, **values):
    return UsageRecord(at_ms=at_ms, action=action, **values)


def rows(path):
    with sqlite3.connect(path) as connection:
        found = connection.execute(
            "SELECT id, at_ms, action, rule_id, severity, category, app, channel,"
            " reaction_ms, latency_ms FROM events ORDER BY id"
        ).fetchall()
    connection.close()
    return found


@pytest.fixture
def unwritable(path):
    path.parent.mkdir()
    path.parent.chmod(0o500)
    if os.geteuid() == 0:
        os.seteuid(65534)  # root may write everywhere
        yield path
        os.seteuid(0)
    else:
        yield path
    path.parent.chmod(0o700)


def test_what_was_added_is_there_when_the_log_is_opened_again(path):
    full = record(
        rule_id="F003",
        severity="medium",
        category="否定语",
        app="mousepad",
        channel="homophone",
        reaction_ms=1200,
        latency_ms=6.5,
    )
    with opened(path) as log:
        log.add([full, record(action=Action.SENT)])

    first, second = rows(path)
    assert first[1:] == (
        *(NOON, "shown", "F003", "medium", "否定语", "mousepad", "homophone"),
        *(1200, 6.5),
    )
    assert second[2] == "sent"


def test_file_and_folder_are_for_this_user_alone(path):
    with opened(path) as log:
        log.add([record()])
        made = sorted(path.parent.iterdir())

        assert path.parent.stat().st_mode & 0o777 == 0o700
        assert [file.name for file in made] == [
            *("usage.db", "usage.db-shm", "usage.db-wal"),
        ]
        assert {file.stat().st_mode & 0o777 for file in made} == {0o600}


def test_a_log_that_others_could_read_is_closed_to_them(path):
    path.parent.mkdir()
    path.touch()
    path.chmod(0o644)

    with opened(path):
        assert path.stat().st_mode & 0o777 == 0o600


def test_it_writes_ahead_and_waits_for_no_disk(path):
    with opened(path) as log:
        assert log._db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert log._db.execute("PRAGMA synchronous").fetchone() == (1,)


def test_records_are_added_all_or_none(path):
    with opened(path) as log:
        with pytest.raises(UsageLogError):
            log.add([record(), record(latency_ms=object())])
        log.add([record(rule_id="F001")])

    assert [row[3] for row in rows(path)] == ["F001"]


def test_what_was_added_survives_a_kill(path):
    script = """
import os, signal, sys
sys.path.insert(0, sys.argv[2])
from pathlib import Path
from test_usage_log import opened, record
log = opened(Path(sys.argv[1]))
for number in range(50):
    log.add([record(rule_id=f"F{number:03d}")])
    print(number, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""
    here = Path(__file__).parent
    child = subprocess.run(
        [sys.executable, "-c", script, path, here], capture_output=True, check=False
    )

    assert child.returncode == -9
    assert len(child.stdout.splitlines()) == 50
    assert len(rows(path)) == 50


def test_records_older_than_the_user_keeps_are_deleted_on_opening(path, clock):
    with opened(path, clock, keep_days=2) as log:
        log.add([record(NOON - 2 * MS_PER_DAY - 1), record(NOON - 2 * MS_PER_DAY)])
    opened(path, clock, keep_days=2).close()

    assert [row[1] for row in rows(path)] == [NOON - 2 * MS_PER_DAY]


def test_a_program_that_runs_for_days_deletes_them_too(path, clock):
    with opened(path, clock, keep_days=2) as log:
        for day in (0, 1, 3):
            clock.now_ms = NOON + day * MS_PER_DAY + 1
            log.add([record(clock.now_ms)])

    assert [row[1] for row in rows(path)] == [NOON + d * MS_PER_DAY + 1 for d in (1, 3)]


@pytest.mark.parametrize(
    "junk", [b"no database at all" * 100, b"SQLite format 3\0" * 9]
)
def test_a_damaged_log_is_set_aside_and_a_new_one_begun(path, junk):
    path.parent.mkdir()
    path.write_bytes(junk)

    with opened(path) as log:
        log.add([record()])
        aside = log.set_aside

    assert aside.name == "usage.damaged-20231114T221320000000Z.db"
    assert aside.read_bytes() == junk
    assert len(rows(path)) == 1


def test_one_torn_page_that_nobody_would_read_is_noticed_on_opening(path):
    with opened(path) as log:
        log.add([record(rule_id=f"F{number:03d}" * 20) for number in range(500)])
    content = bytearray(path.read_bytes())
    page = content.index(b"F250" * 20) // 4096 * 4096
    content[page : page + 4096] = b"\xff" * 4096
    path.write_bytes(content)

    with opened(path) as log:
        log.add([record()])
        assert log.set_aside.read_bytes() == content

    assert len(rows(path)) == 1


def spoil(log, path):
    """Overwrite all pages but the first under an open log, as a bad disk would."""
    log._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    log._db.execute("PRAGMA cache_size=0")
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xa5" * (size - 4096))
    log._db.execute("PRAGMA shrink_memory")


def test_a_log_damaged_while_it_is_open_is_set_aside_and_the_records_kept(path):
    with opened(path) as log:
        log.add([record(rule_id=f"F{number}" * 20) for number in range(500)])
        spoil(log, path)
        log.add([record(rule_id="after")])
        assert log.set_aside is not None

    assert [row[3] for row in rows(path)] == ["after"]


def test_a_damaged_log_that_another_program_reads_takes_its_side_files_along(path):
    with opened(path) as log:
        log.add([record(rule_id=f"F{number}" * 20) for number in range(500)])
        reader = sqlite3.connect(path)
        reader.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        spoil(log, path)
        log.add([record(rule_id="after")])
        aside = log.set_aside

        assert Path(f"{aside}-wal").exists()
        assert Path(f"{aside}-shm").exists()
        reader.close()

    assert [row[3] for row in rows(path)] == ["after"]


def test_a_log_of_a_newer_version_is_refused_and_left_alone(path):
    opened(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version={FORMAT + 1}")
    connection.close()
    before = path.read_bytes()

    with pytest.raises(UsageLogNewerError, match="newer version") as refused:
        opened(path)

    assert refused.value.hint
    assert path.read_bytes() == before
    assert not list(path.parent.glob("*damaged*"))


def test_a_database_of_another_program_is_set_aside_unchanged(path):
    path.parent.mkdir()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA application_id=7")
        connection.execute("CREATE TABLE theirs (x)")
    connection.close()
    before = path.read_bytes()

    with opened(path) as log:
        assert log.set_aside.read_bytes() == before


def test_a_folder_that_cannot_be_written_is_one_sentence_and_a_remedy(unwritable):
    with pytest.raises(UsageLogError, match="cannot be opened") as refused:
        opened(unwritable)

    assert "ASSIST_HOME" in refused.value.hint


def test_a_file_where_the_folder_should_be_is_one_sentence_and_a_remedy(path):
    path.parent.touch()

    with pytest.raises(UsageLogError, match="cannot be opened") as refused:
        opened(path)

    assert "ASSIST_HOME" in refused.value.hint


def test_a_locked_log_is_one_sentence_and_nothing_is_set_aside(path, monkeypatch):
    monkeypatch.setattr("assist.storage.usage_file._LOCK_WAIT_S", 0.05)
    with opened(path) as log:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(
            UsageLogError, match="is locked by another program"
        ) as refused:
            log.add([record(rule_id="F001")])
        other.execute("ROLLBACK")
        other.close()
        log.add([record(rule_id="F002")])
        assert log.set_aside is None

    assert refused.value.hint
    assert [row[3] for row in rows(path)] == ["F002"]


FULL_DISK = """
import resource, sys
sys.path.insert(0, sys.argv[2])
from pathlib import Path
from assist.errors import UsageLogError
from test_usage_log import opened, record
log = opened(Path(sys.argv[1]))
log.add([record(rule_id="before")])
_, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (80_000, hard))
try:
    log.add([record(rule_id="F" * 100) for _ in range(5000)])
except UsageLogError as error:
    print(error, error.hint, sep="|")
resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
log.add([record(rule_id="after")])
log.close()
"""


def test_a_full_disk_is_one_sentence_and_what_was_there_stays(path):
    here = Path(__file__).parent
    child = subprocess.run(
        [sys.executable, "-c", FULL_DISK, path, here],
        capture_output=True,
        text=True,
        check=True,
    )

    sentence, hint = child.stdout.strip().split("|")
    assert "full" in sentence
    assert hint == "Free some space there."
    assert [row[3] for row in rows(path)] == ["before", "after"]


def test_errors_that_were_put_up_with_are_added_up(path, clock):
    with opened(path, clock) as log:
        log.count_swallowed({"KeyError": 1, "BackendError": 2})
        log.count_swallowed({"KeyError": 2})

    assert inspect(path).swallowed == (("KeyError", 3), ("BackendError", 2))


def test_counts_of_errors_are_forgotten_like_everything_else(path, clock):
    with opened(path, clock, keep_days=2) as log:
        log.count_swallowed({"KeyError": 1})
        clock.now_ms += 3 * MS_PER_DAY
        log.add([record(clock.now_ms)])

    assert inspect(path).swallowed == ()


@given(st.text(st.characters(), max_size=8))
def test_any_name_of_a_program_can_be_stored(tmp_path_factory, app):
    path = tmp_path_factory.mktemp("log") / "usage.db"
    with opened(path) as log:
        log.add([record(app=app)])

    stored = rows(path)[0][6]
    assert stored == app.encode("utf-8", "replace").decode("utf-8")
