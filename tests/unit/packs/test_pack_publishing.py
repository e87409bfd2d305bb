import datetime as dt
import json

import pytest
from lead_and_agents import NOW, versioned

from assist.errors import PublishError
from assist.packs.key_ring import KeyRing
from assist.packs.publish import Publisher


def offered(told):
    return [
        (one.manifest.pack_id, one.manifest.version, one.rollout) for one in told.offers
    ]


def test_the_first_pack_creates_the_repository_and_hands_out_the_root(lead):
    told = lead.publish()

    assert told.created
    assert offered(told) == [("east", 1, 100)]
    root = json.loads((lead.repo / "trusted-root.json").read_bytes())
    assert root["signed"]["_type"] == "root"
    handed = lead.ring.trusted_root.read_bytes()
    assert handed == (lead.repo / "trusted-root.json").read_bytes()


def test_a_newer_version_takes_the_place_of_the_older(lead):
    lead.publish(1)

    told = lead.publish(2)

    assert offered(told) == [("east", 2, 100)]
    assert told.offers[0].changes == "+1 −1"


def test_a_version_for_some_stands_beside_the_one_for_all(lead):
    lead.publish(1)

    assert offered(lead.publish(2, rollout=20)) == [("east", 1, 100), ("east", 2, 20)]
    assert offered(lead.publish(2, rollout=60)) == [("east", 1, 100), ("east", 2, 60)]
    assert offered(lead.publish(2)) == [("east", 2, 100)]


@pytest.mark.parametrize("version", [1, 2])
def test_a_version_that_is_not_newer_is_refused_with_the_next_number(lead, version):
    lead.publish(2)
    other = versioned(version, team="别的组")

    with pytest.raises(PublishError) as refused:
        lead.publisher().publish(other)

    assert "--version 3" in refused.value.hint


def test_packs_of_several_layers_stand_side_by_side(lead):
    lead.publish(1)

    told = lead.publish(4, pack_id="all")

    assert sorted(offered(told)) == [("all", 4, 100), ("east", 1, 100)]


def test_an_emergency_that_ended_is_no_longer_offered(lead):
    lead.publish(1)
    end = (NOW + dt.timedelta(days=1)).strftime("%Y-%m-%d")
    lead.publish(1, pack_id="recall", emergency=True, valid_until=end)

    told = lead.publish(2, days=3)

    assert offered(told) == [("east", 2, 100)]


def test_the_newest_version_can_be_withdrawn(lead):
    lead.publish(1)
    lead.publish(2, rollout=20)

    assert offered(lead.publisher().withdraw("east", 2)) == [("east", 1, 100)]
    with pytest.raises(PublishError, match="not offered"):
        lead.publisher().withdraw("west")


def test_the_reason_of_an_override_is_recorded(lead):
    told = lead.publish(1, override="合规部要求立即上线")

    assert told.offers[0].override == "合规部要求立即上线"


def test_the_lead_is_warned_two_weeks_before_the_end(lead):
    lead.publish()

    assert lead.publisher(days=75).look().ending == ()
    assert lead.publisher(days=77).look().ending == ("snapshot", "timestamp")


def test_renewing_moves_the_end(lead):
    lead.publish()

    told = lead.publisher(days=80).refresh()

    assert told.ending == ()
    assert told.expiries["timestamp"] == NOW + dt.timedelta(days=170)


def test_nothing_is_signed_on_top_of_a_repository_others_changed(lead):
    lead.publish(1)
    file = lead.metadata("1.targets.json")
    file.write_bytes(file.read_bytes().replace(b"index.json", b"index.jsom"))

    with pytest.raises(PublishError, match="without the keys"):
        lead.publish(2)


def test_nothing_is_signed_on_top_of_a_pack_others_changed(lead):
    lead.publish(1)
    file = lead.pack_file()
    file.write_bytes(file.read_bytes().replace("你自己".encode(), "你你你".encode()))

    with pytest.raises(PublishError, match="without the keys"):
        lead.publish(2)


def test_nothing_is_signed_on_top_of_an_older_copy(lead):
    lead.publish(1)
    old = lead.copy("old")
    lead.publish(2)
    lead.serve(old)

    with pytest.raises(PublishError, match="older than what was last published"):
        lead.publish(3)


def test_a_repository_with_a_missing_file_is_refused(lead):
    lead.publish(1)
    lead.metadata("1.snapshot.json").unlink()

    with pytest.raises(PublishError, match="not complete"):
        lead.publish(2)


def test_two_publishers_do_not_meet(lead):
    lead.publish(1)
    (lead.repo / "publishing.lock").touch()

    with pytest.raises(PublishError, match="Somebody else"):
        lead.publish(2)


def test_the_lock_goes_away_when_publishing_fails(lead):
    lead.publish(2)
    with pytest.raises(PublishError, match="not published"):
        lead.publish(1)

    assert not (lead.repo / "publishing.lock").exists()


def test_without_a_repository_there_is_nothing_to_renew(tmp_path, lead):
    ring = KeyRing(lead.folder / "keys", lambda: "a password")

    with pytest.raises(PublishError, match="no repository"):
        Publisher(tmp_path / "nowhere", ring, now=NOW).refresh()


def test_a_crash_before_the_time_stamp_leaves_the_old_state(lead, agent, monkeypatch):
    from assist.packs import repository

    lead.publish(1)
    whole = repository.write_whole

    def cut_off(path, data, **kept):
        if path.name == "timestamp.json":
            raise KeyboardInterrupt
        whole(path, data, **kept)

    with monkeypatch.context() as patched:
        patched.setattr(repository, "write_whole", cut_off)
        with pytest.raises(KeyboardInterrupt):
            lead.publish(2)

    agent.check()
    assert agent.versions == {"east": 1}
    lead.publish(2)
    assert agent.check().problem is None
    assert agent.versions == {"east": 2}
