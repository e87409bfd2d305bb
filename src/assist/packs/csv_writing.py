"""Tables as CSV files that Excel opens with the right characters."""

import csv
import io

from assist.authoring.table import Table


def csv_bytes(table: Table) -> bytes:
    """Return one table as CSV: UTF-8 with a byte order mark, CRLF, commas."""
    target = io.StringIO(newline="")
    csv.writer(target, lineterminator="\r\n").writerows(table.rows)
    return target.getvalue().encode("utf-8-sig")
