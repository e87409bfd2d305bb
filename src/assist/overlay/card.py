"""The card: one finding, why, and how it could be put."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCursor, QShowEvent
from PySide6.QtWidgets import QScrollArea

from assist.model.finding import Finding
from assist.overlay import card_words, categories
from assist.overlay.announce import announce
from assist.overlay.card_body import LISTED_FROM, CardBody
from assist.overlay.card_footer import CardFooter
from assist.overlay.card_header import CardHeader
from assist.overlay.card_values import CardChoice, Keys
from assist.overlay.floating import FloatingWindow
from assist.overlay.sheet import sheet
from assist.overlay.theme import Look

_WIDE = 368
_OF_SCREEN_WIDE = 0.9
_OF_SCREEN_HIGH = 0.6


class FindingCard(FloatingWindow):
    """A card beside the draft; it has no focus, so keys come in through slots.

    Each finding is answered at most once per showing: a second click on a
    replacement does nothing until findings are shown again.

    Signals:
        replacement_chosen: ``(finding id, index)``.
        ignored: ``(finding id)``.
        marked_wrong: ``(finding id)``.
        finding_shown: ``(finding id)``, whenever another finding is turned to.
        closed: The agent closed the card.
        collapsed: Nobody touched the card for as long as was set.
    """

    replacement_chosen = Signal(int, int)
    ignored = Signal(int)
    marked_wrong = Signal(int)
    finding_shown = Signal(int)
    closed = Signal()
    collapsed = Signal()

    def __init__(self, look: Look, *, keys: Keys | None = None) -> None:
        super().__init__(look)
        self._keys = keys or Keys()
        self._findings: tuple[Finding, ...] = ()
        self._previews: tuple[tuple[CardChoice, ...], ...] = ()
        self._draft_text = ""
        self._at, self._answered = 0, False
        self._preferred: int | None = None
        self._explained = False
        self._collapse = QTimer(self, singleShot=True)
        self._collapse.timeout.connect(self._collapse_unless_looked_at)
        self.setObjectName("card")
        self.setWindowTitle("Assist")
        self._build()

    def _build(self) -> None:
        look = self.look
        self._header = CardHeader(look, self)
        self._header.previous_wanted.connect(self.previous)
        self._header.next_wanted.connect(self.next)
        self._header.close_wanted.connect(self.dismiss)
        self._body = CardBody(look)
        self._body.chosen.connect(self.choose)
        self._body.turned_to.connect(self._turn_to)
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.setStyleSheet(sheet(look))
        self._scroll.setWidget(self._body)
        self._body.setAutoFillBackground(False)
        self._footer = CardFooter(look, self)
        self._footer.ignore.clicked.connect(self.ignore)
        self._footer.wrong.clicked.connect(self.mark_wrong)
        self._footer.more.clicked.connect(self.explain)

    # What is shown.

    def show_findings(
        self,
        findings: tuple[Finding, ...],
        draft_text: str,
        previews: tuple[tuple[CardChoice, ...], ...],
    ) -> None:
        """Show findings, keeping to the one shown if it is still among them.

        Args:
            findings: At least one, the most pressing first.
            draft_text: The draft they were found in.
            previews: For each finding its replacements, at most three.

        Raises:
            ValueError: There is no finding, or not one preview for each.
        """
        if not findings or len(findings) != len(previews):
            raise ValueError("a card needs findings, and previews for each")
        shown = self.shown_id
        ids = [finding.finding_id for finding in findings]
        self._findings = findings
        self._previews = previews
        self._draft_text = draft_text
        same = shown in ids
        self._at = ids.index(shown) if same and shown is not None else 0
        if not same:
            self._explained = False
            self.forget_place()
        if not self._turn_to_preferred():
            self._turn(announced=not same)

    def forget(self) -> None:
        """Keep no word of a draft that was sent or deleted; the card is closed."""
        self._findings, self._previews, self._draft_text = (), (), ""
        self.setAccessibleName("")
        self._body.forget()

    def collapse_after(self, seconds: int) -> None:
        """Go away by itself after ``seconds`` without a touch; 0 for never."""
        self._collapse.setInterval(seconds * 1000)

    def _collapse_unless_looked_at(self) -> None:
        if self.frameGeometry().contains(QCursor.pos()):
            self._wait_again()
        elif self.isVisible():
            self.hide()
            self.collapsed.emit()

    def _wait_again(self) -> None:
        if self._collapse.interval():
            self._collapse.start()

    def prefer(self, finding_id: int) -> None:
        """Turn to this finding, now or when it is shown next."""
        self._preferred = finding_id
        self._turn_to_preferred()

    def _turn_to_preferred(self) -> bool:
        ids = [finding.finding_id for finding in self._findings]
        if self._preferred not in ids:
            return False
        self._at, self._preferred = ids.index(self._preferred), None
        self._turn(announced=True)
        return True

    @property
    def shown_id(self) -> int | None:
        """Id of the finding shown; None before the first."""
        return self._findings[self._at].finding_id if self._findings else None

    def _turn(self, *, announced: bool) -> None:
        self._answered = False
        self.refresh()
        self._wait_again()
        if announced:
            finding = self._findings[self._at]
            self.finding_shown.emit(finding.finding_id)
            if self.isVisible():
                self._announce()

    def set_look(self, look: Look) -> None:
        """Follow a change of the look."""
        self._scroll.setStyleSheet(sheet(look))
        super().set_look(look)

    def refresh(self) -> None:
        """Word and lay out everything anew."""
        if not self._findings:
            return
        finding, choices = self._findings[self._at], self._previews[self._at]
        wide = self._wide()
        count = len(self._findings)
        if count >= LISTED_FROM:
            self._header.show_count(count, self._keys)
        else:
            self._header.show_finding(
                finding.rule.severity,
                categories.category_name(finding.rule.category),
                number=self._at + 1,
                count=count,
            )
        quotes = tuple(
            found.span.of(self._draft_text) or found.matched for found in self._findings
        )
        self._body.show_list(self._findings, quotes, self._at)
        self._body.explain(finding.rule, shown=self._explained)
        words = (quotes[self._at], self._draft_text)
        self._body.show_finding(finding, choices, words=words, room=wide)
        self._footer.show_keys(self._keys)
        self._fit(wide)
        self.setAccessibleName(self._sentence())
        self.update()

    def _wide(self) -> int:
        screen = self.screen().availableGeometry().width()
        return min(self.look.px(_WIDE), int(screen * _OF_SCREEN_WIDE))

    def _fit(self, wide: int) -> None:
        """Give each part its place inside the frame's line."""
        inner = wide - 2 * self.look.frame
        header = self._header.sizeHint().height()
        footer = self._footer.sizeHint().height()
        most = int(self.screen().availableGeometry().height() * _OF_SCREEN_HIGH)
        room = max(most - header - footer, self.look.px(60))
        body = self._body.heightForWidth(inner)
        if body > room:
            self._body.leave_out_comparison()
            body = self._body.heightForWidth(inner)
        if body > room:
            bar = self._scroll.verticalScrollBar().sizeHint().width()
            body = self._body.heightForWidth(inner - bar)
            self._body.setFixedSize(inner - bar, body)
        else:
            self._body.setFixedSize(inner, body)
        shown = min(body, room)
        x = y = self.margin + self.look.frame
        self._header.setGeometry(x, y, inner, header)
        self._scroll.setGeometry(x, y + header, inner, shown)
        self._footer.setGeometry(x, y + header + shown, inner, footer)
        tall = header + shown + footer + 2 * self.look.frame
        self.resize_frame(QSize(wide, tall))
        top, bottom = self._body.open_part
        self._scroll.ensureVisible(0, bottom, 0, 0)
        self._scroll.ensureVisible(0, top, 0, 0)

    def _sentence(self) -> str:
        finding, choices = self._findings[self._at], self._previews[self._at]
        return card_words.announcement(
            finding,
            category=categories.category_name(finding.rule.category),
            why=categories.reason(finding.rule, self.look.language),
            first=choices[0].label_text if choices else "",
        )

    def _announce(self) -> None:
        announce(self, self._sentence(), self._findings[self._at].rule.severity)

    def showEvent(self, event: QShowEvent) -> None:
        """Tell screen readers what opened."""
        super().showEvent(event)
        self._wait_again()
        if self._findings:
            self._announce()

    # What the agent does, by mouse or by a key grabbed elsewhere.

    @Slot(int)
    def choose(self, index: int) -> None:
        """Choose a replacement of the finding shown, counted from 0."""
        choices = self._previews[self._at] if self._findings else ()
        if self._answered or not 0 <= index < len(choices) or not choices[index].filled:
            return
        self._answered = True
        self.replacement_chosen.emit(self._findings[self._at].finding_id, index)

    @Slot()
    def ignore(self) -> None:
        """Let the finding shown pass this once."""
        if self._answered or not self._findings:
            return
        self._answered = True
        self.ignored.emit(self._findings[self._at].finding_id)

    @Slot()
    def mark_wrong(self) -> None:
        """Say that the finding shown is none."""
        if self._answered or not self._findings:
            return
        self._answered = True
        self.marked_wrong.emit(self._findings[self._at].finding_id)

    def explain(self) -> None:
        """Say where the rule comes from, or no more."""
        self._explained = not self._explained
        self.refresh()
        self._wait_again()

    @Slot()
    def next(self) -> None:
        """Turn to the next finding; after the last comes the first."""
        self._turn_to(self._at + 1)

    @Slot()
    def previous(self) -> None:
        """Turn to the finding before; before the first comes the last."""
        self._turn_to(self._at - 1)

    def _turn_to(self, place: int) -> None:
        if len(self._findings) > 1:
            self._at = place % len(self._findings)
            self._explained = False
            self._turn(announced=True)

    def dismiss(self) -> None:
        """Close without an answer."""
        self.hide()
        self.closed.emit()
