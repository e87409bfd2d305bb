"""A made-up team: who triggered what, as summaries and as single events."""

import csv
import random

from assist.model.usage import Action
from assist.review.handover import ACTIONS, HandOver, ShiftSums, as_json
from assist.storage.usage_handover import EVENT_COLUMNS

OUTCOMES = tuple(action for action in Action if action is not Action.SHOWN)


def events_of(number, seed, *, shifts=6, messages=12):
    """Return rows of single events of one agent, as the log hands them over."""
    agent, team = f"{number:032x}", ("day", "night", "web")[number % 3]
    rows = []
    for shift in range(1, shifts + 1):
        day, pack = f"2026-10-{shift:02d}", "v9" if shift <= shifts // 2 else "v10"
        for _ in range(messages):
            hour = seed.randrange(9, 13)
            flagged = seed.random() < 0.5
            rule = int(12 * seed.random() ** 2)
            severity = ("high", "medium", "low")[rule % 3]
            at = (agent, team, shift, day, hour)
            if flagged:
                about = (f"F{rule:02d}", pack, severity, f"类别{rule % 4}")
                rows.append((*at, *about, "shown"))
                rows.append((*at, *about, seed.choice(OUTCOMES).value))
            whole = seed.choice(("sent", "sent", "sent", "cleared", "unknown"))
            rows.append((*at, "", "", severity if flagged else "", "", whole))
    return rows


def team(agents=12, seed=1, **how):
    return {
        number: events_of(number, random.Random(seed * 1000 + number), **how)  # noqa: S311
        for number in range(agents)
    }


def write_events(rows, target):
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(EVENT_COLUMNS)
        writer.writerows(rows)


def summary_of(rows, made_ms=1):
    """Return the summary that belongs to one agent's events."""
    agent, name = rows[0][:2]
    shifts = {}
    for _, _, shift, day, hour, rule, pack, severity, category, action in rows:
        _, rules, hours = shifts.setdefault(shift, (day, {}, {}))
        at = hours.setdefault(hour, [hour, 0, 0, 0, 0, 0, 0, 0])
        if rule:
            counts = rules.setdefault((rule, pack, severity, category), [0] * 9)
            counts[ACTIONS.index(action)] += 1
            if action == "shown":
                at[{"high": 5, "medium": 6, "low": 7}[severity]] += 1
        elif action == "sent":
            at[1] += 1
            at[2] += not severity
        else:
            at[{"cleared": 3, "unknown": 4}[action]] += 1
    return HandOver(
        agent=agent,
        team=name,
        made_ms=made_ms,
        shifts=tuple(
            ShiftSums(
                shift_id=shift,
                day=day,
                rules=tuple([*about, *counts] for about, counts in rules.items()),
                hours=tuple(hours.values()),
            )
            for shift, (day, rules, hours) in shifts.items()
        ),
    )


def write_summary(rows, target, made_ms=1):
    target.write_text(as_json(summary_of(rows, made_ms)), "utf-8")
