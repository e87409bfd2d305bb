import contextlib
import json
import signal
import sqlite3
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assist.cli.check_lines import answers
from assist.errors import InputError
from assist.matching.matcher import Matcher
from assist.model.finding import Finding
from assist.model.rule import Rule, RuleSet
from assist.model.span import Span

FIND = Matcher.compile(RuleSet((Rule(rule_id="T001", phrase="不知道"),))).match


@pytest.fixture
def check(assist, small_list):
    """Check lines of bytes; gives exit code, answers and errors."""

    def run(*lines, ending=b"\n"):
        done = assist(
            *("check", "--jsonl", "-", "--phrases", small_list),
            stdin=b"".join(line + ending for line in lines),
        )
        found = [json.loads(line) for line in done.stdout.decode().splitlines()]
        return done.returncode, found, done.stderr.decode()

    return run


def line(text, **others):
    return json.dumps({"text": text, **others}, ensure_ascii=False).encode()


def test_a_finding_has_every_field_of_the_contract_in_its_order(check):
    code, (found,), _ = check(line("亲，这个😀不知道哦"))

    (finding,) = found["findings"]
    assert code == 0
    assert list(finding.items()) == [
        ("rule", "T001"),
        ("phrase", "不知道"),
        ("start", 5),
        ("end", 8),
        ("matched", "不知道"),
        ("score", 1.0),
        ("severity", "medium"),
        ("category", "否定语"),
        (
            "replacements",
            [
                {"text": "很抱歉，请您稍等。", "replaces": "clause"},
                {"text": "请稍等", "replaces": "span"},
            ],
        ),
        ("why", "听起来像推托。"),
    ]


def test_each_line_is_answered_by_one_line_whatever_is_found(check):
    code, found, errors = check(line("您好"), line("不知道"), line(""))

    assert code == 0
    assert [len(answer["findings"]) for answer in found] == [0, 1, 0]
    assert errors == ""


def test_other_keys_are_ignored(check):
    code, found, _ = check(line("不知道", id=7, n=[1], start=None))

    assert code == 0
    assert len(found[0]["findings"]) == 1


def test_offsets_count_code_points_of_the_text_as_it_was_given(check):
    text = "👨\u200d👩 a\u0301 不知道"
    _, (found,), _ = check(line(text))

    (finding,) = found["findings"]
    assert text[finding["start"] : finding["end"]] == finding["matched"] == "不知道"


@pytest.mark.parametrize(
    "odd",
    [
        rb'{"text": "\ud800 \u0000 \u4e0d\u77e5\u9053 \udfff"}',
        b'{"text": "\xed\xa0\x80 \x00 \xe4\xb8\x8d\xe7\x9f\xa5\xe9\x81\x93"}',
        b'{"text": "\t\x00\x1b \xe4\xb8\x8d\xe7\x9f\xa5\xe9\x81\x93"}',
    ],
    ids=["escaped", "raw surrogate", "control characters"],
)
def test_lone_surrogates_and_nuls_are_text_like_any_other(check, odd):
    code, (found,), errors = check(odd)

    assert (code, errors) == (0, "")
    assert [finding["matched"] for finding in found["findings"]] == ["不知道"]


def test_a_lone_surrogate_inside_the_flagged_words_is_answered_in_valid_utf_8():
    rule = Rule(rule_id="T001", phrase="不知道")
    odd = Finding(1, rule, Span(0, 4), "不\ud800知道")

    (answer,) = answers([b'{"text": ""}'], lambda _text: [odd])

    assert json.loads(answer.decode())["findings"][0]["matched"] == "不\ud800知道"


@pytest.mark.parametrize("ending", [b"\n", b"\r\n"])
def test_lines_may_end_as_on_windows(check, ending):
    code, found, _ = check(line("不知道"), line("您好"), ending=ending)

    assert (code, len(found)) == (0, 2)


def test_a_byte_order_mark_and_a_last_line_without_its_end_are_fine(assist, small_list):
    done = assist(
        *("check", "--jsonl", "-", "--phrases", small_list),
        stdin=b"\xef\xbb\xbf" + line("不知道") + b"\n" + line("您好"),
    )

    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 2


@pytest.mark.parametrize(
    "bad",
    [
        b"marker",
        b"",
        b'{"text": 1, "x": "marker"}',
        b'{"message": "marker"}',
        b'["marker"]',
        b'{"text": "marker',
        b'{"text": "\xff marker"}',
        b"[" * 100_000,
    ],
    ids=["no json", "empty", "number", "no text", "list", "torn", "no utf-8", "deep"],
)
def test_a_malformed_line_is_named_by_number_and_not_quoted(check, bad):
    code, found, errors = check(line("不知道"), line("您好"), bad, line("您好"))

    assert code == 2
    assert len(found) == 2
    assert errors.startswith("assist: Line 3 cannot be checked: ")
    assert "marker" not in errors
    assert "Traceback" not in errors


def test_a_file_is_read_as_standard_input_is(assist, small_list, tmp_path):
    file = tmp_path / "in.jsonl"
    file.write_bytes(line("不知道") + b"\n")

    done = assist("check", "--jsonl", file, "--phrases", small_list)

    assert done.returncode == 0
    assert json.loads(done.stdout)["findings"][0]["rule"] == "T001"


