import json

import pytest
from hypothesis import given
from packs_for_tests import manifest, pack, packs, rule

from assist.authoring.limits import MOST_BYTES
from assist.authoring.parse import parse_pack
from assist.authoring.serialise import serialise_pack
from assist.errors import PackFormatError


def changed(**values):
    whole = json.loads(serialise_pack(pack()))
    return json.dumps(whole | values).encode()


def with_rule(**values):
    whole = json.loads(serialise_pack(pack()))
    whole["rules"][0] |= values
    return json.dumps(whole).encode()


def with_manifest(**values):
    whole = json.loads(serialise_pack(pack()))
    whole["manifest"] |= values
    return json.dumps(whole).encode()


@given(packs)
def test_a_pack_comes_back_as_it_was_written(one):
    assert parse_pack(serialise_pack(one)) == one


@given(packs)
def test_the_same_pack_always_gives_the_same_bytes(one):
    written = serialise_pack(one)

    assert serialise_pack(parse_pack(written)) == written


def test_keys_nobody_knows_are_kept_everywhere():
    whole = json.loads(serialise_pack(pack()))
    whole["x-file"] = {"b": 1, "a": [True, None]}
    whole["manifest"]["x-author"] = "王"
    whole["rules"][0]["x-risk"] = 0.5

    written = json.loads(serialise_pack(parse_pack(json.dumps(whole).encode())))

    assert written["x-file"] == {"b": 1, "a": [True, None]}
    assert written["manifest"]["x-author"] == "王"
    assert written["rules"][0]["x-risk"] == 0.5


def test_a_newer_format_is_refused_with_what_to_do():
    with pytest.raises(PackFormatError, match="format 2") as refused:
        parse_pack(changed(format=2))

    assert "Update" in refused.value.hint


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04",
        b"\xff\xfe{}",
        b"[]",
        b"{}",
        b"[" * 100_000,
        b'{"format": 1}',
        b'{"format": true}',
        b'{"format": 1, "format": 1}',
        changed(rules={}),
        changed(rules=[1]),
        changed(x="\ud800"),
        with_rule(phrase=""),
        with_rule(phrase=" 看"),
        with_rule(phrase="看\n看"),
        with_rule(phrase="看" * 501),
        with_rule(phrase=7),
        with_rule(severity="urgent"),
        with_rule(max_edits=True),
        with_rule(max_edits=99),
        with_rule(enabled="no"),
        with_rule(must_hit="看"),
        with_rule(must_hit=[""]),
        with_rule(must_hit=["看"] * 301),
        with_rule(replacements=[{"text": "好", "x": 1}]),
        with_rule(channels_off=["smell"]),
        with_rule(language="fr"),
        with_rule(x=[[[[[[[[[[[[[[1]]]]]]]]]]]]]]),
        with_rule(x="长" * 20_001),
        with_manifest(id="../etc"),
        with_manifest(id="a/b"),
        with_manifest(id=""),
        with_manifest(version=0),
        with_manifest(version=1.0),
        with_manifest(valid_until="soon"),
        with_manifest(valid_from="2027-01-01", valid_until="2026-01-01"),
        with_manifest(emergency=True),
        changed(standard=[{"id": "S1", "text": "好"}, {"id": "S1", "text": "好"}]),
        changed(apps=[{"name": "no id"}]),
        changed(word_classes=[{"name": "a@b", "words": ["x"]}]),
        changed(word_classes=[{"name": "a", "words": []}]),
        b'{"format": 1, "x": NaN}',
        b'{"format": 1, "x": 1e999}',
        b'{"format": 1, "x": ' + b"9" * 5000 + b"}",
    ],
)
def test_what_is_no_sound_pack_is_refused(data):
    with pytest.raises(PackFormatError):
        parse_pack(data)


def test_a_file_beyond_the_bound_is_refused_before_it_is_decoded():
    with pytest.raises(PackFormatError, match="larger than 32 MiB"):
        parse_pack(b" " * (MOST_BYTES + 1))


def test_two_rules_may_not_share_an_id():
    with pytest.raises(PackFormatError, match="'R1' stands twice"):
        parse_pack(serialise_pack(pack(rule("R1"), rule("R1", "别的"))))


def test_one_rule_stands_on_one_line():
    written = serialise_pack(pack(rule("R1"), rule("R2", "别的"))).decode()

    lines = [line for line in written.splitlines() if '"phrase"' in line]
    assert [json.loads(line.rstrip(","))["id"] for line in lines] == ["R1", "R2"]


def test_an_emergency_ends_when_it_says_and_another_pack_does_not():
    import datetime as dt

    after = dt.datetime(2026, 12, 2, tzinfo=dt.UTC)
    until = {"valid_until": "2026-12-01"}

    assert not manifest(emergency=True, **until).holds_at(after)
    assert manifest(**until).holds_at(after)
    assert not manifest(valid_from="2026-12-03").holds_at(after)
