"""The settings as they hold on this machine: policy, then team, then user."""

from dataclasses import dataclass

from assist.app.pack_policy import team_settings
from assist.authoring.policy import Policy, decided, settings_of
from assist.packs.policy_file import read_policy
from assist.settings import Settings, described


@dataclass(frozen=True, slots=True)
class Ruled:
    """What holds.

    Attributes:
        settings: In force.
        fixed: Names the user cannot change.
        policy: Of this machine; an empty one when there is none.
        own: The user's, which stay in the user's file.
    """

    settings: Settings
    fixed: frozenset[str]
    policy: Policy
    own: Settings


def ruled(user: Settings, policy: Policy | None = None) -> Ruled:
    """Put the machine's policy and the team's wishes over the user's settings.

    Args:
        user: As the user's own file has them.
        policy: Instead of the machine's own.

    Raises:
        PolicyError: There is a policy, but it does not hold.
        SettingsError: A value that holds has the wrong type or range.
    """
    policy = policy or read_policy()
    own = {
        spec.name: list(value) if isinstance(value, tuple) else value
        for spec in described()
        if (value := getattr(user, spec.name)) != spec.default
    }
    found = decided(policy, team_settings(), own)
    locked = frozenset(one.name for one in found if one.locked)
    return Ruled(settings_of(found), locked, policy, user)
