"""Our own text fields are on the accessibility bus too."""

import json

import pytest

pytestmark = pytest.mark.e2e


def test_our_own_field_is_not_read_as_a_draft(desktop):
    program = desktop.start_editor("own_window.py")
    desktop.type_keys("compose pad")
    told = told_until(program, lambda line: line == {"holds": "compose pad"})

    desktop.start("mousepad")
    told += told_until(program, lambda line: line.get("app") == "mousepad")

    assert {line["app"] for line in told if "read" in line} == {"mousepad"}


def told_until(program, wanted):
    """Return what the program tells, up to the first line that is ``wanted``."""
    told = [{}]
    while not wanted(told[-1]):
        told.append(json.loads(program.process.stdout.readline()))
    return told
