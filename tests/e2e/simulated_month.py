"""A month of one agent, seeded, typed through the real pipeline into a real log."""

import random
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from assist.app import build
from assist.matching.matcher import Matcher
from assist.model.draft import Draft, Field
from assist.model.usage import Cause, ShiftMark
from assist.pipeline.flow import Flow, Outlets
from assist.ports import InsertedBy, KeyClass

SHIFTS = 20
MESSAGES = 300
CLEAN = (
    "您好，请问有什么可以帮您？",
    "请您提供一下订单号，我马上为您查询。",
    "您的包裹已经到达本地，预计明天送到。",
    "退款已经提交，三到五个工作日到账。",
    "感谢您的耐心等待，还有其他问题吗？",
    "这款有现货，今天下单明天发出。",
)


@dataclass
class MonthClock:
    """Wall and monotonic time that a test moves."""

    begin: datetime
    seconds: float = 0.0

    def monotonic(self):
        return self.seconds

    def epoch_ms(self):
        return round((self.begin.timestamp() + self.seconds) * 1000)

    def go_to(self, moment):
        self.seconds = moment.timestamp() - self.begin.timestamp()


@dataclass
class Desk:
    """View and inserter: shows nothing, writes everything."""

    findings: tuple = ()
    offers: list = field(default_factory=list)

    def show_findings(self, checked):
        self.findings = checked.findings

    def show_offer(self, offer):
        self.offers.append(len(offer.choices))

    def show_status(self, status):
        pass

    def show_result(self, result):
        self.result = result

    def hide_field(self, field):
        pass

    def apply(self, draft, edit):
        assert draft.text == edit.before
        return InsertedBy.EDITABLE_TEXT


class Agent:
    """Types messages into three conversations, and decides on what is flagged."""

    def __init__(self, log, clock, seed, *, rules=None):
        self._rules = rules or build.load_phrases()
        self._log, self._clock = log, clock
        self._seed = random.Random(seed)  # noqa: S311  a simulation
        self._desk = Desk()
        outlets = Outlets(
            self._desk, log, self._desk, clock, pack_version=self._rules.version
        )
        self.flow = Flow(Matcher.compile(self._rules), outlets)
        self._revision = 0
        self._phrases = [
            rule.phrase
            for rule in self._rules.rules
            if rule.enabled and rule.replacements and "…" not in rule.phrase
        ]

    def work(self, shifts=SHIFTS, messages=MESSAGES):
        """Work so many days from nine o'clock on, two days off a week."""
        day = self._clock.begin
        for _ in range(shifts):
            while day.weekday() >= 5:
                day += timedelta(days=1)
            self._clock.go_to(day.replace(hour=9, minute=self._seed.randrange(10)))
            self.shift(messages)
            day += timedelta(days=1)
        self.flow.close()

    def shift(self, messages):
        at_ms = self._clock.epoch_ms()
        self._log.add([ShiftMark(at_ms=at_ms, begins=True, cause=Cause.DRAFT)])
        for number in range(messages):
            self.message(Field(f"chat/{number % 3}", "wxwork", window_id=7))
            self._clock.seconds += self._seed.uniform(20, 160)
        at_ms = self._clock.epoch_ms()
        self._log.add([ShiftMark(at_ms=at_ms, begins=False, cause=Cause.IDLE)])

    def message(self, chat):
        text = self._seed.choice(CLEAN)
        if self._seed.random() < 0.15:
            weighted = int(len(self._phrases) * self._seed.random() ** 2.5)
            text = f"{self._phrases[weighted]}，{text}"
        for end in (len(text) // 2, len(text)):
            self.type(chat, text[:end])
        if self._desk.findings:
            self.flow.paused(chat.field_id, self._revision, self._seed.uniform(4, 15))
            text = self.decide(chat, text)
        self.finish(chat)

    def decide(self, chat, text):
        """Do what agents do about the first finding."""
        finding = self._desk.findings[0]
        self._clock.seconds += self._seed.uniform(0.8, 12)
        chance = self._seed.random()
        if chance < 0.55:
            self.flow.choose(finding.finding_id, 0)
            if self._seed.random() < 0.06:
                self.flow.undo()
        elif chance < 0.72:
            self.type(chat, "请您稍等一下。")
        elif chance < 0.8:
            self.flow.ignore(finding.finding_id)
        elif chance < 0.84:
            self.flow.mark_wrong(finding.finding_id)
        return text

    def finish(self, chat):
        """Send with Enter, with the mouse, or give up."""
        self._clock.seconds += self._seed.uniform(0.5, 4)
        chance = self._seed.random()
        if chance < 0.88:
            self.flow.key_pressed(KeyClass.SPACE, self._clock.seconds)
            self.flow.key_pressed(KeyClass.ENTER, self._clock.seconds)
        elif chance < 0.95:
            self.flow.key_pressed(KeyClass.OTHER, self._clock.seconds)
        else:
            self._clock.seconds += 2
        self.type(chat, "")

    def type(self, chat, text):
        self._revision += 1
        seen_at = self._clock.seconds
        self.flow.draft_read(Draft(chat, self._revision, text, seen_at=seen_at))
