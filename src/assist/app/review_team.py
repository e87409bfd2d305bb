"""Puts the lead's report and the agent's hand-over together; free of Qt."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from assist.app import build, pack_policy, review_parts
from assist.errors import PolicyError, StoreError

if TYPE_CHECKING:
    from assist.authoring.policy import Export
    from assist.reports.team_figures import TeamFigures
    from assist.review.handover import HandOver
    from assist.review.selection import Selection


def prepared(selected: "Selection", *, team: str, events: bool = False) -> "HandOver":
    """Return what would be handed over of these shifts, to be looked at first.

    Args:
        selected: The shifts.
        team: As the agent was told to write it; may be empty.
        events: The single events are to follow.

    Raises:
        UsageLogError: There is no log, or it cannot be used.
        PolicyError: The organisation does not want it handed over.
    """
    from assist.authoring.policy import Export
    from assist.storage.usage_handover import read_sums

    _allow(Export.TOTALS, "The sums of your shifts")
    if events:
        _allow(Export.EVENTS, "Single events")
    now_ms = build.SystemClock().epoch_ms()
    return read_sums(build.user_folders().usage_log, selected, team=team, now_ms=now_ms)


def hand_over(handed: "HandOver", folder: Path) -> Path:
    """Write the sums into ``folder`` under a neutral name; return the file.

    Raises:
        StoreError: It cannot be written.
    """
    from assist.review.handover import as_json
    from assist.storage.usage_handover import note_handed_over

    target = folder / f"summary-{handed.agent[:12]}-{_days(handed)}.json"
    _write(target, as_json(handed).encode())
    numbers = [shift.shift_id for shift in handed.shifts]
    path = build.user_folders().usage_log
    note_handed_over(path, numbers, now_ms=handed.made_ms)
    return target


def hand_over_events(handed: "HandOver", selected: "Selection", folder: Path) -> Path:
    """Write the single events of the same shifts as well; return the file.

    Raises:
        UsageLogError: The log cannot be used.
        PolicyError: The organisation does not want them handed over.
        StoreError: It cannot be written.
    """
    from assist.authoring.policy import Export
    from assist.storage.usage_handover import read_events

    _allow(Export.EVENTS, "Single events")
    path = build.user_folders().usage_log
    target = folder / f"events-{handed.agent[:12]}-{_days(handed)}.csv"
    _write(target, read_events(path, selected, team=handed.team).encode())
    return target


def handed_over_days(selected: "Selection") -> tuple[str, ...]:
    """Return the days of those selected shifts that were handed over.

    Raises:
        UsageLogError: The log cannot be used.
    """
    from assist.storage.usage_handover import handed_over

    return tuple(
        f"{datetime.fromtimestamp(span.began_ms / 1000).astimezone():%Y-%m-%d}"
        for span in handed_over(build.user_folders().usage_log, selected)
    )


def delete(selected: "Selection") -> int:
    """Delete shifts of this user for good; return how many.

    Raises:
        UsageLogError: The log cannot be written.
    """
    from assist.storage.usage_handover import delete_shifts

    return delete_shifts(build.user_folders().usage_log, selected)


def team_figures(folder: Path, *, events: bool) -> "TeamFigures":
    """Add up what is in a folder: summaries, or single events.

    Raises:
        InputError: A file is not in its form, there are too few agents, or
            what reads events is not installed.
    """
    if events:
        from assist.reports.team_duckdb import from_events

        return from_events(folder)
    from assist.reports.team_sqlite import from_summaries, summaries_in

    return from_summaries(summaries_in(folder))


def write_team_report(figures: "TeamFigures", target: Path, language: str) -> None:
    """Write the report.

    Raises:
        StoreError: It cannot be written.
    """
    from assist.reports.team_report import team_report

    names = review_parts.phrase_names()
    review_parts.write_private(target, team_report(figures, names, language).encode())


def store_events(folder: Path, target: Path) -> int:
    """Put all events of a folder into one Parquet file; return how many.

    Raises:
        InputError: A file is not in its form, or DuckDB is not installed.
    """
    from assist.reports.team_duckdb import to_parquet

    return to_parquet(folder, target)


def _allow(export: "Export", what: str) -> None:
    if export not in pack_policy.machine_policy().exports:
        raise PolicyError(
            f"{what} are not handed over in your organisation.",
            hint="The policy file of this machine would have to allow it.",
        )


def _days(handed: "HandOver") -> str:
    days = sorted(shift.day for shift in handed.shifts)
    return f"{days[0]}-{days[-1]}" if days else "empty"


def _write(target: Path, content: bytes) -> None:
    """Write for whoever collects: readable as the folder's own rules have it.

    Raises:
        StoreError: It cannot be written.
    """
    try:
        target.write_bytes(content)
    except OSError as error:
        raise StoreError(
            f"The file {target.name} cannot be written: {error.strerror}.",
            hint="Choose a folder that is there and can be written.",
        ) from error
