"""The full counts: the index against all windows, sessions against full scans."""

import json
import random
from pathlib import Path

import bench_engine
import pytest
from all_windows import all_windows
from test_equality import (
    PIECES,
    damaged,
    found_by_index,
    plain_rules,
    without_ids,
)

from assist.matching.matcher import Matcher
from assist.model.rule import RuleSet
from assist.storage.phrase_source import read_source

ROOT = Path(__file__).parents[3]

pytestmark = [pytest.mark.prove, pytest.mark.timeout(7200)]


@pytest.fixture(scope="module")
def counted():
    """What each configuration came to, in the order of the tests."""
    return []


def test_five_thousand_edits_with_the_shipped_list_leave_no_difference():
    source = read_source(ROOT / "resources" / "phrases")
    rules = RuleSet(source.rules, source.word_classes)
    matcher = Matcher.compile(rules)
    phrases = [rule.phrase for rule in rules.rules]
    draw = random.Random(7)  # noqa: S311  repeatable, no secret
    compared = findings = 0
    while compared < 5000:
        session, text = matcher.session(), ""
        for _ in range(100):
            at = draw.choice([len(text), draw.randint(0, len(text))])
            kind = draw.random()
            added = "".join(draw.choices(PIECES, k=draw.randint(0, 3)))
            if kind < 0.4:
                added = damaged(draw.choice(phrases), draw)
            lost = draw.choice([0, 0, 0, 1, 2, 30])
            text = text[:at] + added + text[at + lost :]
            found = session.update(text)
            assert without_ids(found) == without_ids(matcher.match(text))
            compared += 1
            findings += len(found)
    record("incremental", {"edits": compared, "findings": findings, "different": 0})


# Rules, code points of the draft; of 0 rules: the English wordings of the list.
SIZES = ((200, 12_000), (2_000, 12_000), (10_000, 8_000), (0, 8_000))


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(("count", "chars"), SIZES)
def test_the_index_finds_what_all_windows_find(count, chars, seed, counted):
    draw = random.Random(seed)  # noqa: S311  repeatable, no secret
    texts = bench_engine.phrases(count or 2_000, draw)
    if not count:
        texts = [one for one in texts if one.isascii()]
    rules = plain_rules(texts, "zh" if count else "en")
    text = bench_engine.draft(bench_engine.hostile(texts, draw), chars)
    listed, hits = found_by_index(rules, text)
    found, expected = set(hits), all_windows(listed, text)
    counted.append(
        {"language": "zh" if count else "en", "rules": len(texts), "chars": chars}
        | {"seed": seed, "hits": len(expected)}
        | {"missed": len(expected - found), "extra": len(found - expected)}
    )
    assert len(hits) == len(found)
    assert found == expected


def test_at_least_twenty_thousand_hits_were_compared(counted):
    assert len(counted) == 4 * len(SIZES)
    hits = sum(one["hits"] for one in counted)
    record("equality", {"hits": hits, "configurations": counted})
    assert hits >= 20_000
    assert not any(one["missed"] or one["extra"] for one in counted)


def record(name, value):
    """Keep what was counted, for the record of proofs."""
    folder = ROOT / "docs" / "proof"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"engine_{name}.json"
    path.write_text(json.dumps(value, indent=1) + "\n", encoding="utf-8")
