import json

import pytest

from assist.app import answers
from assist.authoring.policy import Export, Policy
from assist.errors import PolicyError, StoreError
from assist.model.answer import GivenClause

CLAUSE = GivenClause(at_ms=1, rule_id="F001", pack_version="v1", text="我也没办法")


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("ASSIST_HOME", str(tmp_path / "home"))


@pytest.fixture
def policy(monkeypatch):
    def use(made):
        def read():
            if isinstance(made, Exception):
                raise made
            return made

        monkeypatch.setattr("assist.packs.policy_file.read_policy", read)

    use(Policy())
    return use


def test_exported_clauses_are_deleted_here(policy, tmp_path):
    answers.store().add_clause(CLAUSE)
    target = tmp_path / "clauses.json"

    assert answers.export_clauses(target) == 1

    assert json.loads(target.read_text("utf-8"))["clauses"] == [
        {"rule": "F001", "pack_version": "v1", "text": "我也没办法"}
    ]
    assert answers.store().clauses() == ()
    database = tmp_path / "home" / "state" / "answers.db"
    assert "没办法".encode() not in database.read_bytes()


def test_what_could_not_be_exported_is_not_deleted(policy, tmp_path):
    answers.store().add_clause(CLAUSE)

    with pytest.raises(StoreError):
        answers.export_clauses(tmp_path / "no folder" / "clauses.json")

    assert answers.store().clauses() == (CLAUSE,)


@pytest.mark.parametrize(
    "made", [Policy(exports=frozenset({Export.TOTALS})), PolicyError("no policy")]
)
def test_a_policy_may_forbid_clauses_and_a_broken_one_does(policy, tmp_path, made):
    answers.store().add_clause(CLAUSE)
    policy(made)

    assert not answers.may_attach()
    with pytest.raises(PolicyError):
        answers.export_clauses(tmp_path / "clauses.json")
    assert answers.store().clauses() == (CLAUSE,)
