"""Where the agent dragged the strip, it goes back to, per program and monitor."""

from dataclasses import dataclass

import pytest

from assist.app.windows import Places, Windows
from assist.model.draft import Field, Rect
from assist.model.screen import Screen

LEFT = Screen(Rect(0, 0, 1000, 800), Rect(0, 0, 1000, 800))
RIGHT = Screen(Rect(1000, 0, 1000, 800), Rect(1000, 0, 1000, 800), 2.0)
DRAGGED = Rect(10, 20, 120, 28)


class FakeSignal:
    def connect(self, slot):
        self.slot = slot


class FakeStrip:
    def __init__(self):
        self.moved = FakeSignal()
        self.at = []

    def forget_place(self):
        pass

    def place_near(self, around, *, even_over_field):
        assert around.field
        assert even_over_field
        self.at.append("beside")

    def move_to(self, rect, screens):
        assert screens == (LEFT, RIGHT)
        self.at.append(rect)


@dataclass
class FakeWindows:
    strip: FakeStrip


@pytest.fixture
def strip():
    return FakeStrip()


@pytest.fixture
def places(strip):
    windows: Windows = FakeWindows(strip)
    return Places(windows, lambda: (LEFT, RIGHT))


def field(app, x):
    return Field(f"{app}{x}", app, area=Rect(x, 500, 300, 100))


def test_each_program_has_its_place_on_each_monitor(places, strip):
    places.strip(field("qq", 100))
    strip.moved.slot(DRAGGED)

    places.strip(field("wechat", 100))
    places.strip(field("qq", 1100))
    places.strip(field("qq", 200))

    assert strip.at == ["beside", "beside", "beside", DRAGGED]


def test_it_does_not_wander_while_the_field_stays(places, strip):
    places.strip(field("qq", 100))
    strip.moved.slot(DRAGGED)

    places.strip(field("qq", 100))

    assert strip.at == ["beside"]
