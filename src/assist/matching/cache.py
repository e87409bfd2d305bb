"""The index of a list on disk, so that a start need not build it again.

The file holds plain arrays and text, never pickled objects, and a key: of what
the list says, of the tables and the libraries that made the index, and of its
form.  A file with another key is of no use and is not read further.
"""

import contextlib
import hashlib
import io
import marshal
import os
import platform
import tempfile
import unicodedata
import zipfile
from functools import cache
from importlib.metadata import version
from operator import attrgetter
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assist.matching.matcher import Index, Matcher
from assist.matching.tables import Tables
from assist.model.rule import RuleSet
from assist.text.tables import digest

FORM = 6
_LIBRARIES = ("numpy", "pyahocorasick", "rapidfuzz")
_TEXTS = ("lines", "pieces")
_ARRAYS = ("firsts", "postings", "bits", "lengths", "lacking", "before", "behind")
_LINE = "\n"

Arrays = dict[str, Any]  # arrays of several kinds of number

_SAID = (
    "rule_id",
    "phrase",
    "patterns",
    "aliases",
    "language",
    "exceptions",
    "only_if",
    "unless",
    "max_edits",
    "initials",
    "enabled",
)


def dump(matcher: Matcher, path: Path, rules: RuleSet) -> None:
    """Write the index of ``matcher``, which was compiled from ``rules``.

    The file takes the place of an older one at once; readers of that one are
    not disturbed.

    Raises:
        OSError: The file cannot be written; an older one is as it was.
    """
    arrays: Arrays = {"key": _bytes(fingerprint(rules))}
    index = matcher.index
    arrays["conditions"] = _bytes(_LINE.join(index.conditions))
    for name, tables in (("s", index.by_sound), ("l", index.by_letter)):
        arrays |= {f"{name}.{one}": value for one, value in _arrays(tables).items()}
    content = io.BytesIO()
    np.savez(content, allow_pickle=False, **arrays)
    handle, scratch = tempfile.mkstemp(".part", f".{path.name}-", path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content.getbuffer())
        Path(scratch).replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            Path(scratch).unlink()
        raise


def load(path: Path, rules: RuleSet) -> Matcher | None:
    """Return the matcher for ``rules`` from an index that :func:`dump` wrote.

    None when there is no such file, when it is damaged, or when it was made of
    other rules or by other versions: then :meth:`Matcher.compile` is in order.
    """
    try:
        with np.load(io.BytesIO(path.read_bytes()), allow_pickle=False) as arrays:
            if _text(arrays["key"]) != fingerprint(rules):
                return None
            found = {name: arrays[name] for name in arrays.files}
        conditions = tuple(_text(found["conditions"]).split(_LINE))
        index = Index(_tables(found, "s"), _tables(found, "l"), conditions)
        return Matcher(rules, index)
    except (OSError, ValueError, KeyError, IndexError, EOFError, zipfile.BadZipFile):
        return None


def fingerprint(rules: RuleSet) -> str:
    """Return a digest of all that the index of ``rules`` depends on."""
    off = [one for one in rules.rules if one.channels_off]
    said = (
        _makers(),
        # Column by column: ten thousand new rows would wake the garbage collector.
        [list(map(attrgetter(name), rules.rules)) for name in _SAID],
        " ".join(one.scope for one in rules.rules),
        [(one.rule_id, sorted(map(str, one.channels_off))) for one in off],
        rules.word_classes,
    )
    # Written, never read; in this form equal values give equal bytes.
    return hashlib.blake2b(marshal.dumps(said, 2), digest_size=16).hexdigest()


@cache
def _makers() -> str:
    libraries = [f"{name} {version(name)}" for name in _LIBRARIES]
    python = f"{platform.python_version()} {unicodedata.unidata_version}"
    return " ".join([str(FORM), digest(), python, *libraries])


def _arrays(tables: Tables) -> Arrays:
    arrays: Arrays = {name: getattr(tables, name) for name in (*_ARRAYS, "exchanged")}
    arrays |= {name: _bytes(_LINE.join(getattr(tables, name))) for name in _TEXTS}
    arrays["reach"] = np.array([tables.reach])
    return arrays


def _tables(arrays: Arrays, name: str) -> Tables:
    kept: Arrays = {one: _lines(arrays[f"{name}.{one}"]) for one in _TEXTS}
    kept |= {one: arrays[f"{name}.{one}"] for one in (*_ARRAYS, "exchanged")}
    return Tables(**kept, reach=int(arrays[f"{name}.reach"][0]))


def _bytes(text: str) -> NDArray[np.uint8]:
    return np.frombuffer(text.encode("utf-8", "surrogatepass"), np.uint8)


def _text(array: NDArray[np.generic]) -> str:
    return array.tobytes().decode("utf-8", "surrogatepass")


def _lines(array: NDArray[np.generic]) -> tuple[str, ...]:
    text = _text(array)
    return tuple(text.split(_LINE)) if text else ()
