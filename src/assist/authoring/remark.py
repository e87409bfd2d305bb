"""What lint says about a pack."""

from dataclasses import dataclass
from enum import StrEnum

from assist.authoring.problem import LANGUAGES, said


class Level(StrEnum):
    """How much a remark weighs.

    ``error``: the pack cannot be used; ``gate``: it is published only with a
    recorded override; ``warning`` and ``hint`` stop nothing.
    """

    ERROR = "error"
    GATE = "gate"
    WARNING = "warning"
    HINT = "hint"

    @property
    def rank(self) -> int:
        """0 for the level that weighs most."""
        return list(Level).index(self)


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing lint found.

    Attributes:
        level: How much it weighs.
        code: Key of :data:`assist.authoring.sayings.SAYINGS`.
        rule_id: The rule or sentence concerned; empty for the whole pack.
        details: What the saying needs to be complete.
    """

    level: Level
    code: str
    rule_id: str = ""
    details: tuple[str, ...] = ()

    def said(self, language: str = LANGUAGES[0]) -> str:
        """Return which rule, what is wrong, and the remedy."""
        mark = ": " if language == "en" else "："
        head = f"{self.rule_id}{mark}" if self.rule_id else ""
        return f"{head}{said(self.code, self.details, language)}"
