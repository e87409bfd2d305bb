"""``assist doctor``: whether everything the overlay needs is there."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence

import click

from assist.app import build
from assist.app.client_examination import examine_clients
from assist.app.examination import examine
from assist.app.verdict import Check, Verdict
from assist.cli.output import say


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_context
def doctor(ctx: click.Context, *, as_json: bool) -> None:
    """Report what works here and what does not; exit 1 if there is a problem.

    Of the programs you watch, those that run are looked at too: whether they
    can be read, how words are replaced in them, and whether words can be
    underlined.  The report holds nothing of any draft and may be handed on as it is.

    For example:

    \b
        assist doctor > report.txt
    """
    checks = (*examine(), *examine_clients())
    if as_json:
        say(json.dumps(_document(checks), ensure_ascii=False, indent=1))
    else:
        for line in _lines(checks):
            say(line)
    ctx.exit(1 if _number(checks, Verdict.PROBLEM) else 0)


def _lines(checks: Sequence[Check]) -> Iterator[str]:
    for check in checks:
        yield f"{check.verdict.value:<9}{check.name:<20}{check.found}"
        if check.remedy:
            yield from (f"{'':<29}→ {line}" for line in check.remedy.splitlines())
    problems = _number(checks, Verdict.PROBLEM)
    yield ""
    yield f"problems: {problems}, notices: {_number(checks, Verdict.NOTICE)}"


def _document(checks: Sequence[Check]) -> dict[str, object]:
    return {
        "version": build.program_version(),
        "problems": _number(checks, Verdict.PROBLEM),
        "notices": _number(checks, Verdict.NOTICE),
        "checks": [
            {
                "name": check.name,
                "verdict": check.verdict.value,
                "found": check.found,
                "remedy": check.remedy,
            }
            for check in checks
        ],
    }


def _number(checks: Sequence[Check], verdict: Verdict) -> int:
    return Counter(check.verdict for check in checks)[verdict]
