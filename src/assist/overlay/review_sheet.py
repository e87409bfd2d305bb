"""What the review window's style sheet has beyond that of other windows."""

from assist.overlay.form_sheet import form_sheet
from assist.overlay.theme import Look

_SHEET = """
QFrame[role="panel"] {{
    background: {raised}; border: 1px solid {line_soft}; border-radius: {panel}px;
}}
QScrollArea#review_page, QWidget#review_body {{ background: {canvas}; border: none; }}
QLabel[role="figure"] {{ font-size: {figure}px; font-weight: 600; }}
QLabel[role="unit"] {{ color: {text_2}; font-size: {caption}px; }}
QLabel[role="note"] {{ color: {text_2}; font-size: {caption}px; }}
QPushButton[role="chip"] {{
    background: {raised}; color: {text_2}; border: 1px solid {line_strong};
    border-radius: {chip}px; padding: 1px {item}px; min-height: {chip_high}px;
    font-size: {caption}px;
}}
QPushButton[role="chip"]:hover {{ background: {hover}; }}
QPushButton[role="chip"]:checked {{
    background: {selected}; color: {accent_text}; border: 2px solid {accent};
    font-weight: 600;
}}
QPushButton[role="chip"]:focus {{ border: 2px solid {focus}; }}
QPushButton:disabled {{ color: {text_3}; border-color: {line_soft}; }}
QLineEdit#review_search {{ min-width: {search}px; }}
QTableView {{
    background: {raised}; color: {text}; border: none; gridline-color: {line_soft};
    selection-background-color: {selected}; selection-color: {text};
    outline: none;
}}
QTableView::item {{ border-bottom: 1px solid {line_soft}; padding: 0 {thin}px; }}
QTableView::item:selected {{ background: {selected}; color: {text}; }}
QTableView:focus {{ border: 2px solid {focus}; }}
QHeaderView {{ background: {raised}; border: none; }}
QHeaderView::section {{
    background: {raised}; color: {text_2}; border: none;
    border-bottom: 1px solid {line_strong}; padding: {thin}px;
    font-size: {caption}px; font-weight: 400;
}}
QToolTip {{
    background: {raised}; color: {text}; border: 1px solid {line_strong};
    padding: 4px;
}}
"""
_COLOURS = (
    *("raised", "canvas", "line_soft", "line_strong", "text", "text_2", "text_3"),
    *("hover", "selected", "accent", "accent_text", "focus"),
)
_LENGTHS = {
    "panel": 8,
    "figure": 24,
    "caption": 12,
    "chip": 11,  # Qt leaves a radius out that is more than half the height
    "chip_high": 20,
    "item": 10,
    "thin": 4,
    "search": 216,
}


def review_sheet(look: Look) -> str:
    """Return the style sheet for ``look``."""
    colours = {name: getattr(look.palette, name) for name in _COLOURS}
    sizes = {name: look.px(length) for name, length in _LENGTHS.items()}
    return form_sheet(look) + _SHEET.format(**colours, **sizes)
