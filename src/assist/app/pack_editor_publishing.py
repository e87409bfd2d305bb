"""Signing and publishing from the editor, and the warning before its end."""

import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from assist.app import pack_drafts, pack_publishing, packs
from assist.authoring.lint import Report
from assist.authoring.pack import Pack
from assist.errors import AssistError
from assist.overlay.pack_editor_part_words import file_word
from assist.overlay.pack_editor_publish import PublishWindow, Wish
from assist.overlay.pack_editor_words import filled, trouble

if TYPE_CHECKING:
    from assist.app.pack_editor_desk import EditorDesk


class EditorPublishing(QObject):
    """On the Qt thread; keys and repository are touched on the slow thread.

    Signals (each from the slow thread):
        published: ``(Pack, Wish, created)``.
        refused: ``(AssistError)``.
        keys_made: New keys are there.
        ending: ``(day)``, the repository's time stamp ends soon.
        renewed: It was renewed.
    """

    published = Signal(object, object, bool)
    refused = Signal(object)
    keys_made = Signal()
    ending = Signal(str)
    renewed = Signal()

    def __init__(self, desk: "EditorDesk") -> None:
        super().__init__(desk)
        self._desk = desk
        places = pack_drafts.places()
        self.window = PublishWindow(desk.look, repo=places.repo, keys=places.keys)
        self.window.wanted.connect(self.publish)
        self.window.keys_wanted.connect(self._make_keys)
        self.published.connect(self._show_published)
        self.refused.connect(self._show_refused)
        self.keys_made.connect(self._say_keys)
        self.ending.connect(self._warn)
        self.renewed.connect(lambda: desk.window.head.notify(file_word("renewed")))

    def ask(self) -> None:
        """Ask where to and with which keys, if the pack may be published."""
        report = self._desk.report
        if report is not None and report.usable:
            version = self._desk.pack.manifest.version
            self.window.ask_for(version, needs_reason=not report.publishable)

    def publish(self, wish: Wish) -> None:
        """Sign and publish what was checked."""
        report, pack = self._desk.report, self._desk.pack
        if report is None:  # changed meanwhile
            self.window.close()
            return
        manifest = dataclasses.replace(pack.manifest, version=wish.version)
        pack = dataclasses.replace(pack, manifest=manifest)
        self._post(lambda: self._publish(pack, report, wish))

    def look_at_expiry(self) -> None:
        """Warn when what was published ends within two weeks."""
        places = pack_drafts.places()
        if places.repo and Path(places.repo).exists():
            place = _place(places.repo, places.keys, "")
            self._desk.work.slowly(lambda: self._look(place))

    def renew(self) -> None:
        """Renew the time stamp; needs no password."""
        places = pack_drafts.places()

        def job() -> None:
            pack_publishing.refresh(Path(places.repo), Path(places.keys), str)
            self.renewed.emit()

        self._desk.work.slowly(job)

    def _publish(self, pack: Pack, report: Report, wish: Wish) -> None:
        place = _place(wish.repo, wish.keys, wish.password)
        told = pack_publishing.offer(
            pack, report, place, rollout=wish.rollout, override=wish.reason
        )
        pack_drafts.remember_places(pack_drafts.Places(wish.repo, wish.keys))
        source = self._desk.opened.source
        if source is not None and source.suffix.lower() == packs.PACK_SUFFIX:
            packs.write_pack(pack, source)
        self.published.emit(pack, wish, told.created)

    def _look(self, place: pack_publishing.Place) -> None:
        try:
            ends = pack_publishing.ending_soon(place)
        except AssistError:  # a share that is away is said when it is needed
            return
        if ends is not None:
            self.ending.emit(ends.strftime("%Y-%m-%d"))

    def _make_keys(self, folder: str, password: str) -> None:
        def job() -> None:
            pack_publishing.make_keys(Path(folder), lambda: password)
            self.keys_made.emit()

        self._post(job)

    def _post(self, job: Callable[[], None]) -> None:
        def attempt() -> None:
            try:
                job()
            except AssistError as error:
                self.refused.emit(error)

        self._desk.work.slowly(attempt)

    def _show_published(self, pack: Pack, wish: Wish, created: bool) -> None:
        self.window.forget()
        self.window.close()
        line = filled(file_word("published"), pack.manifest.label, wish.rollout)
        root = file_word("root") if created else ""
        self._desk.window.head.notify(" · ".join(filter(None, (line, root))))
        manifest = dataclasses.replace(pack.manifest, version=pack.manifest.version + 1)
        draft = dataclasses.replace(pack, manifest=manifest)
        self._desk.start_over(draft, pack)

    def _show_refused(self, error: AssistError) -> None:
        hint = f" {error.hint}" if error.hint else ""
        self.window.say(f"{trouble(error)}{hint}")
        self.window.set_busy(busy=False)

    def _say_keys(self) -> None:
        self.window.say(file_word("keys_made"))
        self.window.set_busy(busy=False)

    def _warn(self, day: str) -> None:
        self._desk.window.head.notify(filled(file_word("ending"), day), renew=True)


def _place(repo: str, keys: str, password: str) -> pack_publishing.Place:
    return pack_publishing.Place(Path(repo), Path(keys), lambda: password)
