"""Whatever is within the edits of a wording is a candidate."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from assist.matching.index import CandidateIndex, pieces, postings_of
from assist.matching.signature import Signatures, signatures_of


class Pieces:
    """Wordings cut into pieces, none of them with gaps."""

    def __init__(self, wordings):
        lookups = [(keys, edits, ()) for keys, edits in wordings]
        self.pieces, self.firsts, self.postings = postings_of(lookups)
        self.lengths = np.array([len(keys) for keys, _ in wordings], np.int32)
        self.edits = np.array([edits for _, edits in wordings], np.int32)
        self.before = self.edits
        self.behind = self.lengths + 2 * self.edits


def candidates(text, *wordings):
    found = Pieces(wordings)
    bits = signatures_of([keys for keys, _ in wordings])
    signatures = Signatures(bits, found.lengths, found.edits)
    return CandidateIndex(found, signatures).candidates(text, 0, len(text))


@pytest.mark.parametrize("edits", [1, 2, 3])
@pytest.mark.parametrize("length", range(4, 16))
def test_two_neighbours_swapped_anywhere_are_still_a_candidate(length, edits):
    keys = "abcdefghijklmnop"[:length]
    for place in range(length - 1):
        pair = keys[place : place + 2][::-1]
        typed = keys[:place] + pair + keys[place + 2 :]
        assert candidates(typed, (keys, edits))


@given(st.text("abcde", min_size=1, max_size=16), st.integers(1, 3), st.data())
def test_every_text_within_the_edits_is_a_candidate_near_its_place(keys, edits, data):
    typed = keys
    for _ in range(edits):
        place = data.draw(st.integers(0, max(0, len(typed) - 1)))
        change = data.draw(st.sampled_from(["", "x", "swap", "add"]))
        if change == "swap":
            typed = typed[:place] + typed[place : place + 2][::-1] + typed[place + 2 :]
        elif change == "add":
            typed = typed[:place] + "x" + typed[place:]
        else:
            typed = typed[:place] + change + typed[place + 1 :]
    if not typed or len(keys) <= edits or OSA.distance(keys, typed) > edits:
        return
    before = data.draw(st.text("abcde", max_size=5))
    found = candidates(before + typed + "zz", ("edcba", 0), (keys, edits))
    places = [begin - len(before) for wording, begin in found if wording == 1]
    assert any(abs(place) <= edits for place in places)


@given(st.text("abc", min_size=1, max_size=20), st.integers(0, 3))
def test_the_pieces_are_the_whole_wording(keys, edits):
    plain = dict(reversed(list(pieces(keys, edits))))
    assert "".join(plain[offset] for offset in sorted(plain)) == keys
