import pytest

from assist.app.collecting import Noticed, collected, widened
from assist.app.ruled import ruled
from assist.authoring.policy import Export, Policy
from assist.settings import Settings

NARROW = Policy(listener=False, exports=frozenset())


def told(policy=None, **values):
    return collected(policy or Policy(), Settings(**values))


def test_what_a_policy_adds_is_named():
    wide = Policy(listener=True, exports=frozenset({Export.EVENTS}), heartbeat="/share")

    assert set(widened(told(NARROW), told(wide))) == {"listener", "events", "heartbeat"}


def test_keeping_records_longer_is_collecting_more():
    assert widened(told(log_keep_days=30), told(log_keep_days=90)) == ("days",)


def test_collecting_less_is_no_news():
    assert widened(told(), told(NARROW, log_keep_days=7)) == ()


def test_what_was_told_is_remembered(tmp_path):
    noticed = Noticed(tmp_path / "state")
    assert noticed.read() is None

    noticed.write(told())

    assert Noticed(tmp_path / "state").read() == told()


@pytest.mark.parametrize("damaged", ["", "[]", "no json"])
def test_a_damaged_memory_is_none(tmp_path, damaged):
    (tmp_path / "noticed.json").write_text(damaged)

    assert Noticed(tmp_path).read() is None


def test_the_policy_holds_over_the_user_and_fixes_what_it_sets():
    policy = Policy(settings={"log_keep_days": 7, "theme": "dark"}, allow={"theme"})

    holds = ruled(Settings(log_keep_days=90, theme="light", watch=("qq",)), policy)

    assert holds.settings.log_keep_days == 7
    assert holds.settings.theme == "light"
    assert holds.settings.watch == ("qq",)
    assert holds.fixed == {"log_keep_days"}
