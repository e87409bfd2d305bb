import os

import pytest

from assist.errors import PolicyError
from assist.packs.policy_file import policy_path, read_policy

OURS = os.getuid()


@pytest.fixture
def policy(tmp_path):
    folder = tmp_path / "assist"
    folder.mkdir(mode=0o755)
    for one in (tmp_path, *tmp_path.parents):
        if one.stat().st_uid == OURS and not one.stat().st_mode & 0o1000:
            one.chmod(0o755)
    file = folder / "policy.toml"
    file.write_text("listener = false\n")
    file.chmod(0o644)
    return file


def test_a_policy_of_the_administrator_counts(policy):
    assert read_policy(policy, owner=OURS).listener is False


def test_without_a_file_everything_is_the_users(tmp_path):
    assert read_policy(tmp_path / "none.toml").listener is True


@pytest.mark.parametrize("mode", [0o664, 0o646, 0o666])
def test_a_policy_that_others_may_write_does_not_count(policy, mode):
    policy.chmod(mode)

    with pytest.raises(PolicyError, match="users may write"):
        read_policy(policy, owner=OURS)


def test_a_policy_of_another_user_does_not_count(policy):
    with pytest.raises(PolicyError, match="users may write"):
        read_policy(policy, owner=OURS + 12345) if OURS else _given_away(policy)


def _given_away(policy):
    os.chown(policy, 12345, 12345)
    read_policy(policy, owner=OURS)


def test_a_policy_in_a_folder_others_may_write_does_not_count(policy):
    policy.parent.chmod(0o777)

    with pytest.raises(PolicyError, match="users may write"):
        read_policy(policy, owner=OURS)


def test_a_link_does_not_count(policy, tmp_path):
    link = tmp_path / "policy.toml"
    link.symlink_to(policy)

    with pytest.raises(PolicyError, match="users may write"):
        read_policy(link, owner=OURS)


@pytest.mark.parametrize("data", [b"listener = ", b"\xff", b"listner = true\n"])
def test_a_policy_that_cannot_be_read_is_said_with_its_path(policy, data):
    policy.write_bytes(data)

    with pytest.raises(PolicyError, match=r"policy\.toml"):
        read_policy(policy, owner=OURS)


def test_nothing_the_user_sets_moves_the_policy(monkeypatch):
    monkeypatch.setenv("ASSIST_HOME", "/somewhere")
    monkeypatch.setenv("XDG_CONFIG_DIRS", "/somewhere")

    assert str(policy_path()) == "/etc/assist/policy.toml"
