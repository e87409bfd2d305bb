"""A usage log counted again from its events alone, in plain SQL."""

import sqlite3
from contextlib import closing

LAST = "shift_id = (SELECT max(shift_id) FROM events)"
ALL = "1"


class Recount:
    """Every figure of a review, from ``events`` only."""

    def __init__(self, path, which=ALL):
        self._path, self._which = path, which

    def ask(self, query):
        with closing(sqlite3.connect(self._path)) as connection:
            return connection.execute(query.format(which=self._which)).fetchall()

    def actions(self):
        return dict(
            self.ask(
                "SELECT action, count(*) FROM events WHERE {which} AND rule_id != ''"
                " GROUP BY action"
            )
        )

    def messages(self):
        rows = self.ask(
            "SELECT count(*) FILTER (WHERE action = 'sent'),"
            " count(*) FILTER (WHERE action = 'sent' AND severity = ''),"
            " count(*) FILTER (WHERE action = 'cleared'),"
            " count(*) FILTER (WHERE action = 'unknown')"
            " FROM events WHERE {which} AND rule_id = ''"
        )
        return dict(zip(("sent", "clean", "cleared", "unknown"), rows[0], strict=True))

    def resolved(self):
        found = self.actions()
        kept = found.get("replaced", 0) - found.get("undone", 0)
        return kept + found.get("fixed_by_hand", 0)

    def rules(self):
        rows = self.ask(
            "SELECT rule_id, action, count(*) FROM events"
            " WHERE {which} AND rule_id != '' GROUP BY 1, 2"
        )
        found = {}
        for rule, action, n in rows:
            found.setdefault(rule, {})[action] = n
        return found

    def shown_by(self, column):
        return dict(
            self.ask(
                f"SELECT {column}, count(*) FROM events WHERE {{which}}"  # noqa: S608
                " AND rule_id != '' AND action = 'shown' GROUP BY 1"
            )
        )

    def hours(self):
        rows = self.ask(
            "SELECT CAST(strftime('%H', at_ms / 1000, 'unixepoch', 'localtime')"
            " AS INTEGER) AS h,"
            " count(*) FILTER (WHERE rule_id = '' AND action = 'sent'),"
            " count(*) FILTER (WHERE rule_id != '' AND action = 'shown'"
            " AND severity = 'high'),"
            " count(*) FILTER (WHERE rule_id != '' AND action = 'shown'"
            " AND severity = 'medium'),"
            " count(*) FILTER (WHERE rule_id != '' AND action = 'shown'"
            " AND severity = 'low')"
            " FROM events WHERE {which} AND late = 0 GROUP BY h ORDER BY h"
        )
        return [list(row) for row in rows]

    def quantile(self, column, share, actions):
        """Return the value below which ``share`` of the events lie, unrounded."""
        listed = ", ".join(f"'{action}'" for action in actions)
        values = self.ask(
            f"SELECT {column} FROM events WHERE {{which}} AND action IN ({listed})"  # noqa: S608
            f" AND {column} IS NOT NULL ORDER BY {column}"
        )
        return values[int(len(values) * share)][0]
