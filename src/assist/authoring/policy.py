"""What the organisation decides for a machine, and how it meets other wishes.

Precedence is policy, then team, then user: what the policy sets holds; what it
leaves to a team's pack holds over the user; the rest is the user's.  Names the
policy *allows* are the user's again, with the policy's value as a start.
"""

import difflib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from assist.errors import PolicyError, SettingsError
from assist.settings import Settings, described, parse_settings


class Origin(StrEnum):
    """Who decided a value."""

    POLICY = "policy"
    TEAM = "team"
    USER = "user"
    DEFAULT = "default"


class Export(StrEnum):
    """What may leave the machine as a file."""

    TOTALS = "totals"
    EVENTS = "events"
    MARKS = "marks"
    DIAGNOSIS = "diagnosis"


UNLESS_SAID = frozenset(Export) - {Export.EVENTS}
"""What may leave where no policy names it; single events only where one does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What a policy file says; the default is that of no policy.

    Attributes:
        source: Folder or address of the packs; empty leaves it to the user.
        root: Path of the pinned ``trusted-root.json``.
        packs: Ids of packs to take; all when empty.
        proxy: Address of a proxy; None takes the system's, empty uses none.
        heartbeat: Folder to tell which version runs; empty for none.
        check_minutes: Time between two checks, 1 to 1440.
        rollback: Whether the user may go back to an earlier version, and stay.
        personal: Whether the user may add a personal pack.
        listener: Whether key presses may be listened to, as five classes.
        exports: What may leave the machine as a file.
        settings: Settings by name, as the settings file would have them.
        allow: Settings the user may change all the same.
    """

    source: str = ""
    root: str = ""
    packs: tuple[str, ...] = ()
    proxy: str | None = None
    heartbeat: str = ""
    check_minutes: int = 30
    rollback: bool = True
    personal: bool = True
    listener: bool = True
    exports: frozenset[Export] = UNLESS_SAID
    settings: Mapping[str, object] = field(default_factory=dict)
    allow: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Decided:
    """One setting as it holds; ``locked`` says that the user cannot change it."""

    name: str
    value: object
    origin: Origin
    locked: bool


_PACK_KEYS: dict[str, type] = {
    "source": str,
    "root": str,
    "packs": list,
    "proxy": str,
    "heartbeat": str,
    "check_minutes": int,
    "rollback": bool,
    "personal": bool,
}
_KINDS = {
    str: "a text",
    list: "a list of texts",
    int: "a number",
    bool: "true or false",
}


def parse_policy(values: Mapping[str, Any]) -> Policy:
    """Make a policy of a decoded file.

    Raises:
        PolicyError: A name is unknown, or a value has another type or range.
    """
    _check_names(values, ["packs", "listener", "exports", "settings", "allow"])
    packs = _typed(values, "packs", dict, {})
    _check_names(packs, list(_PACK_KEYS))
    given: dict[str, Any] = {
        name: _typed(packs, name, kind, None)
        for name, kind in _PACK_KEYS.items()
        if name in packs
    }
    if "packs" in given:
        given["packs"] = tuple(given["packs"])
    if not 1 <= given.get("check_minutes", 30) <= 1440:
        raise PolicyError("check_minutes is not within 1 to 1440.")
    if given.get("source") and not given.get("root"):
        raise PolicyError("A source of packs needs a pinned root beside it.")
    settings = _typed(values, "settings", dict, {})
    allow = _typed(values, "allow", list, [])
    _check_names(dict.fromkeys(allow), [one.name for one in described()])
    try:
        parse_settings(settings)
    except SettingsError as error:
        raise PolicyError(f"settings: {error}", hint=error.hint) from error
    return Policy(
        **given,
        listener=_typed(values, "listener", bool, True),  # noqa: FBT003  a default
        exports=_exports(_typed(values, "exports", list, list(UNLESS_SAID))),
        settings=settings,
        allow=frozenset(allow),
    )


def decided(
    policy: Policy, team: Mapping[str, object], user: Mapping[str, object]
) -> tuple[Decided, ...]:
    """Return every setting as it holds, in the order of their declaration.

    Args:
        policy: What the organisation says.
        team: Settings of the team's pack; names this program does not know
            are passed over, as the pack may be for a newer one.
        user: Settings of the user's own file.

    Raises:
        SettingsError: A value that holds has the wrong type or range.
    """
    found = []
    for spec in described():
        name = spec.name
        free = name in policy.allow
        choices = [
            (Origin.POLICY, policy.settings),
            (Origin.TEAM, team),
            (Origin.USER, user),
        ]
        if free:
            choices = [choices[2], *choices[:2]]
        given = next(
            ((who, values[name]) for who, values in choices if name in values), None
        )
        who, value = given or (Origin.DEFAULT, spec.default)
        locked = not free and who in {Origin.POLICY, Origin.TEAM}
        found.append(Decided(name, value, who, locked))
    settings_of(found)
    return tuple(found)


def settings_of(values: Collection[Decided]) -> Settings:
    """Return the settings as the program takes them.

    Raises:
        SettingsError: A value has the wrong type or range.
    """
    given = {one.name: one.value for one in values if one.origin is not Origin.DEFAULT}
    return parse_settings(given)


def _typed(values: Mapping[str, Any], name: str, kind: type, default: Any) -> Any:
    value = values.get(name, default)
    right = type(value) is kind
    if right and kind is list:
        right = all(type(one) is str for one in value)
    if not right and not (name not in values and value is default):
        raise PolicyError(f"{name} must be {_KINDS.get(kind, 'a table')}.")
    return value


def _exports(words: list[str]) -> frozenset[Export]:
    _check_names(dict.fromkeys(words), list(Export))
    return frozenset(Export(word) for word in words)


def _check_names(values: Mapping[str, Any], known: list[str]) -> None:
    for name in values:
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            hint = f"Did you mean {near[0]}?" if near else ""
            raise PolicyError(f"A policy knows no {name}.", hint=hint)
