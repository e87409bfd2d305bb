"""Text in fixed lines: nothing is lost in breaking it, and it grows by whole lines."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assist.overlay.text_block import TextBlock
from assist.overlay.theme import Look
from assist.overlay.tokens import Style

pytestmark = pytest.mark.gui


@pytest.fixture
def block(qtbot):
    widget = TextBlock(Look(), Style.SENTENCE)
    qtbot.addWidget(widget)
    return widget


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_three_lines_of_a_sentence_are_66_pixels_at_any_size(block, scale):
    block.set_look(Look(text_scale=scale))
    block.say("一\n二\n三")

    assert block.heightForWidth(300) == 3 * round(22 * scale)


def test_what_does_not_fit_ends_with_an_ellipsis_and_keeps_its_spaces(qtbot):
    block = TextBlock(Look(), Style.BODY, max_lines=2)
    qtbot.addWidget(block)
    block.say("so it is treated as the same " * 6)

    first, last = block._broken(160)

    assert last.endswith("…")
    assert "  " not in first + last
    assert "treated" in first + last
    assert block.text().startswith(f"{first} {last[:5]}")


def test_a_single_line_is_cut_at_its_end(qtbot):
    block = TextBlock(Look(), Style.BODY, max_lines=1)
    qtbot.addWidget(block)
    block.say("一二三四五六七八九十" * 3)

    assert block._broken(100)[0].endswith("…")
    assert not block.hasHeightForWidth()


texts = st.text(st.characters(codec="utf-8"), max_size=60)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(texts, st.integers(10, 400))
def test_breaking_a_paragraph_loses_no_letter(block, text, width):
    assert "".join(block._wrapped(text, width)) == text
