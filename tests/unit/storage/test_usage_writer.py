import threading
from collections import Counter

import pytest

from assist.errors import UsageLogError
from assist.model.usage import Action, UsageRecord
from assist.storage import usage_writer
from assist.storage.usage_writer import LogWriter


class FakeLog:
    """A log in memory; fails while ``error`` is set, blocks while ``gate`` is."""

    def __init__(self):
        self.error = None
        self.gate = threading.Event()
        self.gate.set()
        self.entered = threading.Event()
        self.stored = []
        self.batches = 0
        self.opened = 0
        self._attempts = threading.Condition()
        self.threads = set()
        self.swallowed = Counter()

    def open(self):
        with self._attempts:
            self.opened += 1
            self._attempts.notify_all()
        self._touch()
        return self

    def wait_until_opened(self, times):
        with self._attempts:
            return self._attempts.wait_for(lambda: self.opened >= times, 5)

    def add(self, records):
        self.entered.set()
        self.gate.wait(5)
        self._touch()
        self.stored.extend(record.rule_id for record in records)
        self.batches += 1

    def count_swallowed(self, counts):
        self._touch()
        self.swallowed.update(counts)

    def close(self):
        self.threads.add(threading.current_thread().name)

    def _touch(self):
        self.threads.add(threading.current_thread().name)
        if self.error:
            raise self.error


class Told:
    """What the writer said, in order."""

    def __init__(self):
        self.said = []
        self._changed = threading.Condition()

    def __call__(self, error):
        with self._changed:
            self.said.append(error)
            self._changed.notify_all()

    def wait_for(self, count):
        with self._changed:
            assert self._changed.wait_for(lambda: len(self.said) >= count, 5)


@pytest.fixture
def log():
    return FakeLog()


@pytest.fixture
def told():
    return Told()


@pytest.fixture
def writer(log, told):
    writer = LogWriter(log.open, told=told)
    yield writer
    log.gate.set()
    writer.close()


def records(*rule_ids):
    return [
        UsageRecord(at_ms=1, action=Action.SHOWN, rule_id=rule_id)
        for rule_id in rule_ids
    ]


def test_records_are_written_in_order_and_never_on_the_callers_thread(writer, log):
    writer.add(records("F001", "F002"))
    writer.add(records("F003"))

    assert writer.flush()
    assert log.stored == ["F001", "F002", "F003"]
    assert log.threads == {"usage-log"}


def test_adding_does_not_wait_for_a_slow_disk(writer, log):
    log.gate.clear()
    writer.add(records("F001"))

    assert not writer.flush(timeout_s=0.05)
    log.gate.set()
    assert writer.flush()


def test_what_piled_up_is_written_at_once(writer, log):
    assert writer.flush()
    log.gate.clear()
    for number in range(100):
        writer.add(records(f"F{number}"))
    log.gate.set()

    assert writer.flush()
    assert len(log.stored) == 100
    assert log.batches <= 100


def test_closing_writes_what_is_queued(log, told):
    writer = LogWriter(log.open, told=told)
    writer.add(records("F001"))
    writer.close()
    writer.close()

    assert log.stored == ["F001"]
    assert writer.lost == 0


def test_a_log_that_cannot_be_opened_is_told_once_at_the_start(log, told):
    log.error = UsageLogError("shut")
    writer = LogWriter(log.open, told=told)
    told.wait_for(1)
    writer.add(records("F001"))
    writer.add(records("F002"))
    writer.close()

    assert told.said == [log.error]


def test_what_failed_is_kept_and_written_in_order_once_it_works(writer, log, told):
    writer.add(records("F001"))
    assert writer.flush()
    log.error = UsageLogError("full")
    writer.add(records("F002"))
    told.wait_for(1)
    log.error = None
    writer.add(records("F003"))

    assert writer.flush()
    assert log.stored == ["F001", "F002", "F003"]
    assert [bool(each) for each in told.said] == [True, False]
    assert log.opened == 2


def test_a_failed_log_is_tried_again_without_a_new_record(log, told, monkeypatch):
    monkeypatch.setattr(usage_writer, "_RETRY_S", 0.01)
    log.error = UsageLogError("full")
    writer = LogWriter(log.open, told=told)
    writer.add(records("F001"))
    assert log.wait_until_opened(4)
    log.error = None

    assert writer.flush()
    writer.close()
    assert log.stored == ["F001"]


def test_what_failed_comes_before_what_was_added_meanwhile(writer, log, told):
    log.gate.clear()
    writer.add(records("F001"))
    assert log.entered.wait(5)
    writer.add(records("F002"))
    log.error = UsageLogError("full")
    log.gate.set()
    told.wait_for(1)
    log.error = None
    writer.add(records("F003"))

    assert writer.flush()
    assert log.stored == ["F001", "F002", "F003"]


def test_a_log_that_fails_is_not_tried_in_a_busy_loop(writer, log, told):
    log.error = UsageLogError("full")
    writer.add(records("F001"))
    told.wait_for(1)

    assert not writer.flush(timeout_s=0.2)
    assert log.opened <= 3


def test_what_is_still_unwritten_at_the_end_is_counted(log, told):
    log.error = UsageLogError("full")
    writer = LogWriter(log.open, told=told)
    writer.add(records("F001", "F002"))
    writer.close()

    assert writer.lost == 2


def test_memory_is_bounded_and_what_exceeds_it_is_counted(log, told, monkeypatch):
    monkeypatch.setattr(usage_writer, "HELD_LIMIT", 3)
    log.error = UsageLogError("full")
    writer = LogWriter(log.open, told=told)
    told.wait_for(1)
    writer.add(records("F001", "F002", "F003", "F004", "F005"))

    assert writer.lost == 2
    log.error = None
    writer.close()
    assert log.stored == ["F003", "F004", "F005"]
    assert log.swallowed == {usage_writer.LOST: 2}
    assert writer.lost == 2


def test_errors_that_were_put_up_with_reach_the_log(writer, log):
    writer.swallow("KeyError")
    writer.swallow("KeyError")

    assert writer.flush()
    assert log.swallowed == {"KeyError": 2}


def test_counts_of_errors_wait_like_records_while_the_log_fails(writer, log, told):
    assert writer.flush()
    log.error = UsageLogError("full")
    writer.swallow("KeyError")
    told.wait_for(1)
    log.error = None
    writer.swallow("KeyError")

    assert writer.flush()
    assert log.swallowed == {"KeyError": 2}


def test_what_is_queued_while_the_log_is_being_opened_is_written_on_closing(log, told):
    opening, go_on = threading.Event(), threading.Event()

    def slowly():
        opening.set()
        go_on.wait(5)
        return log.open()

    writer = LogWriter(slowly, told=told)
    assert opening.wait(5)
    writer.add(records("F001"))
    closing = threading.Thread(target=writer.close)
    closing.start()
    with writer._changed:
        assert writer._changed.wait_for(lambda: writer._closing, 5)
    go_on.set()
    closing.join(5)

    assert log.stored == ["F001"]
    assert writer.lost == 0
