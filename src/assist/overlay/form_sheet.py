"""The style sheet of windows that are read and filled in like a form."""

from assist.overlay.theme import Look, families
from assist.overlay.tokens import RADIUS_CONTROL, RADIUS_PANEL, TYPE_SCALE, Style

_SHEET = """
QWidget {{ color: {text}; font-family: {faces}; font-size: {body}px; }}
QWidget#form {{ background: {canvas}; }}
QWidget#navigation, QListWidget#pages {{
    background: {sunken}; border: none; outline: none;
}}
QListWidget#pages::item {{ padding: {item}px {gap}px; border-radius: {control}px; }}
QListWidget#pages::item:hover {{ background: {hover}; }}
QListWidget#pages::item:selected {{ background: {raised}; color: {text}; }}
QListWidget#pages::item:selected:focus {{ border: 2px solid {focus}; }}
QLabel {{ background: transparent; }}
QLabel[role="section"] {{ font-size: {title}px; font-weight: 600; }}
QLabel[role="heading"] {{ font-size: {heading}px; font-weight: 600; }}
QLabel[role="hint"] {{ color: {text_2}; font-size: {caption}px; }}
QLabel[role="fault"] {{ color: {high_text}; font-size: {caption}px; }}
QFrame[role="line"] {{ background: {line_soft}; border: none; }}
QLineEdit, QSpinBox, QComboBox, QPlainTextEdit, QListWidget#programs {{
    background: {raised}; color: {text}; border: 1px solid {line_strong};
    border-radius: {control}px; padding: {thin}px {item}px;
    min-height: {field}px; min-width: {least}px;
    selection-background-color: {accent}; selection-color: {on_accent};
}}
QLineEdit:focus, QSpinBox:focus, QComboBox:focus, QPlainTextEdit:focus,
QListWidget#programs:focus {{
    border: 2px solid {focus};
}}
QLineEdit:disabled, QSpinBox:disabled, QComboBox:disabled {{ color: {text_3}; }}
QKeySequenceEdit, QKeySequenceEdit QLineEdit {{ min-width: {chord}px; }}
QComboBox::drop-down {{ border: none; width: {arrow}px; }}
QComboBox::down-arrow, QSpinBox::up-arrow, QSpinBox::down-arrow {{ image: none; }}
QSpinBox::up-button, QSpinBox::down-button {{
    background: transparent; border: none; width: {arrow}px;
}}
QComboBox QAbstractItemView {{
    background: {raised}; color: {text}; border: 1px solid {line_strong};
    selection-background-color: {selected}; selection-color: {text}; outline: none;
}}
QListWidget#programs::item {{ padding: {item}px; }}
QListWidget#programs::item:selected {{ background: {selected}; color: {text}; }}
QPushButton {{
    background: {raised}; color: {text}; border: 1px solid {line_strong};
    border-radius: {control}px; padding: {thin}px {gap}px; min-height: {field}px;
}}
QPushButton:hover {{ background: {hover}; }}
QPushButton:focus {{ border: 2px solid {focus}; }}
QPushButton[role="main"] {{
    background: {accent}; color: {on_accent}; border-color: {accent};
    font-weight: 600;
}}
QPushButton[role="main"]:focus {{ border: 2px solid {text}; }}
QPushButton[role="link"] {{
    background: transparent; border-color: transparent; color: {accent_text};
}}
QPushButton[role="link"]:focus {{ border: 2px solid {focus}; }}
QFrame#panel {{
    background: {raised}; border: 1px solid {line_soft}; border-radius: {panel}px;
}}
QRadioButton, QCheckBox {{ spacing: {item}px; padding: {thin}px; }}
QRadioButton:focus, QCheckBox:focus {{
    border: 2px solid {focus}; border-radius: {control}px;
}}
QRadioButton::indicator {{
    width: {knob}px; height: {knob}px; border: 1px solid {line_strong};
    border-radius: {round}px; background: {raised};
}}
QRadioButton::indicator:checked {{
    width: {core}px; height: {core}px; border: {ring}px solid {accent};
    background: {on_accent};
}}
QListWidget#programs::indicator {{
    width: {knob}px; height: {knob}px; border: 1px solid {line_strong};
    border-radius: {thin}px; background: {raised};
}}
QListWidget#programs::indicator:checked {{
    width: {core}px; height: {core}px; border: {ring}px solid {accent};
    background: {on_accent};
}}
QScrollArea, QScrollArea > QWidget > QWidget#rows {{
    background: transparent; border: none;
}}
QScrollBar:vertical {{ background: transparent; width: {bar}px; margin: 2px; }}
QScrollBar::handle:vertical {{
    background: {line_strong}; border-radius: 3px; min-height: 24px;
}}
QScrollBar::add-line, QScrollBar::sub-line,
QScrollBar::add-page, QScrollBar::sub-page {{ background: none; height: 0; }}
"""


def form_sheet(look: Look) -> str:
    """Return the style sheet for ``look``."""
    colours = {name: getattr(look.palette, name) for name in _COLOURS}
    sizes = {name: look.px(length) for name, length in _LENGTHS.items()}
    faces = ", ".join(f'"{face}"' for face in families(look.language))
    # Qt drops a radius of more than half the side, and paints a square.
    half = (sizes["knob"] + 2) // 2
    return _SHEET.format(**colours, **sizes, round=half, faces=faces)


_COLOURS = (
    "text",
    "text_2",
    "text_3",
    "canvas",
    "raised",
    "sunken",
    "hover",
    "selected",
    "line_soft",
    "line_strong",
    "accent",
    "accent_text",
    "on_accent",
    "focus",
    "high_text",
)
_LENGTHS = {
    "body": TYPE_SCALE[Style.BODY][0],
    "caption": TYPE_SCALE[Style.CAPTION][0],
    "title": 15,
    "heading": 18,
    "control": RADIUS_CONTROL,
    "panel": RADIUS_PANEL,
    "thin": 3,
    "item": 8,
    "gap": 14,
    "field": 24,
    "chord": 150,
    "arrow": 24,
    "knob": 14,
    "core": 6,
    "ring": 5,
    "least": 84,
    "bar": 10,
}
