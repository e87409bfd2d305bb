"""Every sentence exists in all three languages."""

import ast
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import PySide6
import pytest
from findings import choice, finding
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

import assist.overlay
from assist.model.finding import Difference
from assist.model.rule import Channel, Extent, Severity
from assist.overlay.card import FindingCard
from assist.overlay.card_words import channel_word, extent_line, recognised
from assist.overlay.categories import _NAMES, category_name, reason
from assist.overlay.language import Language, Translations
from assist.overlay.pad import ComposePad
from assist.overlay.strip import Strip
from assist.overlay.theme import Look
from assist.overlay.toast import Toast
from assist.overlay.toast_words import ToastKind
from assist.overlay.tray import Tray
from assist.ports import Mode, Status

pytestmark = pytest.mark.gui

OVERLAY = Path(assist.overlay.__file__).parent
TOOLS = Path(PySide6.__file__).parent
SOURCES = sorted(str(path) for path in OVERLAY.glob("*.py"))
FILES = ["assist_zh_TW", "assist_en"]
HANZI = re.compile(r"[\u4e00-\u9fff]")


def messages(path):
    """Return (context, source) to the message's translation element."""
    return {
        (context.findtext("name"), message.findtext("source")): message.find(
            "translation"
        )
        for context in ET.parse(path).iter("context")  # noqa: S314  our own file
        for message in context.iter("message")
    }


@pytest.mark.parametrize("name", FILES)
def test_no_sentence_is_missing_from_a_translation(name, tmp_path):
    fresh = tmp_path / f"{name}.ts"
    shutil.copy(OVERLAY / "i18n" / f"{name}.ts", fresh)

    subprocess.run(
        [TOOLS / "lupdate", "-locations", "none", *SOURCES, "-ts", fresh],
        check=True,
        capture_output=True,
    )

    found = messages(fresh)
    assert set(found) == set(messages(OVERLAY / "i18n" / f"{name}.ts"))
    for (context, source), translation in found.items():
        assert translation.get("type") is None, (context, source)
        assert translation.text, (context, source)
        for number in ("%1", "%2", "%3"):
            assert (number in source) == (number in translation.text), source


@pytest.mark.parametrize("name", FILES)
def test_the_compiled_translation_is_that_of_the_text(name, tmp_path):
    made = tmp_path / f"{name}.qm"
    subprocess.run(
        [TOOLS / "lrelease", OVERLAY / "i18n" / f"{name}.ts", "-qm", made],
        check=True,
        capture_output=True,
    )

    assert made.read_bytes() == (OVERLAY / "i18n" / f"{name}.qm").read_bytes()


def test_every_hanzi_string_in_the_code_is_marked_for_translation():
    known = {source for _, source in messages(OVERLAY / "i18n" / "assist_en.ts")}

    loose = []
    for path in SOURCES:
        tree = ast.parse(Path(path).read_text(encoding="utf-8"))
        docstrings = {
            ast.get_docstring(node, clean=False)
            for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        }
        loose += [
            (Path(path).name, node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and HANZI.search(node.value)
            and node.value not in docstrings | known
        ]

    assert loose == []


@pytest.fixture(params=[Language.ENGLISH, Language.TRADITIONAL])
def language(request, qapp):
    assert qapp
    translations = Translations()
    translations.use(request.param)
    yield request.param
    translations.use(Language.SIMPLIFIED)


def texts_of(window):
    """Return everything a window says, in words or to a screen reader."""
    widgets = [window, *window.findChildren(QWidget)]
    for widget in widgets:
        yield widget.accessibleName()
        yield widget.accessibleDescription()
        yield widget.toolTip()
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()


def an_english_finding(severity):
    return finding(
        1,
        "no way",
        severity=severity,
        category="推诿",
        wording="no may",
        channels=(Channel.EDIT,),
        differences=(Difference(Channel.EDIT, "w", "m"),),
    )


def windows(look):
    strip = Strip(look)
    for mode in Mode:
        for reason_word in ("", "password", "no_bus", "no_text"):
            for app in ("", "weixin"):
                strip.show_status(Status(mode, app, reason_word), minutes_left=3)
                yield strip
    card = FindingCard(look)
    for severity in Severity:
        found = an_english_finding(severity)
        offers = (
            choice("We can.", "Alt+1"),
            choice("We {x}.", "Alt+2", filled=False),
            choice("We do.", "Alt+3", extent=Extent.MESSAGE),
        )
        strip.show_findings((found,))
        yield strip
        card.show_findings((found,) * 2, "", (offers,) * 2)
        yield card
        card.show_findings((found,) * 4, "", (offers,) * 4)
        yield card
    toast = Toast(look)
    for kind in ToastKind:
        toast._begin(kind)
        yield toast
    toast.hide()
    pad = ComposePad(look)
    yield pad
    pad._app = "weixin"
    pad.refresh()
    pad.show_findings((found,), (offers,))
    yield pad


def test_in_english_no_window_says_a_word_of_chinese(language):
    if language is not Language.ENGLISH:
        assert category_name("推诿") == "推諉"
        return
    for window in windows(Look(language=language)):
        for text in texts_of(window):
            assert not HANZI.search(text), (window.objectName(), text)
    tray = Tray(Look(language=language))
    for mode in Mode:
        tray.show_status(Status(mode, "weixin"))
        for action in tray.menu.actions():
            assert not HANZI.search(action.text()), action.text()


def test_tables_of_words_are_complete_in_every_language(language):
    found = an_english_finding(Severity.HIGH)
    for channel in Channel:
        assert channel_word(channel)
    for extent in Extent:
        assert extent_line(extent)
    assert "no may" in recognised(found, language)
    for category in _NAMES:
        each = finding(1, "x", category=category)
        assert reason(each.rule, language)
        if language is Language.ENGLISH:
            assert not HANZI.search(category_name(category))
            assert not HANZI.search(reason(each.rule, language))


def test_open_windows_follow_a_change_of_language(qtbot):
    strip = Strip(Look())
    qtbot.addWidget(strip)
    strip.show_status(Status(Mode.PAUSED))
    translations = Translations()

    translations.use(Language.ENGLISH)
    qtbot.waitUntil(lambda: strip.accessibleName() == "Paused")

    translations.use(Language.SIMPLIFIED)
    qtbot.waitUntil(lambda: strip.accessibleName() == "已暂停")
