"""The index of one list as plain arrays and text, as it is built and as it is kept."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assist.matching.index import postings_of
from assist.matching.listed import Listed
from assist.matching.order import (
    exchanged_reach,
    may_be_exchanged,
    order_sum,
    without_particles,
)
from assist.matching.signature import Ints, signatures_of
from assist.matching.template import GAP_REACH
from assist.matching.wordings import packed


@dataclass(frozen=True, slots=True)
class Tables:
    """Everything a scanner looks up.

    Attributes:
        lines: Every wording, packed.
        pieces: Every piece once.
        firsts: For each piece where its postings begin; one more at the end.
        postings: Rows of ``(wording, offset of the piece in it)``.
        bits: The signatures of each wording.
        lengths: How many elements each wording's anchor part has.
        lacking: How many keys of each wording a stretch may lack: its edits,
            or one where it is looked up by look-alikes.
        before: How far before its anchor a hit of each wording can begin.
        behind: How far behind the beginning of its anchor it can end.
        reach: Over how many elements any hit can stretch.
        exchanged: Rows of ``(wording, length, sum of its numbers)``, of those
            that are looked for in another order.
    """

    lines: tuple[str, ...]
    pieces: tuple[str, ...]
    firsts: Ints
    postings: Ints
    bits: NDArray[np.uint64]
    lengths: Ints
    lacking: Ints
    before: Ints
    behind: Ints
    reach: int
    exchanged: NDArray[np.int64]


def build_tables(listed: Sequence[Listed]) -> Tables:
    """Build the index of ``listed``."""
    lookups = [(one.keys[one.anchor], one.edits, one.looks) for one in listed]
    pieces, firsts, postings = postings_of(lookups)
    exchanged = [
        (number, len(core), order_sum(core))
        for number, one in enumerate(listed)
        if may_be_exchanged(one)
        for core in [without_particles(one.parts[0], one.keys[0])]
    ]
    return Tables(
        lines=tuple(map(packed, listed)),
        pieces=pieces,
        firsts=firsts,
        postings=postings,
        bits=signatures_of([keys for keys, _, _ in lookups]),
        lengths=np.array([len(keys) for keys, _, _ in lookups], np.int32),
        lacking=np.array(
            [edits + bool(looks) for _, edits, looks in lookups], np.int32
        ),
        before=np.array(list(map(_before, listed)), np.int32),
        behind=np.array(list(map(_behind, listed)), np.int32),
        reach=max(map(_reach, listed), default=0),
        exchanged=np.array(exchanged, np.int64).reshape(-1, 3),
    )


def _reach(listed: Listed) -> int:
    if may_be_exchanged(listed):
        return max(listed.length + listed.edits, exchanged_reach(listed))
    return listed.length + listed.edits + GAP_REACH * (len(listed.keys) - 1)


def _before(listed: Listed) -> int:
    parts = listed.keys[: listed.anchor]
    return listed.edits + sum(map(len, parts)) + GAP_REACH * len(parts)


def _behind(listed: Listed) -> int:
    parts = listed.keys[listed.anchor :]
    return 2 * listed.edits + sum(map(len, parts)) + GAP_REACH * (len(parts) - 1)
