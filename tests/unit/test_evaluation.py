"""The shipped list on our own labelled messages; see docs/evaluation.md."""

import csv
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
LABELLED = ROOT / "tests" / "data" / "labelled.csv"

# 97.58 %, 0 % and 0.69 % were reached, with the misses of the first measurement
# (59.17 % and 4.15 %) in view.  Three messages of grace.
RECALL_FLOOR = 96.5
SERIOUS_CEILING = 1.1
FLAGGED_CEILING = 1.8


def rows():
    with LABELLED.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def bare(text: str) -> str:
    return "".join(character for character in text.lower() if character.isalnum())


@pytest.fixture(scope="module")
def report(tmp_path_factory) -> dict[str, Any]:
    output = tmp_path_factory.mktemp("eval") / "evaluation.json"
    tool = ROOT / "tools" / "evaluate.py"
    subprocess.run(
        [sys.executable, str(tool), "--own", "--output", str(output)],
        check=True,
        stdout=subprocess.DEVNULL,
        timeout=100,
    )
    return json.loads(output.read_text("utf-8"))["own sentences"]


def test_the_set_holds_at_least_200_messages_of_either_label():
    labels = Counter(row["expected"] for row in rows())

    assert set(labels) == {"flag", "ok"}
    assert min(labels.values()) >= 200


def test_every_message_says_what_kind_it_is():
    assert all(row["kind"] for row in rows())


def test_no_message_stands_twice_punctuation_and_spaces_apart():
    counts = Counter(bare(row["text"]) for row in rows())

    assert [text for text, count in counts.items() if count > 1] == []


def test_the_command_reports_on_every_message(report):
    counted = sum(part["of"] for part in report["by kind"].values())

    assert counted == len(rows())


def test_what_was_flagged_remains_flagged(report):
    assert report["flagged of those to flag"]["percent"] >= RECALL_FLOOR


def test_good_messages_that_were_let_pass_are_let_pass(report):
    assert report["flagged as serious of the good ones"]["percent"] <= SERIOUS_CEILING
    assert report["flagged at all of the good ones"]["percent"] <= FLAGGED_CEILING
