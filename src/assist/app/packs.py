"""What a team lead does with packs, put together; free of Qt and of the network.

Parts are imported where they are used, so that no command waits for what it
does not need.
"""

import dataclasses
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assist.app.build import program_version
from assist.bundled import bundled
from assist.errors import PackFormatError, PackRefusedError, RowsError

if TYPE_CHECKING:
    from assist.authoring.diff import PackDiff
    from assist.authoring.lint import Report
    from assist.authoring.pack import Manifest, Pack
    from assist.authoring.table_import import Imported
    from assist.authoring.trial import Trial

PACK_SUFFIX = ".pack"
SHIPPED_CORPUS = "good_sentences.txt"
_MOST_CORPUS_BYTES = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Built:
    """A pack and what of its source was left out.

    Attributes:
        ignored: ``(sheet, heading)`` of columns, ``(sheet, "")`` of sheets.
    """

    pack: "Pack"
    ignored: tuple[tuple[str, str], ...] = ()


def read_source(source: Path, *, pack_id: str = "", version: int = 0) -> Built:
    """Read a pack file, a workbook, a CSV or a folder of CSVs.

    Args:
        source: What to read.
        pack_id: In the place of the one it gives.
        version: In the place of the one it gives; 0 to keep it.

    Raises:
        InputError: The source cannot be read.
        RowsError: Cells are wrong; the hint names sheet, row, column, remedy.
        PackFormatError: It is no pack, or id or version are none.
    """
    from assist.authoring.parse import check_manifest

    built = _read(source)
    manifest = built.pack.manifest
    manifest = dataclasses.replace(
        manifest,
        pack_id=pack_id or manifest.pack_id,
        version=version or manifest.version,
    )
    check_manifest(manifest)
    return Built(dataclasses.replace(built.pack, manifest=manifest), built.ignored)


def preview(source: Path) -> "Imported":
    """Read tables and return what could be read together with every problem.

    Raises:
        InputError: The source cannot be read at all.
    """
    from assist.authoring.table_import import import_tables
    from assist.packs.sources import read_tables

    return import_tables(read_tables(source), fallback=_fallback(source))


def write_pack(pack: "Pack", target: Path) -> None:
    """Write a pack file in one step.

    Raises:
        PackError: It cannot be written.
    """
    from assist.packs import sources

    sources.write_pack(pack, target)


def export(pack: "Pack", target: Path) -> None:
    """Write a pack as a workbook, a CSV of its rules, or a folder of CSVs.

    Raises:
        InputError: A cell is too long for the kind of file.
        PackError: A file cannot be written.
    """
    from assist.packs import sources

    sources.write_tables(pack, target)


def examine(
    pack: "Pack", own_corpora: Sequence[Path] = (), trial: "Trial | None" = None
) -> "Report":
    """Lint a pack, try its examples, and dry-run it over good sentences.

    Args:
        pack: The pack.
        own_corpora: The lead's own files of good sentences, one a line; the
            shipped file is always tried.
        trial: The pack, compiled; made here if left out.

    Raises:
        InputError: A file of sentences cannot be read.
    """
    from assist.authoring.dry_run import sentences_of
    from assist.authoring.lint import lint
    from assist.packs.csv_reading import read_text

    corpora = [
        (file.stem, sentences_of(read_text(file, most=_MOST_CORPUS_BYTES)))
        for file in (bundled(SHIPPED_CORPUS), *own_corpora)
    ]
    return lint(pack, corpora, trial)


def refuse_unpublishable(report: "Report") -> None:
    """Say in one sentence what keeps a pack from being published, if anything.

    Raises:
        PackRefusedError: There are errors, or gates.
    """
    from assist.authoring.remark import Level

    if report.usable and report.publishable:
        return
    level = Level.GATE if report.usable else Level.ERROR
    remarks = report.of(level)
    more = f" (and {len(remarks) - 1} more)" if len(remarks) > 1 else ""
    raise PackRefusedError(
        f"The pack cannot be published as it is: {remarks[0].said('en')}{more}",
        hint="assist pack lint lists everything.",
    )


def compare_sources(before: Path, after: Path) -> "PackDiff":
    """Compare two packs, or a pack with the workbook it was edited in.

    Raises:
        InputError: One of them cannot be read.
        RowsError: Cells of one are wrong.
        PackFormatError: One of them is no pack.
    """
    from assist.authoring.diff import compare

    return compare(read_source(before).pack, read_source(after).pack)


def check_needs(manifest: "Manifest") -> None:
    """Check that this program is new enough for a pack.

    Raises:
        PackFormatError: It is too old.
    """
    from assist.authoring.versions import program_too_old

    version = program_version()
    if program_too_old(manifest.needs, version):
        raise PackFormatError(
            f"The pack needs Assist {manifest.needs}; this is {version}.",
            hint="Update Assist, then try again.",
        )


def _read(source: Path) -> Built:
    from assist.packs import sources

    if source.suffix.lower() == PACK_SUFFIX:
        return Built(sources.read_pack(source))
    read = preview(source)
    if read.problem_count:
        cells = "cell" if read.problem_count == 1 else "cells"
        raise RowsError(
            f"{source.name}: {read.problem_count} {cells} cannot be used as they are.",
            hint="\n".join(problem.said() for problem in read.problems),
        )
    return Built(read.pack, read.ignored)


def _fallback(source: Path) -> "Manifest":
    from assist.authoring.pack import PACK_ID, Manifest

    stem = re.sub(r"[^a-z0-9]+", "-", source.stem.lower()).strip("-")[:48]
    return Manifest(pack_id=stem if PACK_ID.fullmatch(stem) else "pack")
