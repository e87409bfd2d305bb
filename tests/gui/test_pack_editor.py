"""A team lead in the pack editor: writing, trying, repairing, publishing."""

import csv
from contextlib import ExitStack

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPushButton, QWidget

from assist.app import pack_drafts, pack_publishing, packs
from assist.app.pack_editor_desk import EditorDesk
from assist.authoring.false_alarms import FalseAlarm
from assist.authoring.remark import Level
from assist.overlay.language import Language, Translations
from assist.overlay.pack_editor_publish import Wish
from assist.overlay.pack_editor_rules import CHECKS, PHRASE, REPLACEMENT
from assist.overlay.pack_editor_side import Page
from assist.settings import Settings

pytestmark = pytest.mark.gui

HEADS = ["编号", "禁用语", "替换建议", "严重度", "例外", "应命中例句", "不应命中例句"]
ROWS = [
    ["E1", "你自己看着办", "我来帮您处理。", "高", "", "那你自己看着办吧", ""],
    [
        "E2",
        "没有办法",
        "我帮您想想别的路子。",
        "中",
        "",
        "我也没有办法啊",
        "没有办法登录时请点忘记密码",
    ],
    ["E3", "打错了", "", "低", "", "", ""],
]
LONG = 60_000  # ms; the child and a busy machine


def written(path, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEADS, *rows])
    return path


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("ASSIST_HOME", str(tmp_path / "home"))
    return tmp_path


@pytest.fixture
def source(home):
    table = written(home / "east.csv", ROWS)
    pack = packs.read_source(table, pack_id="east", version=13).pack
    packs.write_pack(pack, home / "east.pack")
    return home / "east.pack"


@pytest.fixture
def opened(qtbot):
    """Open sources in editors that are closed in the end."""
    with ExitStack() as running:

        def open_(source, **settings):
            desk = EditorDesk(
                Settings(**settings), pack_drafts.open_source(source), running
            )
            qtbot.addWidget(desk.window)
            for other in (desk.files.preview, desk.publishing.window):
                qtbot.addWidget(other)
            running.callback(desk.window.close)
            with qtbot.waitExposed(desk.window):
                desk.begin()
            return desk

        yield open_


@pytest.fixture
def desk(opened, source):
    return opened(source)


def linted(qtbot, desk):
    qtbot.waitUntil(lambda: desk.report is not None, timeout=LONG)


def button(desk, name):
    return desk.window.findChild(QPushButton, name)


def note(desk, page, text):
    desk.window.side.tab(page).click()
    return next(one for one in desk.window.side.list.notes() if text in one.text)


def write_in(qtbot, view, row, column, text):
    """Type over a cell as in a spreadsheet."""
    index = view.model().index(row, column)
    view.setFocus()
    view.setCurrentIndex(index)
    view.edit(index)
    editor = view.findChild(QLineEdit)
    editor.selectAll()
    editor.insert(text)
    with qtbot.waitSignal(view.itemDelegate().closeEditor):
        qtbot.keyClick(editor, Qt.Key.Key_Return)


def test_a_pack_is_opened_as_the_next_version_and_its_file_stays(desk, source):
    assert desk.pack.manifest.version == 14
    assert packs.read_source(source).pack.manifest.version == 13
    assert desk.window.table.rowCount() == 3


def test_a_cell_typed_over_changes_the_rule_the_form_and_the_draft(qtbot, desk):
    write_in(qtbot, desk.window.view, 2, REPLACEMENT, "抱歉，我重新发一次。")

    rule = desk.pack.rules[2].rule
    assert [one.text for one in rule.replacements] == ["抱歉，我重新发一次。"]
    assert desk.window.form._replacements.texts == ("抱歉，我重新发一次。",)

    def kept():
        file = desk.opened.draft
        return file.exists() and packs.read_source(file).pack.rules == desk.pack.rules

    qtbot.waitUntil(kept, timeout=LONG)
    line = desk.window.findChild(QLabel, "editor_line")
    qtbot.waitUntil(lambda: "修改 1" in line.text(), timeout=LONG)


