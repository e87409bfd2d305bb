"""What a pack is made from: a workbook, a CSV, a folder of CSVs, or a pack."""

from pathlib import Path

from assist.authoring.columns import SHEET_NAMES, sheet_named
from assist.authoring.limits import MOST_BYTES
from assist.authoring.pack import Pack
from assist.authoring.parse import parse_pack
from assist.authoring.serialise import serialise_pack
from assist.authoring.table import Table
from assist.authoring.table_export import export_tables
from assist.errors import InputError, PackFormatError
from assist.packs.csv_reading import read_csv
from assist.packs.csv_writing import csv_bytes
from assist.packs.files import read_bounded, write_whole
from assist.packs.workbook_reading import read_workbook
from assist.packs.workbook_writing import workbook_bytes

_WORKBOOKS = (".xlsx", ".xlsm")
_TEXTS = (".csv", ".tsv", ".txt")
_OTHER_TABLES = (".xls", ".et", ".ods", ".xlsb", ".numbers", ".ett")


def read_tables(source: Path) -> tuple[Table, ...]:
    """Read a workbook, one CSV, or the CSVs of a folder.

    Raises:
        InputError: Nothing to read, or a file that cannot be read.
    """
    if not source.exists():
        raise InputError(f"There is no {source.name}.")
    if source.is_dir():
        files = sorted(
            file for file in source.glob("*.csv") if sheet_named(file.stem) is not None
        )
        if not files:
            hint = "A folder needs at least one file called rules….csv."
            raise InputError(f"{source.name} holds no phrase list.", hint=hint)
        return tuple(read_csv(file) for file in files)
    ending = source.suffix.lower()
    if ending in _WORKBOOKS:
        return read_workbook(source)
    if ending in _TEXTS:
        return (read_csv(source),)
    hint = "Save it as .xlsx or as CSV UTF-8, then try again."
    kind = "of a kind that is not read" if ending in _OTHER_TABLES else "no table"
    raise InputError(f"{source.name} is {kind}.", hint=hint)


def read_pack(path: Path) -> Pack:
    """Read a pack file.

    Raises:
        InputError: It cannot be read or is too large.
        PackFormatError: It is no pack, damaged, or of a newer format.
    """
    try:
        return parse_pack(read_bounded(path, most=MOST_BYTES))
    except PackFormatError as error:
        raise PackFormatError(f"{path.name}: {error}", hint=error.hint) from error


def write_pack(pack: Pack, path: Path) -> None:
    """Write a pack file in one step.

    Raises:
        PackError: It cannot be written, or is larger than a pack may be.
    """
    data = serialise_pack(pack)
    if len(data) > MOST_BYTES:
        most = MOST_BYTES // 1024 // 1024
        raise PackFormatError(f"The pack would be larger than {most} MiB.")
    write_whole(path, data)


def write_tables(pack: Pack, target: Path) -> None:
    """Write a pack as a workbook, as one CSV of its rules, or as a folder of CSVs.

    Raises:
        InputError: A cell is too long for the kind of file.
        PackError: A file cannot be written.
    """
    tables = export_tables(pack)
    ending = target.suffix.lower()
    if ending == ".xlsx":
        write_whole(target, workbook_bytes(tables))
    elif ending == ".csv":
        write_whole(target, csv_bytes(tables[0]))
    elif not ending:
        names = {names[0]: sheet.value for sheet, names in SHEET_NAMES.items()}
        for table in tables:
            write_whole(target / f"{names[table.name]}.csv", csv_bytes(table))
    else:
        hint = "Name it ….xlsx or ….csv, or give a folder."
        raise InputError(f"{target.name} is no kind of table.", hint=hint)
