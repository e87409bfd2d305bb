"""More states for tools/screenshots.py: answers, palette, pad that sends, facts."""

from collections.abc import Iterator

from PySide6.QtWidgets import QLineEdit, QWidget
from screenshot_samples import PAD, PAD_CHOICES, PAD_TEXT

from assist.model.standard import StandardPhrase
from assist.overlay import about_words
from assist.overlay.about_words import InUse
from assist.overlay.clause_window import ClauseWindow
from assist.overlay.facts_window import FactsWindow
from assist.overlay.follow_up import Answered, FollowUp
from assist.overlay.pad import ComposePad
from assist.overlay.pad_editor import PadEditor
from assist.overlay.palette import PhrasePalette
from assist.overlay.theme import Look
from assist.palette.search import PhraseSearch

CHORDS = ("Alt+1", "Alt+2", "Alt+3")
PHRASES = tuple(
    StandardPhrase(phrase_id=f"S{number}", scenario=scenario, text=text)
    for number, (scenario, text) in enumerate(
        [
            ("请客户等待", "请稍等，我为您查一下。"),
            ("请客户等待", "好的，请稍等，我帮您核实一下。"),
            (
                "转接",
                "对不起，您所咨询的内容有专门的部门服务，帮您转接有关部门，请稍等。",
            ),
            ("转接", "您好，现在为您转接{工号}号客户代表，请稍等。"),
            ("安抚情绪", "您的心情我可以理解，我们都不想发生这样的事情。"),
        ]
    )
)
IN_USE = InUse(
    program="0.1.0",
    pack="v13",
    rules=318,
    folder="~/.local/share/assist",
    licence="MIT",
)


def answers(look: Look) -> Iterator[tuple[str, QWidget]]:
    """Give what comes after an answer on the card."""
    for name, answered in (
        ("follow-up-ignored", Answered.IGNORED),
        ("follow-up-noted", Answered.NOTED),
    ):
        follow_up = FollowUp(look)
        follow_up.open_for(answered, chords=CHORDS)
        yield name, follow_up
    clause = ClauseWindow(look)
    clause.open_for("＊先生，您这个订单＊我也没办法")
    yield "clause", clause


def palettes(look: Look) -> Iterator[tuple[str, QWidget]]:
    """Give the palette with all, with a query, and with nothing found."""
    find = PhraseSearch(PHRASES).find
    for name, query in (("all", ""), ("query", "qsd"), ("nothing", "退换火")):
        palette = PhrasePalette(look)
        palette.open_with(find)
        box = palette.findChild(QLineEdit)
        if isinstance(box, QLineEdit):
            box.setText(query)
        yield f"palette-{name}", palette


def told(look: Look) -> Iterator[tuple[str, QWidget]]:
    """Give the pad that may send, and the windows that only tell."""
    pad = ComposePad(look)
    pad.remember("请稍等。")
    pad.open_for("wxwork", may_send=True)
    editor = pad.findChild(PadEditor)
    if editor is not None:
        editor.insertPlainText(PAD_TEXT)
    pad.show_findings((PAD,), (PAD_CHOICES,))
    yield "pad-sends", pad
    yield (
        "packs",
        FactsWindow(
            look,
            "packs",
            title=about_words.packs_title,
            facts=lambda: about_words.packs(IN_USE),
        ),
    )
    yield (
        "about",
        FactsWindow(
            look,
            "about",
            title=about_words.about_title,
            facts=lambda: about_words.about(IN_USE),
            action=about_words.open_folder,
        ),
    )


def more(look: Look) -> Iterator[tuple[str, QWidget]]:
    """Give them all."""
    yield from answers(look)
    yield from palettes(look)
    yield from told(look)
