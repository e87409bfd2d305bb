"""The languages of the interface, and switching between them."""

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTranslator

_FOLDER = Path(__file__).parent / "i18n"


class Language(StrEnum):
    """A language the interface is written in; the value is its locale."""

    SIMPLIFIED = "zh_CN"  # the language of the source: needs no file
    TRADITIONAL = "zh_TW"
    ENGLISH = "en"


class Translations:
    """Puts one language in force for the whole program at a time."""

    def __init__(self) -> None:
        self._translator: QTranslator | None = None

    def use(self, language: Language) -> None:
        """Switch to ``language``; open windows are told by Qt and follow."""
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None
        if language is Language.SIMPLIFIED:
            return
        translator = QTranslator()
        translator.load(str(_FOLDER / f"assist_{language}.qm"))
        QCoreApplication.installTranslator(translator)
        self._translator = translator
