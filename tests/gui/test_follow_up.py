"""After an answer on the card: what was done, and one optional answer more."""

import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit

from assist.model.answer import IgnoreReason
from assist.overlay.clause_window import ClauseWindow
from assist.overlay.follow_up import Answered, FollowUp
from assist.overlay.language import Language, Translations
from assist.overlay.theme import Look

pytestmark = pytest.mark.gui

CHORDS = ("Alt+1", "Alt+2", "Alt+3")


@pytest.fixture
def follow_up(look, qtbot):
    made = FollowUp(look)
    qtbot.addWidget(made)
    made.move(300, 200)
    return made


def chips(window):
    return [
        button
        for number in range(3)
        if (button := window.findChild(QAbstractButton, f"answer_{number}")).isVisible()
    ]


def test_an_ignored_finding_may_be_given_one_of_three_reasons(follow_up, qtbot):
    follow_up.open_for(Answered.IGNORED, chords=CHORDS)

    assert follow_up.accessibleName() == "本次忽略，原文不动"
    assert [chip.text() for chip in chips(follow_up)] == [
        *("引用原话", "这里合适", "来不及改"),
    ]
    with qtbot.waitSignal(follow_up.reason_given) as given:
        qtbot.mouseClick(chips(follow_up)[1], Qt.MouseButton.LeftButton)
    assert given.args == [IgnoreReason.FITS]
    assert not follow_up.isVisible()


def test_saying_nothing_is_an_answer_too(follow_up, qtbot):
    follow_up.open_for(Answered.IGNORED, chords=CHORDS)

    with (
        qtbot.assertNotEmitted(follow_up.reason_given),
        qtbot.waitSignal(follow_up.closed),
    ):
        follow_up._time.setInterval(1)
        follow_up._time.start()

    assert not follow_up.isVisible()


def test_a_key_answers_as_a_click_does_but_only_once(follow_up, qtbot):
    follow_up.open_for(Answered.IGNORED, chords=CHORDS)

    with qtbot.waitSignal(follow_up.reason_given):
        follow_up.choose(0)
    with qtbot.assertNotEmitted(follow_up.reason_given):
        follow_up.choose(0)


def test_not_a_violation_offers_to_attach_the_clause(follow_up, qtbot):
    follow_up.open_for(Answered.NOTED, chords=CHORDS)

    assert [chip.text() for chip in chips(follow_up)] == ["附上这半句…"]
    with qtbot.waitSignal(follow_up.clause_wanted):
        follow_up.choose(0)


def test_where_it_is_forbidden_nothing_is_offered(follow_up, qtbot):
    follow_up.open_for(Answered.NOTED, chords=CHORDS, may_attach=False)

    assert chips(follow_up) == []
    with qtbot.assertNotEmitted(follow_up.clause_wanted):
        follow_up.choose(0)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("composited", [True, False])
def test_everything_lies_inside_the_frame(qtbot, language, scale, composited):
    translations = Translations()
    translations.use(language)
    look = Look(language=language, text_scale=scale, composited=composited)
    made = FollowUp(look)
    qtbot.addWidget(made)
    made.open_for(Answered.IGNORED, chords=CHORDS)

    places = [chip.geometry() for chip in chips(made)]
    translations.use(Language.SIMPLIFIED)

    assert all(made.frame.contains(place) for place in places)
    for one, other in itertools.pairwise(places):
        assert one.right() < other.left()


@pytest.fixture
def clause(look, qtbot):
    made = ClauseWindow(look)
    qtbot.addWidget(made)
    made.open_for("＊先生，我也没办法")
    qtbot.waitUntil(made.isActiveWindow)
    return made


def text_of(window):
    return window.findChild(QPlainTextEdit, "clause_text")


def test_the_clause_is_shown_may_be_changed_and_goes_only_on_consent(clause, qtbot):
    assert text_of(clause).toPlainText() == "＊先生，我也没办法"
    text_of(clause).setPlainText(" 我也没办法 ")

    with qtbot.waitSignal(clause.closed), qtbot.waitSignal(clause.attached) as said:
        qtbot.keyClick(clause, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert said.args == ["我也没办法"]
    assert text_of(clause).toPlainText() == ""


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, None])
def test_without_consent_nothing_goes(clause, qtbot, key):
    with qtbot.assertNotEmitted(clause.attached), qtbot.waitSignal(clause.closed):
        if key is not None:
            qtbot.keyClick(clause, key)
        else:
            keep = clause.findChild(QAbstractButton, "keep_clause")
            qtbot.mouseClick(keep, Qt.MouseButton.LeftButton)

    assert text_of(clause).toPlainText() == ""
