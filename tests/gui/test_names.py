"""A name on every control of every window of ours, as a screen reader hears it."""

import pytest
from findings import BLAME, BLAME_CHOICES, GRAVE, GRAVE_CHOICES
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QKeySequenceEdit,
    QLineEdit,
    QPlainTextEdit,
    QStackedWidget,
    QTextEdit,
    QWidget,
)

from assist.overlay.about_words import InUse, about, about_title, open_folder
from assist.overlay.card import FindingCard
from assist.overlay.card_values import Keys
from assist.overlay.clause_window import ClauseWindow
from assist.overlay.facts_window import FactsWindow
from assist.overlay.first_run import FirstRun
from assist.overlay.follow_up import Answered, FollowUp
from assist.overlay.language import Language, Translations
from assist.overlay.notice_window import NoticeWindow
from assist.overlay.pad import ComposePad
from assist.overlay.palette import PhrasePalette
from assist.overlay.practice import Tried
from assist.overlay.settings_window import SettingsWindow
from assist.overlay.sight_window import Sight, SightWindow
from assist.overlay.strip import Strip
from assist.overlay.theme import Look
from assist.overlay.toast import Toast
from assist.ports import Mode, Status
from assist.settings import Settings

pytestmark = pytest.mark.gui

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QKeySequenceEdit,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)


def windows(look):
    card = FindingCard(look)
    card.show_findings((GRAVE, BLAME), "", (GRAVE_CHOICES, BLAME_CHOICES))
    yield card
    strip = Strip(look)
    strip.show_status(Status(Mode.PAUSED))
    strip.show_tools(shown=True)
    yield strip
    toast = Toast(look)
    toast.show_done()
    yield toast
    follow_up = FollowUp(look)
    follow_up.open_for(Answered.IGNORED, chords=("Alt+1", "Alt+2", "Alt+3"))
    yield follow_up
    pad = ComposePad(look)
    pad.name_client("weixin", may_send=True)
    pad.show_findings((GRAVE,), (GRAVE_CHOICES,))
    yield pad
    yield PhrasePalette(look)
    yield ClauseWindow(look)
    yield NoticeWindow(look, ("events",))
    yield SightWindow(look, lambda: Sight(Status(Mode.IDLE)))
    yield SettingsWindow(look, Settings())
    yield FirstRun(look, Settings(), check=lambda _text: Tried(()), keys=Keys())
    yield FactsWindow(
        look,
        "about",
        title=about_title,
        facts=lambda: about(InUse()),
        action=open_folder,
    )


def is_own(control):
    """Tell whether a control is ours, and not a part that Qt makes of one."""
    parent = control.parentWidget()
    while parent is not None:
        if isinstance(parent, QComboBox):
            return False
        parent = parent.parentWidget()
    return not control.objectName().startswith("qt_")


def is_used(control):
    """Tell whether it is ever shown: a spare row or chip has nothing to say."""
    while not control.isWindow():
        if isinstance(control.parentWidget(), QStackedWidget):
            return True  # a page that is turned to
        if control.isHidden():
            return False
        control = control.parentWidget()
    return True


@pytest.fixture(params=list(Language))
def language(request, qapp):
    assert qapp
    translations = Translations()
    translations.use(request.param)
    yield request.param
    translations.use(Language.SIMPLIFIED)


def test_every_control_of_every_window_has_a_name(qtbot, language):
    found = 0
    for window in windows(Look(language=language)):
        qtbot.addWidget(window)
        for control in window.findChildren(QWidget):
            if not isinstance(control, CONTROLS) or not is_own(control):
                continue
            if not is_used(control):
                continue
            told = QAccessible.queryAccessibleInterface(control)
            name = told.text(QAccessible.Text.Name)
            assert name, (window.objectName(), control.objectName(), type(control))
            found += 1

    assert found >= 50
