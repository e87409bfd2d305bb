"""A review as one CSV: the tables one below the other, for Excel and scripts."""

import csv
import io

from assist.reports.tables import Cell, all_tables
from assist.review.review import Review
from assist.review.wording import Words

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_report(review: Review, words: Words) -> bytes:
    """Return UTF-8 with a byte order mark, CRLF, commas; a blank line between tables.

    A text that a spreadsheet would take for a formula gets a ' before it.
    """
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n")
    for number, table in enumerate(all_tables(review, words)):
        if number:
            writer.writerow(())
        writer.writerow((table.name,))
        writer.writerow(map(_harmless, table.titles))
        writer.writerows(map(_harmless, row) for row in table.rows)
    return target.getvalue().encode("utf-8-sig")


def _harmless(cell: Cell) -> Cell:
    if isinstance(cell, str) and cell.startswith(_FORMULA):
        return f"'{cell}"
    return cell
