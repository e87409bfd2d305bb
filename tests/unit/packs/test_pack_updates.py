"""How machines come to packs, and keep the last good one."""

import datetime as dt
import threading

import pytest
from lead_and_agents import NOW, Agent
from web import serving

from assist.authoring.pack import Layer
from assist.errors import UpdateError
from assist.packs.locking import locked
from assist.packs.state import StoredPack


def day(days):
    return (NOW + dt.timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%SZ")


def test_a_new_version_is_switched_to_and_the_old_kept(lead, agent):
    lead.publish(1)
    first = agent.check()
    lead.publish(2)

    second = agent.check()

    assert (first.changed, second.changed) == (True, True)
    assert second.active.version == 2
    assert second.active.previous == first.active.set_id
    assert sorted(agent.state.stored("east")) == [1, 2]


def test_nothing_new_changes_and_prepares_nothing(lead, agent):
    lead.publish(1)
    agent.check()

    outcome = agent.check()

    assert not outcome.changed
    assert outcome.problem is None
    assert len(agent.prepared) == 1


def test_an_unchanged_check_is_two_small_requests(lead, agent):
    lead.publish(1)
    with serving(lead.repo) as server:
        agent.address = server.address
        agent.check()
        server.paths.clear()

        agent.check()

        assert server.paths == ["/metadata/2.root.json", "/metadata/timestamp.json"]
    assert lead.metadata("timestamp.json").stat().st_size < 1000


def test_an_unreachable_source_keeps_what_is_in_use(lead, agent, tmp_path):
    lead.publish(1)
    agent.check()
    agent.address = str(tmp_path / "gone")

    outcome = agent.check()

    assert "cannot be reached" in str(outcome.problem)
    assert outcome.active.version == 1
    assert agent.state.checked()["problem"] == str(outcome.problem)
    assert agent.state.checked()["last_good_ms"] > 0


def test_a_server_that_is_not_there_is_said(lead, agent):
    lead.publish(1)
    with serving(lead.repo) as server:
        agent.address = server.address
    agent.check()

    assert "cannot be reached" in str(agent.check().problem)


def test_a_server_that_sends_elsewhere_is_not_followed(lead, agent):
    lead.publish(1)
    with serving(lead.repo) as server, serving(lead.repo) as elsewhere:
        agent.address = server.address

        def evil(request):
            request.send_response(302)
            request.send_header("Location", elsewhere.address + request.path)
            request.end_headers()
            return True

        server.evil = evil

        assert agent.check().problem is not None
        assert elsewhere.paths == []


def test_a_proxy_is_asked_in_the_place_of_the_server(lead, agent):
    from assist.packs.update import Source

    lead.publish(1)
    agent.check()
    with serving(lead.repo) as proxy:
        source = Source(
            address="http://packs.invalid/east",
            trusted_root=agent.root,
            proxy=proxy.address,
        )
        agent.updates.check(source)

        assert proxy.paths[0] == "http://packs.invalid/east/metadata/2.root.json"


@pytest.mark.parametrize(
    "address",
    ["http://", "http://user:secret@host/x", "https://host/x?y", "http://host/#z"],
)
def test_an_odd_address_is_refused(lead, agent, address):
    lead.publish(1)
    agent.address = address

    with pytest.raises(Exception, match="not one that can be used"):
        agent.check()


def test_a_pack_that_fails_its_checks_here_is_not_taken(lead, agent):
    lead.publish(1)
    agent.check()
    lead.publish(2)
    agent.bad = {("east", 2)}

    outcome = agent.check()
    agent.check()

    assert "examples fail" in str(outcome.problem)
    assert agent.versions == {"east": 1}
    assert len(agent.prepared) == 2, "a refused set is not tried at every check"


def test_a_bad_pack_does_not_keep_an_emergency_out(lead, agent):
    lead.publish(1)
    agent.check()
    lead.publish(2)
    lead.publish(1, pack_id="recall", emergency=True, valid_until=day(2))
    agent.bad = {("east", 2)}

    outcome = agent.check()

    assert outcome.problem is not None
    assert agent.versions == {"east": 1, "recall": 1}


def test_an_emergency_ends_by_itself_without_the_source(lead, agent, tmp_path):
    lead.publish(1)
    lead.publish(1, pack_id="recall", emergency=True, valid_until=day(2))
    agent.check()
    assert agent.versions == {"east": 1, "recall": 1}
    agent.address = str(tmp_path / "gone")
    agent.now = NOW + dt.timedelta(days=3)

    agent.check()

    assert agent.versions == {"east": 1}


def test_a_pack_waits_for_its_first_day(lead, agent):
    lead.publish(1)
    lead.publish(1, pack_id="winter", valid_from=day(5))
    agent.check()
    assert agent.versions == {"east": 1}

    agent.now = NOW + dt.timedelta(days=6)
    agent.compose()

    assert agent.versions == {"east": 1, "winter": 1}


def test_when_the_only_pack_is_withdrawn_the_shipped_list_is_in_use_again(lead, agent):
    lead.publish(1)
    agent.check()
    lead.publisher().withdraw("east")

    outcome = agent.check()

    assert outcome.problem is None
    assert outcome.active.packs == ()


def test_layers_lie_in_their_order_and_only_wanted_packs_are_taken(lead, agent):
    lead.publish(3, pack_id="zz-company", layer=Layer.COMPANY)
    lead.publish(1)
    lead.publish(1, pack_id="west")

    agent.check(wanted=("east", "zz-company"))

    active = agent.state.active()
    assert [one.pack_id for one in active.packs] == ["zz-company", "east"]
    assert (active.lead, active.version) == ("east", 1)


def test_a_personal_pack_comes_last_and_never_leads(lead, agent):
    lead.publish(1)
    agent.check()
    mine = StoredPack(pack_id="mine", version=9, digest="0" * 64, layer="personal")
    agent.state.pack_file(mine).write_bytes(b"mine")

    agent.check(personal=mine)

    active = agent.state.active()
    assert [one.pack_id for one in active.packs] == ["east", "mine"]
    assert active.version == 1


def test_a_share_of_the_agents_takes_a_staged_version(lead, agents):
    lead.publish(1)
    lead.publish(2, rollout=30)
    machines = [agents(f"agent{number}") for number in range(40)]
    for machine in machines:
        machine.check()

    first = {
        machine.state.agent_id()
        for machine in machines
        if machine.versions == {"east": 2}
    }
    assert 4 <= len(first) <= 22

    lead.publish(2, rollout=70)
    for machine in machines:
        machine.check()
    second = {
        machine.state.agent_id()
        for machine in machines
        if machine.versions == {"east": 2}
    }
    assert first < second

    lead.publish(2, rollout=100)
    for machine in machines:
        machine.check()
    assert all(machine.versions == {"east": 2} for machine in machines)


def test_a_pinned_version_stays_until_it_is_let_go(lead, agent):
    lead.publish(1)
    agent.check()
    lead.publish(2)
    agent.check()

    agent.state.set_pins({"east": 1})
    agent.compose()
    assert agent.versions == {"east": 1}
    lead.publish(3)
    agent.check()
    assert agent.versions == {"east": 1}

    agent.state.set_pins({})
    agent.compose()
    assert agent.versions == {"east": 3}


def test_a_pin_to_a_version_that_is_not_here_is_passed_over(lead, agent):
    lead.publish(2)
    agent.state.set_pins({"east": 1})

    agent.check()

    assert agent.versions == {"east": 2}


def test_only_a_few_versions_are_kept(lead, agent):
    for version in range(1, 7):
        lead.publish(version)
        agent.check()
    agent.check()

    assert sorted(agent.state.stored("east")) == [4, 5, 6]
    sets = list((agent.state.folder / "sets").iterdir())
    assert len(sets) == 2


def test_a_pack_damaged_on_this_machine_is_fetched_again(lead, agent):
    lead.publish(1)
    agent.check()
    lead.publish(2)
    agent.bad = {("east", 2)}
    agent.check()
    (file,) = agent.state.folder.glob("packs/east-2-*.pack")
    file.write_bytes(b"damaged")
    fresh = Agent(agent.state.folder, lead)
    fresh.bad = {("east", 2)}
    fresh.check()
    assert not file.exists()

    fresh.bad = set()
    assert fresh.check().active.version == 2


def test_two_processes_do_not_update_at_once(lead, agent):
    lead.publish(1)
    agent.check()
    entered, leave = threading.Event(), threading.Event()

    def hold():
        with locked(agent.state.folder):
            entered.set()
            leave.wait(5)

    holder = threading.Thread(target=hold)
    holder.start()
    entered.wait(5)
    try:
        with (
            pytest.raises(UpdateError, match="Another program"),
            locked(agent.state.folder),
        ):
            raise AssertionError
    finally:
        leave.set()
        holder.join()


@pytest.mark.parametrize("data", ["", "[]", "{}", '{"format": 1, "packs": [{}]}'])
def test_a_damaged_memory_is_said_with_what_to_do(lead, agent, data):
    lead.publish(1)
    agent.check()
    (agent.state.folder / "active.json").write_text(data)

    with pytest.raises(UpdateError, match="damaged") as refused:
        agent.state.active()
    assert "Remove" in refused.value.hint


def test_an_agent_keeps_its_number(agent):
    assert agent.state.agent_id() == agent.state.agent_id()


def test_a_full_disk_keeps_what_is_in_use(lead, agent, monkeypatch):
    lead.publish(1)
    agent.check()
    lead.publish(2)

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("assist.packs.state.sync_folder", full)
    outcome = agent.check()

    assert "No space left" in str(outcome.problem)
    assert agent.versions == {"east": 1}
