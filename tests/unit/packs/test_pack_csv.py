import pytest

from assist.errors import InputError
from assist.packs.sources import read_tables

TEXT = '编号,禁用语,替换建议\r\nR1,随便你,"我来帮您；\r\n请稍等"\r\n'
ROWS = (("编号", "禁用语", "替换建议"), ("R1", "随便你", "我来帮您；\n请稍等"))


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("gb18030"),
        TEXT.replace(",", "\t").encode("utf-16"),
        TEXT.replace(",", "\t").encode("utf-8"),
        TEXT.replace(",", ";").encode("utf-8"),
        b"\xfe\xff" + TEXT.replace(",", "\t").encode("utf-16-be"),
    ],
)
def test_what_office_programs_save_as_csv_is_read(tmp_path, data):
    (tmp_path / "rules.csv").write_bytes(data)

    (table,) = read_tables(tmp_path / "rules.csv")

    assert table.name == "rules"
    assert table.rows == ROWS


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\xff\xff\xff", "known encoding"),
        (b"phrase\0\n", "known encoding"),
        (b'phrase\n"open', "row 2"),
        (b'phrase\n"a"b\n', "row 2"),
    ],
)
def test_a_damaged_csv_names_the_row(tmp_path, data, reason):
    (tmp_path / "rules.csv").write_bytes(data)

    with pytest.raises(InputError, match=reason):
        read_tables(tmp_path / "rules.csv")


def test_a_folder_gives_only_the_tables_of_a_pack(tmp_path):
    for name in ("rules.zh.csv", "standard.csv", "notes.csv"):
        (tmp_path / name).write_text("phrase\nx\n", "utf-8")

    assert [table.name for table in read_tables(tmp_path)] == ["rules.zh", "standard"]


def test_a_folder_without_rules_is_refused(tmp_path):
    with pytest.raises(InputError, match="holds no phrase list"):
        read_tables(tmp_path)
