"""Settings take effect at once, or not at all."""

import pytest

from assist.app.preferences import Preferences
from assist.settings import Settings
from assist.storage.settings_file import read_settings


@pytest.fixture
def path(tmp_path):
    return tmp_path / "settings.toml"


@pytest.fixture
def used():
    return []


@pytest.fixture
def preferences(path, used):
    made = Preferences(Settings(), path)
    made.follow(used.append)
    return made


def test_a_change_is_in_force_and_kept(preferences, path, used):
    assert preferences.change(theme="dark") == ""

    assert preferences.now.theme == "dark"
    assert used == [preferences.now]
    assert read_settings(path) == preferences.now


def test_a_value_that_is_not_valid_changes_nothing_and_says_why(
    preferences, path, used
):
    said = preferences.change(hotkey_pad="Ctrl+Alt+P")

    assert "hotkey_pause and hotkey_pad" in said
    assert preferences.now == Settings()
    assert used == []
    assert not path.exists()


def test_what_a_policy_has_fixed_stays(path, used):
    preferences = Preferences(Settings(), path, fixed=frozenset({"log_keep_days"}))
    preferences.follow(used.append)

    preferences.change(log_keep_days=1, theme="dark")

    assert preferences.now == Settings(theme="dark")


def test_a_change_that_cannot_be_kept_holds_for_this_run_and_says_so(tmp_path, used):
    (tmp_path / "file").write_text("", "utf-8")
    preferences = Preferences(Settings(), tmp_path / "file" / "settings.toml")

    said = preferences.change(theme="dark")

    assert "cannot be saved" in said
    assert preferences.now.theme == "dark"


def test_one_more_program_is_watched_once(preferences):
    preferences.watch("Mousepad")
    preferences.watch("mousepad")

    assert preferences.now.watch[-1] == "Mousepad"
    assert len(preferences.now.watch) == len(Settings().watch) + 1


def test_what_a_policy_fixes_holds_but_is_not_written_as_the_users_own(path):
    own, holds = Settings(log_keep_days=90), Settings(log_keep_days=7)
    preferences = Preferences(holds, path, fixed=frozenset({"log_keep_days"}), own=own)

    preferences.change(theme="dark", log_keep_days=30)

    assert preferences.now.log_keep_days == 7
    assert read_settings(path) == Settings(log_keep_days=90, theme="dark")
