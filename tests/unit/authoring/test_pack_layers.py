import datetime as dt
import json

import pytest
from packs_for_tests import manifest, pack, rule

from assist.authoring.index import (
    Offer,
    chosen,
    parse_index,
    serialise_index,
    takes_part,
    with_offer,
)
from assist.authoring.layers import lay, leading
from assist.authoring.pack import Entry, Layer, WordClass
from assist.authoring.trial import Trial
from assist.authoring.versions import program_too_old
from assist.errors import PackFormatError
from assist.matching.matcher import Matcher
from assist.model.rule import Severity


def of(layer, *rules, **values):
    named = {"pack_id": layer.value, "layer": layer, "version": 1}
    own = {
        key: values.pop(key) for key in ("emergency", "valid_until") if key in values
    }
    return pack(*rules, manifest=manifest(**named | own), **values)


def phrases(*packs):
    return {one.rule.rule_id: one.rule.phrase for one in lay(packs).rules}


def test_a_later_layer_changes_what_is_not_locked():
    company = of(Layer.COMPANY, rule("R1", "随便你"), rule("R2", "烦死了", locked=True))
    team = of(
        Layer.TEAM, rule("R1", "随便您吧"), rule("R2", "没事"), rule("R3", "快点")
    )

    laid = lay([team, company])

    assert phrases(team, company) == {"R1": "随便您吧", "R2": "烦死了", "R3": "快点"}
    assert laid.kept_locked == (("team", "R2"),)


def test_a_personal_pack_cannot_switch_off_a_locked_rule():
    team = of(Layer.TEAM, rule("R1", "随便你", locked=True))
    mine = of(Layer.PERSONAL, rule("R1", "随便你", enabled=False))

    (entry,) = lay([mine, team]).rules

    assert entry.rule.enabled


def test_an_emergency_lies_over_everything_and_is_locked():
    until = {"emergency": True, "valid_until": "2026-12-01"}
    recall = of(Layer.COMPANY, rule("R1", "召回", severity=Severity.HIGH), **until)
    team = of(Layer.TEAM, rule("R1", "随便你", locked=True))

    assert phrases(team, recall) == {"R1": "召回"}
    assert leading([recall.manifest, team.manifest]) == team.manifest


def test_a_word_class_means_in_each_pack_what_that_pack_says():
    company = of(
        Layer.COMPANY,
        rule("R1", "称呼", patterns=("@称谓你走",)),
        word_classes=(WordClass("称谓", ("亲爱的",)),),
    )
    team = of(
        Layer.TEAM,
        rule("R2", "称呼", patterns=("@称谓你看", "\\@称谓", "@{称谓}别烦")),
        word_classes=(WordClass("称谓", ("大哥哥",)),),
    )

    laid = lay([company, team])

    matcher = Matcher.compile(laid.rule_set)
    assert [one.rule.rule_id for one in matcher.match("亲爱的你走")] == ["R1"]
    assert [one.rule.rule_id for one in matcher.match("大哥哥你看")] == ["R2"]
    assert [one.rule.rule_id for one in matcher.match("大哥哥别烦")] == ["R2"]
    assert not matcher.match("大哥哥你走吧")
    (changed,) = (one.rule for one in laid.rules if one.rule.rule_id == "R2")
    assert changed.patterns == ("@{称谓·team}你看", "\\@称谓", "@{称谓·team}别烦")


def test_a_longer_name_of_another_pack_does_not_change_a_pattern():
    company = of(
        Layer.COMPANY,
        rule("R1", "x", patterns=("@语气词快走",)),
        word_classes=(WordClass("语气", ("哼",)), WordClass("语气词", ("啊",))),
    )
    team = of(
        Layer.TEAM,
        rule("R2", "x", patterns=("@语气词不达意",)),
        word_classes=(WordClass("语气", ("哼",)),),
    )

    matcher = Matcher.compile(lay([company, team]).rule_set)

    assert [one.rule.rule_id for one in matcher.match("哼词不达意")] == ["R2"]


def test_settings_of_an_earlier_layer_hold_and_checks_of_a_later_one():
    company = pack(
        manifest=manifest(
            pack_id="c", layer=Layer.COMPANY, settings=(("theme", '"dark"'),)
        ),
        checks=(Entry("C1", '{"id":"C1","a":1}'),),
    )
    team = pack(
        manifest=manifest(pack_id="t", settings=(("theme", '"light"'), ("x", "1"))),
        checks=(Entry("C1", '{"id":"C1","a":2}'),),
    )

    laid = lay([company, team])

    assert laid.settings == (("theme", '"dark"'), ("x", "1"))
    assert [json.loads(one.body)["a"] for one in laid.checks] == [2]


