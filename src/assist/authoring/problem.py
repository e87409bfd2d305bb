"""What is wrong in a table or a pack, where, and what to do about it."""

from dataclasses import dataclass

from assist.authoring.sayings import SAYINGS
from assist.authoring.sayings_hant import SAYINGS_HANT

LANGUAGES = ("zh", "en", "zh-Hant")


@dataclass(frozen=True, slots=True)
class Place:
    """A cell as a spreadsheet program counts it; the heading line counts too.

    Attributes:
        sheet: Name of the sheet, or of the file.
        row: Counted from 1; 0 for the whole sheet.
        column: Heading of the column as it is written; may be empty.
    """

    sheet: str
    row: int = 0
    column: str = ""

    def said(self, language: str) -> str:
        """Return the place in words."""
        if language == "en":
            parts = [f"sheet “{self.sheet}”"]
            parts += [f"row {self.row}"] if self.row else []
            parts += [f"column “{self.column}”"] if self.column else []
            return ", ".join(parts)
        if language == "zh-Hant":
            row = f"第 {self.row} 列" if self.row else ""
            column = f"「{self.column}」欄" if self.column else ""
            return f"表「{self.sheet}」{row}{column}"
        row = f"第 {self.row} 行" if self.row else ""
        column = f"“{self.column}”列" if self.column else ""
        return f"表“{self.sheet}”{row}{column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that keeps a table from being read.

    Attributes:
        code: Key of :data:`assist.authoring.sayings.SAYINGS`.
        place: Where it is.
        details: What the saying needs to be complete.
    """

    code: str
    place: Place
    details: tuple[str, ...] = ()

    def said(self, language: str = LANGUAGES[0]) -> str:
        """Return where it is, what is wrong, and the remedy."""
        where = self.place.said(language)
        mark = ": " if language == "en" else "："
        return f"{where}{mark}{said(self.code, self.details, language)}"


def said(code: str, details: tuple[str, ...], language: str = LANGUAGES[0]) -> str:
    """Return what is wrong and the remedy in one of :data:`LANGUAGES`."""
    if language == "zh-Hant":
        what, remedy = SAYINGS_HANT[code]
    else:
        what, remedy = SAYINGS[code][LANGUAGES.index(language)]
    gap = " " if language == "en" and remedy else ""
    return f"{what}{gap}{remedy}".format(*details)