def test_a_draft_is_taken_up_again_and_dropped_when_nothing_changed(
    qtbot, opened, source
):
    first = opened(source)
    write_in(qtbot, first.window.view, 0, PHRASE, "您自己看着办吧")
    first.window.close()
    first.work._slow.close()

    second = opened(source)
    assert second.pack.rules[0].rule.phrase == "您自己看着办吧"
    qtbot.keySequence(second.window, QKeySequence("Ctrl+Z"))
    second.edit(0, second.before.rules[0])
    second.window.close()
    second.work._slow.close()

    assert not second.opened.draft.exists()


def test_every_change_can_be_taken_back_and_made_again(qtbot, desk):
    before = desk.pack
    write_in(qtbot, desk.window.view, 0, PHRASE, "您自己看着办吧")
    qtbot.mouseClick(button(desk, "editor_add"), Qt.MouseButton.LeftButton)
    after = desk.pack
    assert len(after.rules) == 4

    desk.window.view.setFocus()
    for _ in range(2):
        qtbot.keySequence(desk.window, QKeySequence("Ctrl+Z"))
    assert desk.pack == before
    assert not button(desk, "editor_undo").isEnabled()

    for _ in range(2):
        qtbot.keySequence(desk.window, QKeySequence("Ctrl+Shift+Z"))
    assert desk.pack == after


def test_rules_are_made_and_deleted_with_keys_alone(qtbot, desk):
    desk.window.view.setFocus()
    qtbot.waitUntil(desk.window.isActiveWindow)
    qtbot.keySequence(desk.window, QKeySequence("Ctrl+N"))
    box = desk.window.findChild(QLineEdit, "rule_phrase")
    qtbot.waitUntil(box.hasFocus)
    qtbot.keyClicks(box, "late again")
    qtbot.waitUntil(lambda: desk.pack.rules[-1].rule.phrase == "late again")

    desk.window.view.setFocus()
    qtbot.keySequence(desk.window, QKeySequence("Ctrl+Delete"))

    assert [one.rule.rule_id for one in desk.pack.rules] == ["E1", "E2", "E3"]


