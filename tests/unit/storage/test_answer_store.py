import stat

import pytest

from assist.errors import StoreError
from assist.model.answer import GivenClause, GivenReason, IgnoreReason
from assist.storage.answers import SqliteAnswers

REASON = GivenReason(
    at_ms=1, rule_id="F001", pack_version="v1", reason=IgnoreReason.QUOTED
)
CLAUSE = GivenClause(
    at_ms=2, rule_id="F002", pack_version="v1", text="＊先生，我也没办法"
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "state" / "answers.db"


@pytest.fixture
def answers(path):
    return SqliteAnswers(path)


def test_without_a_file_there_is_nothing_and_none_is_made(answers, path):
    assert answers.reasons() == answers.clauses() == ()
    assert not path.exists()


def test_what_is_added_is_there_for_the_next_who_asks(answers, path):
    answers.add_reason(REASON)
    answers.add_clause(CLAUSE)

    assert SqliteAnswers(path).reasons() == (REASON,)
    assert SqliteAnswers(path).clauses() == (CLAUSE,)


def test_only_this_user_may_read_the_file(answers, path):
    answers.add_clause(CLAUSE)

    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_deleted_clause_leaves_no_word_in_the_file(answers, path):
    answers.add_clause(CLAUSE)
    assert "我也没办法".encode() in path.read_bytes()

    answers.delete_clauses(answers.clauses())

    assert answers.clauses() == ()
    assert "我也没办法".encode() not in path.read_bytes()


def test_a_repr_quotes_nothing():
    assert "办法" not in repr(CLAUSE)


def test_a_file_that_is_none_of_ours_is_named_in_one_sentence(answers, path):
    path.parent.mkdir()
    path.write_bytes(b"no database at all" * 100)

    with pytest.raises(StoreError, match=r"answers\.db"):
        answers.add_clause(CLAUSE)


def test_lone_surrogates_are_stored_as_a_mark(answers):
    answers.add_clause(GivenClause(at_ms=1, rule_id="F1", text="没\ud800办法"))

    assert answers.clauses()[0].text == "没?办法"
