"""The way of a draft from reading to record, on real matching and planning."""

from dataclasses import replace

import pytest

from assist.errors import InsertionError, StaleDraftError, WrongWindowError
from assist.matching.matcher import Matcher
from assist.model.draft import Draft, Field
from assist.model.rule import Replacement, Rule, RuleSet, Severity
from assist.model.usage import Action
from assist.pipeline.fields import REMEMBERED_FIELDS
from assist.pipeline.flow import Flow, Outlets
from assist.pipeline.view import Result
from assist.ports import InsertedBy, KeyClass

RULES = RuleSet(
    (
        Rule(
            rule_id="T1",
            phrase="我也没办法",
            severity=Severity.MEDIUM,
            category="推诿",
            replacements=(Replacement("我再帮您想想办法。"), Replacement("请稍等。")),
        ),
        Rule(
            rule_id="T2",
            phrase="有本事就投诉我",
            severity=Severity.HIGH,
            category="斗气语",
            replacements=(Replacement("欢迎您监督我们的服务。"),),
        ),
    )
)
EDITOR = Field("editor/1", "editor", window_id=7)


class Recorder:
    """View, log, inserter and clock in one; remembers what it was told."""

    def __init__(self):
        self.checked = []
        self.offers = []
        self.results = []
        self.hidden = []
        self.records = []
        self.edits = []
        self.now = 100.0
        self.failure = None
        self.how = InsertedBy.EDITABLE_TEXT

    def show_findings(self, checked):
        self.checked.append(checked)

    def show_offer(self, offer):
        self.offers.append(offer)

    def show_status(self, status):
        self.status = status

    def show_result(self, result):
        self.results.append(result)

    def hide_field(self, field):
        self.hidden.append(field)

    def add(self, records):
        self.records.extend(records)

    def apply(self, draft, edit):
        if self.failure:
            raise self.failure
        assert draft.text == edit.before
        self.edits.append(edit)
        return self.how

    def monotonic(self):
        return self.now

    def epoch_ms(self):
        return int(self.now * 1000)

    @property
    def actions(self):
        """What became of findings, in order; whole messages left out."""
        return [
            (record.rule_id, record.action) for record in self.records if record.rule_id
        ]

    @property
    def messages(self):
        """What became of whole messages: action, and the gravest that was shown."""
        return [
            (record.action, record.severity)
            for record in self.records
            if not record.rule_id
        ]


@pytest.fixture
def told():
    return Recorder()


@pytest.fixture
def flow(told):
    return Flow(Matcher.compile(RULES), Outlets(told, told, told, told))


def draft(text, revision=1, field=EDITOR, at=100.0):
    return Draft(field, revision, text, seen_at=at)


def flagged(flow, told, text="这个我也没办法", revision=1):
    """Type ``text`` and pause; return the one finding."""
    flow.draft_read(draft(text, revision))
    flow.paused(EDITOR.field_id, revision, 5.0)
    (finding,) = told.checked[-1].findings
    return finding


def test_a_phrase_is_shown_as_soon_as_it_is_read(flow, told):
    flow.draft_read(draft("这个我也没办法"))

    (finding,) = told.checked[-1].findings
    assert (finding.rule.rule_id, finding.span.start) == ("T1", 2)
    assert told.records == []


def test_it_counts_as_shown_once_the_agent_pauses(flow, told):
    flagged(flow, told)
    flow.paused(EDITOR.field_id, 1)

    assert told.actions == [("T1", Action.SHOWN)]
    assert told.records[0].latency_ms == 5.0


def test_a_pause_in_an_older_reading_offers_nothing(flow, told):
    flow.draft_read(draft("我也没办法", 1))
    flow.draft_read(draft("我也没办法啊", 2))
    flow.paused(EDITOR.field_id, 1)

    assert told.offers == []


def test_choosing_writes_the_planned_text_and_logs_the_reaction(flow, told):
    finding = flagged(flow, told)
    told.now += 1.5
    flow.choose(finding.finding_id, 0)

    assert told.edits[0].after == "我再帮您想想办法。"
    assert told.results == [Result.REPLACED]
    assert told.checked[-1].findings == ()
    assert told.actions[-1] == ("T1", Action.REPLACED)
    assert told.records[-1].reaction_ms == 1500


def test_the_source_reading_the_replaced_text_is_not_a_second_outcome(flow, told):
    finding = flagged(flow, told)
    flow.choose(finding.finding_id, 0)
    flow.draft_read(draft(told.edits[0].after, 2))

    assert [action for _, action in told.actions] == [Action.SHOWN, Action.REPLACED]


def test_undo_restores_the_text_exactly_and_is_logged(flow, told):
    finding = flagged(flow, told)
    flow.choose(finding.finding_id, 0)
    flow.undo()
    flow.undo()

    assert told.edits[1].after == "这个我也没办法"
    assert told.results == [Result.REPLACED, Result.UNDONE]
    assert told.actions[-1] == ("T1", Action.UNDONE)
    assert len(told.checked[-1].findings) == 1


