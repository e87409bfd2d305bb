"""The palette: typed into, moved through, chosen from, by keys alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget

from assist.model.standard import StandardPhrase
from assist.overlay.language import Language
from assist.overlay.palette import PhrasePalette
from assist.overlay.theme import Look
from assist.palette.search import PhraseSearch

pytestmark = pytest.mark.gui

PHRASES = tuple(
    StandardPhrase(phrase_id=f"S{number}", scenario=scenario, text=text)
    for number, (scenario, text) in enumerate(
        [
            ("请客户等待", "请稍等，我为您查一下。"),
            ("安抚情绪", "您的心情我可以理解。"),
            ("转接", "现在为您转接，请稍等。"),
        ]
    )
)


@pytest.fixture
def palette(look, qtbot):
    made = PhrasePalette(look)
    qtbot.addWidget(made)
    made.move(200, 200)
    made.open_with(PhraseSearch(PHRASES).find)
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def query(palette):
    return palette.findChild(QLineEdit, "palette_query")


def test_what_is_typed_finds_and_enter_takes_the_first(palette, query, qtbot):
    qtbot.keyClicks(query, "qsd")
    assert palette.findChild(QListWidget).count() == 2

    with qtbot.waitSignal(palette.chosen) as chosen:
        qtbot.keyClick(query, Qt.Key.Key_Return)

    assert chosen.args == [PHRASES[0]]
    assert not palette.isVisible()
    assert query.text() == ""


def test_arrows_move_in_the_list_while_the_query_keeps_the_focus(palette, query, qtbot):
    qtbot.keyClick(query, Qt.Key.Key_Down)
    qtbot.keyClick(query, Qt.Key.Key_Down)
    qtbot.keyClick(query, Qt.Key.Key_Up)

    assert palette.current == PHRASES[1]
    assert query.hasFocus()


def test_control_enter_copies_and_escape_closes(palette, query, qtbot):
    with qtbot.waitSignals([palette.copied, palette.closed]):
        qtbot.keyClick(query, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    palette.open_with(PhraseSearch(PHRASES).find)
    with qtbot.waitSignal(palette.closed), qtbot.assertNotEmitted(palette.chosen):
        qtbot.keyClick(query, Qt.Key.Key_Escape)


def test_when_nothing_is_found_it_says_so_and_enter_does_nothing(palette, query, qtbot):
    qtbot.keyClicks(query, "zzz")

    assert palette.current is None
    assert not palette.findChild(QListWidget).isVisible()
    with qtbot.assertNotEmitted(palette.chosen):
        qtbot.keyClick(query, Qt.Key.Key_Return)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_stays_within_the_screen(qtbot, language, scale):
    made = PhrasePalette(Look(language=language, text_scale=scale))
    qtbot.addWidget(made)
    made.open_with(PhraseSearch(PHRASES).find)

    work = made.screen().availableGeometry()
    assert made.frame.width() <= work.width()
    assert made.frame.height() <= work.height()
