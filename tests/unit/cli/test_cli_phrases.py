import json

import pytest


@pytest.fixture
def source(tmp_path):
    return tmp_path / "ours.csv"


def test_a_list_built_from_one_column_can_be_checked_against(assist, source, tmp_path):
    source.write_text("phrase\n不知道\n没办法\n", "utf-8")
    target = tmp_path / "ours.db"

    built = assist("phrases", "build", source, "-o", target)
    found = assist(
        *("check", "--jsonl", "-", "--phrases", target),
        stdin='{"text": "我没办法"}'.encode(),
    )

    assert (built.returncode, built.stderr) == (0, b"")
    assert built.stdout.decode() == f"{target}: 2 rules, 0 standard phrases.\n"
    assert json.loads(found.stdout)["findings"][0]["phrase"] == "没办法"


def test_a_misspelt_column_is_pointed_out_and_the_list_is_built(
    assist, source, tmp_path
):
    source.write_text("phrase,catgory\n不知道,推诿\n", "utf-8")

    built = assist("phrases", "build", source, "-o", tmp_path / "ours.db")

    assert built.returncode == 0
    assert "catgory" in built.stderr.decode()


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("words\n不知道\n", "phrase"),
        ("", "empty"),
        ("phrase,severity\n不知道,huge\n", "row 2"),
        ("phrase,patterns\n不知道,@nobody\n", "nobody"),
    ],
    ids=["no column", "empty", "bad cell", "bad pattern"],
)
def test_a_source_that_is_wrong_is_refused_and_the_old_list_stays(
    assist, source, tmp_path, content, named
):
    target = tmp_path / "ours.db"
    target.write_bytes(b"the old list")
    source.write_text(content, "utf-8")

    done = assist("phrases", "build", source, "-o", target)

    assert done.returncode == 2
    assert named in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert target.read_bytes() == b"the old list"


def test_a_target_that_cannot_be_written_is_one_sentence_and_a_remedy(
    assist, source, tmp_path
):
    source.write_text("phrase\n不知道\n", "utf-8")

    done = assist("phrases", "build", source, "-o", tmp_path / "nowhere" / "x.db")

    sentence, hint = done.stderr.decode().splitlines()
    assert done.returncode == 2
    assert "x.db" in sentence
    assert hint


def test_a_missing_source_is_a_usage_error(assist, tmp_path):
    done = assist("phrases", "build", "nowhere", "-o", tmp_path / "x.db")

    assert done.returncode == 2
    assert b"nowhere" in done.stderr
