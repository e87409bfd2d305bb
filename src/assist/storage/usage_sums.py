"""Sums that the usage log keeps up to date itself, by triggers.

A review adds up a few hundred sums instead of a million events: 1,000,000 events
in 20 shifts grouped by rule took 2.5 s, their sums 0.1 s, on a busy machine.
Times are counted in tenths (of a second, of a millisecond): the median of rounded
values is the rounded median, so nothing is lost that anybody is shown.
"""

from sqlite_utils import Database

SUM_TABLES = ("hour_sums", "rule_sums", "time_sums")
"""All have a column ``shift_id``, and ``n``, how many events the row counts."""

_TABLES = (
    """
CREATE TABLE hour_sums (
    shift_id INTEGER NOT NULL, hour INTEGER NOT NULL, app TEXT NOT NULL,
    whole INTEGER NOT NULL, severity TEXT NOT NULL, action TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (shift_id, hour, app, whole, severity, action)
) WITHOUT ROWID
""",
    """
CREATE TABLE rule_sums (
    shift_id INTEGER NOT NULL, rule_id TEXT NOT NULL, pack_version TEXT NOT NULL,
    severity TEXT NOT NULL, category TEXT NOT NULL, action TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (shift_id, rule_id, pack_version, severity, category, action)
) WITHOUT ROWID
""",
    """
CREATE TABLE time_sums (
    shift_id INTEGER NOT NULL, what TEXT NOT NULL, tenths INTEGER NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (shift_id, what, tenths)
) WITHOUT ROWID
""",
)

_FILL = (
    """
INSERT INTO hour_sums
SELECT shift_id, hour, app, rule_id = '' AS whole, severity, action, count(*)
FROM events GROUP BY shift_id, hour, app, whole, severity, action
""",
    """
INSERT INTO rule_sums
SELECT shift_id, rule_id, pack_version, severity, category, action, count(*)
FROM events WHERE rule_id != ''
GROUP BY shift_id, rule_id, pack_version, severity, category, action
""",
    """
INSERT INTO time_sums
SELECT shift_id, 'fix', (reaction_ms + 50) / 100 AS tenths, count(*)
FROM events
WHERE reaction_ms IS NOT NULL AND action IN ('replaced', 'fixed_by_hand')
GROUP BY shift_id, tenths
""",
    """
INSERT INTO time_sums
SELECT shift_id, 'latency', CAST(latency_ms * 10 + 0.5 AS INTEGER) AS tenths, count(*)
FROM events WHERE latency_ms IS NOT NULL AND action = 'shown'
GROUP BY shift_id, tenths
""",
)

_ADD = (
    """
CREATE TRIGGER add_hour AFTER INSERT ON events BEGIN
INSERT INTO hour_sums VALUES (new.shift_id, new.hour, new.app, new.rule_id = '',
    new.severity, new.action, 1)
ON CONFLICT (shift_id, hour, app, whole, severity, action)
    DO UPDATE SET n = n + 1;
END
""",
    """
CREATE TRIGGER add_rule AFTER INSERT ON events WHEN new.rule_id != '' BEGIN
INSERT INTO rule_sums VALUES (new.shift_id, new.rule_id, new.pack_version,
    new.severity, new.category, new.action, 1)
ON CONFLICT (shift_id, rule_id, pack_version, severity, category, action)
    DO UPDATE SET n = n + 1;
END
""",
    """
CREATE TRIGGER add_fix AFTER INSERT ON events
WHEN new.reaction_ms IS NOT NULL AND new.action IN ('replaced', 'fixed_by_hand') BEGIN
INSERT INTO time_sums VALUES (new.shift_id, 'fix', (new.reaction_ms + 50) / 100, 1)
ON CONFLICT (shift_id, what, tenths)
    DO UPDATE SET n = n + 1;
END
""",
    """
CREATE TRIGGER add_latency AFTER INSERT ON events
WHEN new.latency_ms IS NOT NULL AND new.action = 'shown' BEGIN
INSERT INTO time_sums VALUES (new.shift_id, 'latency',
    CAST(new.latency_ms * 10 + 0.5 AS INTEGER), 1)
ON CONFLICT (shift_id, what, tenths)
    DO UPDATE SET n = n + 1;
END
""",
)

_TAKE = (
    """
CREATE TRIGGER take_hour AFTER DELETE ON events BEGIN
UPDATE hour_sums SET n = n - 1
WHERE shift_id = old.shift_id AND hour = old.hour AND app = old.app
    AND whole = (old.rule_id = '') AND severity = old.severity
    AND action = old.action;
END
""",
    """
CREATE TRIGGER take_rule AFTER DELETE ON events WHEN old.rule_id != '' BEGIN
UPDATE rule_sums SET n = n - 1
WHERE shift_id = old.shift_id AND rule_id = old.rule_id
    AND pack_version = old.pack_version AND severity = old.severity
    AND category = old.category AND action = old.action;
END
""",
    """
CREATE TRIGGER take_fix AFTER DELETE ON events
WHEN old.reaction_ms IS NOT NULL AND old.action IN ('replaced', 'fixed_by_hand') BEGIN
UPDATE time_sums SET n = n - 1
WHERE shift_id = old.shift_id AND what = 'fix'
    AND tenths = (old.reaction_ms + 50) / 100;
END
""",
    """
CREATE TRIGGER take_latency AFTER DELETE ON events
WHEN old.latency_ms IS NOT NULL AND old.action = 'shown' BEGIN
UPDATE time_sums SET n = n - 1
WHERE shift_id = old.shift_id AND what = 'latency'
    AND tenths = CAST(old.latency_ms * 10 + 0.5 AS INTEGER);
END
""",
)


def keep_sums(db: Database) -> None:
    """Make the tables, add up what is there, and keep them right from now on."""
    for statement in (*_TABLES, *_FILL, *_ADD, *_TAKE):
        db.execute(statement)
