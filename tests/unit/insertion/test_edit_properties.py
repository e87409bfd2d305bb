"""What holds for every draft, every finding and every replacement."""

import itertools

from hypothesis import example, given
from hypothesis import strategies as st

from assist.insertion.clauses import clauses
from assist.insertion.plan import choices, plan
from assist.model.edit import Edit
from assist.model.finding import Finding
from assist.model.rule import Extent, Replacement, Rule
from assist.model.span import Span

MARKS = "，,。！!？?；;：:、…~"
PIECES = (
    *("亲", "您好", "王先生", "我不知道", "不知道", "因为", "所以", "就这样", "好吗"),
    *("抱歉", "请稍等", "如果您急", "订单发了", "对不起", "呵呵", "1、", "iPhone 13"),
    *("😀", "👨‍👩‍👧", "👍🏽", "🇨🇳", "1️⃣", "[微笑]", "#E-s12", "（", "）", "“", "”"),
    *("很抱歉，请您稍等一下，我帮您核实。", "谢谢您的理解！"),
    *("\n", "\r\n", " ", "\u3000", "\0", "\ud83d", "\udc00", "e\u0301", "\u200d"),
    *("\ufe0f", "\ufeff", "𠮷", "3.5", "對不起", "親", *MARKS),
)
drafts = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=14).map("".join),
    st.text(st.characters(codec=None), max_size=20),
)
WORDINGS = (
    "很抱歉，请您稍等一下，我帮您核实。",
    "对不起，请您稍等片刻，好吗？",
    "您好！请问有什么可以帮您？",
    "先生/女士，您请说。",
    "谢谢您的理解！",
    "请稍等",
    "再见…",
    "，您请说，",
)
replacements = st.builds(
    Replacement, st.sampled_from(WORDINGS), st.sampled_from(Extent)
)


@st.composite
def found_in_drafts(draw):
    text = draw(drafts)
    start = draw(st.integers(0, len(text)))
    span = Span(start, draw(st.integers(start, len(text))))
    rule = Rule(rule_id="F1", phrase="不知道", replacements=(draw(replacements),))
    return text, Finding(1, rule, span, span.of(text))


def edit_for(text, finding) -> Edit:
    edit = plan(text, finding, finding.rule.replacements[0])
    assert edit is not None
    return edit


@given(found_in_drafts())
def test_the_edit_covers_the_finding_and_lies_in_the_draft(found):
    text, finding = found
    edit = edit_for(text, finding)

    assert edit.before == text
    assert edit.span.covers(finding.span)
    assert edit.span.end <= len(text)


@given(found_in_drafts())
def test_text_outside_the_edit_is_untouched(found):
    text, finding = found
    edit = edit_for(text, finding)

    assert edit.after.startswith(text[: edit.span.start])
    assert edit.after.endswith(text[edit.span.end :])
    assert edit.after[edit.span.start : edit.caret] == edit.replacement


@given(found_in_drafts())
def test_the_reversed_edit_restores_the_draft(found):
    text, finding = found
    edit = edit_for(text, finding)

    assert edit.reversed().after == text
    assert edit.reversed().reversed() == edit


def doubled(text):
    """Return the places where two marks meet, blanks between them or not."""
    stripped = [(i, c) for i, c in enumerate(text) if c not in " \t\u3000"]
    return [
        (i, j)
        for (i, a), (j, b) in itertools.pairwise(stripped)
        if a in MARKS and b in MARKS
    ]


@given(found_in_drafts())
@example(("，不知道，", Finding(1, Rule(rule_id="F", phrase=""), Span(1, 4), "不知道")))
def test_no_punctuation_is_doubled(found):
    text, finding = found
    replacement = Replacement("很抱歉，请您稍等一下，我帮您核实。")
    edit = plan(text, finding, replacement)
    assert edit is not None

    inside = range(edit.span.start, edit.caret)
    assert not [(i, j) for i, j in doubled(edit.after) if i in inside or j in inside]


@given(found_in_drafts())
def test_lines_outside_the_finding_stay_lines(found):
    text, finding = found
    edit = plan(text, finding, Replacement("很抱歉，请您稍等一下，我帮您核实。"))
    assert edit is not None

    kept = text[: finding.span.start] + text[finding.span.end :]
    assert edit.after.count("\n") >= kept.count("\n")


@given(drafts)
def test_clauses_are_in_order_and_apart(text):
    spans = clauses(text)

    assert all(len(span) for span in spans)
    assert all(a.end < b.start for a, b in itertools.pairwise(spans))


@given(found_in_drafts())
def test_every_choice_shows_the_inserted_words(found):
    text, finding = found

    for choice in choices(text, finding):
        assert choice.edit.replacement in choice.edit.after
        assert choice.sentence in choice.edit.after
        assert choice.edit.replacement.strip("，") in choice.sentence
