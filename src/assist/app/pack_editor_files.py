"""What the editor reads in and writes out: tables, packs, sentences, marks."""

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from assist.app import pack_alarms, packs
from assist.authoring.diff import compare
from assist.authoring.pack import Pack
from assist.authoring.table_import import Imported
from assist.overlay.pack_editor_content import change_notes, problem_notes
from assist.overlay.pack_editor_import import ImportWindow
from assist.overlay.pack_editor_part_words import file_word
from assist.overlay.pack_editor_words import change_line, filled

if TYPE_CHECKING:
    from assist.app.pack_editor_desk import EditorDesk

_READ = "*.xlsx *.xlsm *.csv *.tsv *.pack"
_WRITE = {"Excel (*.xlsx)": ".xlsx", "CSV (*.csv)": ".csv", "Pack (*.pack)": ".pack"}
_SENTENCES = "*.txt *.csv"
_MARKS = "*.csv *.xlsx *.json"


class EditorFiles(QObject):
    """On the Qt thread; files are read and written on the slow thread.

    Signals:
        imported: ``(Imported)``, from the slow thread.
        written: ``(name)`` of a file, from the slow thread.
        marks_read: ``(alarms)``, from the slow thread.
    """

    imported = Signal(object)
    written = Signal(str)
    marks_read = Signal(object)

    def __init__(self, desk: "EditorDesk") -> None:
        super().__init__(desk)
        self._desk = desk
        self.corpora: tuple[Path, ...] = ()
        self.preview = ImportWindow(desk.look)
        self._wanted: Pack | None = None
        self.preview.taken.connect(self._take)
        self.imported.connect(self._show)
        self.written.connect(self._say_written)

    def ask_import(self) -> None:
        """Ask for a table or a pack, and show what it would change."""
        chosen, _ = QFileDialog.getOpenFileName(self._desk.window, "", "", _READ)
        if chosen:
            self.read(Path(chosen))

    def read(self, source: Path) -> None:
        """Read a table or a pack, and show what it would change."""
        self._desk.work.slowly(lambda: self.imported.emit(_read(source)))

    def ask_export(self) -> None:
        """Ask where to, and write the draft there."""
        name = str(Path.home() / f"{self._desk.pack.manifest.pack_id}.xlsx")
        chosen, kind = QFileDialog.getSaveFileName(
            self._desk.window, "", name, ";;".join(_WRITE)
        )
        if chosen:
            target = Path(chosen)
            if target.suffix.lower() not in _WRITE.values():
                target = target.with_name(target.name + _WRITE[kind])
            self.write(target)

    def write(self, target: Path) -> None:
        """Write the draft as a table, or as a pack file."""
        pack = self._desk.pack
        whole = target.suffix.lower() == packs.PACK_SUFFIX
        put = packs.write_pack if whole else packs.export

        def job() -> None:
            put(pack, target)
            self.written.emit(target.name)

        self._desk.work.slowly(job)

    def save(self) -> None:
        """Write the pack file it came from, or ask where to."""
        source = self._desk.opened.source
        if source is not None and source.suffix.lower() == packs.PACK_SUFFIX:
            self.write(source)
        else:
            self.ask_export()

    def ask_sentences(self) -> None:
        """Ask for a file of good sentences, and try them too."""
        chosen, _ = QFileDialog.getOpenFileName(self._desk.window, "", "", _SENTENCES)
        if chosen:
            self.try_sentences(Path(chosen))

    def try_sentences(self, file: Path) -> None:
        """Try the sentences of a file from now on."""
        self.corpora = tuple(dict.fromkeys((*self.corpora, file)))
        self._desk.look_over()

    def ask_marks(self) -> None:
        """Ask for files that agents handed over."""
        chosen, _ = QFileDialog.getOpenFileNames(self._desk.window, "", "", _MARKS)
        if chosen:
            self.read_marks([Path(one) for one in chosen])

    def read_marks(self, files: list[Path]) -> None:
        """Read false alarms from files that agents handed over."""
        self._desk.work.slowly(
            lambda: self.marks_read.emit(pack_alarms.read_alarms(files))
        )

    def _show(self, read: Imported) -> None:
        language = self._desk.look.language
        if read.problem_count:
            self.preview.show_result(
                filled(file_word("wrong"), read.problem_count),
                file_word("unchanged"),
                problem_notes(read.problems, language),
                usable=False,
            )
            return
        self._wanted = _merged(self._desk.pack, read.pack)
        found = compare(self._desk.pack, self._wanted)
        ignored = "、".join(heading or sheet for sheet, heading in read.ignored)
        left_out = filled(file_word("ignored"), ignored) if ignored else ""
        self.preview.show_result(
            file_word("preview"),
            " · ".join(filter(None, (change_line(found), left_out))),
            change_notes(found),
            usable=True,
        )

    def _take(self) -> None:
        if self._wanted is not None:
            self._desk.change(self._wanted)

    def _say_written(self, name: str) -> None:
        self._desk.window.head.notify(filled(file_word("written"), name))


def _read(source: Path) -> Imported:
    if source.suffix.lower() == packs.PACK_SUFFIX:
        return Imported(packs.read_source(source).pack, (), 0, ())
    return packs.preview(source)


def _merged(pack: Pack, read: Pack) -> Pack:
    """Take the rules, and of the rest what the source has at all."""
    return dataclasses.replace(
        pack,
        rules=read.rules,
        word_classes=read.word_classes or pack.word_classes,
        standard=read.standard or pack.standard,
        apps=read.apps or pack.apps,
        checks=read.checks or pack.checks,
    )
