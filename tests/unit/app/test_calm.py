"""Prompts that can be muted, and that do not repeat themselves."""

from datetime import UTC, datetime

import pytest

from assist.app.calm import Calm, minutes_until_tomorrow
from assist.model.finding import Finding
from assist.model.rule import Rule, Severity
from assist.model.span import Span
from assist.settings import Settings


def found(rule_id, severity=Severity.MEDIUM):
    rule = Rule(rule_id=rule_id, phrase="不知道", severity=severity)
    return Finding(1, rule, Span(0, 3), "不知道")


A, B, LOW = found("A"), found("B"), found("L", Severity.LOW)
GRAVE = found("H", Severity.HIGH)


@pytest.fixture
def calm():
    return Calm(Settings(card_cooldown_s=30))


def test_a_rule_opens_one_card_in_a_draft(calm):
    assert calm.may_open("f", [A], now=0)
    calm.opened("f", [A])

    assert not calm.may_open("f", [A], now=500)
    assert calm.may_open("f", [A, B], now=500)
    assert calm.may_open("other field", [A], now=500)


def test_the_next_draft_of_the_field_begins_afresh(calm):
    calm.opened("f", [A])
    calm.opened("g", [A])

    calm.draft_ended("f")

    assert calm.may_open("f", [A], now=0)
    assert not calm.may_open("g", [A], now=0)


def test_a_rule_that_was_refused_rests_in_every_draft(calm):
    calm.refused([A], now=100)

    assert not calm.may_open("next", [A], now=129)
    assert calm.may_open("next", [B], now=129)
    assert calm.may_open("next", [A], now=130)


def test_low_findings_stay_on_the_strip(calm):
    assert not calm.may_open("f", [LOW], now=0)


@pytest.mark.parametrize(("cards_from", "opens"), [("high", [GRAVE]), ("never", [])])
def test_the_agent_says_how_grave_it_has_to_be(cards_from, opens):
    calm = Calm(Settings(cards_from=cards_from))

    for finding in (GRAVE, A, LOW):
        assert calm.may_open("f", [finding], now=0) == (finding in opens)


def test_while_snoozed_nothing_opens_and_afterwards_it_does(calm):
    calm.snooze(5, now=1000)

    assert not calm.may_open("f", [GRAVE], now=1299)
    assert calm.minutes_left(now=1000) == 5
    assert calm.minutes_left(now=1241) == 1
    assert calm.may_open("f", [GRAVE], now=1300)
    assert calm.minutes_left(now=1300) is None


def test_a_snooze_can_be_ended_early(calm):
    calm.snooze(30, now=0)

    calm.snooze(0, now=1)

    assert calm.may_open("f", [A], now=1)


def test_new_settings_count_at_once(calm):
    calm.use(Settings(cards_from="never"))

    assert not calm.may_open("f", [GRAVE], now=0)


@pytest.mark.parametrize(
    ("hour", "minute", "left"), [(0, 0, 1440), (23, 59, 1), (18, 30, 330)]
)
def test_tomorrow_begins_at_midnight(hour, minute, left):
    now = datetime(2026, 3, 4, hour, minute, tzinfo=UTC)

    assert minutes_until_tomorrow(now) == left
