"""The desks for pad, palette and answers, made for the main one."""

from collections.abc import Callable
from dataclasses import dataclass

from assist.app import answers, build
from assist.app.answer_desk import AnswerDesk, Keeping
from assist.app.hands import Hands
from assist.app.pack_agent import standard_phrases
from assist.app.pad_desk import PadDesk
from assist.app.palette_desk import PaletteDesk
from assist.app.windows import Windows
from assist.backends.backend import Backend
from assist.overlay.pad import ComposePad
from assist.overlay.palette import PhrasePalette
from assist.overlay.theme import Look
from assist.pipeline.pad_insertion import PadInsertion
from assist.settings import Settings


@dataclass(frozen=True, slots=True)
class Desks:
    """Those who look after windows that the main desk opens."""

    pad: PadDesk
    palette: PaletteDesk
    answers: AnswerDesk


@dataclass(frozen=True, slots=True)
class Fittings:
    """What desks are made of.

    Attributes:
        look: Tells the look in force.
        pack: Version of the phrase list.
    """

    backend: Backend
    hands: Hands
    windows: Windows
    pad: ComposePad
    palette: PhrasePalette
    look: Callable[[], Look]
    pack: str


def make_desks(fittings: Fittings, settings: Settings) -> Desks:
    """Make the desks and connect them with their windows."""
    backend, hands = fittings.backend, fittings.hands
    insertion = PadInsertion(
        backend.windows, backend.inserter, backend.paster, backend.sender
    )
    return Desks(
        PadDesk(fittings.pad, insertion, backend.windows, hands, settings),
        PaletteDesk(
            fittings.palette,
            standard_phrases,
            insertion,
            backend.windows,
            hands,
        ),
        _answers(fittings),
    )


def _answers(fittings: Fittings) -> AnswerDesk:
    """Keep what the agent says about findings, apart from the log."""
    kept = answers.store()
    keeping = Keeping(
        kept.add_reason,
        kept.add_clause,
        answers.may_attach,
        fittings.pack,
        build.SystemClock(),
    )
    return AnswerDesk(
        fittings.windows.follow_up,
        keeping,
        fittings.hands,
        fittings.backend.windows,
        fittings.look,
    )
