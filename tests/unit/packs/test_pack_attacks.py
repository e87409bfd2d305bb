"""What an attacker who holds the file share or the web server can do: nothing.

Each test was seen red with the guard it is about removed.
"""

import json
import threading

import pytest
from lead_and_agents import Lead
from web import serving

from assist.packs.key_ring import KeyRole


@pytest.fixture(params=["folder", "web"])
def victim(request, lead, agent):
    """An agent with version 1 in use, that reads a folder or a web server."""
    lead.publish(1)
    if request.param == "folder":
        agent.server = None
        assert agent.check().problem is None
        yield agent
        return
    with serving(lead.repo) as server:
        agent.server = server
        agent.address = server.address
        assert agent.check().problem is None
        yield agent


def refused(agent, reason):
    """Check once; nothing may change, and the reason must be said."""
    before = agent.state.active()
    outcome = agent.check()
    assert outcome.problem is not None
    assert reason in str(outcome.problem)
    assert agent.state.active() == before
    assert agent.state.set_file(before.set_id, "phrases.db").exists()
    return outcome


def rewritten(file, change):
    document = json.loads(file.read_bytes())
    change(document)
    file.write_text(json.dumps(document))


def test_rollback_an_old_repository_is_refused(victim, lead):
    old = lead.copy("old")
    lead.publish(2)
    assert victim.check().changed
    lead.serve(old)

    refused(victim, "older than what was seen before")

    assert victim.versions == {"east": 2}


def test_freeze_a_repository_that_is_not_renewed_is_refused(victim, lead):
    lead.publish(2, days=-100)

    refused(victim, "out of date")


def test_a_new_machine_does_not_take_a_frozen_repository(agents, lead):
    lead.publish(1, days=-100)
    agent = agents("new")

    outcome = agent.check()

    assert "out of date" in str(outcome.problem)
    assert outcome.active is None


def test_mix_and_match_parts_of_two_states_are_refused(victim, lead):
    lead.publish(2)
    second = lead.metadata("2.targets.json").read_bytes()
    lead.publish(3)
    lead.metadata("3.targets.json").write_bytes(second)

    refused(victim, "not what was signed")


def test_mix_and_match_an_old_list_under_a_new_time_stamp_is_refused(victim, lead):
    lead.publish(2)
    old = lead.metadata("2.snapshot.json").read_bytes()
    lead.publish(3)
    lead.metadata("3.snapshot.json").write_bytes(old)

    refused(victim, "not what was signed")


def test_a_tampered_pack_is_refused(victim, lead):
    lead.publish(2)
    file = lead.pack_file(2)
    file.write_bytes(file.read_bytes().replace("第2版".encode(), "第9版".encode()))

    refused(victim, "not what was signed")


def test_a_tampered_list_is_refused(victim, lead):
    lead.publish(2)
    rewritten(
        lead.metadata("2.targets.json"),
        lambda one: one["signed"].update(version=2, x="y"),
    )

    refused(victim, "not what was signed")


def test_wrong_key_a_repository_of_somebody_else_is_refused(victim, lead, tmp_path):
    other = Lead(tmp_path / "other")
    for version in (1, 2):
        other.publish(version)
    lead.serve(other.repo)

    refused(victim, "not what was signed")


def test_wrong_key_a_new_machine_believes_only_the_pinned_root(agents, lead, tmp_path):
    lead.publish(1)
    other = Lead(tmp_path / "other")
    other.publish(1)
    agent = agents("new")
    agent.root = lead.ring.trusted_root.read_bytes()
    agent.address = str(other.repo)

    outcome = agent.check()

    assert "not what was signed" in str(outcome.problem)
    assert outcome.active is None


@pytest.mark.parametrize("role", [KeyRole.TARGETS, KeyRole.ONLINE])
def test_revoked_key_what_it_signs_counts_no_longer(victim, lead, role):
    thief = lead.folder / "thief"
    thief.mkdir()
    stolen = lead.copy("stolen")
    keys_before = lead.folder / "keys-before"
    _copy(lead.folder / "keys", keys_before)
    lead.publisher().replace_key(role)
    lead.publish(2)
    assert victim.check().changed

    forged = _thief(thief, stolen, keys_before)
    for version in range(3, 8):  # so that the time stamp is the newer one
        forged.publish(version)
    for root in lead.repo.glob("metadata/*.root.json"):
        (forged.repo / "metadata" / root.name).write_bytes(root.read_bytes())
    lead.serve(forged.repo)

    refused(victim, "not what was signed")
    assert victim.versions == {"east": 2}


