import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assist.cli.check_report import (
    CheckedLine,
    display_width,
    messages,
    shown,
    underline,
)
from assist.errors import InputError
from assist.model.finding import Finding
from assist.model.rule import Rule
from assist.model.span import Span


@pytest.fixture
def report(assist, small_list, tmp_path):
    """Check a file of messages; gives exit code and the lines of the report."""

    def run(content, *options):
        file = tmp_path / "drafts.txt"
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        done = assist("check", file, "--phrases", small_list, *options)
        return done.returncode, done.stdout.decode().splitlines()

    return run


def flagged(text, *spans):
    rule = Rule(rule_id="T001", phrase="不知道")
    found = (
        Finding(number, rule, Span(*span), Span(*span).of(text))
        for number, span in enumerate(spans)
    )
    return CheckedLine(1, text, tuple(found))


def test_a_file_without_findings_is_one_line_and_exit_0(report):
    assert report("您好\n请稍等\n") == (0, ["0 of 2 messages flagged, 0 findings."])


def test_a_flagged_message_is_quoted_underlined_and_explained(report):
    code, lines = report("您好\n亲，我不知道哦\n")

    assert code == 1
    assert lines == [
        "drafts.txt:2: 亲，我不知道哦",
        "                    ^^^^^^",
        "  medium  否定语  T001  不知道  (score 1.00)",
        "    听起来像推托。",
        "    → 很抱歉，请您稍等。  (clause)",
        "    → 请稍等  (span)",
        "",
        "1 of 2 messages flagged, 1 findings.",
    ]


def test_the_report_as_json_names_the_lines(report):
    code, lines = report("您好\n不知道\n", "--format", "json")

    document = json.loads("\n".join(lines))
    assert code == 1
    assert document["messages"] == 2
    assert [line["line"] for line in document["flagged"]] == [2]
    assert document["flagged"][0]["findings"][0]["rule"] == "T001"


def test_an_empty_file_has_no_messages(report):
    assert report("") == (0, ["0 of 0 messages flagged, 0 findings."])


def test_a_file_of_an_older_editor_is_read(report):
    code, lines = report("我不知道\r\n".encode("gb18030"))

    assert code == 1
    assert lines[0].endswith("我不知道")


def test_standard_input_is_read_under_its_own_name(assist, small_list):
    done = assist("check", "-", "--phrases", small_list, stdin="不知道".encode())

    assert done.returncode == 1
    assert done.stdout.decode().startswith("stdin:1: ")


def test_nothing_in_a_message_acts_on_the_terminal(report):
    _, lines = report("\x1b[2J\u202e不知道\a\n")

    assert lines[0] == "drafts.txt:1: \ufffd[2J\ufffd不知道\ufffd"
    assert lines[1].index("^") == display_width("drafts.txt:1: x[2Jx")


def test_a_terminal_without_hanzi_gets_escapes_and_no_traceback(assist, small_list):
    done = assist(
        *("check", "-", "--phrases", small_list),
        stdin="不知道".encode(),
        PYTHONIOENCODING="ascii",
    )

    assert done.returncode == 1
    assert b"\\u4e0d" in done.stdout


def test_a_missing_file_is_a_usage_error(assist):
    done = assist("check", "nowhere.txt")

    assert done.returncode == 2
    assert b"nowhere.txt" in done.stderr


def test_a_file_that_is_no_text_is_refused_by_name():
    with pytest.raises(InputError, match=r"photo\.jpg"):
        messages(b"\xff\xd8\xff\xe0", "photo.jpg")


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        (b"", []),
        (b"\n", [""]),
        (b"a", ["a"]),
        (b"a\n", ["a"]),
        (b"a\r\nb\rc\n\nd", ["a", "b", "c", "", "d"]),
        ("a\u2028b\x0bc\n".encode(), ["a\u2028b\x0bc"]),
        (b"\xef\xbb\xbfa\n", ["a"]),
    ],
)
def test_only_line_ends_end_a_message(content, lines):
    assert messages(content, "x") == lines


@pytest.mark.parametrize(
    ("text", "width"),
    [("abc", 3), ("不知道", 6), ("ａ！", 4), ("a\u0301", 1), ("😀", 2), ("", 0)],
)
def test_width_is_counted_in_columns_of_a_terminal(text, width):
    assert display_width(text) == width


def test_several_findings_are_underlined_on_one_line():
    assert underline(flagged("a不b道c", (1, 2), (3, 4))) == " ^^ ^^"


@given(st.text(st.characters()), st.data())
def test_the_underline_is_as_wide_as_what_stands_before_and_in_the_words(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    line = flagged(text, (start, end))

    carets = underline(line)

    assert carets.count("^") == display_width(shown(text[start:end]))
    assert len(carets.rstrip("^")) in (0, display_width(shown(text[:start])))


@given(st.text(st.characters()))
def test_shown_text_keeps_its_length_and_can_always_be_written(text):
    assert len(shown(text)) == len(text)
    assert not any(ord(character) < 32 for character in shown(text))
    shown(text).encode()
