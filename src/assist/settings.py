"""Every setting, declared once.

The dataclass is the single source: the settings file, the table in
``docs/cli.md``, the settings window and the range checks all read its fields.
"""

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from assist.errors import SettingsError, UnknownSettingError

_MODIFIERS = ("Ctrl", "Alt", "Shift", "Super")
_CHORD = re.compile(
    rf"(?:(?:{'|'.join(_MODIFIERS)})\+)+"
    r"(?:[A-Z0-9]|F[1-9]|F1[0-2]|Space|Up|Down|Left|Right)"
)

# Chat clients by the name their windows give; lower case.
_CHAT_CLIENTS = (
    "wechat",
    "wxwork",
    "qq",
    "dingtalk",
    "feishu",
    "aliworkbench",
    "hexchat",
    "pidgin",
    "polari",
    "gajim",
    "dino-im",
    "telegram-desktop",
    "psi",
    "psi-plus",
)


def _setting(  # noqa: PLR0913  one keyword per column of the table
    default: Any,
    help_: str,
    *,
    unit: str = "",
    low: int = 0,
    high: int = 0,
    choices: tuple[str, ...] = (),
    chord: bool = False,
) -> Any:
    metadata = {
        "help": help_,
        "unit": unit,
        "low": low,
        "high": high,
        "choices": choices,
        "chord": chord,
    }
    return field(default=default, metadata=metadata)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """One consistent set of values; replaced as a whole, never edited.

    Raises:
        SettingsError: A value is out of range, not a choice, or a hotkey is
            malformed or used twice.
    """

    language: str = _setting(
        "zh-Hans",
        "Language of the windows.",
        choices=("zh-Hans", "zh-Hant", "en"),
    )
    theme: str = _setting(
        "auto",
        "Colours of the windows; auto follows the desktop.",
        choices=("auto", "light", "dark", "contrast-light", "contrast-dark"),
    )
    text_size: int = _setting(
        100, "Size of text, icons and buttons.", unit="%", low=100, high=200
    )
    reduced_motion: bool = _setting(
        default=False, help_="Nothing moves; time left is shown as a figure."
    )
    shrink_to_dot: bool = _setting(
        default=True, help_="The strip becomes a dot while there is nothing to say."
    )
    underline: bool = _setting(
        default=True, help_="Draw a line under flagged words in the other program."
    )
    watch: tuple[str, ...] = _setting(
        _CHAT_CLIENTS,
        "Programs whose drafts are read, by the name their windows give; no other"
        " program is ever read. Case does not count.",
    )
    settle_ms: int = _setting(
        300,
        "Pause in typing before a draft is checked where a program shows unfinished"
        " input-method text as if it were typed; elsewhere it is checked at once.",
        unit="ms",
        low=0,
        high=5000,
    )
    card_delay_ms: int = _setting(
        600,
        "Pause in typing before the card opens.",
        unit="ms",
        low=0,
        high=10000,
    )
    cards_from: str = _setting(
        "medium",
        "Severity from which a card opens by itself; never leaves it to the strip.",
        choices=("high", "medium", "never"),
    )
    card_collapse_s: int = _setting(
        20,
        "Time after which a card that nobody touches goes back to the strip; 0 keeps"
        " it open.",
        unit="s",
        low=0,
        high=600,
    )
    card_cooldown_s: int = _setting(
        30,
        "Time in which a rule whose card was closed or ignored opens no other one by"
        " itself.",
        unit="s",
        low=0,
        high=3600,
    )
    pad_stays: bool = _setting(
        default=False, help_="The compose pad is always there; off closes it after use."
    )
    pad_sends: tuple[str, ...] = _setting(
        (),
        "Programs in which the compose pad may also send, on a key of its own; window"
        " and conversation are compared before.",
    )
    log_keep_days: int = _setting(
        30, "Age at which usage records are deleted.", unit="days", low=1, high=365
    )
    backend: str = _setting(
        "auto", "How drafts are read; auto takes the first way that works here."
    )
    hotkey_replace: str = _setting(
        "Alt+1", "Put the first replacement into the draft.", chord=True
    )
    hotkey_undo: str = _setting("Alt+Z", "Take the replacement back.", chord=True)
    hotkey_ignore: str = _setting("Alt+I", "Ignore the finding once.", chord=True)
    hotkey_not_a_violation: str = _setting(
        "Alt+N", "Say that the finding is not a violation.", chord=True
    )
    hotkey_why: str = _setting(
        "Alt+W", "Say where the rule of the finding comes from.", chord=True
    )
    hotkey_close: str = _setting("Alt+X", "Close the card.", chord=True)
    hotkey_check_now: str = _setting(
        "Ctrl+Alt+C", "Read and check the draft now.", chord=True
    )
    hotkey_pad: str = _setting("Ctrl+Alt+D", "Open the compose pad.", chord=True)
    hotkey_palette: str = _setting(
        "Ctrl+Alt+Space", "Open the palette of compliant sentences.", chord=True
    )
    hotkey_pause: str = _setting("Ctrl+Alt+P", "Pause, or go on.", chord=True)

    def __post_init__(self) -> None:
        for spec in described():
            _check(spec, getattr(self, spec.name))
        _check_hotkeys_differ(self)

    @property
    def watched(self) -> frozenset[str]:
        """The programs whose drafts may be read, in lower case."""
        return frozenset(name.lower() for name in self.watch)


