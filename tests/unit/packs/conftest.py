import sys
from pathlib import Path

import pytest

# The packs that the tests of authoring make are good enough here as well.
sys.path.insert(0, str(Path(__file__).parents[1] / "authoring"))
sys.path.insert(0, str(Path(__file__).parent))

from lead_and_agents import Agent, Lead


@pytest.fixture(autouse=True)
def cheap_seals(monkeypatch):
    """Sealing a key takes a tenth of a second on purpose; here it need not."""
    monkeypatch.setattr("assist.packs.key_files._WORK", {"n": 16, "r": 8, "p": 1})


@pytest.fixture
def lead(tmp_path):
    return Lead(tmp_path / "lead")


@pytest.fixture
def agent(tmp_path, lead):
    return Agent(tmp_path / "agent", lead)


@pytest.fixture
def agents(tmp_path, lead):
    return lambda name: Agent(tmp_path / name, lead)
