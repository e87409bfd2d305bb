"""The frame of every HTML report: one file that opens offline and asks for nothing."""

import html
from collections.abc import Iterable, Sequence

from assist.reports.charts import patterns
from assist.reports.page_style import STYLE

_HEAD = """\
<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<link rel="icon" href="data:,">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
{patterns}
<main>
"""


def page(title: str, parts: Iterable[str], *, language: str) -> str:
    """Return a whole page; ``parts`` are pieces of HTML from the functions below."""
    head = _HEAD.format(
        language=html.escape(language),
        title=html.escape(title),
        style=STYLE,
        patterns=patterns(),
    )
    return (
        head + "\n".join(part for part in parts if part) + "\n</main>\n</body></html>\n"
    )


def heading(headline: str, line: str) -> str:
    """Return the sentence at the top and the quiet line below it."""
    return f"<header><h1>{_escaped(headline)}</h1><p>{_escaped(line)}</p></header>"


def tile_row(tiles: Iterable[tuple[str, str, str, str]]) -> str:
    """Return figures in boxes: label, figure, unit and note of each."""
    boxes = "".join(
        f'<div class="tile"><p>{_escaped(label)}</p>'
        f"<p><strong>{_escaped(figure)}</strong> <span>{_escaped(unit)}</span></p>"
        f"<p>{_escaped(note)}</p></div>"
        for label, figure, unit, note in tiles
    )
    return f'<section class="tiles">{boxes}</section>'


def panel(title: str, content: str, *, extra: str = "", kind: str = "") -> str:
    """Return a box with a title; empty when there is nothing to put in it.

    Args:
        title: Plain text.
        content: HTML.
        extra: HTML to the right of the title.
        kind: A class of its own.
    """
    if not content:
        return ""
    return (
        f'<section class="panel {kind}"><h2>{_escaped(title)}{extra}</h2>'
        f"{content}</section>"
    )


def columns(*panels: str) -> str:
    """Return panels side by side where there is room."""
    return f'<div class="columns">{"".join(panels)}</div>'


def legend(words: Sequence[tuple[str, str]]) -> str:
    """Return severities as pattern and word: pairs of class and word."""
    marks = "".join(
        f'<span><svg viewBox="0 0 12 12" aria-hidden="true"><rect width="12"'
        f' height="12" rx="2" class="{kind}-bar"/></svg>{_escaped(word)}</span>'
        for kind, word in words
    )
    return f'<small class="legend">{marks}</small>'


def table(
    titles: Sequence[str],
    rows: Iterable[Sequence[str | int]],
    *,
    kind: str = "",
) -> str:
    """Return a table; figures and shares stand to the right, under their title.

    On a narrow screen a table of class ``cards`` turns each row into a card.
    """
    body, figures = [], set(range(len(titles)))
    for row in rows:
        figures -= {at for at, cell in enumerate(row) if not _is_figure(cell)}
        body.append(row)
    if not body:
        return ""
    kinds = [' class="number"' if at in figures else "" for at in range(len(titles))]
    head = "".join(
        f"<th{number}>{_escaped(title)}</th>"
        for title, number in zip(titles, kinds, strict=True)
    )
    lines = "".join(f"<tr>{_line(row, titles, kinds)}</tr>" for row in body)
    return (
        f'<table class="{kind}"><thead><tr>{head}</tr></thead>'
        f"<tbody>{lines}</tbody></table>"
    )


def _line(row: Sequence[str | int], titles: Sequence[str], kinds: Sequence[str]) -> str:
    return "".join(
        f'<td{number} data-title="{_escaped(title)}">{_escaped(str(cell))}</td>'
        for title, number, cell in zip(titles, kinds, row, strict=True)
    )


def _is_figure(cell: str | int) -> bool:
    return isinstance(cell, int) or cell == "–" or cell.removesuffix("%").isdecimal()


def paragraph(text: str) -> str:
    """Return a quiet line; empty without text."""
    return f'<p class="note">{_escaped(text)}</p>' if text else ""


def _escaped(text: str) -> str:
    return html.escape(text)
