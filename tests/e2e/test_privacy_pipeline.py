"""What was typed through matching, insertion and log is reachable nowhere after."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SCRIPT = """
import gc, json, sys
sys.path[:0] = [sys.argv[1], f"{sys.argv[1]}/memory_probe"]
from datetime import datetime
from pathlib import Path
from simulated_month import Agent, MonthClock
from memory_search import found
from assist.model.draft import Field
from assist.model.usage import Action
from assist.ports import KeyClass
from assist.storage.usage_log import SqliteUsageLog

chat, other = Field("chat/1", "wxwork", window_id=7), Field("chat/2", "wxwork")
clock = MonthClock(datetime.now().astimezone())

def marker():
    # Put together anew each time, so that this program does not hold it itself.
    return bytes(each ^ 90 for each in bytes.fromhex(sys.argv[3])).decode()

def journey(agent):
    for deed in ("undo", "ignore", "wrong", "send", "replace"):
        for end in range(1, len(marker()) + 1):
            agent.type(chat, marker()[:end])
        agent.flow.paused(chat.field_id, agent._revision, 5.0)
        finding = agent._desk.findings[0].finding_id
        if deed in ("replace", "undo"):
            agent.flow.choose(finding, 0)
        if deed == "undo":
            agent.flow.undo()
        if deed == "ignore":
            agent.flow.ignore(finding)
        if deed == "wrong":
            agent.flow.mark_wrong(finding)
        if deed == "send":
            agent.flow.key_pressed(KeyClass.ENTER, clock.seconds)
        if deed != "replace":
            agent.type(chat, "")
        clock.seconds += 1

with SqliteUsageLog(Path(sys.argv[2]), keep_days=30, clock=clock) as log:
    agent = Agent(log, clock, 1)
    journey(agent)
    there = len(found(marker()))
    agent.flow.key_pressed(KeyClass.ENTER, clock.seconds)
    agent.type(chat, "")
    agent.type(other, "您好")
    gc.collect()
    print(json.dumps([there, found(marker()) + found(marker()[:9])]))
"""


# Named, since pytest puts a test's parameters into the environment.
@pytest.mark.parametrize(
    "typed",
    ["maljnvatobe这个我也没班fa", "womeiyoubanfa这个我也没办法"],
    ids=["misspelt", "pinyin"],
)
def test_what_was_sent_is_reachable_nowhere(tmp_path, typed):
    disguised = bytes(each ^ 90 for each in typed.encode()).hex()
    child = subprocess.run(
        [sys.executable, "-c", SCRIPT, HERE, tmp_path / "usage.db", disguised],
        capture_output=True,
        text=True,
        check=False,
    )

    assert child.returncode == 0, child.stderr
    there, left = json.loads(child.stdout)
    assert there, "the search has to find what is being typed"
    assert left == []
