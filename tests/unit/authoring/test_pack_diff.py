from packs_for_tests import manifest, pack, rule

from assist.authoring.diff import compare
from assist.authoring.pack import WordClass


def test_the_banner_names_versions_and_counts():
    old = pack(
        rule("R1"), rule("R2", "随便"), rule("R3", "烦"), manifest=manifest(version=12)
    )
    new = pack(
        rule("R1", why="更亲切"),
        rule("R3", "烦"),
        rule("R4", "快点"),
        manifest=manifest(version=13),
    )

    diff = compare(old, new)

    assert diff.brief == "v12 → v13: +1 −1 ~1"
    assert [(one.after.rule.rule_id, one.keys) for one in diff.changed] == [
        ("R1", ("why",))
    ]
    assert diff.manifest == ("version",)


def test_a_lock_is_a_change():
    diff = compare(pack(rule()), pack(rule(locked=True)))

    assert [one.keys for one in diff.changed] == [("locked",)]


def test_equal_packs_differ_in_nothing():
    assert compare(pack(), pack()).counts == "="


def test_what_is_no_rule_is_named_by_kind():
    diff = compare(pack(), pack(word_classes=(WordClass("称谓", ("亲",)),)))

    assert diff.other == (("word_class", "称谓"),)