@pytest.mark.parametrize(
    ("failure", "result"),
    [
        (StaleDraftError("changed"), Result.CHANGED_MEANWHILE),
        (WrongWindowError("elsewhere"), Result.WRONG_WINDOW),
        (InsertionError("refused"), Result.REFUSED),
    ],
)
def test_a_failed_replacement_is_said_and_not_counted(flow, told, failure, result):
    finding = flagged(flow, told)
    told.failure = failure
    flow.choose(finding.finding_id, 0)

    assert told.results == [result]
    assert told.actions == [("T1", Action.SHOWN)]


def test_a_copied_replacement_is_not_counted_as_replaced(flow, told):
    finding = flagged(flow, told)
    told.how = InsertedBy.COPIED
    flow.choose(finding.finding_id, 0)

    assert told.results == [Result.COPIED]
    assert told.actions == [("T1", Action.SHOWN)]


def test_a_choice_for_a_finding_that_is_gone_writes_nothing(flow, told):
    finding = flagged(flow, told)
    flow.draft_read(draft("好的", 2))
    flow.choose(finding.finding_id, 0)

    assert told.edits == []
    assert told.results == [Result.CHANGED_MEANWHILE]


def test_a_finding_let_pass_does_not_come_back_in_the_same_draft(flow, told):
    finding = flagged(flow, told)
    flow.ignore(finding.finding_id)
    flow.draft_read(draft("这个我也没办法呀您看", 2))

    assert told.checked[-1].findings == ()
    assert told.actions[-1] == ("T1", Action.IGNORED)


def test_the_next_message_is_checked_anew(flow, told):
    finding = flagged(flow, told)
    flow.ignore(finding.finding_id)
    flow.draft_read(draft("", 2))
    flow.draft_read(draft("这个我也没办法", 3))

    assert len(told.checked[-1].findings) == 1


def test_marking_a_finding_as_wrong_is_noted(flow, told):
    finding = flagged(flow, told)
    flow.mark_wrong(finding.finding_id)

    assert told.results == [Result.NOTED]
    assert told.actions[-1] == ("T1", Action.MARKED_WRONG)


def test_wording_changed_by_hand_is_counted_as_fixed(flow, told):
    flagged(flow, told)
    flow.draft_read(draft("这个我再想想", 2))

    assert told.actions[-1] == ("T1", Action.FIXED_BY_HAND)


def test_a_phrase_that_was_only_passed_through_is_nobodys_slip(flow, told):
    flow.draft_read(draft("我也没办法", 1))
    flow.draft_read(draft("我也没", 2))
    flow.draft_read(draft("", 3))

    assert told.actions == []


def test_enter_just_before_the_field_empties_is_a_message_seen_sent(flow, told):
    flagged(flow, told)
    flow.key_pressed(KeyClass.ENTER, 109.99)
    flow.draft_read(draft("", 2, at=110.0))

    assert told.actions[-1] == ("T1", Action.SENT)


def test_enter_that_may_have_ended_a_composition_is_no_sent_message(flow, told):
    flagged(flow, told)
    flow.key_pressed(KeyClass.LETTER, 109.5)
    flow.key_pressed(KeyClass.ENTER, 109.99)
    flow.draft_read(draft("", 2, at=110.0))

    assert told.actions[-1] == ("T1", Action.UNKNOWN)


def test_a_field_emptied_for_no_seen_reason_is_unknown(flow, told):
    flagged(flow, told)
    flow.draft_read(draft("", 2, at=110.0))

    assert told.actions[-1] == ("T1", Action.UNKNOWN)


def test_a_message_is_logged_once_with_the_gravest_that_was_shown_in_it(flow, told):
    flagged(flow, told)
    flow.draft_read(draft("这个我也没办法，有本事就投诉我", 2))
    flow.paused(EDITOR.field_id, 2)
    flow.key_pressed(KeyClass.ENTER, 109.99)
    flow.draft_read(draft("", 3, at=110.0))
    flow.draft_read(draft("", 4, at=111.0))

    assert told.messages == [(Action.SENT, "high")]


def test_a_message_with_which_nothing_was_flagged_is_clean(flow, told):
    flagged(flow, told)
    flow.draft_read(draft("", 2, at=110.0))
    flow.draft_read(draft("好的", 3, at=120.0))
    flow.key_pressed(KeyClass.ENTER, 121.0)
    flow.draft_read(draft("", 4, at=121.1))

    assert told.messages == [(Action.UNKNOWN, "medium"), (Action.SENT, "")]


