"""Puts the parts of the review together; free of Qt."""

import json
import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from assist.app import build
from assist.errors import InputError, PhraseListError, StoreError

if TYPE_CHECKING:
    from assist.review.review import PhraseNames, Review
    from assist.review.selection import Selection
    from assist.review.shifts import ShiftSpan
    from assist.review.summary import Summary
    from assist.review.wording import Words


def selection(text: str) -> "Selection":
    """Read which shifts are meant; see ``review.selection``.

    Raises:
        ValueError: It cannot be read.
    """
    from assist.review.selection import parse_selection

    today = datetime.now().astimezone().date()
    return parse_selection(text, today=today)


def summarise(selected: "Selection") -> "Summary":
    """Add up shifts of this user.

    Raises:
        UsageLogError: The log is damaged, locked or of a newer format.
    """
    from assist.review.summary import Summary
    from assist.storage.usage_totals import read_totals

    return Summary(selected, read_totals(build.user_folders().usage_log, selected))


def review(selected: "Selection", *, listed: int = 2000) -> "Review":
    """Return all that a review of this user's shifts shows.

    Args:
        selected: The shifts.
        listed: At most so many single findings.

    Raises:
        UsageLogError: The log is damaged, locked or of a newer format.
    """
    from assist.review.review import Review
    from assist.storage.usage_entries import read_entries

    path = build.user_folders().usage_log
    return Review(
        summary=summarise(selected),
        entries=read_entries(path, selected, limit=listed),
        names=phrase_names(),
        now_ms=build.SystemClock().epoch_ms(),
    )


def phrase_names() -> "PhraseNames":
    """Return how rules are called; without a usable list, by their ids."""
    from assist.review.review import PhraseNames

    try:
        rules = build.load_phrases().rules
    except PhraseListError:
        return PhraseNames()
    return PhraseNames(
        phrases={rule.rule_id: rule.phrase for rule in rules},
        enabled=tuple(rule.rule_id for rule in rules if rule.enabled),
    )


def shifts() -> "tuple[ShiftSpan, ...]":
    """Return every shift of this user in which anything happened, oldest first.

    Raises:
        UsageLogError: The log is damaged, locked or of a newer format.
    """
    from assist.storage.usage_reading import read_shifts

    return read_shifts(build.user_folders().usage_log)


def report(review: "Review", form: str, words: "Words") -> bytes:
    """Return a review as a file: ``html``, ``xlsx``, ``csv`` or ``json``.

    Raises:
        InputError: There is no such form.
    """
    if form == "html":
        from assist.reports.html_report import html_report

        return html_report(review, words).encode()
    if form == "xlsx":
        from assist.reports.xlsx_report import xlsx_report

        return xlsx_report(review, words)
    if form == "csv":
        from assist.reports.csv_report import csv_report

        return csv_report(review, words)
    if form == "json":
        from assist.review.summary import as_mapping

        text = json.dumps(as_mapping(review.summary), ensure_ascii=False, indent=1)
        return text.encode() + b"\n"
    raise InputError(
        f"A review cannot be written as {form}.", hint="Use html, xlsx, csv or json."
    )


def write_report(review: "Review", form: str, target: Path, words: "Words") -> None:
    """Write a review into a file that only this user can read.

    Raises:
        InputError: There is no such form.
        StoreError: The file cannot be written.
    """
    write_private(target, report(review, form, words))


def write_private(target: Path, content: bytes) -> None:
    """Put a file in its place whole, readable by this user alone.

    Raises:
        StoreError: The file cannot be written; one that was there is untouched.
    """
    part = target.with_name(f".{target.name}.part")
    try:
        made = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(made, "wb") as file:
            file.write(content)
        part.replace(target)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise StoreError(
            f"The file {target} cannot be written: {error.strerror}.",
            hint="Choose another folder.",
        ) from error
