"""From the bytes of a pack file to a pack.

Nothing is guessed: whatever is not in the form of ``docs/pack-format.md`` is
refused.  Keys nobody knows are kept, so that an older editor loses nothing.
"""

import itertools
from collections.abc import Iterable

from assist.authoring.fields import Fields, extras
from assist.authoring.json_text import canonical, read_json
from assist.authoring.limits import (
    LONGEST_ID,
    MOST_BYTES,
    MOST_CHANGES,
    MOST_CLASSES,
    MOST_ENTRIES,
    MOST_RULES,
    MOST_STANDARD,
    MOST_VERSION,
    MOST_WORDS,
)
from assist.authoring.pack import (
    PACK_ID,
    Entry,
    Layer,
    Manifest,
    Pack,
    PackPhrase,
    WordClass,
    moment,
)
from assist.authoring.rule_json import LANGUAGES, parse_rule
from assist.authoring.slots import slot_names
from assist.errors import PackFormatError
from assist.model.standard import StandardPhrase

FORMAT = 1
"""Of the files this program writes, and the newest it reads."""


def parse_pack(data: bytes) -> Pack:
    """Read a whole pack.

    Raises:
        PackFormatError: No pack, a damaged one, or one of a newer format.
    """
    if len(data) > MOST_BYTES:
        raise PackFormatError(
            f"The pack is larger than {MOST_BYTES // 1024 // 1024} MiB."
        )
    fields = Fields(read_json(data), "the pack")
    _check_format(fields)
    pack = Pack(
        manifest=parse_manifest(Fields(fields.take("manifest"), "the manifest")),
        word_classes=fields.each("word_classes", _word_class, items=MOST_CLASSES),
        rules=fields.each("rules", parse_rule, items=MOST_RULES),
        standard=fields.each("standard", _standard, items=MOST_STANDARD),
        apps=fields.each("apps", parse_entry, items=MOST_ENTRIES),
        checks=fields.each("checks", parse_entry, items=MOST_ENTRIES),
        more=fields.rest(),
    )
    _check_unique("rule", (one.rule.rule_id for one in pack.rules))
    _check_unique("word class", (one.name for one in pack.word_classes))
    _check_unique("sentence", (one.phrase.phrase_id for one in pack.standard))
    _check_unique("application", (one.entry_id for one in pack.apps))
    _check_unique("check", (one.entry_id for one in pack.checks))
    return pack


def _check_format(fields: Fields) -> None:
    form = fields.take("format")
    if type(form) is not int or form < 1:
        raise PackFormatError("The file is JSON, but not a phrase pack.")
    if form > FORMAT:
        raise PackFormatError(
            f"The pack has format {form}; this program reads up to {FORMAT}.",
            hint="Update Assist, then try again.",
        )


def parse_manifest(fields: Fields) -> Manifest:
    """Read and check the manifest.

    Raises:
        PackFormatError: A key is missing, of the wrong type, or wrong.
    """
    settings = fields.take("settings", {})
    if not isinstance(settings, dict):
        raise PackFormatError("the manifest, settings, is not an object.")
    manifest = Manifest(
        pack_id=fields.needed("id"),
        version=fields.whole("version", low=1, high=MOST_VERSION),
        layer=fields.choice("layer", Layer.TEAM),
        team=fields.text("team"),
        languages=fields.texts("languages") or (LANGUAGES[0],),
        valid_from=fields.text("valid_from"),
        valid_until=fields.text("valid_until"),
        emergency=fields.flag("emergency"),
        needs=fields.text("needs"),
        changelog=fields.texts("changelog", items=MOST_CHANGES),
        settings=extras(settings, "the manifest, settings"),
        more=fields.rest(),
    )
    check_manifest(manifest)
    return manifest


def check_manifest(manifest: Manifest) -> None:
    """Check what the types of a manifest do not say.

    Raises:
        PackFormatError: The id is no id, a moment is none, the two moments
            are the wrong way round, or an emergency pack has no end.
    """
    if not PACK_ID.fullmatch(manifest.pack_id):
        raise PackFormatError(
            f"{manifest.pack_id!r} is not the id of a pack.",
            hint="Use lower-case letters a-z, digits and hyphens, 48 at most.",
        )
    ends = [moment(one) for one in (manifest.valid_from, manifest.valid_until) if one]
    if len(ends) == 2 and ends[0] >= ends[1]:
        raise PackFormatError("The pack is valid until before it is valid from.")
    if manifest.emergency and not manifest.valid_until:
        raise PackFormatError("An emergency pack needs a moment it is valid until.")


def _word_class(fields: Fields) -> WordClass:
    name = fields.needed("name", most=LONGEST_ID)
    if any(mark in name for mark in "@{}｛｝"):
        raise PackFormatError(f"{fields.where}: {name!r} cannot be a name.")
    words = fields.texts("words", items=MOST_WORDS)
    if not words:
        raise PackFormatError(f"{fields.where} has no words.")
    return WordClass(name, words, fields.rest())


def _standard(fields: Fields) -> PackPhrase:
    text = fields.needed("text")
    phrase = StandardPhrase(
        phrase_id=fields.needed("id", most=LONGEST_ID),
        scenario=fields.text("scenario"),
        text=text,
        slots=slot_names(text),
        source=fields.text("source"),
    )
    return PackPhrase(phrase, fields.rest())


def parse_entry(fields: Fields) -> Entry:
    """Read an application profile or a check, which is kept as it is.

    Raises:
        PackFormatError: It has no id, or is too long or too deep.
    """
    entry_id = fields.needed("id", most=LONGEST_ID)
    return Entry(entry_id, canonical(fields.whole_object, where=fields.where))


def _check_unique(kind: str, ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for number, one in zip(itertools.count(1), ids, strict=False):
        if one in seen:
            raise PackFormatError(f"The {kind} id {one!r} stands twice (no. {number}).")
        seen.add(one)
