import pytest
from hypothesis import given
from hypothesis import strategies as st

from assist.errors import SettingsError, UnknownSettingError
from assist.settings import Settings, described, parse_settings


def test_an_empty_file_gives_the_defaults():
    assert parse_settings({}) == Settings()


def test_every_setting_says_what_it_is_for():
    for spec in described():
        assert spec.help.endswith("."), spec.name


def test_numbers_have_a_range_and_their_default_lies_in_it():
    for spec in described():
        if type(spec.default) is int:
            assert spec.low < spec.high, spec.name
            assert spec.low <= spec.default <= spec.high, spec.name


def test_a_given_value_takes_the_place_of_the_default():
    settings = parse_settings({"card_delay_ms": 900, "watch": ["Mousepad"]})

    assert settings.card_delay_ms == 900
    assert settings.watch == ("Mousepad",)


def test_a_misspelt_name_is_refused_and_the_nearest_is_offered():
    with pytest.raises(UnknownSettingError, match="card_dealy_ms") as refused:
        parse_settings({"card_dealy_ms": 900})

    assert refused.value.hint == "Did you mean card_delay_ms?"


def test_a_name_unlike_any_other_is_refused_without_a_guess():
    with pytest.raises(UnknownSettingError) as refused:
        parse_settings({"zzzzzz": 1})

    assert refused.value.hint == ""


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("card_delay_ms", "600"),
        ("card_delay_ms", True),
        ("card_delay_ms", 600.0),
        ("language", 1),
        ("underline", 1),
        ("underline", "true"),
        ("watch", "mousepad"),
        ("watch", ["mousepad", 1]),
    ],
)
def test_a_value_of_another_type_is_refused_by_name(name, value):
    with pytest.raises(SettingsError, match=name):
        parse_settings({name: value})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("log_keep_days", 0),
        ("log_keep_days", 366),
        ("settle_ms", -1),
        ("language", "fr"),
        ("theme", "pink"),
        ("hotkey_pad", "D"),
        ("hotkey_pad", "Ctrl+"),
        ("hotkey_pad", "Ctrl+Alt+d"),
        ("hotkey_pad", "Hyper+D"),
    ],
)
def test_a_value_out_of_range_is_refused_by_name(name, value):
    with pytest.raises(SettingsError, match=name):
        parse_settings({name: value})


def test_two_hotkeys_cannot_share_a_chord_whatever_the_order_of_its_keys():
    with pytest.raises(SettingsError, match=r"hotkey_pause and hotkey_pad"):
        parse_settings({"hotkey_pad": "Ctrl+Alt+X", "hotkey_pause": "Alt+Ctrl+X"})


def test_an_empty_hotkey_is_none_and_may_be_given_twice():
    settings = parse_settings({"hotkey_pad": "", "hotkey_pause": ""})

    assert (settings.hotkey_pad, settings.hotkey_pause) == ("", "")


def test_the_names_of_watched_programs_are_compared_in_lower_case():
    assert Settings(watch=("Mousepad", "qq")).watched == {"mousepad", "qq"}


values = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.lists(st.text())
)
names = st.one_of(st.sampled_from([spec.name for spec in described()]), st.text())


@given(st.dictionaries(names, values, max_size=3))
def test_any_values_give_settings_or_one_error_that_names_the_setting(given_values):
    try:
        settings = parse_settings(given_values)
    except SettingsError as error:
        refused = str(error)
    else:
        refused = ""
        for name, value in given_values.items():
            found = getattr(settings, name)
            assert found == (tuple(value) if isinstance(value, list) else value)

    assert not refused or any(name in refused for name in given_values)
