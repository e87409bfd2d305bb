"""Pinyin through a real input method: only what is committed is a draft."""

from collections import Counter

import pytest
from desktop_session import start_editor, wait_for
from input_method import CLIENTS_ENVIRON, Fcitx

from assist.errors import InsertionError
from assist.model.edit import Edit
from assist.model.span import Span

pytestmark = pytest.mark.e2e

WORDS = ("women", "baozheng", "zuidijia", "buzhidao", "nizijikan", "xiexie")
LONG = "buzhidaozaishuo"
SHORT = "5"  # far down the list stand words for the first syllables only
FEW = ("whole", "partial", "mouse", "escape", "shift")
# At least ten partial selections, and five each of mouse, Escape and Shift.
FIFTY = (
    *("whole",) * 20,
    *("partial",) * 12,
    *("mouse",) * 6,
    *("escape",) * 6,
    *("shift",) * 6,
)


@pytest.fixture(scope="module")
def pinyin(session):
    running = Fcitx(session)
    yield running
    running.close()


@pytest.fixture(params=["mousepad", "qt_editor"])
def field(request, pinyin, desktop, source, recorder):
    """An empty editor with the input method on."""
    start_editor(desktop, request.param, **CLIENTS_ENVIRON)
    recorder.wait_for_text("")
    pinyin.wait_until_served()
    recorder.wait_for_text("")


class Typist:
    """Composes, and notes what was read before each commit and after it."""

    def __init__(self, desktop, pinyin, recorder):
        self._desktop, self._pinyin, self._recorder = desktop, pinyin, recorder
        self.told = Counter()

    def text(self):
        return self._recorder.drafts[-1].text

    def compose(self, how, letters):
        """Do one composition; fails if anything of it is read too early."""
        before, drafts = self.text(), len(self._recorder.drafts)
        self._pinyin.compose(LONG if how == "partial" else letters)
        if how == "partial":
            self._desktop.press(SHORT)
            assert not self._pinyin.is_done_within(0.3), "nothing was left to choose"
        assert len(self._recorder.drafts) == drafts, "a preedit was read"
        getattr(self, f"_end_{how}")()
        self._pinyin.wait_until_done()
        if how == "escape":
            assert self.text() == before
        else:
            self._recorder.wait_until(lambda: self.text() != before)
            added = self.text().removeprefix(before)
            assert how == "shift" or not added.isascii()
        self.told[how] += 1

    def _end_whole(self):
        self._desktop.press("space")

    def _end_partial(self):
        self._desktop.press("space")

    def _end_mouse(self):
        self._pinyin.click_first()

    def _end_escape(self):
        self._desktop.press("Escape")

    def _end_shift(self):
        self._desktop.press("Shift_L")
        wait_for(lambda: not self._pinyin.is_on())
        self._desktop.press("Shift_L")
        wait_for(self._pinyin.is_on)


@pytest.fixture
def typist(desktop, pinyin, field, recorder):
    return Typist(desktop, pinyin, recorder)


def test_nothing_is_read_before_it_is_committed(typist):
    for how, letters in zip(FEW, WORDS, strict=False):
        typist.compose(how, letters)


@pytest.mark.prove
def test_fifty_compositions_are_read_when_they_are_committed(typist):
    for number, how in enumerate(FIFTY):
        typist.compose(how, WORDS[number % len(WORDS)])

    assert typist.told == Counter(FIFTY)


def test_nothing_is_written_into_a_field_that_is_being_composed_in(
    desktop, pinyin, typist, recorder, inserter
):
    typist.compose("whole", "women")
    draft = recorder.drafts[-1]
    pinyin.compose("nihao")

    with pytest.raises(InsertionError, match="composed"):
        inserter.apply(draft, Edit(Span(0, 1), "x", draft.text))

    desktop.press("Escape")
    pinyin.wait_until_done()
    assert recorder.drafts[-1].text == draft.text
    inserter.apply(draft, Edit(Span(0, 1), "x", draft.text))
    recorder.wait_for_text("x" + draft.text[1:])
