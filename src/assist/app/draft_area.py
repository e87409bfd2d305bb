"""Which part of a tall field the draft fills, as far as it can be estimated."""

from assist.model.draft import Rect

# A chat client's composer is lower than this; a field that is higher is a page.
PAGE_HEIGHT = 300
_LINE = 28  # logical pixels, a generous line of 14 px type
_HANZI = 16  # logical pixels, a generous full-width character


def draft_area(field: Rect, text: str, *, scale: float) -> Rect:
    """Return where in ``field`` the text is: all of it, unless it is a page.

    A page is filled from the top, so the card may stand below the last line.
    One line is always left free for what is typed next.

    Args:
        field: In physical pixels.
        text: What the field holds.
        scale: Physical per logical pixels of the field's screen.
    """
    if field.height < PAGE_HEIGHT * scale:
        return field
    per_line = max(1, int(field.width / (_HANZI * scale)))
    lines = sum(1 + len(line) // per_line for line in text.split("\n"))
    height = round((lines + 1) * _LINE * scale)
    return Rect(field.x, field.y, field.width, min(height, field.height))
