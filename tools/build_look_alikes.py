"""Build the table of look-alike characters by comparing renderings of open fonts.

Every character of the general standard list is drawn in a sans and in a serif
face; two characters look alike when the blurred drawings overlap enough in both.
Needs Pillow and NumPy, the Noto CJK fonts (SIL OFL) and the Unihan database.
Usage::

    python tools/build_look_alikes.py [--fonts FOLDER] [--unihan FOLDER]
"""

import argparse
import bz2
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter, ImageFont

TARGET = Path(__file__).parent.parent / "src/assist/text/data/look_alikes.txt"
FACES = ("NotoSansCJK-Regular.ttc", "NotoSerifCJK-Regular.ttc")
SIMPLIFIED_FACE = 2  # index of the Simplified Chinese face in the collections
SIZE = 40
BLUR = 1.2
LEAST = 0.84  # least likeness, as the cosine of two blurred drawings
MOST = 12  # look-alikes kept of one character


def characters(unihan: Path) -> list[str]:
    """Return the characters of the general standard list (8,105)."""
    with bz2.open(unihan / "Unihan_Readings.txt.bz2", "rt", encoding="utf-8") as lines:
        codes = [line.split("\t")[0] for line in lines if "\tkTGHZ2013\t" in line]
    found = [chr(int(code.removeprefix("U+"), base=16)) for code in codes]
    return [one for one in found if "\u4e00" <= one <= "\u9fff"]


def drawings(face: Path, found: list[str]) -> NDArray[np.float32]:
    """Return one row of unit length per character: its drawing, blurred."""
    font = ImageFont.truetype(str(face), SIZE, index=SIMPLIFIED_FACE)
    rows = []
    for one in found:
        image = Image.new("L", (SIZE + 8, SIZE + 8))
        ImageDraw.Draw(image).text((4, -4), one, 255, font=font)
        blurred = image.filter(ImageFilter.GaussianBlur(BLUR))
        row = np.asarray(blurred, np.float32).ravel()
        rows.append(row / (np.linalg.norm(row) or 1))
    return np.array(rows)


def main() -> None:
    """Draw, compare, and write each character with its look-alikes, likest first."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fonts", type=Path, default="/usr/share/fonts/opentype/noto")
    parser.add_argument("--unihan", type=Path, default="/usr/share/unicode")
    options = parser.parse_args()
    found = characters(options.unihan)
    views = [drawings(options.fonts / face, found) for face in FACES]
    lines = []
    for row, one in enumerate(found):
        likeness = np.mean([view @ view[row] for view in views], axis=0)
        likeness[row] = 0
        order = np.argsort(-likeness)[:MOST]
        alike = "".join(found[k] for k in order if likeness[k] >= LEAST)
        if alike:
            lines.append(one + alike + "\n")
    TARGET.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
