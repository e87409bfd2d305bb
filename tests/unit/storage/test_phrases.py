import sqlite3
from pathlib import Path

import pytest

from assist.bundled import bundled
from assist.errors import PhraseListError
from assist.model.rule import Channel, Extent, Replacement, Rule, Scope, Severity
from assist.model.standard import StandardPhrase
from assist.storage.phrase_row import RuleRow
from assist.storage.phrase_source import PhraseSource, read_source
from assist.storage.phrases import SqlitePhraseStore, build

RULE = Rule(
    rule_id="T001",
    phrase="你问我，我问谁",
    patterns=("(你问我)我问谁", "clause:我问谁"),
    aliases=("我去问谁",),
    scope=Scope.CLAUSE,
    category="推诿",
    scenario="不掌握答案",
    severity=Severity.HIGH,
    replacements=(
        Replacement("我帮您核实。"),
        Replacement("您", Extent.SPAN),
        Replacement("{公司}为您服务；请讲。", Extent.MESSAGE),
    ),
    exceptions=("客户问谁",),
    only_if=("问",),
    unless=("draft:请问",),
    max_edits=0,
    channels_off=frozenset({Channel.ORDER, Channel.GAP}),
    initials=True,
    why="听起来像不想管。",
    source="手册",
    must_hit=("你问我，我问谁", "我问谁去"),
    must_miss=("请问谁在家", "您问我就行"),
    enabled=False,
)
OTHER = Rule(rule_id="T000", phrase="不行")
SENTENCE = StandardPhrase(
    phrase_id="S001",
    scenario="开头语",
    text="{公司}客服{工号}为您服务。",
    slots=("公司", "工号"),
    source="手册",
)
SOURCE = PhraseSource(
    rows=(RuleRow(RULE, kind="literal", merged_into="T000"), RuleRow(OTHER)),
    word_classes=(("称谓", ("先生", "女士")), ("语气", ("啊", "呢"))),
    standard=(SENTENCE,),
    version="v7",
)


@pytest.fixture
def built(tmp_path):
    path = tmp_path / "phrases.db"
    build(SOURCE, path)
    return path


def rows_of(path: Path) -> dict[str, list[tuple[object, ...]]]:
    connection = sqlite3.connect(path)
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
    ).fetchall()
    rows = {
        name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr)  # noqa: S608  table names of our own file
        for (name,) in names
    }
    connection.close()
    return rows


def test_what_was_built_is_what_is_loaded(built):
    rules = SqlitePhraseStore(built).load()

    assert rules.rules == (RULE, OTHER)
    assert rules.word_classes == SOURCE.word_classes
    assert rules.version == "v7"


def test_standard_phrases_come_back_with_their_slots(built):
    assert SqlitePhraseStore(built).standard_phrases() == (SENTENCE,)


def test_building_twice_gives_the_same_file(built, tmp_path):
    again = tmp_path / "again.db"
    build(SOURCE, again)

    assert again.read_bytes() == built.read_bytes()


def test_a_built_list_needs_no_second_file_beside_it(built):
    assert [path.name for path in built.parent.iterdir()] == ["phrases.db"]
    connection = sqlite3.connect(built)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    connection.close()


def test_building_replaces_an_old_list_even_a_damaged_one(built):
    built.write_bytes(b"not a database at all")

    build(SOURCE, built)

    assert SqlitePhraseStore(built).load().version == "v7"


def test_a_failed_build_leaves_the_old_list_and_no_scraps(built):
    before = built.read_bytes()
    twice = PhraseSource(rows=(RuleRow(OTHER), RuleRow(OTHER)))

    with pytest.raises(PhraseListError):
        build(twice, built)

    assert built.read_bytes() == before
    assert [path.name for path in built.parent.iterdir()] == ["phrases.db"]


def test_building_into_a_missing_folder_says_so(tmp_path):
    with pytest.raises(PhraseListError, match=r"list\.db cannot be written") as caught:
        build(SOURCE, tmp_path / "nowhere" / "list.db")

    assert "folder" in caught.value.hint


def test_a_list_can_be_read_from_a_read_only_file_and_folder(built):
    built.chmod(0o444)
    built.parent.chmod(0o555)
    try:
        assert SqlitePhraseStore(built).load().rules[1] == OTHER
        assert [path.name for path in built.parent.iterdir()] == ["phrases.db"]
    finally:
        built.parent.chmod(0o755)


def test_a_list_is_read_without_taking_or_awaiting_a_lock(built):
    other = sqlite3.connect(built)
    other.execute("BEGIN EXCLUSIVE")
    try:
        assert SqlitePhraseStore(built).load().rules[1] == OTHER
    finally:
        other.close()


def test_a_name_with_url_characters_is_read(tmp_path):
    path = tmp_path / "短语 100%?#.db"
    build(SOURCE, path)

    assert SqlitePhraseStore(path).load().version == "v7"


def test_a_missing_list_is_named_with_a_remedy(tmp_path):
    with pytest.raises(PhraseListError, match=r"no phrase list gone\.db") as caught:
        SqlitePhraseStore(tmp_path / "gone.db").load()

    assert "assist phrases build" in caught.value.hint


def test_a_folder_in_place_of_a_list_is_refused(tmp_path):
    with pytest.raises(PhraseListError, match="no phrase list"):
        SqlitePhraseStore(tmp_path).load()


@pytest.mark.parametrize(
    "content", [b"", b"phrase\n\xe4\xb8\x8d\n", b"SQLite format 3\0" + b"\xff" * 4096]
)
def test_a_file_that_is_no_database_is_refused(tmp_path, content):
    path = tmp_path / "phrases.db"
    path.write_bytes(content)

    with pytest.raises(PhraseListError, match="phrase list") as caught:
        SqlitePhraseStore(path).load()

    assert caught.value.hint


def test_a_database_of_another_program_is_refused(tmp_path):
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE rules (id TEXT)")
    connection.commit()
    connection.close()

    with pytest.raises(PhraseListError, match="not a phrase list"):
        SqlitePhraseStore(path).load()


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_truncated_list_is_refused(built, share):
    content = built.read_bytes()
    built.write_bytes(content[: int(len(content) * share)])

    with pytest.raises(PhraseListError) as caught:
        SqlitePhraseStore(built).load()

    assert "damaged" in str(caught.value)
    assert caught.value.hint


def test_one_changed_character_is_noticed(built):
    content = built.read_bytes()
    text = "听起来像不想管".encode()
    assert content.count(text) == 1
    built.write_bytes(content.replace(text, "听起来像很想管".encode()))

    with pytest.raises(PhraseListError, match="damaged"):
        SqlitePhraseStore(built).load()


@pytest.mark.parametrize(("form", "age"), [(2, "newer"), (999, "newer"), (0, "older")])
def test_another_format_is_told_from_damage(built, form, age):
    connection = sqlite3.connect(built)
    connection.execute(f"PRAGMA user_version = {form}")
    connection.close()

    with pytest.raises(PhraseListError, match=f"{age} format") as caught:
        SqlitePhraseStore(built).load()

    assert "Update Assist" in caught.value.hint


def test_the_shipped_list_is_what_its_text_says(tmp_path):
    rebuilt = tmp_path / "phrases.db"
    build(read_source(bundled("phrases")), rebuilt)

    assert rows_of(rebuilt) == rows_of(bundled("phrases.db"))
