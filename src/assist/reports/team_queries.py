"""The team's sums in SQL that SQLite and DuckDB both take.

Both engines offer three tables: ``shifts`` (agent, team, day: one row a shift),
``rules`` (agent, team, rule, pack, the first day, category, and a count for each
action) and ``hours`` (agent, team, hour, sent, clean, cleared, unknown, high,
medium, low), the last two with one or more rows for each combination.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from assist.errors import InputError
from assist.reports.small_groups import LEAST, Cell, Parts, kept_together
from assist.reports.team_figures import Change, Figures, Line, TeamFigures

Ask = Callable[[str, Sequence[object]], list[tuple[Any, ...]]]
"""Runs one query with its values and returns all rows."""

_FINDINGS = """
    count(DISTINCT agent), sum(shown), sum(replaced), sum(undone),
    sum(fixed_by_hand), sum(ignored), sum(marked_wrong), sum(sent)
"""
_SHIFTS = "SELECT count(DISTINCT agent), count(*), min(day), max(day) FROM shifts"
_MESSAGES = "SELECT sum(sent), sum(clean) FROM hours"
_PART = "CASE pack WHEN ? THEN 1 WHEN ? THEN 2 ELSE 0 END AS part"
_BY_PART = f"""
SELECT rule, {_PART}, {_FINDINGS} FROM rules GROUP BY rule, part
"""  # noqa: S608  constants
_PEOPLE_BY_PART = """
SELECT {part}, count(DISTINCT agent) FROM rules WHERE rule IN ({places})
GROUP BY part
"""
_PACKS = """
SELECT pack, min(day) AS since FROM rules GROUP BY pack
ORDER BY since, length(pack), pack
"""


def team_figures(ask: Ask) -> TeamFigures:
    """Add everything up; groups of fewer than five agents are merged.

    Raises:
        InputError: All together are fewer than five.
    """
    people, shifts, first_day, last_day = ask(_SHIFTS, ())[0]
    if people < LEAST:
        raise InputError(
            f"These are summaries of {people} agents; a report needs {LEAST}.",
            hint="Nothing is shown about so few, not even a total.",
        )
    order = [pack for pack, _ in ask(_PACKS, ())]
    rules = _by(ask, "rule", "rules", about="max(category)")
    shown = _merged(ask, "rule", rules)
    messages, clean = ask(_MESSAGES, ())[0]
    whole = replace(
        _sum([line.figures for line in rules], people),
        messages=int(messages or 0),
        clean=int(clean or 0),
    )
    hidden = {line.name for line in rules} - {line.name for line in shown}
    change = tuple(order[-2:]) if len(order) > 1 else ()
    return TeamFigures(
        whole=whole,
        shifts=shifts,
        first_day=first_day,
        last_day=last_day,
        teams=_merged(ask, "team", _by(ask, "team", "hours")),
        rules=shown,
        hours=_merged(ask, "hour", _by_hour(ask)),
        packs=_merged(ask, "pack", _in_order(_by(ask, "pack", "rules"), order)),
        change=change,
        changes=_changes(ask, change, rules, frozenset(hidden)) if change else (),
    )


def _figures(row: Sequence[Any], messages: int = 0, clean: int = 0) -> Figures:
    people, shown, replaced, undone, by_hand, ignored, marked, sent = (
        int(value or 0) for value in row
    )
    accepted = max(replaced - undone, 0)
    return Figures(
        people=people,
        messages=int(messages or 0),
        clean=int(clean or 0),
        shown=shown,
        fixed=accepted + by_hand,
        accepted=accepted,
        ignored=ignored,
        marked=marked,
        sent=sent,
    )


def _by(ask: Ask, column: str, people_in: str, *, about: str = "''") -> list[Line]:
    """Return a line for each value of ``column``, those with most findings first."""
    findings = ask(
        f"SELECT {column}, {about}, {_FINDINGS} FROM rules GROUP BY {column}",  # noqa: S608  constants
        (),
    )
    messages: dict[Any, tuple[Any, ...]] = {}
    if people_in == "hours":
        rows = ask(
            f"SELECT {column}, count(DISTINCT agent), sum(sent), sum(clean)"  # noqa: S608
            f" FROM hours GROUP BY {column}",
            (),
        )
        messages = {row[0]: row[1:] for row in rows}
    lines = []
    for name, category, *row in findings:
        people, sent, clean = messages.pop(name, (row[0], 0, 0))
        lines.append(
            Line(str(name), _figures((people, *row[1:]), sent, clean), category)
        )
    for name, (people, sent, clean) in messages.items():
        alone = Figures(people=people, messages=int(sent), clean=int(clean))
        lines.append(Line(str(name), alone))
    return sorted(lines, key=lambda line: (-line.figures.shown, line.name))


def _by_hour(ask: Ask) -> list[Line]:
    rows = ask(
        "SELECT hour, count(DISTINCT agent), sum(sent), sum(clean),"
        " sum(high + medium + low) FROM hours GROUP BY hour ORDER BY hour",
        (),
    )
    return [
        Line(
            str(hour),
            Figures(
                people=people, messages=int(sent), clean=int(clean), shown=int(shown)
            ),
        )
        for hour, people, sent, clean, shown in rows
    ]


def _in_order(lines: list[Line], order: list[str]) -> list[Line]:
    return sorted(lines, key=lambda line: order.index(line.name))


def _merged(ask: Ask, column: str, lines: list[Line]) -> tuple[Line, ...]:
    """Put the lines that may be shown only together into one, at the end."""
    table = "hours" if column in ("team", "hour") else "rules"

    def people_of(names: tuple[str, ...]) -> Parts:
        places = ", ".join("?" * len(names))
        found = ask(
            f"SELECT count(DISTINCT agent) FROM {table}"  # noqa: S608  constants
            f" WHERE CAST({column} AS TEXT) IN ({places})",
            names,
        )
        return (int(found[0][0]),)

    cells = [Cell(line.name, (line.figures.people,)) for line in lines]
    together = kept_together(cells, people_of)
    if not together:
        return tuple(lines)
    apart = [line for line in lines if line.name not in together]
    joined = [line.figures for line in lines if line.name in together]
    (people,) = people_of(together)
    return (*apart, Line("", _sum(joined, people), merged=len(joined)))


def _changes(
    ask: Ask, change: tuple[str, ...], rules: list[Line], hidden: frozenset[str]
) -> tuple[Change, ...]:
    """Return every rule before and after the latest change, small ones merged.

    A third part, older versions, is not shown but could be worked out from the
    rule's total: it has to be large enough as well.  A rule that the other
    table merges is merged here too, or its parts would add up to its total.
    """
    before, after = change
    rows = ask(_BY_PART, (before, after))
    parts: dict[str, list[Figures]] = {
        line.name: [Figures(), Figures(), Figures()] for line in rules
    }
    for rule, part, *row in rows:
        parts[rule][part] = _figures(row)

    def people_of(names: tuple[str, ...]) -> Parts:
        places = ", ".join("?" * len(names))
        query = _PEOPLE_BY_PART.format(part=_PART, places=places)
        counts: dict[int, int] = dict(ask(query, (before, after, *names)))
        return tuple(counts.get(part, 0) for part in range(3))

    cells = [
        Cell(name, tuple(each.people for each in found))
        for name, found in parts.items()
    ]
    together = kept_together(cells, people_of, hidden=hidden)
    changes = [
        Change(name, found[1], found[2])
        for name, found in parts.items()
        if name not in together
    ]
    if together:
        people = people_of(together)
        joined = [
            _sum([parts[name][part] for name in together], people[part])
            for part in (1, 2)
        ]
        changes.append(Change("", joined[0], joined[1], merged=len(together)))
    return tuple(changes)


def _sum(figures: list[Figures], people: int) -> Figures:
    names = [name for name in Figures.__dataclass_fields__ if name != "people"]
    sums = {name: sum(getattr(each, name) for each in figures) for name in names}
    return Figures(people=people, **sums)
