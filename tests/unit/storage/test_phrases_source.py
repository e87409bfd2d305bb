import pytest
from hypothesis import given
from hypothesis import strategies as st

from assist.errors import InputError
from assist.model.rule import Channel, Extent, Replacement, Scope, Severity
from assist.storage.phrase_row import split_cell
from assist.storage.phrase_source import read_source


@pytest.fixture
def write(tmp_path):
    def write(text: str, name: str = "rules.csv", encoding: str = "utf-8"):
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return path

    return write


def test_a_file_with_only_a_column_of_phrases_gives_rules_with_defaults(write):
    source = read_source(write("phrase\n你问我，我问谁\n\n不知道\n", "mine.csv"))

    first, second = source.rules
    assert (first.rule_id, first.phrase) == ("P001", "你问我，我问谁")
    assert (second.rule_id, second.phrase) == ("P003", "不知道")
    assert first.scope is Scope.ANYWHERE
    assert first.severity is Severity.MEDIUM
    assert first.enabled
    assert first.patterns == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_byte_order_mark_and_line_ends_do_not_matter(write, encoding, newline):
    path = write(newline.join(["phrase", "不知道", ""]), encoding=encoding)

    assert [rule.phrase for rule in read_source(path).rules] == ["不知道"]


def test_every_column_reaches_its_rule(write):
    header = (
        "id,phrase,kind,language,scope,category,scenario,severity,enabled,merged_into,"
        "patterns,aliases,exceptions,only_if,unless,max_edits,channels_off,initials,"
        "replacements,why,source,must_hit,must_miss"
    )
    row = (
        "A1,Calm down,literal,EN,Clause,tone,angry,HIGH,否,A2,"
        "calm (right) down；chill,relax,please calm,you,draft:sorry,2,order；gap,是,"
        'span:Thank you；message:{name} helps；"I hear you, sir.",tone,ours,x；y,z'
    )
    row = row.replace('"I hear you, sir."', "I hear you.")
    rule_row, _ = read_source(write(f"{header}\n{row}\nA2,other\n")).rows
    rule = rule_row.rule

    assert (rule_row.kind, rule_row.merged_into) == ("literal", "A2")
    assert (rule.rule_id, rule.language, rule.scope) == ("A1", "en", Scope.CLAUSE)
    assert (rule.severity, rule.enabled) == (Severity.HIGH, False)
    assert rule.patterns == ("calm (right) down", "chill")
    assert (rule.aliases, rule.exceptions) == (("relax",), ("please calm",))
    assert (rule.only_if, rule.unless) == (("you",), ("draft:sorry",))
    assert (rule.max_edits, rule.initials) == (2, True)
    assert rule.channels_off == {Channel.ORDER, Channel.GAP}
    assert rule.replacements == (
        Replacement("Thank you", Extent.SPAN),
        Replacement("{name} helps", Extent.MESSAGE),
        Replacement("I hear you.", Extent.CLAUSE),
    )
    assert (rule.must_hit, rule.must_miss) == (("x", "y"), ("z",))


def test_a_column_nobody_knows_is_reported_not_fatal(write):
    source = read_source(write("phrase,serverity,note\n不知道,high,\n"))

    assert source.unused_columns == (("rules.csv", "serverity"),)


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        (",high,1,", "phrase is empty"),
        ("不知道,hgih,1,", "severity is 'hgih', not one of high, medium, low"),
        ("不知道,high,maybe,", "enabled is 'maybe', not 1 or 0"),
        ("不知道,high,1,您好{公司", "slot that is not closed"),
        ("不知道,high,1,span:", "nothing after 'span:'"),
    ],
)
def test_a_bad_row_is_named_with_file_row_and_reason(write, cells, reason):
    path = write(f"phrase,severity,enabled,replacements\n不行,low,1,\n{cells}\n")

    with pytest.raises(InputError) as caught:
        read_source(path)

    assert str(caught.value).startswith("rules.csv, row 3: ")
    assert reason in str(caught.value)


@pytest.mark.parametrize(
    ("header", "cell", "reason"),
    [
        ("scope", "everywhere", "scope is 'everywhere'"),
        ("language", "fr", "language is 'fr'"),
        ("max_edits", "-1", "max_edits is '-1'"),
        ("channels_off", "smell", "channels_off is 'smell'"),
        ("merged_into", "F009", "names no active rule: F009"),
    ],
)
def test_each_choice_is_checked(write, header, cell, reason):
    with pytest.raises(InputError, match=reason):
        read_source(write(f"phrase,{header}\n不行,{cell}\n"))


