"""Telling screen readers what came up without the focus moving there."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from assist.model.rule import Severity


def announce(widget: QWidget, sentence: str, severity: Severity = Severity.LOW) -> None:
    """Say ``sentence``; a grave finding interrupts, others wait their turn."""
    if not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(widget, sentence)
    urgent = severity is Severity.HIGH
    event.setPoliteness(
        QAccessible.AnnouncementPoliteness.Assertive
        if urgent
        else QAccessible.AnnouncementPoliteness.Polite
    )
    QAccessible.updateAccessibility(event)
