"""What ``assist doctor`` says of each watched program that runs."""

import contextlib
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from assist.app import build
from assist.app.verdict import Check, Verdict
from assist.errors import BackendError, SettingsError

if TYPE_CHECKING:
    from assist.backends.linux.client_survey import SurveyedClient

_NOT_ON_THE_BUS = (
    "Start it again while Assist runs: browsers look only once.\n"
    "GTK 2 programs need GTK_MODULES=gail:atk-bridge when they start.\n"
    "If that does not help, write in the compose pad."
)


def examine_clients() -> tuple[Check, ...]:
    """Look at the watched programs that run; reads nothing of what they show."""
    if sys.platform == "linux":
        from assist.backends.linux.client_survey import survey

        # What goes wrong here is reported by checks of their own.
        with contextlib.suppress(BackendError, SettingsError):
            return tuple(_checks(survey(build.load_settings().watched)))
    return ()


def _checks(found: "tuple[SurveyedClient, ...]") -> Iterator[Check]:
    for client in found:
        name = f"client {client.app}"
        if not client.answers:
            hangs = "does not answer"
            yield Check(name, Verdict.NOTICE, hangs, "Wait for it, or start it again.")
        elif not client.toolkit:
            hides = "hides its text from accessibility"
            yield Check(name, Verdict.NOTICE, hides, _NOT_ON_THE_BUS)
        else:
            yield Check(name, Verdict.OK, _abilities(client))


def _abilities(client: "SurveyedClient") -> str:
    way = "in place" if client.written_in_place else "by pasting"
    places = "underlined" if client.tells_places else "not underlined"
    return f"{client.toolkit}: read, replaced {way}, {places}"
