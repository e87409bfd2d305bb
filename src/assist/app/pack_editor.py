"""The pack editor as a program of its own; started by a command or from the tray."""

import sys
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication

from assist.app import pack_drafts
from assist.app.appearance import LANGUAGES
from assist.app.core_dumps import forbid_core_dumps
from assist.app.display import require_display
from assist.app.pack_editor_desk import EditorDesk
from assist.app.quitting import QuitOnSignal
from assist.overlay.language import Translations
from assist.settings import Settings

_SWITCH_SECONDS = 0.0005
"""How soon a busy thread of ours lets the Qt thread go on, a tenth of the usual.

Measured with 20,000 rules while a change is looked over: the longest wait for an
event was 133 ms with it and 700 ms without, the 99th percentile 34 and 182 ms.
"""


def run(settings: Settings, source: Path | None) -> int:
    """Edit a pack or a table until the window is closed; return the exit code.

    Args:
        settings: Language and theme.
        source: None goes on with the last one, or begins a new pack.

    Raises:
        NoDisplayError: There is no screen.
        InputError: The source cannot be read.
        RowsError: Cells are wrong; the hint names each.
        PackFormatError: It is no pack.
    """
    opened = pack_drafts.open_source(source)
    forbid_core_dumps()
    require_display()
    sys.setswitchinterval(_SWITCH_SECONDS)
    application = QApplication(sys.argv[:1])
    application.setApplicationName("assist")
    translations = Translations()
    translations.use(LANGUAGES[settings.language])
    with ExitStack() as running:
        desk = EditorDesk(settings, opened, running)
        desk.begin()
        QuitOnSignal(application)
        return application.exec()


def open_pack_editor() -> bool:
    """Open the editor in a process of its own; False if it cannot be."""
    frozen = getattr(sys, "frozen", False)
    start = [] if frozen else ["-m", "assist.cli.main"]
    started, _process = QProcess.startDetached(sys.executable, [*start, "pack", "edit"])
    return started
