"""The running overlay's phrase list: what it starts with, and how newer ones come."""

import csv
import dataclasses

import pytest

from assist.app import build, pack_policy, pack_publishing, packs
from assist.app.pack_agent import AgentPacks, standard_phrases
from assist.authoring.pack import PackPhrase
from assist.model.standard import StandardPhrase

# The child that prepares a pack gives way to everything else on a busy machine.
pytestmark = [pytest.mark.gui, pytest.mark.timeout(400)]
LONG = 150_000  # ms


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch, qapp):
    monkeypatch.setenv("ASSIST_HOME", str(tmp_path / "home"))
    return tmp_path


class Lead:
    """Keys, a repository, and packs of one rule each."""

    def __init__(self, folder):
        self.folder = folder
        self.place = pack_publishing.Place(
            folder / "repo", folder / "keys", lambda: "a password"
        )
        pack_publishing.make_keys(self.place.keys, self.place.ask)

    def publish(self, version, phrase):
        table = self.folder / "east.csv"
        with table.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(
                [["phrase", "replacement_1"], [phrase, "好的。"]]
            )
        pack = packs.read_source(table, pack_id="east", version=version).pack
        sentence = StandardPhrase(
            phrase_id="S1", scenario="", text=f"第{version}版的规范用语。"
        )
        pack = dataclasses.replace(pack, standard=(PackPhrase(sentence),))
        pack_publishing.offer(pack, packs.examine(pack), self.place)

    @property
    def root(self):
        return self.place.keys / "trusted-root.json"


@pytest.fixture
def agents():
    made = []

    def make():
        made.append(AgentPacks())
        return made[-1]

    yield make
    for one in made:
        one.close()


def flagged(phrases, text):
    return [found.rule.phrase for found in phrases.matcher.match(text)]


def test_without_a_source_the_list_that_ships_is_used_and_nothing_is_asked(agents):
    agent = agents()
    agent.start()

    assert agent.first.label == build.load_phrases().version
    assert agent.first.enabled > 300
    assert agent._watch is None
    assert len(standard_phrases()) > 100
    assert agent.problem is None


def test_a_published_pack_is_in_use_without_a_restart_and_at_the_next_start(
    home, agents, qtbot
):
    lead = Lead(home)
    lead.publish(1, "随便你怎么弄")
    pack_policy.connect(str(lead.place.repo), lead.root, ())
    agent = agents()
    with qtbot.waitSignal(agent.switched, timeout=LONG) as first:
        agent.start()
        agent.check_now()
    phrases, brief = first.args
    assert (phrases.label, brief) == ("v1", "v1: +1")
    assert flagged(phrases, "那随便你怎么弄") == ["随便你怎么弄"]

    lead.publish(2, "窗外麻雀叫个不停")
    with qtbot.waitSignal(agent.switched, timeout=LONG) as second:
        agent.check_now()
    phrases, brief = second.args
    assert (phrases.label, brief) == ("v2", "v1 → v2: +1 −1")
    agent.close()

    again = agents()
    assert again.first.label == "v2"
    assert [one.text for one in standard_phrases()] == ["第2版的规范用语。"]
    assert flagged(again.first, "窗外麻雀叫个不停") == ["窗外麻雀叫个不停"]


def test_a_damaged_set_starts_the_list_that_ships_and_says_why(home, agents, qtbot):
    lead = Lead(home)
    lead.publish(1, "随便你怎么弄")
    pack_policy.connect(str(lead.place.repo), lead.root, ())
    agent = agents()
    with qtbot.waitSignal(agent.switched, timeout=LONG):
        agent.start()
        agent.check_now()
    agent.close()
    folder = pack_policy.state(None).active()
    pack_policy.state(None).set_file(folder.set_id, "phrases.db").unlink()

    again = agents()

    assert again.first.label == build.load_phrases().version
    assert again.problem is not None
