"""What is known of each toolkit."""

from assist.backends.linux.quirks import Unit, quirks_of


def test_gtk_and_qt_are_read_at_once():
    assert quirks_of("gtk").settle_s == 0
    assert quirks_of("Qt").settle_s == 0


def test_an_unknown_toolkit_is_taken_to_show_unfinished_input():
    assert quirks_of("something new").preedit_in_text
    assert quirks_of("something new").settle_s > 0


def test_qt_counts_utf16_and_gtk_inserts_bytes():
    assert quirks_of("Qt").offset_unit is Unit.UTF16
    assert quirks_of("Qt").insert_length_unit is Unit.UTF16
    assert quirks_of("gtk").offset_unit is Unit.CODE_POINTS
    assert quirks_of("gtk").insert_length_unit is Unit.UTF8_BYTES
