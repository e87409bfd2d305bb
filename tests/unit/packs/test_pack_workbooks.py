import io
import zipfile
import zlib

import pytest
import xlsxwriter
from packs_for_tests import manifest, pack, rule

from assist.authoring.pack import Entry, WordClass
from assist.authoring.table_import import import_tables
from assist.errors import InputError
from assist.packs.sources import read_tables, write_tables

FULL = pack(
    rule("R1", "=你自己看", aliases=("@称谓自己看", "a\\；b"), more=(("x", "[1]"),)),
    rule("R2", "随便你", replacements=(), must_hit=("随便你吧",)),
    word_classes=(WordClass("称谓", ("亲", "先生")),),
    apps=(Entry("wechat", '{"id":"wechat"}'),),
    more=(("x-file", '{"a":1}'),),
)


def workbook(path, *sheets):
    with xlsxwriter.Workbook(path) as book:
        for name, rows in sheets:
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return path


def rebuilt(path, change):
    """Rewrite the parts of a workbook: ``change`` maps (name, bytes) to bytes."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, change(name, data))
    return path


@pytest.mark.parametrize("target", ["pack.xlsx", "folder"])
def test_a_pack_comes_back_from_the_files_it_is_edited_in(tmp_path, target):
    write_tables(FULL, tmp_path / target)

    back = import_tables(read_tables(tmp_path / target), fallback=manifest())

    assert back.problems == ()
    assert back.pack == FULL


def test_no_exported_cell_is_stored_as_a_formula(tmp_path):
    write_tables(FULL, tmp_path / "pack.xlsx")

    with zipfile.ZipFile(tmp_path / "pack.xlsx") as archive:
        sheets = [archive.read(n) for n in archive.namelist() if "sheets/" in n]
    assert not [sheet for sheet in sheets if b"<f>" in sheet or b"<f " in sheet]


def test_numbers_and_dates_are_read_as_they_are_seen(tmp_path):
    import datetime as dt

    path = tmp_path / "numbers.xlsx"
    with xlsxwriter.Workbook(path, {"default_date_format": "yyyy-mm-dd"}) as book:
        sheet = book.add_worksheet("规则")
        sheet.write_row(0, 0, ("编号", "禁用语", "容错字数", "启用", "说明"))
        sheet.write_row(1, 0, (7, "随便你", 2.0, False, 0.5))
        sheet.write_datetime(2, 1, dt.date(2026, 11, 22))

    (table,) = read_tables(path)

    assert table.rows[1] == ("7", "随便你", "2", "否", "0.5")
    assert table.rows[2][1] == "2026-11-22"


def test_rows_keep_their_numbers_below_empty_ones(tmp_path):
    path = workbook(tmp_path / "gap.xlsx", ("规则", [(), (), ("", "禁用语"), ("", "")]))

    (table,) = read_tables(path)

    assert table.rows[2] == ("", "禁用语")


def test_a_cell_too_long_for_excel_is_refused_and_csv_takes_it(tmp_path):
    long = pack(rule(must_hit=tuple(f"{'长' * 490}{i}" for i in range(100))))

    with pytest.raises(InputError, match="too long for Excel"):
        write_tables(long, tmp_path / "long.xlsx")
    write_tables(long, tmp_path / "folder")
    back = import_tables(read_tables(tmp_path / "folder"), fallback=manifest())
    assert back.pack == long


def test_a_zip_bomb_is_refused_by_what_it_declares(tmp_path):
    path = workbook(tmp_path / "bomb.xlsx", ("规则", [("禁用语",)]))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        for number in range(9):
            with archive.open(f"xl/media/{number}.xml", "w") as part:
                for _ in range(30):
                    part.write(b" " * 1024 * 1024)

    assert path.stat().st_size < 1024 * 1024
    with pytest.raises(InputError, match="unpacks to more than 256 MiB"):
        read_tables(path)


def test_a_part_that_unpacks_to_more_than_it_declares_is_refused(tmp_path):
    path = workbook(tmp_path / "liar.xlsx", ("规则", [("禁用语",)]))
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        info = archive.getinfo("xl/worksheets/sheet1.xml")
        sheet = archive.read(info)
    # Both headers now declare, and checksum, only the first half of the part.
    half = sheet[: len(sheet) // 2]
    told = len(half).to_bytes(4, "little"), zlib.crc32(half).to_bytes(4, "little")
    size = len(sheet).to_bytes(4, "little")
    checksum = zlib.crc32(sheet).to_bytes(4, "little")
    data = data.replace(size, told[0]).replace(checksum, told[1])
    path.write_bytes(data)

    with pytest.raises(InputError, match="cannot be read"):
        read_tables(path)


def test_an_xml_bomb_is_refused(tmp_path):
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    path = rebuilt(
        workbook(tmp_path / "bomb.xlsx", ("规则", [("禁用语",)])),
        lambda name, data: (
            data.replace(b"?>", b"?>" + bomb, 1)
            if name.endswith("sharedStrings.xml")
            else data
        ),
    )

    with pytest.raises(InputError, match="XML that workbooks do not need"):
        read_tables(path)


def test_a_cell_in_the_last_corner_does_not_fill_the_memory(tmp_path):
    path = rebuilt(
        workbook(tmp_path / "corner.xlsx", ("规则", [("禁用语",), ("随便你",)])),
        lambda _, data: data.replace(b'r="A2"', b'r="XFD1048576"'),
    )

    with pytest.raises(InputError, match="far outside its table"):
        read_tables(path)


def test_formats_without_content_far_below_are_no_reason_to_refuse(tmp_path):
    path = tmp_path / "formats.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("规则")
        sheet.write_row(0, 0, ("禁用语",))
        bold = book.add_format({"bold": True})
        sheet.write_blank(1_000_000, 16_000, None, bold)

    (table,) = read_tables(path)

    assert table.rows == (("禁用语",),)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("text.xlsx", b"not a zip"),
        ("empty.xlsx", b""),
        ("old.xls", b"\xd0\xcf\x11\xe0"),
        ("wps.et", b"\xd0\xcf\x11\xe0"),
        ("calc.ods", b"PK"),
        ("picture.png", b"\x89PNG"),
    ],
)
def test_other_files_are_refused_with_what_to_save_them_as(tmp_path, name, data):
    (tmp_path / name).write_bytes(data)

    with pytest.raises(InputError) as refused:
        read_tables(tmp_path / name)
    assert ".xlsx" in refused.value.hint


def test_a_zip_that_is_no_workbook_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("../../etc/passwd", "x")

    with pytest.raises(InputError, match=r"not an \.xlsx workbook"):
        read_tables(tmp_path / "a.xlsx")


def test_a_file_beyond_the_bound_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("assist.packs.workbook_reading.MOST_BYTES", 10)
    path = workbook(tmp_path / "large.xlsx", ("规则", [("禁用语",)]))

    with pytest.raises(InputError, match="larger than"):
        read_tables(path)


def test_a_source_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(InputError, match=r"There is no x\.xlsx"):
        read_tables(tmp_path / "x.xlsx")