def test_rows_of_a_spreadsheet_are_pasted_as_rules_and_copied_back(qtbot, desk):
    clipboard = QGuiApplication.clipboard()
    clipboard.setText('随你便\t"好的，\n我来办。"\n\n爱买不买\n')
    desk.window.view.setFocus()
    qtbot.keyClick(desk.window.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    added = [one.rule for one in desk.pack.rules[3:]]
    assert [one.phrase for one in added] == ["随你便", "爱买不买"]
    assert [one.text for one in added[0].replacements] == ["好的， 我来办。"]
    assert added[1].replacements == ()
    assert len({one.rule_id for one in added}) == 2

    desk.window.choose(3)
    qtbot.keyClick(desk.window.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard.text() == "随你便\t好的， 我来办。\n"


def test_examples_are_judged_while_they_are_written(qtbot, desk):
    desk.window.choose(1)
    desk._judge()
    hits = desk.window.form._lists["must_hit"]
    misses = desk.window.form._lists["must_miss"]
    qtbot.waitUntil(lambda: [note for _, note in hits.lines] == ["命中"])
    assert [verdict for _, verdict in misses.lines] == ["误中了"]

    write_in(qtbot, hits, 1, 0, "我也没有班法")

    qtbot.waitUntil(lambda: len(hits.lines) == 2 and bool(hits.lines[1][1]))
    assert hits.lines[1] == ("我也没有班法", "命中，同音")


def test_a_wrong_pattern_is_said_beside_the_form(qtbot, desk):
    desk.window.choose(0)
    form = desk.window.form
    form._more.click()
    write_in(qtbot, form._lists["patterns"], 0, 0, "{你｜您看着办")

    qtbot.waitUntil(lambda: "括号" in form._judged.text())


def test_what_is_typed_is_tried_on_the_draft_as_it_is(qtbot, desk):
    tester = desk.window.tester
    with qtbot.waitSignal(desk.work.indexed, timeout=LONG):
        pass
    tester.editor.insertPlainText("那你自己看着办吧")
    qtbot.waitUntil(lambda: bool(tester.list.notes()))
    (found,) = tester.list.notes()
    assert "你自己看着办" in found.text
    assert found.key == "E1"

    write_in(qtbot, desk.window.view, 0, PHRASE, "随便你怎么弄")
    qtbot.waitUntil(lambda: "没有要提醒的" in tester.list.notes()[0].text, timeout=LONG)


def test_a_failing_example_bars_publishing_until_it_is_repaired(qtbot, desk):
    publish = button(desk, "editor_publish")
    assert not publish.isEnabled()
    linted(qtbot, desk)
    assert not publish.isEnabled()
    reason = desk.window.findChild(QLabel, "editor_reason")
    assert reason.text().startswith("改好 1 处才能发布")
    assert button(desk, "editor_override").isVisible()
    assert "1/2" in str(desk.window.table.index(1, CHECKS - 1).data())

    failing = note(desk, Page.CHECKS, "不应命中例句却命中了")
    assert failing.deed == "加上例外"
    desk.window.side.list.asked.emit(failing.key)
    qtbot.waitUntil(lambda: bool(desk.pack.rules[1].rule.exceptions))

    linted(qtbot, desk)
    assert desk.pack.rules[1].rule.exceptions == ("没有办法登录",)
    assert not desk.report.of(Level.GATE)
    assert publish.isEnabled()


def test_a_check_leads_to_what_is_to_be_filled_in(qtbot, desk):
    linted(qtbot, desk)
    missing = note(desk, Page.CHECKS, "没有替换建议")
    desk.window.side.list.asked.emit(missing.key)

    replacements = desk.window.form._replacements
    editor = replacements.findChild(QLineEdit)
    assert editor is not None
    assert desk.window.shown_rule.rule.rule_id == "E3"
    qtbot.keyClicks(editor, "sorry")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(desk.pack.rules[2].rule.replacements))
    assert desk.pack.rules[2].rule.replacements[0].text == "sorry"


def test_marks_that_agents_handed_over_become_exceptions(qtbot, desk, home):
    marks = home / "events-1.csv"
    marks.write_text(
        "agent,rule_id,action,clause\n"
        "a,E2,marked_wrong,没有办法登录的话请重置密码\n"
        "a,E2,replaced,\n"
        "b,E1,marked_wrong,\n"
        "c,E1,marked_wrong,\n"
        "c,X9,marked_wrong,\n",
        "utf-8",
    )
    desk.files.read_marks([marks])
    qtbot.waitUntil(lambda: len(desk.queue.alarms) == 3, timeout=LONG)

    shown = desk.window.side.list.notes()
    assert [one.deed for one in shown] == ["加上例外", "去看看", ""]
    assert "2 次" in shown[1].text
    desk.window.side.list.asked.emit(shown[0].key)
    qtbot.waitUntil(lambda: len(desk.queue.alarms) == 2, timeout=LONG)

    rule = desk.pack.rules[1].rule
    assert rule.exceptions == ("没有办法登录",)
    assert rule.must_miss[-1] == "没有办法登录的话请重置密码"
    desk.window.side.list.setCurrentIndex(desk.window.side.list.model().index(0, 0))
    qtbot.keyClick(desk.window.side.list, Qt.Key.Key_Delete)
    assert desk.queue.alarms == (FalseAlarm("X9", 1),)


def test_a_table_with_mistakes_changes_nothing_and_names_each(qtbot, desk, home):
    before = desk.pack
    wrong = written(
        home / "wrong.csv", [*ROWS, ["E4", "随便", "好", "很高", "", "", ""]]
    )
    desk.files.read(wrong)
    preview = desk.files.preview
    qtbot.waitUntil(preview.isVisible, timeout=LONG)

    (problem,) = preview.list.notes()
    assert "第 5 行“严重度”列" in problem.text
    assert not preview.findChild(QPushButton, "import_take").isVisible()
    assert desk.pack is before


def test_a_table_is_taken_after_its_changes_were_shown(qtbot, desk, home):
    right = written(
        home / "right.csv", [*ROWS[:2], ["E4", "随便", "好", "高", "", "", ""]]
    )
    desk.files.read(right)
    preview = desk.files.preview
    qtbot.waitUntil(preview.isVisible, timeout=LONG)
    assert [one.text for one in preview.list.notes()] == ["随便", "打错了"]

    preview.findChild(QPushButton, "import_take").click()

    assert [one.rule.rule_id for one in desk.pack.rules] == ["E1", "E2", "E4"]
    assert desk.pack.manifest.version == 14


def test_the_draft_is_written_as_a_workbook_that_reads_back(qtbot, desk, home):
    with qtbot.waitSignal(desk.files.written, timeout=LONG):
        desk.files.write(home / "out.xlsx")

    assert packs.read_source(home / "out.xlsx").pack.rules == desk.pack.rules


def test_entries_are_found_by_pinyin_and_those_with_remarks_apart(qtbot, desk):
    search = desk.window.findChild(QLineEdit, "editor_search")
    search.setText("dcl")
    qtbot.waitUntil(lambda: desk.window.table.rowCount() == 1)
    assert desk.window.table.place(0) == 2
    search.setText("")
    linted(qtbot, desk)

    desk.window.findChild(QPushButton, "editor_open").click()

    qtbot.waitUntil(lambda: desk.window.table.rowCount() < 3)
    assert desk.window.table.rows == (1, 2)


def test_publishing_signs_what_was_checked_and_starts_the_next_version(
    qtbot, desk, home, source
):
    linted(qtbot, desk)
    failing = note(desk, Page.CHECKS, "不应命中例句却命中了")
    desk.window.side.list.asked.emit(failing.key)
    qtbot.waitUntil(lambda: bool(desk.pack.rules[1].rule.exceptions))
    linted(qtbot, desk)
    button(desk, "editor_publish").click()
    window = desk.publishing.window
    keys, repo = home / "keys", home / "repo"
    boxes = {
        name: window.findChild(QLineEdit, f"publish_{name}")
        for name in ("keys", "repo", "password", "reason")
    }
    go = window.findChild(QPushButton, "publish_go")
    assert not go.isEnabled()
    assert not boxes["reason"].isVisible()
    boxes["keys"].setText(str(keys))
    boxes["repo"].setText(str(repo))
    boxes["password"].setText("a password")
    with qtbot.waitSignal(desk.publishing.keys_made, timeout=LONG):
        window.findChild(QPushButton, "publish_new_keys").click()
    with qtbot.waitSignal(desk.publishing.published, timeout=LONG):
        go.click()

    assert (keys / "trusted-root.json").exists()
    assert "east v14" in pack_publishing.look(repo, keys, str)[0]
    assert packs.read_source(source).pack.manifest.version == 14
    assert desk.pack.manifest.version == 15
    assert not window.isVisible()
    assert not boxes["password"].text()
    assert pack_drafts.places().repo == str(repo)


def test_against_the_checks_only_a_written_reason_publishes(qtbot, desk, home):
    linted(qtbot, desk)
    keys, repo = home / "keys", home / "repo"
    pack_publishing.make_keys(keys, lambda: "a password")
    wish = Wish(repo=str(repo), keys=str(keys), password="a password", version=14)  # noqa: S106  of keys made here
    with qtbot.waitSignal(desk.publishing.refused, timeout=LONG):
        desk.publishing.publish(wish)
    assert not repo.exists()

    button(desk, "editor_override").click()
    window = desk.publishing.window
    window.findChild(QLineEdit, "publish_keys").setText(str(keys))
    window.findChild(QLineEdit, "publish_repo").setText(str(repo))
    window.findChild(QLineEdit, "publish_password").setText("a password")
    go = window.findChild(QPushButton, "publish_go")
    assert not go.isEnabled()
    window.findChild(QLineEdit, "publish_reason").setText("合规部要求今天上线")
    with qtbot.waitSignal(desk.publishing.published, timeout=LONG):
        go.click()

    assert "override: 合规部要求今天上线" in pack_publishing.look(repo, keys, str)[0]


def test_a_wrong_password_is_said_and_can_be_typed_again(qtbot, desk, home):
    linted(qtbot, desk)
    keys = home / "keys"
    pack_publishing.make_keys(keys, lambda: "a password")
    button(desk, "editor_override").click()
    window = desk.publishing.window
    window.findChild(QLineEdit, "publish_keys").setText(str(keys))
    window.findChild(QLineEdit, "publish_repo").setText(str(home / "repo"))
    window.findChild(QLineEdit, "publish_reason").setText("x")
    window.findChild(QLineEdit, "publish_password").setText("another")
    with qtbot.waitSignal(desk.publishing.refused, timeout=LONG):
        window.findChild(QPushButton, "publish_go").click()

    assert window.isVisible()
    assert "钥匙打不开" in window.findChild(QLabel, "publish_notice").text()
    assert window.findChild(QPushButton, "publish_go").isEnabled()


def test_two_weeks_before_the_end_the_lead_is_warned_and_renews(
    qtbot, desk, monkeypatch
):
    ends = __import__("datetime").datetime(2027, 2, 1)
    monkeypatch.setattr(pack_publishing, "ending_soon", lambda _place: ends)
    repo = desk.opened.draft.parent
    pack_drafts.remember_places(pack_drafts.Places(str(repo), str(repo)))
    renewed = []
    monkeypatch.setattr(pack_publishing, "refresh", lambda *_: renewed.append(1))

    desk.publishing.look_at_expiry()

    notice = desk.window.findChild(QLabel, "editor_notice")
    qtbot.waitUntil(lambda: "2027-02-01" in notice.text(), timeout=LONG)
    with qtbot.waitSignal(desk.publishing.renewed, timeout=LONG):
        button(desk, "editor_renew").click()
    assert renewed == [1]


def test_whatever_takes_the_focus_has_a_name(desk):
    for window in (desk.window, desk.publishing.window, desk.files.preview):
        for widget in window.findChildren(QWidget):
            if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.isHidden():
                continue
            named = widget.accessibleName()
            if isinstance(widget, QAbstractButton):
                named = named or widget.text()
            inner = widget.objectName().startswith("qt_") or widget.inherits(
                "QSplitter"
            )
            assert named or inner, (widget.objectName(), type(widget))


def test_tab_leads_through_the_whole_window(qtbot, desk):
    qtbot.waitUntil(desk.window.isActiveWindow)
    seen = set()
    desk.window.view.setFocus()
    for _ in range(60):
        QTest.keyClick(desk.window.focusWidget(), Qt.Key.Key_Tab)
        seen.add(desk.window.focusWidget().objectName())
    wanted = {"editor_search", "rule_phrase", "side_list", "editor_export"}
    assert wanted <= seen


def test_in_english_the_editor_says_no_word_of_chinese(qtbot, home, opened):
    translations = Translations()
    translations.use(Language.ENGLISH)
    try:
        table = written(
            home / "en.csv", [["A1", "calm down", "I see.", "高", "", "", ""]]
        )
        english = opened(table, language="en")
        linted(qtbot, english)
        for window in (
            english.window,
            english.publishing.window,
            english.files.preview,
        ):
            for widget in [window, *window.findChildren(QWidget)]:
                texts = [widget.accessibleName(), widget.accessibleDescription()]
                if isinstance(widget, QLabel | QAbstractButton):
                    texts.append(widget.text())
                for text in texts:
                    assert not any("\u4e00" <= code <= "\u9fff" for code in text), text
        for one in english.window.side.list.notes():
            assert not any("\u4e00" <= code <= "\u9fff" for code in one.deed)
    finally:
        translations.use(Language.SIMPLIFIED)
