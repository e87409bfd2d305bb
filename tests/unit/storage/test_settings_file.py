import pytest

from assist.errors import SettingsError, UnknownSettingError
from assist.settings import Settings
from assist.storage.settings_file import read_settings


@pytest.fixture
def path(tmp_path):
    return tmp_path / "settings.toml"


def test_a_missing_file_means_the_defaults(path):
    assert read_settings(path) == Settings()


def test_what_the_file_sets_is_read(path):
    path.write_text('card_delay_ms = 0\nwatch = ["mousepad"]\n', "utf-8")

    assert read_settings(path) == Settings(card_delay_ms=0, watch=("mousepad",))


def test_a_file_saved_with_a_byte_order_mark_is_read(path):
    path.write_bytes(b'\xef\xbb\xbftheme = "dark"\n')

    assert read_settings(path).theme == "dark"


def test_an_unknown_name_is_refused_naming_the_file_and_the_nearest(path):
    path.write_text('thema = "dark"\n', "utf-8")

    with pytest.raises(UnknownSettingError, match="thema") as refused:
        read_settings(path)

    assert str(path) in str(refused.value)
    assert refused.value.hint == "Did you mean theme?"


def test_a_bad_value_is_refused_naming_the_setting_with_a_remedy(path):
    path.write_text("log_keep_days = 0\n", "utf-8")

    with pytest.raises(SettingsError, match="log_keep_days") as refused:
        read_settings(path)

    assert refused.value.hint


def test_what_is_not_toml_is_refused_naming_the_line(path):
    path.write_text("theme = \n", "utf-8")

    with pytest.raises(SettingsError, match="line 1"):
        read_settings(path)


def test_what_is_not_utf_8_is_refused(path):
    path.write_bytes("theme = '深'".encode("gb18030"))

    with pytest.raises(SettingsError, match="UTF-8"):
        read_settings(path)


def test_a_folder_in_its_place_is_refused(path):
    path.mkdir()

    with pytest.raises(SettingsError, match="cannot be read"):
        read_settings(path)