@pytest.mark.parametrize(
    "column", ["patterns", "aliases", "exceptions", "only_if", "unless"]
)
def test_a_pattern_that_is_not_in_the_rule_language_names_its_row(write, column):
    with pytest.raises(InputError, match=rf"rules\.csv, row 2: {column}: ") as caught:
        read_source(write(f"phrase,{column}\n不行,不{{行|能\n"))

    assert caught.value.hint


def test_a_pattern_may_use_the_word_classes_of_its_folder(write, tmp_path):
    write("name,words\n称谓,先生；女士\n", "word_classes.csv")
    write("phrase,aliases\n不行,不行@称谓\n", "rules.csv")

    assert read_source(tmp_path).rules[0].aliases == ("不行@称谓",)


def test_a_rule_merged_into_another_must_be_off(write):
    with pytest.raises(InputError, match="row 3: a merged rule needs enabled=0"):
        read_source(write("id,phrase,merged_into\nA,不行,\nB,不行的,A\n"))


def test_the_same_id_twice_names_both_rows(write):
    with pytest.raises(InputError, match=r"row 4: the id A is already used in row 2"):
        read_source(write("id,phrase\nA,不行\nB,不能\nA,不对\n"))


def test_a_comma_without_quotes_is_explained(write):
    with pytest.raises(InputError, match="row 2: 2 cells under 1 columns") as caught:
        read_source(write("phrase\n你问我,我问谁\n"))

    assert "quotes" in caught.value.hint


def test_an_open_quote_is_explained(write):
    with pytest.raises(InputError, match=r"rules\.csv, row 2: "):
        read_source(write('phrase\n"你问我\n'))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "is empty"),
        ("wording\n不行\n", "has no column phrase"),
        ("phrase,phrase\n不行,x\n", "column phrase twice"),
        ("phrase\n不\0行\n", "is not a text file"),
    ],
)
def test_a_file_of_another_shape_is_refused(write, content, reason):
    with pytest.raises(InputError, match=reason):
        read_source(write(content))


def test_text_in_another_encoding_is_refused_with_a_remedy(write):
    with pytest.raises(InputError, match="not UTF-8") as caught:
        read_source(write("phrase\n不知道\n", encoding="gbk"))

    assert "CSV UTF-8" in caught.value.hint


def test_a_missing_file_and_an_empty_folder_are_refused(tmp_path):
    with pytest.raises(InputError, match=r"gone\.csv cannot be read"):
        read_source(tmp_path / "gone.csv")
    with pytest.raises(InputError, match="holds no phrase list"):
        read_source(tmp_path)


def test_a_folder_holds_rules_sentences_classes_and_a_version(write, tmp_path):
    write("id,phrase\nE1,calm down\n", "rules.en.csv")
    write("id,phrase\nF1,不行\n", "rules.zh.csv")
    write("id,scenario,text\nS1,开头语,{公司}为您服务\n", "standard.csv")
    write("name,words\n@称谓,先生；女士\n", "word_classes.csv")
    write("name,value\nversion,v3\n", "pack.csv")

    source = read_source(tmp_path)

    assert [rule.rule_id for rule in source.rules] == ["E1", "F1"]
    assert source.word_classes == (("称谓", ("先生", "女士")),)
    assert source.standard[0].slots == ("公司",)
    assert source.version == "v3"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("rules.zh.csv", "phrase,severity\n不行,\n不能,x\n"),
        ("standard.csv", "id,text\nS1,您好\nS2,\n"),
        ("standard.csv", "id,text\nS1,您好\nS1,再见\n"),
        ("word_classes.csv", "name,words\n称谓,先生\n,女士\n"),
    ],
)
def test_a_bad_row_of_any_file_in_a_folder_is_named(write, tmp_path, name, content):
    write("phrase\n不行\n", "rules.csv")
    write(content, name)

    with pytest.raises(InputError) as caught:
        read_source(tmp_path)

    assert str(caught.value).startswith(f"{name}, row 3: ")


def test_values_are_separated_by_full_width_semicolon_or_line_break():
    assert split_cell("一；二\n三\r\n 四 ；；") == ("一", "二", "三", "四")


def test_backslashes_of_the_rule_language_stay():
    assert split_cell(r"a\；b；\{c\\；d\…") == ("a；b", r"\{c\\", r"d\…")


@given(st.lists(st.text("不；\\ n行(", min_size=1).filter(lambda text: text.strip())))
def test_escaping_brings_any_values_back(values):
    clean = [value.replace("\\", "").strip() for value in values]
    clean = [value for value in clean if value]
    cell = "；".join(value.replace("；", "\\；") for value in clean)

    assert split_cell(cell) == tuple(clean)
