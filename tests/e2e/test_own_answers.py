"""Ignored with a reason, not a violation with the clause: by keyboard, from a draft."""

import sqlite3

import pytest
from agent_seat import Seat
from desktop_session import start_editor, wait_for

pytestmark = pytest.mark.e2e


def rows(seat, table):
    path = seat.overlay.home / "state" / "answers.db"
    if not path.exists():
        return []
    with sqlite3.connect(path) as connection:
        return connection.execute(f"SELECT rule_id, * FROM {table}").fetchall()  # noqa: S608  a name of ours


def test_a_reason_and_a_masked_clause_are_kept_by_keys_alone(
    desktop, source, recorder, tmp_path
):
    with Seat(desktop, tmp_path / "assist") as seat:
        editor = start_editor(desktop, "mousepad")
        recorder.wait_for_text("")
        seat.wait_for_strip("读取正常")
        seat.type("这个我也没办法")
        seat.wait_for_card()

        seat.press("Alt+i")
        wait_for(lambda: seat.overlay.spot("follow_up.answer_2"), 10)
        assert desktop.windows.active_id() == editor.window.window_id
        seat.press("Alt+3")
        wait_for(lambda: rows(seat, "reasons"), 10)

        seat.press("Return")
        seat.type("王先生订单88你着急什么")
        seat.wait_for_card()
        seat.press("Alt+n")
        wait_for(lambda: seat.overlay.spot("follow_up.answer_0"), 10)
        seat.press("Alt+1")
        desktop.wait_for_window(seat.overlay.pid)
        desktop.press("Ctrl+Return", hold_s=0.02)
        ((_, *kept),) = wait_for(lambda: rows(seat, "clauses"), 10)
        assert kept[-1] == "＊先生订单＊你着急什么"
        wait_for(lambda: desktop.windows.active_id() == editor.window.window_id, 10)

        text = recorder.wait_for_text("这个我也没办法\n王先生订单88你着急什么").text
        assert "王先生" in text
    (reason,) = rows(seat, "reasons")
    assert reason[-1] == "later"
    assert seat.overlay.said.read_text() == ""
