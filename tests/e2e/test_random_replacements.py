"""Random replacements in every toolkit: the computed text, or the old one again."""

import json
import random
from collections import Counter
from pathlib import Path

import pytest
from desktop_session import start_editor, wait_for
from web_client import WebClient

from assist.errors import InsertionError
from assist.model.edit import Edit
from assist.model.span import Span

pytestmark = pytest.mark.e2e

PROOF = Path(__file__).parents[2] / "docs" / "proof" / "replacements.json"
# 不行 twice: the offending words stand in a text more than once.
PIECES = ("好", "的", "😀", "👩‍👩‍👧", "a", "\n", "不行", "不行", "é", "𠮷", " ", "，")
EDITORS = {"mousepad": "GTK 3", "qt_editor": "Qt 6", "featherpad": "Qt 5"}
FIELDS = {
    "chromium textarea": "Chromium, textarea",
    "chromium editable": "Chromium, contenteditable",
}
KEPT_SHORT = 60
FEW = 10
MANY = 1000
SEED = 20261121


@pytest.fixture(params=[*EDITORS, *FIELDS])
def client(request, desktop, source, recorder, tmp_path):
    """The name of a toolkit whose empty field has the focus."""
    if request.param in EDITORS:
        start_editor(desktop, request.param)
        recorder.wait_for_text("")
        yield EDITORS[request.param]
        return
    browser, field = request.param.split()
    page = WebClient(desktop, browser, tmp_path)
    page.show(field)
    recorder.wait_for_text("")
    yield FIELDS[request.param]
    page.close()


def random_edit(rng, text):
    ends = sorted(rng.randrange(len(text) + 1) for _ in range(2))
    most = 12 if len(text) < KEPT_SHORT else 2
    new = "".join(rng.choice(PIECES) for _ in range(rng.randrange(most)))
    return Edit(Span(*ends), new, text)


def replace_many(count, recorder, inserter):
    """Return how many replacements were tried, wrong, and taken back."""
    rng = random.Random(SEED)  # noqa: S311  repeatable, not secret
    told = Counter(tried=0, wrong=0, rolled_back=0)
    while told["tried"] < count:
        draft = recorder.drafts[-1]
        edit = random_edit(rng, draft.text)
        wanted = edit.after
        told["tried"] += 1
        try:
            inserter.apply(draft, edit)
        except InsertionError:
            told["rolled_back"] += 1
            wanted = edit.before
        try:
            wait_for(lambda wanted=wanted: recorder.drafts[-1].text == wanted)
        except AssertionError:
            told["wrong"] += 1
    return told


def test_ten_random_replacements_give_the_computed_text(client, recorder, inserter):
    told = replace_many(FEW, recorder, inserter)

    assert (told["tried"], told["wrong"]) == (FEW, 0)
    if client in EDITORS.values():  # pages have rules of their own for empty lines
        assert told["rolled_back"] == 0


@pytest.mark.prove
@pytest.mark.timeout(3600)
def test_a_thousand_random_replacements_are_right_or_taken_back(
    client, recorder, inserter
):
    told = replace_many(MANY, recorder, inserter)

    write_down({"toolkit": client, **told})
    assert told["wrong"] == 0


def write_down(row):
    """Put a toolkit's row in the place of its last one."""
    rows = json.loads(PROOF.read_text()) if PROOF.exists() else []
    rows = [each for each in rows if each["toolkit"] != row["toolkit"]] + [row]
    PROOF.parent.mkdir(parents=True, exist_ok=True)
    PROOF.write_text(json.dumps(rows, indent=1) + "\n")
