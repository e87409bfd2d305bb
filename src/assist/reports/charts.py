"""Charts of the reports as SVG inside the page: no script, no request, printable.

Colours are classes that the page's style sheet fills, so that they follow a dark
screen and print; severity is also a pattern, never only colour.  A chart is drawn
360 units wide, which is a phone's width, and grows with the page.
"""

import html
from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

import svg

from assist.review.totals import HourTotals
from assist.review.wording import Words

WIDE = 360
_LEFT, _BASE, _TOP = 26, 160, 8
_COLUMN_WIDE = 26
_ROW_HIGH = 26
_NAME_WIDE, _FIGURE_WIDE = 128, 44
_EM = 12  # font size in units
_TO_EDGE = 4
_PITCH = 6


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a chart: name, length, and the figure that is written beside it."""

    name: str
    length: float
    figure: str


def patterns() -> str:
    """Return the fills that charts refer to; once in a page, before the charts."""
    hatch = svg.Pattern(
        id="hatch",
        width=_PITCH,
        height=_PITCH,
        patternUnits="userSpaceOnUse",
        elements=[
            svg.Rect(width=_PITCH, height=_PITCH, class_=["medium-ground"]),
            svg.Path(
                d=[
                    *(svg.M(-1, 1), svg.l(2, -2)),
                    *(svg.M(0, 6), svg.l(6, -6)),
                    *(svg.M(5, 7), svg.l(2, -2)),
                ],
                class_=["medium-line"],
            ),
        ],
    )
    dots = svg.Pattern(
        id="dots",
        width=_PITCH,
        height=_PITCH,
        patternUnits="userSpaceOnUse",
        elements=[
            svg.Rect(width=_PITCH, height=_PITCH, class_=["low-ground"]),
            svg.Circle(cx=1.5, cy=1.5, r=1, class_=["low-dot"]),
            svg.Circle(cx=4.5, cy=4.5, r=1, class_=["low-dot"]),
        ],
    )
    hidden = {"aria-hidden": "true"}
    definitions = svg.Defs(elements=[hatch, dots])
    return svg.SVG(width=0, height=0, extra=hidden, elements=[definitions]).as_str()


def hour_chart(hours: Sequence[HourTotals], words: Words) -> str:
    """Return stacked columns of findings by hour of the day; empty without hours."""
    if not hours:
        return ""
    first, last = hours[0].hour, hours[-1].hour
    top = max(1, *(each.shown for each in hours))
    step = max(1, -(-top // 3))
    unit = (_BASE - _TOP) / max(top, step)
    parts: list[svg.Element] = []
    for mark in range(0, top + 1, step):
        y = _BASE - mark * unit
        parts.append(svg.Line(x1=_LEFT, x2=WIDE, y1=y, y2=y, class_=["grid"]))
        parts.append(_text(_LEFT - 6, y + _TO_EDGE, str(mark), "figure"))
    pitch = (WIDE - _LEFT) / (last - first + 1)
    for hour in range(first, last + 1):
        middle = _LEFT + (hour - first + 0.5) * pitch
        parts.append(_text(middle, _BASE + 16, str(hour), "hour"))
    for each in hours:
        middle = _LEFT + (each.hour - first + 0.5) * pitch
        wide = min(_COLUMN_WIDE, pitch * 0.8)
        parts += _column(each, (middle - wide / 2, wide), unit, words)
    return _chart(parts, _BASE + 22, words("by_hour"))


def row_chart(rows: Sequence[Row], title: str) -> str:
    """Return rows in one colour, the first at the top; empty without rows."""
    if not rows:
        return ""
    longest = max(1e-9, *(row.length for row in rows))
    room = WIDE - _NAME_WIDE - _FIGURE_WIDE
    parts: list[svg.Element] = []
    for number, row in enumerate(rows):
        middle = number * _ROW_HIGH + _ROW_HIGH / 2
        label = _text(0, middle + _TO_EDGE, shortened(row.name, _NAME_WIDE - 8), "name")
        bar = svg.Rect(
            x=_NAME_WIDE,
            y=middle - 4,
            width=round(room * row.length / longest, 1),
            height=8,
            rx=2,
            class_=["bar"],
        )
        figure = _text(WIDE, middle + _TO_EDGE, row.figure, "figure")
        tells = svg.Title(text=html.escape(f"{row.name}: {row.figure}"))
        parts.append(svg.G(elements=[tells, label, bar, figure]))
    return _chart(parts, len(rows) * _ROW_HIGH, title)


def shortened(text: str, room: float) -> str:
    """Cut ``text`` to a width in units, with … at the end.

    A full-width character takes an em, any other about 0.56.
    """
    wide = 0.0
    for place, character in enumerate(text):
        wide += _EM if east_asian_width(character) in "WF" else _EM * 0.56
        if wide > room:
            return text[: max(place - 1, 1)] + "…"
    return text


def _column(
    hour: HourTotals, across: tuple[float, float], unit: float, words: Words
) -> list[svg.Element]:
    left, wide = across
    stack = (("high", hour.high), ("medium", hour.medium), ("low", hour.low))
    tells = words(
        "hour_says", hour=hour.hour, high=hour.high, medium=hour.medium, low=hour.low
    )
    parts: list[svg.Element] = [svg.Title(text=html.escape(tells))]
    base = float(_BASE)
    for name, count in stack:
        if not count:
            continue
        high = count * unit
        parts.append(
            svg.Rect(
                x=round(left, 1),
                y=round(base - high + 0.5, 1),
                width=round(wide, 1),
                height=round(high - 1, 1),
                rx=2,
                class_=[f"{name}-bar"],
            )
        )
        base -= high
    return [svg.G(elements=parts)]


def _text(x: float, y: float, text: str, kind: str) -> svg.Text:
    return svg.Text(x=round(x, 1), y=round(y, 1), text=html.escape(text), class_=[kind])


def _chart(parts: list[svg.Element], high: float, title: str) -> str:
    told = {"role": "img", "aria-label": html.escape(title)}
    box = svg.ViewBoxSpec(0, 0, WIDE, high)
    chart = svg.SVG(viewBox=box, class_=["chart"], extra=told, elements=parts)
    return chart.as_str()