def test_events_of_one_finding_carry_its_conversation_and_its_number(flow, told):
    finding = flagged(flow, told)
    flow.ignore(finding.finding_id)
    elsewhere = replace(EDITOR, field_id="editor/2")
    flow.draft_read(draft("我也没办法", field=elsewhere))
    flow.paused(elsewhere.field_id, 1)

    first, second, third = told.records
    assert (first.conversation, first.finding) == (1, finding.finding_id)
    assert (second.conversation, second.finding) == (1, finding.finding_id)
    assert third.conversation == 2


def test_the_version_of_the_phrase_list_is_logged(told):
    outlets = Outlets(told, told, told, told, pack_version="v7")
    flow = Flow(Matcher.compile(RULES), outlets)
    flagged(flow, told)
    flow.draft_read(draft("", 2))

    assert {record.pack_version for record in told.records} == {"v7"}


def test_once_the_field_is_emptied_there_is_nothing_left_to_undo(flow, told):
    finding = flagged(flow, told)
    flow.choose(finding.finding_id, 0)
    flow.draft_read(draft("", 3))
    flow.undo()

    assert told.results == [Result.REPLACED]
    assert len(told.edits) == 1


@pytest.mark.parametrize("stage", ["", "我", "我再帮您"])
def test_a_reading_in_the_middle_of_our_own_writing_is_no_message(flow, told, stage):
    flow.draft_read(draft("我也没办法"))
    finding = told.checked[-1].findings[0]
    flow.paused(EDITOR.field_id, 1)
    told.now = 101.0
    flow.choose(finding.finding_id, 0)
    flow.draft_read(draft(stage, 2, at=100.9))
    flow.draft_read(draft(told.edits[0].after, 3, at=100.95))
    flow.undo()

    assert stage not in [checked.draft.text for checked in told.checked]
    assert told.messages == []
    assert told.results == [Result.REPLACED, Result.UNDONE]


def test_a_field_emptied_after_our_own_writing_is_a_message(flow, told):
    flow.draft_read(draft("我也没办法"))
    finding = told.checked[-1].findings[0]
    flow.paused(EDITOR.field_id, 1)
    flow.choose(finding.finding_id, 0)
    flow.draft_read(draft("", 2, at=told.now + 0.1))

    assert len(told.messages) == 1


def test_what_the_agent_typed_while_we_wrote_is_a_draft(flow, told):
    flow.draft_read(draft("我也没办法"))
    flow.choose(told.checked[-1].findings[0].finding_id, 0)
    flow.draft_read(draft(told.edits[0].after + "有本事就投诉我", 2, at=told.now - 0.1))

    assert [one.rule.rule_id for one in told.checked[-1].findings] == ["T2"]


def test_what_is_open_at_the_end_is_unknown(flow, told):
    flagged(flow, told)
    flow.close()

    assert told.actions[-1] == ("T1", Action.UNKNOWN)


def test_a_field_unused_for_long_is_given_up_as_unknown(flow, told):
    flagged(flow, told)
    for number in range(REMEMBERED_FIELDS):
        other = replace(EDITOR, field_id=f"other/{number}")
        flow.draft_read(draft("好的", field=other))

    assert told.actions[-1] == ("T1", Action.UNKNOWN)


def test_leaving_a_field_hides_it_and_returning_shows_it_again(flow, told):
    finding = flagged(flow, told)
    flow.field_left(EDITOR)
    flow.choose(finding.finding_id, 0)
    flow.draft_read(draft("这个我也没办法", 2))

    assert told.hidden == [EDITOR]
    assert told.edits == []
    assert told.checked[-1].findings[0].finding_id == finding.finding_id


NEWER = RuleSet(
    (Rule(rule_id="N1", phrase="随便你怎么弄", severity=Severity.HIGH), RULES.rules[0])
)


def rules_found(told):
    return [one.rule.rule_id for one in told.checked[-1].findings]


def test_a_newer_list_checks_the_draft_that_is_there_at_once(flow, told):
    flow.draft_read(draft("那随便你怎么弄"))
    assert rules_found(told) == []

    flow.use(Matcher.compile(NEWER), "v8")

    assert rules_found(told) == ["N1"]
    flow.paused(EDITOR.field_id, 1)
    assert told.records[-1].pack_version == "v8"


def test_a_draft_the_agent_dealt_with_is_finished_with_the_list_it_began_with(
    flow, told
):
    finding = flagged(flow, told)
    flow.ignore(finding.finding_id)
    flow.use(Matcher.compile(NEWER), "v8")
    flow.draft_read(draft("这个我也没办法，随便你怎么弄", 2))
    assert rules_found(told) == []

    flow.draft_read(draft("", 3))
    flow.draft_read(draft("随便你怎么弄", 4))

    assert rules_found(told) == ["N1"]


def test_no_reading_goes_unchecked_while_lists_change(flow, told):
    lists = [Matcher.compile(RULES), Matcher.compile(NEWER)]
    for number in range(20):
        flow.use(lists[number % 2], f"v{number}")
        flow.draft_read(draft("我也没办法", number + 1))
        assert rules_found(told) == ["T1"]
