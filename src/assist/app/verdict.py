"""What became of one thing that ``assist doctor`` looked at."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """How much a check matters; only a problem makes doctor exit with 1."""

    OK = "ok"
    NOTICE = "notice"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: what was found, and what to do about it."""

    name: str
    verdict: Verdict
    found: str
    remedy: str = ""
