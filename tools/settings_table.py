"""Write the table of settings into docs/cli.md, or check that it is there.

python tools/settings_table.py           writes it
python tools/settings_table.py --check   exits with 1 if it is out of date
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from assist.settings import Spec, described

MANUAL = Path(__file__).parents[1] / "docs" / "cli.md"
BEGIN, END = "<!-- settings: begin -->\n", "<!-- settings: end -->\n"


def table() -> str:
    """Return the table, one row per declared setting."""
    head = "| Setting | Default | Values | Meaning |\n|---|---|---|---|\n"
    return head + "".join(_rows())


def with_table(manual: str) -> str:
    """Return the manual with the table between its two marks."""
    before, rest = manual.split(BEGIN)
    _, after = rest.split(END)
    return f"{before}{BEGIN}\n{table()}\n{END}{after}"


def _rows() -> Iterator[str]:
    for spec in described():
        yield f"| `{spec.name}` | {_default(spec)} | {_values(spec)} | {spec.help} |\n"


def _default(spec: Spec) -> str:
    if isinstance(spec.default, tuple):
        return ", ".join(f"`{each}`" for each in spec.default)
    if isinstance(spec.default, bool):
        return f"`{str(spec.default).lower()}`"
    return f"`{spec.default}`"


def _values(spec: Spec) -> str:
    if isinstance(spec.default, bool):
        return "`true`, `false`"
    if spec.choices:
        return ", ".join(f"`{choice}`" for choice in spec.choices)
    if spec.low != spec.high:
        return f"{spec.low} to {spec.high} {spec.unit}"
    if spec.chord:
        return "a key combination, or empty"
    return "a list of names" if isinstance(spec.default, tuple) else "a name"


def main() -> int:
    """Write or check; return the exit code."""
    manual = MANUAL.read_text("utf-8")
    wanted = with_table(manual)
    if "--check" in sys.argv:
        return int(manual != wanted)
    MANUAL.write_text(wanted, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
