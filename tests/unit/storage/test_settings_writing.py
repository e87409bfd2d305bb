"""What the settings window changes, and what a user wrote by hand, live together."""

import stat
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assist.errors import SettingsError
from assist.settings import Settings, parse_settings
from assist.storage.settings_file import read_settings
from assist.storage.settings_writing import rewritten, write_settings

BY_HAND = """\
# our floor's settings
theme = "dark"  # night shift
watch = [
    "mousepad",  # the stand-in
    "qq",
]

card_delay_ms = 900
"""


def test_what_was_written_is_read_back(tmp_path):
    wanted = Settings(theme="light", watch=("a",), underline=False, text_size=150)
    path = tmp_path / "config" / "settings.toml"

    write_settings(path, wanted)

    assert read_settings(path) == wanted


def test_comments_and_unchanged_lines_stay():
    settings = Settings(theme="light", watch=("mousepad", "qq"), card_delay_ms=900)

    assert rewritten(BY_HAND, settings) == BY_HAND.replace('"dark"', '"light"')


def test_a_setting_that_has_its_default_again_needs_no_line():
    settings = Settings(theme="dark", watch=("mousepad", "qq"))

    assert "card_delay_ms" not in rewritten(BY_HAND, settings)
    assert rewritten("", Settings()) == ""


def test_a_changed_list_over_several_lines_is_replaced_as_a_whole():
    text = rewritten(BY_HAND, Settings(theme="dark", watch=("gajim",)))

    assert 'watch = ["gajim"]' in text
    assert "mousepad" not in text


def test_the_mark_of_a_comment_inside_a_text_begins_none():
    text = rewritten('backend = "a#b"  # why', Settings(backend="c"))

    assert text == 'backend = "c"  # why\n'


names = st.lists(st.text(max_size=8), max_size=3).map(tuple)


@given(names, st.sampled_from(["auto", "dark"]), st.booleans(), st.text(max_size=20))
def test_any_settings_survive_on_top_of_any_comment(watch, theme, underline, remark):
    comment = "".join(c for c in remark if c.isprintable())
    wanted = Settings(watch=watch, theme=theme, underline=underline)
    before = f'# {comment}\ntheme = "light" # {comment}\n'

    text = rewritten(before, wanted)

    assert text.startswith(f"# {comment}\n")
    assert parse_settings(tomllib.loads(text)) == wanted


def test_the_file_is_replaced_in_one_step_and_nothing_is_left_over(tmp_path):
    path = tmp_path / "settings.toml"
    path.write_text(BY_HAND, "utf-8")
    inode = path.stat().st_ino

    write_settings(path, Settings(theme="light"))

    assert path.stat().st_ino != inode
    assert [each.name for each in tmp_path.iterdir()] == ["settings.toml"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_folder_that_cannot_be_made_is_said_in_one_sentence(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("", "utf-8")

    with pytest.raises(SettingsError, match="cannot be saved"):
        write_settings(blocked / "settings.toml", Settings(theme="dark"))
