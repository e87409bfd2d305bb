"""Build the table of look-alike characters by comparing renderings of open fonts.

Every character of the general standard list is drawn in a sans and in a serif
face; two characters look alike when the blurred drawings overlap enough in both.
A Traditional form that looks like another character counts for its simple form,
because that is what drafts are folded to.
Needs Pillow and NumPy, the Noto CJK fonts (SIL OFL) and the Unihan database.
Usage::

    python tools/build_look_alikes.py [--fonts FOLDER] [--unihan FOLDER]
"""

import argparse
import bz2
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import (  # type: ignore[import-not-found]  # not in the environment
    Image,
    ImageDraw,
    ImageFilter,
    ImageFont,
)

TARGET = Path(__file__).parent.parent / "src/assist/text/data/look_alikes.txt"
FACES = ("NotoSansCJK-Regular.ttc", "NotoSerifCJK-Regular.ttc")
SIMPLIFIED_FACE = 2  # index of the Simplified Chinese face in the collections
SIZE = 40
BLUR = 1.2
LEAST = 0.82  # least likeness, as the cosine of two blurred drawings
LEAST_TRADITIONAL = 0.89  # where the one taken for it is in its Traditional form
MOST = 12  # look-alikes kept of one character,
MOST_RARE = 4  # at most so many of them rare


def characters(unihan: Path) -> list[str]:
    """Return the characters of the general standard list (8,105)."""
    with bz2.open(unihan / "Unihan_Readings.txt.bz2", "rt", encoding="utf-8") as lines:
        codes = [line.split("\t")[0] for line in lines if "\tkTGHZ2013\t" in line]
    found = [chr(int(code.removeprefix("U+"), base=16)) for code in codes]
    return [one for one in found if "\u4e00" <= one <= "\u9fff"]


def common(unihan: Path) -> set[str]:
    """Return the characters that a count of spoken Chinese knows (3,800)."""
    with bz2.open(unihan / "Unihan_Readings.txt.bz2", "rt", encoding="utf-8") as lines:
        codes = [line.split("\t")[0] for line in lines if "\tkHanyuPinlu\t" in line]
    return {chr(int(code.removeprefix("U+"), base=16)) for code in codes}


def chosen(near: list[str], frequent: set[str]) -> str:
    """Return the likest, few of them rare."""
    rare = [one for one in near if one not in frequent][:MOST_RARE]
    kept = [one for one in near if one in frequent or one in rare]
    return "".join(kept[:MOST])


def traditional(known: list[str]) -> dict[str, str]:
    """Return Traditional form -> simple form, for the characters that are known."""
    old, new = (TARGET.parent / "simplified.txt").read_text(encoding="utf-8").split()
    common = set(known)
    pairs = zip(old, new, strict=True)
    return {one: other for one, other in pairs if other in common and one >= "\u4e00"}


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
    forms = traditional(found)
    frequent = common(options.unihan)
    drawn = [*found, *forms]
    simple = [*found, *forms.values()]
    least = np.array([LEAST] * len(found) + [LEAST_TRADITIONAL] * len(forms))
    views = [drawings(options.fonts / face, drawn) for face in FACES]
    lines = []
    for row, one in enumerate(found):
        likeness = np.mean([view @ view[row] for view in views], axis=0)
        order = np.argsort(-likeness)[: 10 * MOST]
        near = [simple[k] for k in order if likeness[k] >= least[k]]
        alike = [other for other in dict.fromkeys(near) if other != one]
        if alike:
            lines.append(one + chosen(alike, frequent) + "\n")
    TARGET.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
