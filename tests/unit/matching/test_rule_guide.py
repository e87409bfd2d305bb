"""What the guides to the rule language promise is what happens."""

import re
from pathlib import Path

import pytest

from assist.matching.matcher import Matcher
from assist.model.rule import Rule, RuleSet

DOCS = Path(__file__).parents[3] / "docs"
CLASSES = (("称谓", ("亲", "先生", "女士")),)
KINDS = {"例外": "exceptions", "只有": "only_if", "除非": "unless"}
CODE = re.compile(r"`([^`]+)`")


def rows():
    """Yield ``(guide, rule, found, not found)`` for every row of an example table."""
    for name in ("rules.zh.md", "rules.md"):
        phrases = False
        for line in (DOCS / name).read_text(encoding="utf-8").splitlines():
            cells = [one.strip() for one in re.split(r"(?<!\\)\|", line)[1:-1]]
            if not cells or cells[0].startswith("-"):
                continue
            if not cells[0].startswith("`"):
                phrases = "短语" in cells[0] or "phrase" in cells[0]
                continue
            codes = [
                [code.replace(r"\|", "|") for code in CODE.findall(cell)]
                for cell in cells
            ]
            yield name, rule(cells, codes, phrases=phrases), codes[-2], codes[-1]


def rule(cells, codes, *, phrases):
    patterns = () if phrases else (codes[0][0],)
    conditions = {}
    if len(cells) == 4:
        word = cells[1].split()[0]
        conditions[KINDS.get(word, word)] = tuple(codes[1])
    return Rule(rule_id="R", phrase=codes[0][0], patterns=patterns, **conditions)


ROWS = list(rows())


def test_both_guides_have_the_same_examples():
    chinese, english = (
        [one[2:] for one in ROWS if one[0] == name]
        for name in ("rules.zh.md", "rules.md")
    )
    assert chinese == english
    assert len(chinese) >= 18


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]}-{row[1].phrase}")
def test_every_example_of_the_guides_is_true(row):
    _, one, found, missed = row
    matcher = Matcher.compile(RuleSet((one,), CLASSES))
    assert [text for text in found if not matcher.match(text)] == []
    assert [text for text in missed if matcher.match(text)] == []
