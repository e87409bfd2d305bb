"""Every declared setting can be found, changed and understood in the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit, QListWidget

from assist.overlay.program_list import ProgramList
from assist.overlay.setting_controls import ChoiceBox, ChordBox, NumberBox, Switch
from assist.overlay.setting_words import Page, setting_words
from assist.overlay.settings_window import SettingsWindow
from assist.overlay.theme import Look
from assist.overlay.tokens import DARK
from assist.settings import Settings, described

pytestmark = pytest.mark.gui


@pytest.fixture
def window(look, qtbot):
    made = SettingsWindow(look, Settings())
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.bring_up()
    return made


def control(window, name):
    return window.rows[name].control


def shown(window):
    return {name for name, row in window.rows.items() if row.isVisible()}


def search(window, words):
    window.findChild(QLineEdit, "search").setText(words)


def test_every_declared_setting_has_words_and_a_named_control(window):
    for spec in described():
        words = setting_words(spec.name)
        assert words.label != spec.name, spec.name
        assert control(window, spec.name).accessibleName() == words.label
        assert control(window, spec.name).accessibleDescription() == words.hint


def test_every_setting_is_on_just_one_page(window):
    seen = []
    for page in Page:
        window.show_page(page)
        seen += shown(window)

    assert sorted(seen) == sorted(window.rows)


def test_a_search_finds_settings_on_all_pages_by_any_of_their_words(window):
    search(window, "卡片")
    assert {"cards_from", "card_delay_ms", "hotkey_replace"} <= shown(window)
    assert "theme" not in shown(window)

    search(window, "text_size")
    assert shown(window) == {"text_size"}

    search(window, "没有这样的词")
    assert shown(window) == set()
    assert window._nothing.isVisible()


def test_each_kind_of_control_tells_the_new_value_at_once(window, qtbot):
    window.show_page(Page.LOOK)
    told = []
    window.changed.connect(lambda name, value: told.append((name, value)))

    qtbot.mouseClick(control(window, "reduced_motion"), Qt.MouseButton.LeftButton)
    control(window, "text_size").setValue(150)
    theme = control(window, "theme")
    theme.activated.emit(theme.findData("dark"))
    control(window, "hotkey_pad").setKeySequence(QKeySequence("Ctrl+Alt+X"))
    control(window, "backend").setText("linux")
    control(window, "backend").editingFinished.emit()

    assert told == [
        ("reduced_motion", True),
        ("text_size", 150),
        ("theme", "dark"),
        ("hotkey_pad", "Ctrl+Alt+X"),
        ("backend", "linux"),
    ]


def test_kinds_of_settings_have_the_control_that_suits_them(window):
    kinds = {
        "underline": Switch,
        "language": ChoiceBox,
        "text_size": NumberBox,
        "hotkey_undo": ChordBox,
        "watch": ProgramList,
    }
    for name, kind in kinds.items():
        assert isinstance(control(window, name), kind), name


@pytest.mark.parametrize(
    ("chord", "why"),
    [
        ("Ctrl+Alt+P", "“暂停或继续”已经在用这个组合，换一个试试"),
        ("X", "要带上 Ctrl、Alt 或 Shift"),
    ],
)
def test_a_combination_that_cannot_be_taken_is_explained(window, qtbot, chord, why):
    window.show_page(Page.KEYS)
    row = window.rows["hotkey_pad"]

    with qtbot.assertNotEmitted(window.changed):
        row.control.setKeySequence(QKeySequence(chord))
    assert row._fault.isVisible()
    assert row._fault.text() == why

    with qtbot.waitSignal(window.changed):
        row.control.setKeySequence(QKeySequence("Ctrl+Alt+Y"))
    assert not row._fault.isVisible()


def test_what_a_policy_has_fixed_is_shown_and_cannot_be_changed(look, qtbot):
    window = SettingsWindow(look, Settings(), fixed=frozenset({"log_keep_days"}))
    qtbot.addWidget(window)

    fixed = window.rows["log_keep_days"]

    assert not fixed.control.isEnabled()
    assert fixed._hint.text() == "由公司策略固定，不能在这里修改"
    assert control(window, "theme").isEnabled()


def test_programs_are_ticked_and_running_ones_stand_first(window, qtbot):
    window.show_page(Page.PROGRAMS)
    window.show_settings(Settings(watch=("qq",)))
    window.show_running(("mousepad", "qq"))
    programs = window.findChild(QListWidget, "programs")
    assert [programs.item(at).text() for at in range(programs.count())] == [
        "Mousepad · 正在运行",
        "Qq · 正在运行",
    ]

    with qtbot.waitSignal(window.changed) as told:
        programs.item(0).setCheckState(Qt.CheckState.Checked)
    assert told.args == ["watch", ("qq", "mousepad")]

    other = window.findChild(QLineEdit, "other_program")
    other.setText("gajim")
    with qtbot.waitSignal(window.changed) as told:
        qtbot.keyClick(other, Qt.Key.Key_Return)
    assert told.args == ["watch", ("qq", "mousepad", "gajim")]


def test_pressing_a_combination_to_set_it_asks_for_our_keys_to_be_let_through(
    window, qtbot
):
    window.show_page(Page.KEYS)
    qtbot.waitUntil(window.isActiveWindow)

    with qtbot.waitSignal(window.recording) as told:
        control(window, "hotkey_pad").setFocus()
    assert told.args == [True]
    with qtbot.waitSignal(window.recording) as told:
        window.findChild(QLineEdit, "search").setFocus()
    assert told.args == [False]


def test_it_follows_another_look_and_shows_what_is_in_force(window):
    window.set_look(Look(palette=DARK, text_scale=1.5))
    window.show_settings(Settings(text_size=150, theme="dark"))

    assert control(window, "text_size").value() == 150
    assert DARK.canvas in window.styleSheet()


def test_escape_closes_it(window, qtbot):
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_Escape)

    assert not window.isVisible()
