"""The only crossing from other threads to the Qt thread."""

from PySide6.QtCore import QObject, Signal

from assist.model.draft import Field
from assist.pipeline.view import Checked, Offer, Result
from assist.ports import Status


class Bridge(QObject):
    """Turns what the pipeline says into queued signals; implements ``View``.

    Made on the Qt thread; its methods are called on others, so Qt queues each
    signal into its own event loop.

    Signals:
        checked: ``(Checked)``.
        offered: ``(Offer)``.
        status: ``(Status)``.
        result: ``(Result)``.
        left: ``(Field)``.
        chord: ``(str)``, a grabbed key combination was pressed.
        taken: ``(str)``, another program holds this key combination.
        log_failed: ``(UsageLogError | None)``; None once it works again.
    """

    checked = Signal(object)
    offered = Signal(object)
    status = Signal(object)
    result = Signal(object)
    left = Signal(object)
    chord = Signal(str)
    taken = Signal(str)
    log_failed = Signal(object)

    def show_findings(self, checked: Checked) -> None:
        """Send on a checked draft."""
        self.checked.emit(checked)

    def show_offer(self, offer: Offer) -> None:
        """Send on what can be done about the findings."""
        self.offered.emit(offer)

    def show_status(self, status: Status) -> None:
        """Send on whether drafts can be read."""
        self.status.emit(status)

    def show_result(self, result: Result) -> None:
        """Send on what became of a choice."""
        self.result.emit(result)

    def hide_field(self, field: Field) -> None:
        """Send on that a field lost the focus."""
        self.left.emit(field)
