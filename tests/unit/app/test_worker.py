import threading
import weakref

from assist.app.worker import Worker


def held_worker(swallowed=None):
    """Return a worker busy with a job that ends when the event is set."""
    worker = Worker("test", swallowed or [].append)
    release = threading.Event()
    begun = threading.Event()

    def hold():
        begun.set()
        release.wait(5)

    worker.post(hold)
    assert begun.wait(5)
    return worker, release


def test_jobs_run_in_the_order_they_were_posted():
    worker, release = held_worker()
    done = []
    for number in range(5):
        worker.post(lambda number=number: done.append(number))
    release.set()
    worker.close()

    assert done == [0, 1, 2, 3, 4]


def test_a_newer_reading_takes_the_place_of_one_that_waits():
    worker, release = held_worker()
    done = []
    for number in range(5):
        worker.post(lambda number=number: done.append(number), key="field")
    release.set()
    worker.close()

    assert done == [4]


def test_a_reading_before_a_click_is_not_dropped_for_one_after_it():
    worker, release = held_worker()
    done = []
    worker.post(lambda: done.append("reading"), key="field")
    worker.post(lambda: done.append("click"))
    worker.post(lambda: done.append("later reading"), key="field")
    release.set()
    worker.close()

    assert done == ["reading", "click", "later reading"]


def test_an_unexpected_error_is_counted_and_the_next_job_runs():
    swallowed, done = [], []
    worker = Worker("test", swallowed.append)
    worker.post(lambda: 1 / 0)
    worker.post(lambda: done.append("next"))
    worker.close()

    assert swallowed == ["ZeroDivisionError"]
    assert done == ["next"]


def test_what_a_job_held_is_not_kept_while_the_worker_waits():
    class Draft:
        def check(self):
            """Do nothing."""

    worker = Worker("test", [].append)
    draft, gone = Draft(), threading.Event()
    weakref.finalize(draft, gone.set)
    worker.post(draft.check)
    del draft

    assert gone.wait(5)
    worker.close()