def test_packs_alone_and_together_flag_the_same():
    company = of(Layer.COMPANY, rule("R1", "随便你"))
    team = of(Layer.TEAM, rule("R2", "你自己看着办"))
    text = "那随便你，你自己看着办吧"

    alone = [
        *Trial(company).verdict(text).rule_ids,
        *Trial(team).verdict(text).rule_ids,
    ]
    together = Matcher.compile(lay([company, team]).rule_set).match(text)

    assert alone == [one.rule.rule_id for one in together]


# The list of a repository ------------------------------------------------------


def offer(version, rollout=100, pack_id="east", **values):
    return Offer(manifest=index_manifest(pack_id, version, **values), rollout=rollout)


def index_manifest(pack_id, version, **values):
    made = {"pack_id": pack_id, "version": version, "team": "", "languages": ("zh",)}
    return manifest(**made | values)


def test_the_list_comes_back_as_it_was_written():
    offers = (
        offer(3, 20),
        offer(7, pack_id="all", layer=Layer.COMPANY),
        offer(1, pack_id="recall", emergency=True, valid_until="2026-12-01"),
    )

    back = parse_index(serialise_index(offers))

    assert sorted(map(repr, back)) == sorted(map(repr, offers))
    assert serialise_index(back) == serialise_index(offers)


@pytest.mark.parametrize(
    "data",
    [
        b"{}",
        b'{"format": 2, "packs": []}',
        b'{"format": true, "packs": []}',
        b'{"format": 1, "packs": [{"id": "a", "version": 1}]}',
        b'{"format": 1, "packs": [{"id": "a", "version": 1, "rollout": 101}]}',
        (
            b'{"format": 1, "packs": [{"id": "a", "version": 1, "rollout": 1},'
            b'{"id": "a", "version": 1, "rollout": 2}]}'
        ),
    ],
)
def test_what_is_no_list_is_refused(data):
    with pytest.raises(PackFormatError):
        parse_index(data)


def test_a_share_grows_without_anybody_leaving_it():
    agents = [f"agent-{number}" for number in range(2000)]
    shares = [
        {one for one in agents if takes_part(one, offer(5, rollout))}
        for rollout in (0, 10, 50, 100)
    ]

    assert [len(one) for one in shares[::3]] == [0, 2000]
    assert shares[1] < shares[2] < shares[3]
    assert 150 <= len(shares[1]) <= 250


def test_another_version_has_other_first_agents():
    agents = [f"agent-{number}" for number in range(1000)]

    first = {one for one in agents if takes_part(one, offer(5, 10))}
    second = {one for one in agents if takes_part(one, offer(6, 10))}

    assert len(first & second) < 40


def test_an_agent_outside_the_share_keeps_the_version_for_all():
    offers = with_offer([offer(1)], offer(2, 0))

    assert [one.manifest.version for one in chosen(offers, "a")] == [1]
    assert [one.manifest.version for one in chosen(offers, "a", pins={"east": 2})] == [
        2
    ]


def test_only_one_version_for_all_and_one_for_some_are_offered():
    offers = ()
    for version in (1, 2, 3):
        offers = with_offer(offers, offer(version, 100))
    offers = with_offer(with_offer(offers, offer(4, 10)), offer(5, 10))

    assert [(one.manifest.version, one.rollout) for one in offers] == [
        (3, 100),
        (5, 10),
    ]


def test_layers_are_kept_apart_by_wanted_ids():
    offers = (offer(1), offer(1, pack_id="west"))

    assert [one.path for one in chosen(offers, "a", wanted=("west",))] == [
        "west/1.pack"
    ]


def test_packs_in_force_come_in_the_order_of_layers():
    from assist.authoring.index import in_force

    now = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
    found = in_force(
        [
            index_manifest("p", 1, layer=Layer.PERSONAL),
            index_manifest("e", 1, emergency=True, valid_until="2026-11-23"),
            index_manifest("gone", 1, emergency=True, valid_until="2026-11-21"),
            index_manifest("c", 1, layer=Layer.COMPANY),
            index_manifest("later", 1, valid_from="2026-11-23"),
        ],
        now,
    )

    assert [one.pack_id for one in found] == ["c", "p", "e"]


@pytest.mark.parametrize(
    ("needs", "version", "too_old"),
    [
        ("", "0.1.0", False),
        ("0.1", "0.1.0+checkout", False),
        ("0.2.0", "0.1.9", True),
        ("0.10", "0.9", True),
        ("soon", "0.1", False),
        ("1", "", True),
    ],
)
def test_a_pack_may_need_a_newer_program(needs, version, too_old):
    assert program_too_old(needs, version) is too_old
