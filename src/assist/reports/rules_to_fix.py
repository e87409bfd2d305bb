"""Which rules of the list a lead should look at first."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from assist.reports.team_figures import Line

# Provisional: fewer showings say little about a rule.
LEAST_SHOWN = 20
_MARKED, _IGNORED, _DECLINED = 0.1, 0.4, 0.15


@dataclass(frozen=True, slots=True)
class ToFix:
    """A rule, why it stands out, and the share that shows it.

    Attributes:
        why: ``marked``, ``ignored`` or ``declined``.
        share: Of the findings shown, 0 to 1; of those accepted for ``declined``.
        weight: How urgent; only for the order.
    """

    name: str
    why: str
    share: float
    shown: int
    weight: float


def rules_to_fix(lines: Iterable[Line], *, count: int = 10) -> tuple[ToFix, ...]:
    """Return the rules that stand out, the most urgent first.

    A mark as a false alarm weighs most: somebody took the trouble.  What is seen
    more often weighs more, by the logarithm.  Merged rows are passed over.
    """
    found = []
    for line in lines:
        figures = line.figures
        if line.merged or figures.shown < LEAST_SHOWN:
            continue
        marked = figures.share("marked") or 0.0
        ignored = figures.share("ignored") or 0.0
        accepted = figures.share("accepted") or 0.0
        many = math.log10(figures.shown)
        reasons = []
        if marked >= _MARKED:
            reasons.append((4 * marked * many, "marked", marked))
        if ignored >= _IGNORED:
            reasons.append((ignored * many, "ignored", ignored))
        if accepted < _DECLINED:
            reasons.append(((0.5 - accepted) * many, "declined", accepted))
        if reasons:
            weight, why, share = max(reasons)
            found.append(ToFix(line.name, why, share, figures.shown, weight))
    found.sort(key=lambda each: (-each.weight, each.name))
    return tuple(found[:count])
