"""Two monitors of different scale on a real X server: each window on the right one."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from Xlib.display import Display

from assist.backends.linux.private_desktop import PrivateDesktop

pytestmark = pytest.mark.e2e

SCRIPT = Path(__file__).parents[1] / "gui" / "two_screens.py"
WIDE, HIGH = 2880, 1200
LEFT_WIDE = 1280


@pytest.fixture(scope="module")
def two_monitors():
    """A desktop whose screen is told to be two monitors side by side."""
    with PrivateDesktop(width=WIDE, height=HIGH) as desktop:
        server = Display(desktop.environ["DISPLAY"])
        root = server.screen().root
        outputs = root.xrandr_get_screen_resources().outputs
        halves = (("LEFT", 0, LEFT_WIDE, outputs), ("RIGHT", LEFT_WIDE, WIDE, []))
        for name, begins, ends, crtcs in halves:
            root.xrandr_set_monitor(
                {
                    "name": server.intern_atom(name),
                    "primary": name == "LEFT",
                    "automatic": False,
                    "x": begins,
                    "y": 0,
                    "width_in_pixels": ends - begins,
                    "height_in_pixels": HIGH,
                    "width_in_millimeters": 340,
                    "height_in_millimeters": 318,
                    "crtcs": crtcs,
                }
            )
        server.sync()
        yield desktop
        server.close()


@pytest.mark.parametrize(
    ("field", "screen", "scale"),
    [([100, 500, 600, 150], "LEFT", 1), ([1500, 800, 900, 200], "RIGHT", 2)],
)
def test_strip_card_pad_palette_and_line_are_on_the_fields_monitor_and_crisp(
    two_monitors, field, screen, scale
):
    done = subprocess.run(
        [sys.executable, SCRIPT, json.dumps(field)],
        env={
            **two_monitors.environ,
            "QT_QPA_PLATFORM": "xcb",
            "QT_SCREEN_SCALE_FACTORS": "LEFT=1;RIGHT=2",
        },
        capture_output=True,
        check=True,
        text=True,
        timeout=60,
    )
    seen = json.loads(done.stdout)

    assert seen["scales"] == [1.0, 2.0]
    for name in ("strip", "card", "pad", "palette", "underline"):
        assert seen[name]["screen"] == screen, name
        assert seen[name]["ratio"] == scale, name
        assert seen[name].get("in_work", True), name
