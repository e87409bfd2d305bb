"""A screen reader finds a name on every control of our own windows."""

import pytest
from agent_seat import Seat
from desktop_session import start_editor, wait_for

pytestmark = pytest.mark.e2e

CONTROLS = {
    "strip": ("strip.strip_body",),
    "card": ("card.close", "card.ignore", "card.wrong", "card.more"),
}


def test_strip_and_card_name_all_they_show(desktop, source, recorder, tmp_path):
    with Seat(desktop, tmp_path / "assist") as seat:
        start_editor(desktop, "mousepad")
        recorder.wait_for_text("")
        seat.wait_for_strip("读取正常")
        seat.type("这个我也没办法")
        seat.wait_for_card()

        widgets = wait_for(seat.overlay.widgets)

    for names in CONTROLS.values():
        for name in names:
            assert widgets[name].name, name
    unnamed = {
        path for path, widget in widgets.items() if not widget.name and "." in path
    }
    assert not unnamed & {name for names in CONTROLS.values() for name in names}


def is_at(seat, step):
    label = seat.overlay.widgets().get("form.step")
    return label is not None and label.name == f"{step} / 4"


def test_without_settings_the_guide_opens_and_is_all_named(
    desktop, source, recorder, tmp_path
):
    with Seat(desktop, tmp_path / "assist") as seat:
        seat.overlay.end()
        (seat.overlay.home / "config" / "settings.toml").unlink()
        seat.overlay.start()
        guide = wait_for(
            lambda: {
                path: widget
                for path, widget in seat.overlay.widgets().items()
                if path.startswith("form")
            },
            20,
        )
        for control in ("next", "skip", "language_zh-Hans"):
            assert guide[f"form.{control}"].name, control

        desktop.wait_for_window(seat.overlay.pid)
        for step in range(1, 5):
            wait_for(lambda at=step: is_at(seat, at), 10)
            desktop.press("Return", hold_s=0.02)
        wait_for((seat.overlay.home / "config" / "settings.toml").exists, 10)
