"""Two monitors of different scale, as Qt's own offscreen platform gives them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from assist.model.draft import Rect
from assist.model.screen import Screen, screen_of

SCRIPT = Path(__file__).with_name("two_screens.py")


@pytest.fixture
def on_two_screens(tmp_path):
    def run(field):
        config = tmp_path / "screens.json"
        left = {"name": "A", "x": 0, "y": 0, "width": 1920, "height": 1080}
        right = {"name": "B", "x": 1920, "y": 0, "width": 2560, "height": 1440}
        config.write_text(json.dumps({"screens": [left, right]}))
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": f"offscreen:configfile={config}",
            "QT_SCREEN_SCALE_FACTORS": "A=1;B=2",
        }
        done = subprocess.run(
            [sys.executable, SCRIPT, json.dumps(field)],
            env=environment,
            capture_output=True,
            check=True,
            text=True,
        )
        return json.loads(done.stdout)

    return run


def test_monitors_are_told_in_physical_pixels(on_two_screens):
    seen = on_two_screens([100, 500, 600, 150])

    assert seen["areas"] == [[0, 0, 1920, 1080], [1920, 0, 2560, 1440]]
    assert seen["scales"] == [1.0, 2.0]


BOTH = pytest.mark.parametrize(
    ("field", "screen", "scale"),
    [([100, 500, 600, 150], "A", 1), ([2200, 900, 900, 200], "B", 2)],
)


@BOTH
def test_every_window_is_on_the_fields_monitor_within_its_work_area_and_crisp(
    on_two_screens, field, screen, scale
):
    seen = on_two_screens(field)

    origin = 0 if screen == "A" else 1920
    for name in ("strip", "card", "pad", "palette"):
        window = seen[name]
        assert window["screen"] == screen, name
        assert window["in_work"], name
        assert window["ratio"] == scale, name
        x, y, width, height = window["area"]
        assert window["logical"] == [
            origin + (x - origin) // scale,
            y // scale,
            width // scale,
            height // scale,
        ], name
    assert seen["strip"]["area"][3] == 28 * scale
    assert seen["strip"]["area"][1] == field[1] + field[3] + 8 * scale


@BOTH
def test_the_line_is_under_the_words_on_their_monitor(
    on_two_screens, field, screen, scale
):
    line = on_two_screens(field)["underline"]

    origin = 0 if screen == "A" else 1920
    assert (line["screen"], line["ratio"]) == (screen, scale)
    x, y, width, _ = line["logical"]
    assert x == origin + (field[0] + 20 - origin) // scale
    assert width == 200 // scale
    assert abs(y - ((field[1] + 60) // scale + 2)) <= 1


def test_a_field_off_every_monitor_belongs_to_the_nearest():
    left = Screen(Rect(0, 0, 100, 100), Rect(0, 0, 100, 100))
    right = Screen(Rect(100, 0, 100, 100), Rect(100, 0, 100, 100))

    assert screen_of(Rect(250, 10, 5, 5), (left, right)) is right
    assert screen_of(Rect(-40, 10, 5, 5), (left, right)) is left


def test_no_monitor_at_all_is_a_mistake_of_the_caller():
    with pytest.raises(ValueError, match="no screen"):
        screen_of(Rect(0, 0, 1, 1), ())
