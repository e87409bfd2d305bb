"""Our own text fields are on the accessibility bus too."""

import json

import pytest

pytestmark = pytest.mark.e2e


def test_our_own_field_is_not_read_as_a_draft(desktop):
    program = desktop.start_editor("own_window.py")

    desktop.type_keys("compose pad")

    told = []
    while {"holds": "compose pad"} not in told:
        told.append(json.loads(program.process.stdout.readline()))
    assert not [line for line in told if "read" in line]