@dataclass(frozen=True, slots=True)
class Spec:
    """What is declared of one setting; ``low == high`` means no range."""

    name: str
    default: Any
    help: str
    unit: str
    low: int
    high: int
    choices: tuple[str, ...]
    chord: bool


def described() -> Iterator[Spec]:
    """Yield every declared setting, in the order of the declaration."""
    for each in fields(Settings):
        yield Spec(name=each.name, default=each.default, **each.metadata)


def parse_settings(values: Mapping[str, object]) -> Settings:
    """Build settings from a decoded file; names left out keep their default.

    Raises:
        UnknownSettingError: A name is not a setting; the hint offers the nearest.
        SettingsError: A value has the wrong type or is out of range.
    """
    known = {spec.name: spec for spec in described()}
    given: dict[str, Any] = {}
    for name, value in values.items():
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            hint = f"Did you mean {near[0]}?" if near else ""
            raise UnknownSettingError(f"No setting is called {name}.", hint=hint)
        given[name] = _typed(known[name], value)
    return Settings(**given)


def _typed(spec: Spec, value: object) -> object:
    if isinstance(spec.default, tuple):
        if not isinstance(value, list) or any(type(item) is not str for item in value):
            raise SettingsError(f"{spec.name} must be a list of texts.")
        return tuple(value)
    wanted = type(spec.default)
    if type(value) is not wanted:
        kind = {int: "a whole number", str: "a text", bool: "true or false"}[wanted]
        raise SettingsError(f"{spec.name} must be {kind}, not {value!r}.")
    return value


def _check(spec: Spec, value: Any) -> None:
    if spec.low != spec.high and not spec.low <= value <= spec.high:
        raise SettingsError(
            f"{spec.name} is {value}, not within {spec.low} to {spec.high} {spec.unit}."
        )
    if spec.choices and value not in spec.choices:
        known = ", ".join(spec.choices)
        raise SettingsError(f"{spec.name} is {value!r}, not one of {known}.")
    if spec.chord and value and not _CHORD.fullmatch(value):
        raise SettingsError(
            f"{spec.name} is {value!r}, which is not a key combination.",
            hint="Write it like Ctrl+Alt+D, or leave it empty to have none.",
        )


def _check_hotkeys_differ(settings: Settings) -> None:
    seen: dict[frozenset[str], str] = {}
    for spec in described():
        chord = getattr(settings, spec.name) if spec.chord else ""
        if not chord:
            continue
        keys = frozenset(chord.split("+"))
        if keys in seen:
            raise SettingsError(f"{spec.name} and {seen[keys]} are both {chord}.")
        seen[keys] = spec.name
