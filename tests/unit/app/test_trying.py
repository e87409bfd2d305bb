"""The practice field offers what the card would."""

from assist.app import build
from assist.app.trying import try_out


def test_the_phrase_of_the_guide_is_found_and_each_choice_has_its_edit():
    match = build.checker()

    tried = try_out(match, "不知道")

    assert tried.findings
    assert len(tried.choices) == len(tried.edits) > 0
    for edit in tried.edits:
        assert not match(edit.after)


def test_a_good_sentence_is_left_alone():
    assert try_out(build.checker(), "您好").findings == ()
