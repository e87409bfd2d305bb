"""What the pack editor's style sheet has beyond that of other windows."""

from assist.overlay.review_sheet import review_sheet
from assist.overlay.theme import Look

_SHEET = """
QTextEdit#tester_text {{
    background: {raised}; color: {text}; border: 1px solid {line_strong};
    border-radius: {control}px; padding: {thin}px {item}px;
    selection-background-color: {accent}; selection-color: {on_accent};
}}
QTextEdit#tester_text:focus {{ border: 2px solid {focus}; }}
QTableView[role="lines"] {{
    border: 1px solid {line_strong}; border-radius: {control}px; padding: 1px;
}}
QTableView[role="lines"]:focus {{ border: 2px solid {focus}; }}
QTableView QLineEdit {{ min-width: 0; min-height: 0; padding: 0 {thin}px; }}
QTableView QComboBox {{ min-width: 0; min-height: 0; padding: 0 {thin}px; }}
QHeaderView::section {{ background: {sunken}; }}
QSplitter::handle {{ background: transparent; }}
QPushButton[role="main"]:disabled {{
    background: {sunken}; color: {text_3}; border-color: {line_soft};
}}
QPushButton[role="chip"] {{ color: {text}; }}
QPushButton[role="chip"]:checked {{ color: {accent_text}; font-weight: 400; }}
QCheckBox::indicator {{
    width: {knob}px; height: {knob}px; border: 1px solid {line_strong};
    border-radius: {corner}px; background: {raised};
}}
QCheckBox::indicator:checked {{
    background: {accent}; border: {ring}px solid {raised};
    outline: 1px solid {line_strong};
}}
QWidget#rows {{ background: transparent; }}
"""
_COLOURS = (
    *("raised", "sunken", "text", "text_3", "line_soft", "line_strong"),
    *("accent", "accent_text", "on_accent", "focus"),
)
_LENGTHS = {"control": 6, "thin": 3, "item": 8, "knob": 14, "corner": 4, "ring": 3}


def pack_editor_sheet(look: Look) -> str:
    """Return the style sheet for ``look``."""
    colours = {name: getattr(look.palette, name) for name in _COLOURS}
    sizes = {name: look.px(length) for name, length in _LENGTHS.items()}
    return review_sheet(look) + _SHEET.format(**colours, **sizes)