@pytest.fixture
def dialogue(variables, small_list):
    """A running check that is written to and read from line by line."""
    command = [
        *(sys.executable, "-m", "assist.cli.main"),
        *("check", "--jsonl", "-", "--phrases", small_list),
    ]
    child = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=variables,
    )
    yield child
    child.kill()
    child.wait()
    for stream in (child.stdin, child.stdout, child.stderr):
        with contextlib.suppress(BrokenPipeError):
            stream.close()


def test_each_answer_comes_before_the_next_question_is_asked(dialogue):
    for text, number in (("不知道", 1), ("您好", 0), ("不知道", 1)):
        dialogue.stdin.write(line(text) + b"\n")
        dialogue.stdin.flush()
        answer = json.loads(dialogue.stdout.readline())

        assert len(answer["findings"]) == number


def test_a_reader_that_goes_away_ends_the_check_without_a_complaint(dialogue):
    dialogue.stdin.write(line("不知道") + b"\n")
    dialogue.stdin.flush()
    dialogue.stdout.readline()
    dialogue.stdout.close()
    dialogue.stdin.write(line("不知道") + b"\n")
    dialogue.stdin.close()

    assert dialogue.wait(10) == 141
    assert dialogue.stderr.read() == b""


def test_an_interrupt_ends_the_check_with_130(dialogue):
    dialogue.stdin.write(line("不知道") + b"\n")
    dialogue.stdin.flush()
    dialogue.stdout.readline()
    for _ in range(10):
        # One that comes just before the program begins to wait is seen after that.
        dialogue.send_signal(signal.SIGINT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            dialogue.wait(1)
            break

    assert dialogue.returncode == 130
    assert b"Traceback" not in dialogue.stderr.read()


def test_a_full_disk_for_the_answers_is_one_sentence(variables, small_list, tmp_path):
    file = tmp_path / "in.jsonl"
    file.write_bytes(line("不知道") + b"\n")
    with open("/dev/full", "wb") as full:  # noqa: PTH123  a device
        done = subprocess.run(
            [
                *(sys.executable, "-m", "assist.cli.main"),
                *("check", "--jsonl", file, "--phrases", small_list),
            ],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            text=True,
            env=variables,
        )

    assert done.returncode == 2
    assert done.stderr == (
        "assist: The output cannot be written: No space left on device.\n"
    )


def newer_list(path, small_list):
    path.write_bytes(small_list.read_bytes())
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version=99")
    connection.close()


def damaged_list(path, small_list):
    content = bytearray(small_list.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda _path, _good: None, "no phrase list"),
        (lambda path, _good: path.write_bytes(b"junk" * 999), "damaged"),
        (lambda path, _good: path.touch(), ""),
        (lambda path, _good: path.mkdir(), ""),
        (damaged_list, "damaged"),
        (newer_list, "newer"),
    ],
    ids=["missing", "junk", "empty", "a folder", "torn", "newer"],
)
def test_a_phrase_list_that_cannot_be_used_is_one_sentence_and_a_remedy(
    assist, small_list, tmp_path, spoil, said
):
    path = tmp_path / "other.db"
    spoil(path, small_list)

    done = assist("check", "--jsonl", "-", "--phrases", path, stdin=line("不知道"))

    sentence, hint = done.stderr.decode().splitlines()
    assert done.returncode == 2
    assert done.stdout == b""
    assert sentence.startswith("assist: ")
    assert said in sentence
    assert hint


def test_the_list_that_ships_is_used_without_being_named(assist):
    done = assist("check", "--jsonl", "-", stdin=line("你问我，我问谁"))

    found = json.loads(done.stdout)["findings"]
    assert [finding["rule"] for finding in found] == ["F009"]


def test_a_report_form_cannot_be_asked_for_lines(assist):
    done = assist("check", "--jsonl", "--format", "json", "-")

    assert done.returncode == 2
    assert b"exclude each other" in done.stderr


texts = st.text(st.one_of(st.sampled_from("不知道 ，您a\ud83d\0"), st.characters()))


@given(st.lists(texts, max_size=5))
def test_any_texts_are_answered_one_for_one_with_spans_inside_them(given_texts):
    lines = [json.dumps({"text": text}).encode() + b"\n" for text in given_texts]
    read = [json.loads(each)["text"] for each in lines]

    found = list(answers(lines, FIND))

    assert len(found) == len(lines)
    for text, answer in zip(read, found, strict=True):
        assert b"\n" not in answer
        for finding in json.loads(answer.decode())["findings"]:
            assert text[finding["start"] : finding["end"]] == finding["matched"]
            assert 0 < finding["score"] <= 1


@given(st.lists(st.binary(max_size=20), max_size=5))
def test_any_bytes_are_answered_or_refused_by_line_number(given_lines):
    count = 0
    try:
        for _ in answers(given_lines, lambda _text: []):
            count += 1
    except InputError as error:
        refused = str(error)
    else:
        refused = ""

    assert count == len(given_lines) or refused.startswith(f"Line {count + 1} ")
