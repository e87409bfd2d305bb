"""What a phrase pack says about one compliant sentence (规范用语)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardPhrase:
    """A sentence the company wants its agents to use.

    Attributes:
        phrase_id: Unique in its pack, e.g. ``S021``.
        scenario: Where in a conversation it belongs, e.g. ``请客户等待``.
        text: The sentence; may hold slots such as ``{公司}``.
        slots: Names of the slots in the order of the sentence, without braces.
        source: Where the sentence comes from.
    """

    phrase_id: str
    scenario: str
    text: str
    slots: tuple[str, ...] = ()
    source: str = ""
