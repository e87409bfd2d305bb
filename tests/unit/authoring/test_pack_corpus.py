"""The sentences that ship for dry runs."""

import csv
import json
from collections import Counter
from pathlib import Path

import pytest

from assist.authoring.dry_run import sentences_of
from assist.bundled import bundled
from assist.text.normalise import normalise

SENTENCES = sentences_of(bundled("good_sentences.txt").read_text("utf-8"))
EVALUATION = Path(__file__).parents[4] / "shared" / "data"
MOST_ALIKE = 0.5


def plain(text):
    return normalise(text, pinyin=True).literals


def pairs_of(text):
    return {text[i : i + 2] for i in range(len(text) - 1)}


def evaluation_texts():
    for name, column in (("variants", "variant"), ("hard_negatives", "sentence")):
        file = EVALUATION / f"{name}.csv"
        if file.exists():
            with file.open(encoding="utf-8", newline="") as rows:
                yield from (row[column] for row in csv.DictReader(rows))
    for name in ("agent_messages", "peer_tests"):
        file = EVALUATION / f"{name}.jsonl"
        if file.exists():
            lines = file.read_text("utf-8").splitlines()
            yield from (json.loads(line)["text"] for line in lines)


def test_there_are_enough_of_them():
    assert len(SENTENCES) >= 2000


def test_no_two_are_the_same_once_normalised():
    counts = Counter(map(plain, SENTENCES))

    assert [text for text, count in counts.items() if count > 1] == []


def test_no_two_are_nearly_the_same():
    plains = [plain(one) for one in SENTENCES]
    grams = [pairs_of(one) for one in plains]
    holders: dict[str, list[int]] = {}
    alike = []
    for number, own in enumerate(grams):
        shared = Counter(other for pair in own for other in holders.get(pair, ()))
        for other, count in shared.items():
            if count > MOST_ALIKE * len(own | grams[other]) and len(own) > 3:
                alike.append((SENTENCES[number], SENTENCES[other]))
        for pair in own:
            holders.setdefault(pair, []).append(number)

    assert alike == []


def test_none_is_a_row_of_evaluation_data():
    forbidden = {plain(text) for text in evaluation_texts()}

    assert [one for one in SENTENCES if plain(one) in forbidden] == []


@pytest.mark.parametrize(
    ("sign", "least"), [("您", 300), ("這", 5), ("the ", 40), ("？", 60), ("不", 200)]
)
def test_they_are_of_many_kinds(sign, least):
    assert sum(sign in one for one in SENTENCES) >= least


def test_lengths_go_from_a_word_to_a_paragraph():
    lengths = sorted(map(len, SENTENCES))

    assert lengths[20] <= 6
    assert lengths[-5] >= 60
