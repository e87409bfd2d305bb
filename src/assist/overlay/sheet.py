"""The style sheet for the few widgets that Qt paints itself."""

from assist.overlay.theme import Look, families
from assist.overlay.tokens import RADIUS_CONTROL, TYPE_SCALE, Style

_SHEET = """
QTextEdit#pad_text {{
    background: transparent; color: {text}; border: none; padding: 0;
    selection-background-color: {accent}; selection-color: {on_accent};
}}
QLineEdit#palette_query {{
    background: transparent; color: {text}; border: none; padding: 0;
    font-family: {faces}; font-size: {title}px; font-weight: 400;
    selection-background-color: {accent}; selection-color: {on_accent};
    placeholder-text-color: {text_3};
}}
QListWidget#palette_list {{
    background: transparent; color: {text}; border: none; outline: none;
}}
QScrollArea, QScrollArea > QWidget, QScrollArea > QWidget > QWidget {{
    background: transparent; border: none;
}}
QScrollBar:vertical {{ background: transparent; width: {bar}px; margin: 2px; }}
QScrollBar::handle:vertical {{
    background: {line_strong}; border-radius: {thin}px; min-height: 24px;
}}
QScrollBar::add-line, QScrollBar::sub-line,
QScrollBar::add-page, QScrollBar::sub-page {{ background: none; height: 0; }}
QMenu {{
    background: {raised}; color: {text}; border: 1px solid {line_strong};
    padding: 4px; font-family: {faces}; font-size: {body}px;
}}
QMenu {{ icon-size: {icon}px; }}
QMenu::item {{
    padding: {item_pad}px 24px {item_pad}px 12px; border-radius: {control}px;
}}
QMenu::item:selected {{ background: {selected}; color: {text}; }}
QMenu::item:disabled {{ color: {text_3}; }}
QMenu::icon {{ padding-left: {item_pad}px; }}
QMenu::separator {{ background: {line_soft}; height: 1px; margin: 4px 0; }}
"""


def sheet(look: Look) -> str:
    """Return the style sheet for ``look``."""
    palette = look.palette
    return _SHEET.format(
        text=palette.text,
        text_3=palette.text_3,
        accent=palette.accent,
        on_accent=palette.on_accent,
        raised=palette.raised,
        selected=palette.selected,
        line_soft=palette.line_soft,
        line_strong=palette.line_strong,
        faces=", ".join(f'"{face}"' for face in families(look.language)),
        icon=look.px(16),
        bar=look.px(10),
        thin=look.px(3),
        control=look.px(RADIUS_CONTROL),
        title=look.px(TYPE_SCALE[Style.TITLE][0]),
        body=look.px(TYPE_SCALE[Style.BODY][0]),
        item_pad=look.px(6),
    )
