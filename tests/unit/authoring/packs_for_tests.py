"""Packs that the tests of authoring and of packs share."""

import dataclasses

from hypothesis import strategies as st

from assist.authoring.fields import clean
from assist.authoring.pack import (
    Entry,
    Layer,
    Manifest,
    Pack,
    PackPhrase,
    PackRule,
    WordClass,
)
from assist.authoring.slots import slot_names
from assist.model.rule import Channel, Extent, Replacement, Rule, Scope, Severity
from assist.model.standard import StandardPhrase


def manifest(**values):
    return Manifest(**{"pack_id": "east", "team": "华东一组"} | values)


def rule(rule_id="R1", phrase="你自己看着办", **values):
    outer = {"locked", "kind", "merged_into", "more"} & set(values)
    kept = {key: values.pop(key) for key in outer}
    values.setdefault("replacements", (Replacement("我来帮您处理。"),))
    return PackRule(rule=Rule(rule_id=rule_id, phrase=phrase, **values), **kept)


def pack(*rules, **values):
    made = {"manifest": manifest(), "rules": rules or (rule(),)} | values
    return Pack(**made)


def versioned(one, version):
    return dataclasses.replace(
        one, manifest=dataclasses.replace(one.manifest, version=version)
    )


def _line(most=12):
    texts = st.text(
        st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=most
    )
    return texts.map(str.strip).filter(clean)


lines = _line()
filled = lines.filter(bool)
# Rule language signs are left out: what tables hold is checked as patterns.
wordings = st.text("你我他不看着办；\\'=+-@查", min_size=1, max_size=8).filter(
    lambda text: text == text.strip() and "@" not in text and not text.endswith("\\")
)
listed = st.lists(filled, max_size=3).map(tuple)
patterned = st.lists(wordings, max_size=3).map(tuple)
extras = st.dictionaries(
    st.sampled_from(["x-note", "x-score", "文件"]),
    st.sampled_from(["1", '"=1；2"', '[null,true,{"a":"b\\nc"}]', "0.5"]),
    max_size=2,
).map(lambda values: tuple(sorted(values.items())))
slotless = filled.filter(lambda text: not set(text) & set("{}"))
replacements = st.lists(
    st.builds(Replacement, slotless, st.sampled_from(Extent)), max_size=3
).map(tuple)
rules = st.builds(
    PackRule,
    rule=st.builds(
        Rule,
        rule_id=st.uuids().map(lambda one: one.hex[:8]),
        phrase=filled,
        patterns=patterned,
        aliases=patterned,
        exceptions=patterned,
        only_if=patterned,
        unless=patterned,
        language=st.sampled_from(["zh", "en"]),
        scope=st.sampled_from(Scope),
        category=lines,
        scenario=lines,
        severity=st.sampled_from(Severity),
        replacements=replacements,
        max_edits=st.none() | st.integers(0, 9),
        channels_off=st.frozensets(st.sampled_from(Channel), max_size=2),
        initials=st.booleans(),
        why=lines,
        source=lines,
        must_hit=listed,
        must_miss=listed,
        enabled=st.booleans(),
    ),
    locked=st.booleans(),
    kind=lines,
    merged_into=lines,
    more=extras,
)
packs = st.builds(
    Pack,
    manifest=st.builds(
        Manifest,
        pack_id=st.from_regex(r"[a-z0-9][a-z0-9-]{0,10}", fullmatch=True),
        version=st.integers(1, 99),
        layer=st.sampled_from(Layer),
        team=lines,
        languages=st.sampled_from([("zh",), ("zh", "en")]),
        valid_until=st.sampled_from(["", "2026-12-31", "2026-12-31T08:00:00Z"]),
        changelog=listed,
        settings=extras,
        more=extras,
    ),
    rules=st.lists(rules, max_size=3, unique_by=lambda one: one.rule.rule_id).map(
        tuple
    ),
    word_classes=st.just(())
    | st.just((WordClass("称谓", ("亲", "先生；女士"), (("x-note", "1"),)),)),
    standard=st.just(())
    | st.just(
        (
            PackPhrase(
                StandardPhrase(
                    phrase_id="S1",
                    scenario="开头",
                    text="您好",
                    slots=slot_names("您好"),
                )
            ),
        )
    ),
    apps=st.just(()) | st.just((Entry("wechat", '{"id":"wechat","read":false}'),)),
    checks=st.just(()) | st.just((Entry("C1", '{"id":"C1","then":["=x"]}'),)),
    more=extras,
)
