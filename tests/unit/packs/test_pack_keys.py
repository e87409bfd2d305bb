import json
import stat

import pytest
from lead_and_agents import NOW

from assist.errors import PackKeyError
from assist.packs.key_files import make_key, read_key
from assist.packs.key_ring import KeyRing, KeyRole
from assist.packs.publish import Publisher


def never_asked():
    raise AssertionError("nobody should be asked for a password")


def test_a_sealed_key_opens_with_its_password_only(tmp_path):
    made = make_key(tmp_path / "a.key", "correct horse")

    again = read_key(tmp_path / "a.key")

    assert again.signer("correct horse").public_key.keyid == made.key_id
    with pytest.raises(PackKeyError, match="password does not open"):
        again.signer("correct mule")


def test_a_key_file_is_for_its_owner_alone_and_holds_no_open_seed(tmp_path):
    make_key(tmp_path / "a.key", "correct horse")

    assert stat.S_IMODE((tmp_path / "a.key").stat().st_mode) == 0o600
    values = json.loads((tmp_path / "a.key").read_bytes())
    assert set(values) == {"kind", "id", "salt", "nonce", "key"}


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{}", b'{"kind": "x"}', b'{"kind": 1}', b"\xff"]
)
def test_what_is_no_key_file_is_refused(tmp_path, data):
    (tmp_path / "a.key").write_bytes(data)

    with pytest.raises(PackKeyError):
        read_key(tmp_path / "a.key")


def test_a_changed_key_file_is_refused(tmp_path):
    make_key(tmp_path / "a.key", None)
    values = json.loads((tmp_path / "a.key").read_bytes())
    values["key"] = "00" * 32
    (tmp_path / "a.key").write_text(json.dumps(values))

    with pytest.raises(PackKeyError, match="damaged"):
        read_key(tmp_path / "a.key").signer("")


def test_keys_are_never_made_over_others(lead):
    with pytest.raises(PackKeyError, match="already"):
        lead.ring.make()


def test_an_empty_password_makes_no_keys(tmp_path):
    with pytest.raises(PackKeyError, match="need a password"):
        KeyRing(tmp_path, lambda: "").make()
    assert list(tmp_path.iterdir()) == []


def test_renewing_needs_no_password(lead):
    lead.publish()
    quiet = KeyRing(lead.folder / "keys", never_asked)

    told = Publisher(lead.repo, quiet, now=NOW).refresh()

    assert [one.manifest.version for one in told.offers] == [1]


def test_the_online_key_may_lie_on_a_server_of_its_own(lead, tmp_path):
    lead.publish()
    server = tmp_path / "server"
    server.mkdir()
    keys = lead.folder / "keys"
    for file in (keys / "online" / "online.key", keys / "trusted-root.json"):
        (server / file.name).write_bytes(file.read_bytes())

    told = Publisher(lead.repo, KeyRing(server, never_asked), now=NOW).refresh()

    assert told.offers


def test_keys_of_somebody_else_cannot_publish_here(lead, tmp_path):
    lead.publish()
    other = KeyRing(tmp_path / "other", lambda: "b")
    other.make()
    trusted = tmp_path / "other" / "trusted-root.json"
    trusted.write_bytes(lead.ring.trusted_root.read_bytes())

    with pytest.raises(PackKeyError, match="is not in"):
        Publisher(lead.repo, other, now=NOW).refresh()


@pytest.mark.parametrize("role", list(KeyRole))
def test_after_a_key_is_replaced_publishing_and_updating_go_on(lead, agent, role):
    lead.publish(1)
    assert agent.check().problem is None

    lead.publisher().replace_key(role)
    lead.publish(2)

    assert agent.check().problem is None
    assert agent.versions == {"east": 2}


def test_retired_keys_can_be_destroyed(lead):
    lead.publish()
    lead.publisher().replace_key(KeyRole.TARGETS)

    assert lead.ring.destroy_retired(KeyRole.TARGETS) == 1
    assert lead.ring.destroy_retired(KeyRole.TARGETS) == 0
