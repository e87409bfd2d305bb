"""What holds for any clipboard."""

import pytest
from other_programs import FakeClipboard
from xclip_clipboard import XclipClipboard

from assist.desktop.clipboard import QtClipboard

pytestmark = pytest.mark.e2e


@pytest.fixture(params=["fake", "xclip", "qt"])
def clipboard(request):
    if request.param == "fake":
        return FakeClipboard()
    request.getfixturevalue("session")
    if request.param == "xclip":
        return XclipClipboard()
    request.getfixturevalue("qapp")
    return QtClipboard()


def test_what_was_saved_comes_back(clipboard):
    clipboard.put_text("订单号 1234")
    saved = clipboard.save()

    clipboard.put_text("something else")
    assert clipboard.save() != saved
    clipboard.restore(saved)

    assert clipboard.save() == saved


def test_what_was_saved_does_not_change_with_the_clipboard(clipboard):
    clipboard.put_text("one")
    saved = clipboard.save()
    before = dict(saved.formats)

    clipboard.put_text("two")

    assert dict(saved.formats) == before


def test_content_is_not_shown(clipboard):
    clipboard.put_text("geheim")

    assert "geheim" not in repr(clipboard.save())