def _copy(source, target):
    import shutil

    shutil.copytree(source, target)


def _thief(folder, repo, keys):
    """Return a publisher with a stolen repository and stolen keys."""
    thief = Lead(folder)
    _copy(repo, thief.repo)
    for file in keys.rglob("*"):
        if file.is_file():
            target = folder / "keys" / file.relative_to(keys)
            target.write_bytes(file.read_bytes())
    return thief


@pytest.fixture
def web_victim(lead, agent):
    lead.publish(1)
    with serving(lead.repo) as server:
        agent.server = server
        agent.address = server.address
        assert agent.check().problem is None
        yield agent


@pytest.mark.parametrize("which", ["pack", "time stamp", "list"])
def test_endless_data_is_cut_off(web_victim, lead, which):
    lead.publish(2)
    name = {
        "pack": lead.pack_file(2).name,
        "time stamp": "timestamp.json",
        "list": "2.targets.json",
    }[which]
    stop = threading.Event()
    sent = []

    def evil(request):
        if not request.path.endswith(name):
            return False
        request.send_response(200)
        request.end_headers()
        try:
            while not stop.is_set():
                sent.append(request.wfile.write(b" " * 65536))
        except OSError:
            stop.set()
        return True

    web_victim.server.evil = evil

    refused(web_victim, "not what was signed")

    assert sum(sent) < 16 * 1024 * 1024


def test_an_oversized_list_is_refused_before_it_is_read(victim, lead, monkeypatch):
    monkeypatch.setitem(_limits(), "targets_max_length", 300)
    lead.publish(2)
    _without_length(lead)

    refused(victim, "not what was signed")


def _limits():
    from assist.packs import remote

    return remote._LIMITS


def _without_length(lead):
    """Sign a snapshot that does not say how long the list is."""
    publisher = lead.publisher()
    repository, _ = publisher._repository(must_exist=True)
    meta = repository.state.snapshot.signed.meta["targets.json"]
    meta.length, meta.hashes = None, None
    repository.write(targets=False)


def test_an_oversized_pack_is_refused_by_what_is_signed(victim, lead, monkeypatch):
    lead.publish(2)
    monkeypatch.setattr("assist.packs.remote.MOST_PACK_BYTES", 100)

    refused(victim, "larger than a pack may be")


def test_an_oversized_index_is_refused(victim, lead, monkeypatch):
    lead.publish(2)
    monkeypatch.setattr("assist.packs.remote.MOST_BYTES", 10)

    refused(victim, "offers no packs")


@pytest.mark.parametrize(
    "pack_id", ["../../outside", "/etc/x", "a/b", "..", "a\\b", "C:x", "A b"]
)
def test_path_traversal_an_index_cannot_name_a_place(victim, lead, pack_id):
    lead.publish(2)
    _publish_index(lead, lambda one: one.replace('"east"', json.dumps(pack_id)))

    refused(victim, "has no proper id")


def _publish_index(lead, change):
    """Sign an index as only a lead gone bad could write it."""
    publisher = lead.publisher()
    repository, _ = publisher._repository(must_exist=True)
    _, files = publisher._offered(repository)
    index = repository.read_target("index.json", most=10_000_000).decode()
    files["index.json"] = change(index).encode()
    repository.put_targets(files)
    repository.write(targets=True)


def test_an_index_that_names_a_pack_that_is_not_signed_is_refused(victim, lead):
    lead.publish(2)
    _publish_index(lead, lambda one: one.replace('"version": 2', '"version": 77'))

    refused(victim, "is not signed")


def test_after_every_attack_the_next_good_version_is_taken(victim, lead):
    old = lead.copy("old")
    lead.publish(2)
    good = lead.copy("good")
    victim.check()
    lead.serve(old)
    refused(victim, "older than what was seen before")

    lead.serve(good)
    lead.publish(3)

    assert victim.check().problem is None
    assert victim.versions == {"east": 3}
