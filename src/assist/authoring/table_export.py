"""From a pack to tables; :mod:`assist.authoring.table_import` reads them back."""

from assist.authoring.cells import join_cell, neutralised
from assist.authoring.columns import (
    LAYER_WORDS,
    MANIFEST_NAMES,
    SHEET_NAMES,
    TABLES,
    YES,
    Sheet,
)
from assist.authoring.pack import Entry, Pack, PackPhrase, WordClass
from assist.authoring.rule_cells import more_cell, rule_cells, spelled_out
from assist.authoring.table import Table


def export_tables(pack: Pack) -> tuple[Table, ...]:
    """Return the sheets of a pack; the rules come first, empty ones are left out.

    No cell begins with a sign that a spreadsheet program would act on.
    """
    tables = [
        _table(Sheet.RULES, [rule_cells(one) for one in pack.rules]),
        _table(Sheet.STANDARD, [_standard(one) for one in pack.standard]),
        _table(Sheet.CLASSES, [_word_class(one) for one in pack.word_classes]),
        _table(Sheet.MANIFEST, _manifest(pack)),
        _table(Sheet.APPS, [_entry(one) for one in pack.apps]),
        _table(Sheet.CHECKS, [_entry(one) for one in pack.checks]),
    ]
    return tuple(
        table for index, table in enumerate(tables) if index == 0 or len(table.rows) > 1
    )


def _table(sheet: Sheet, rows: list[dict[str, str]]) -> Table:
    columns = TABLES[sheet]
    cells = [
        tuple(neutralised(row.get(one.key, "")) for one in columns) for row in rows
    ]
    heading = tuple(one.heading for one in columns)
    return Table(SHEET_NAMES[sheet][0], (heading, *cells))


def _standard(one: PackPhrase) -> dict[str, str]:
    phrase = one.phrase
    return {
        "id": phrase.phrase_id,
        "scenario": phrase.scenario,
        "text": phrase.text,
        "source": phrase.source,
        "more": more_cell(one.more),
    }


def _word_class(one: WordClass) -> dict[str, str]:
    words = join_cell(one.words)
    return {"name": one.name, "words": words, "more": more_cell(one.more)}


def _entry(one: Entry) -> dict[str, str]:
    return {"id": one.entry_id, "body": spelled_out(one.body)}


def _manifest(pack: Pack) -> list[dict[str, str]]:
    manifest = pack.manifest
    more = {"manifest": more_cell(manifest.more), "pack": more_cell(pack.more)}
    cells = {
        "id": manifest.pack_id,
        "version": str(manifest.version),
        "layer": LAYER_WORDS[manifest.layer],
        "team": manifest.team,
        "languages": join_cell(manifest.languages),
        "valid_from": manifest.valid_from,
        "valid_until": manifest.valid_until,
        "emergency": YES if manifest.emergency else "",
        "needs": manifest.needs,
        "changelog": join_cell(manifest.changelog),
        "settings": more_cell(manifest.settings),
        "more": more_cell(tuple((key, cell) for key, cell in more.items() if cell)),
    }
    return [
        {"name": MANIFEST_NAMES[key], "value": cell}
        for key, cell in cells.items()
        if cell
    ]
