"""A change to a draft, computed in full before anything is touched."""

from dataclasses import dataclass, field

from assist.model.span import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace ``span`` of ``before`` by ``replacement``.

    All texts are kept out of the repr.

    Attributes:
        span: Code points of ``before`` that are taken out.
        replacement: What is put there; may be empty.
        before: The whole text the edit was computed for.
    """

    span: Span
    replacement: str = field(repr=False)
    before: str = field(repr=False)

    def __post_init__(self) -> None:
        if self.span.end > len(self.before):
            raise ValueError(f"{self.span} lies outside a text of {len(self.before)}")

    @property
    def after(self) -> str:
        """The whole text that must be read back once the edit is applied."""
        return (
            self.before[: self.span.start]
            + self.replacement
            + self.before[self.span.end :]
        )

    @property
    def caret(self) -> int:
        """Where the agent expects the caret afterwards: behind the new words."""
        return self.span.start + len(self.replacement)

    def reversed(self) -> "Edit":
        """Return the edit that restores ``before`` exactly."""
        span = Span(self.span.start, self.span.start + len(self.replacement))
        return Edit(span, self.span.of(self.before), self.after)
