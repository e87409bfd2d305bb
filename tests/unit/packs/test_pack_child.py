"""What the child process refuses before a pack is used on a machine."""

import dataclasses
import hashlib

import pytest
from lead_and_agents import versioned
from packs_for_tests import manifest, pack, rule

from assist.app.pack_child import answer
from assist.authoring.pack import Layer
from assist.authoring.serialise import serialise_pack


@pytest.fixture
def asked(tmp_path):
    def ask(*packs, **changed):
        files = []
        for number, one in enumerate(packs):
            path = tmp_path / f"{number}.pack"
            data = one if isinstance(one, bytes) else serialise_pack(one)
            path.write_bytes(data)
            told = manifest() if isinstance(one, bytes) else one.manifest
            files.append(
                {
                    "path": str(path),
                    "digest": hashlib.sha256(data).hexdigest(),
                    "id": told.pack_id,
                    "version": told.version,
                    "override": "",
                }
                | changed
            )
        return answer({"files": files, "before": [], "target": str(tmp_path / "made")})

    return ask


def test_a_sound_pack_becomes_a_list_an_index_and_the_teams_wishes(asked, tmp_path):
    assert asked(versioned(1)) == {"brief": "v1: +2"}

    names = {file.name for file in (tmp_path / "made").iterdir()}
    assert names == {"phrases.db", "index.npz", "team.json"}


def test_failing_examples_are_refused_without_an_override(asked):
    bad = pack(rule(must_hit=("毫不相干",)))

    refused = asked(bad)

    assert refused["refused"] == "east"
    assert "Its own examples fail" in refused["message"]


def test_failing_examples_pass_with_an_override(asked):
    assert "brief" in asked(pack(rule(must_hit=("毫不相干",))), override="reason")


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"digest": "0" * 64}, "damaged"),
        ({"version": 7}, "another pack than it is offered as"),
        ({"id": "west"}, "another pack than it is offered as"),
    ],
)
def test_another_file_than_was_verified_is_refused(asked, changed, reason):
    assert reason in asked(versioned(1), **changed)["message"]


def test_a_pack_for_a_newer_program_is_refused_with_what_to_do(asked):
    newer = versioned(1)
    newer = dataclasses.replace(
        newer, manifest=dataclasses.replace(newer.manifest, needs="99.0")
    )

    refused = asked(newer)

    assert "needs Assist 99.0" in refused["message"]
    assert "Update" in refused["hint"]


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"\x00" * 100, serialise_pack(pack(rule(patterns=("{你",))))]
)
def test_what_is_no_usable_pack_is_refused(asked, data):
    assert asked(data)["refused"] == "east"


def test_the_brief_is_that_of_the_leading_pack(asked):
    company = pack(manifest=manifest(pack_id="all", version=9, layer=Layer.COMPANY))

    assert asked(company, versioned(3)) == {"brief": "v3: +2"}
