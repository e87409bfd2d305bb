"""Whatever is within the edits of a wording is a candidate."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from assist.matching.index import CandidateIndex, pieces, postings_of
from assist.matching.signature import Signatures, signatures_of


def index_of(*wordings):
    lookups = [(keys, edits, ()) for keys, edits in wordings]
    texts, firsts, postings = postings_of(lookups)
    lengths = np.array([len(keys) for keys, _ in wordings], np.int32)
    edits = np.array([edits for _, edits in wordings], np.int32)
    bits = signatures_of([keys for keys, _ in wordings])
    signatures = Signatures(bits, lengths, edits)
    return CandidateIndex(texts, firsts, postings, signatures)


@pytest.mark.parametrize("edits", [1, 2, 3])
@pytest.mark.parametrize("length", range(4, 16))
def test_two_neighbours_swapped_anywhere_are_still_a_candidate(length, edits):
    keys = "abcdefghijklmnop"[:length]
    index = index_of((keys, edits))
    for place in range(length - 1):
        pair = keys[place : place + 2][::-1]
        assert index.candidates(keys[:place] + pair + keys[place + 2 :])


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
    found = index_of(("edcba", 0), (keys, edits)).candidates(before + typed + "zz")
    places = [begin - len(before) for wording, begin in found if wording == 1]
    assert any(abs(place) <= edits for place in places)


@given(st.text("abc", min_size=1, max_size=20), st.integers(0, 3))
def test_the_pieces_are_the_whole_wording(keys, edits):
    plain = dict(reversed(list(pieces(keys, edits))))
    assert "".join(plain[offset] for offset in sorted(plain)) == keys


@given(st.lists(st.text("abcdef", min_size=1, max_size=9), min_size=1, max_size=9))
def test_many_hits_and_few_hits_are_expanded_alike(wordings):
    index = index_of(*[(keys, min(1, len(keys) - 1)) for keys in wordings])
    text = "".join(wordings)
    hits = list(index._automaton.iter(text))
    few, many = index._one_by_one(hits), index._as_arrays(hits, text)
    assert set(many) <= set(few)
    assert {
        one for one in few if text.startswith(wordings[one[0]], max(0, one[1]))
    } <= {*many} | {one for one in few if one[1] < 0}
