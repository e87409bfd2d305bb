"""From a pack to the bytes of its file: one form only, one item to a line.

The same pack always gives the same bytes, so that a hash tells packs apart,
and a line-by-line comparison of two files shows what changed.
"""

import json
from typing import Any

from assist.authoring.pack import Extras, Manifest, Pack, PackPhrase, WordClass
from assist.authoring.parse import FORMAT
from assist.authoring.rule_json import rule_object


def serialise_pack(pack: Pack) -> bytes:
    """Return the file; :func:`assist.authoring.parse.parse_pack` reads it back."""
    manifest = _object(_manifest_object(pack.manifest), pack.manifest.more)
    parts = [f'"format": {FORMAT}', f'"manifest": {manifest}']
    lists = {
        "word_classes": [_word_class(one) for one in pack.word_classes],
        "rules": [_object(rule_object(one), one.more) for one in pack.rules],
        "standard": [_standard(one) for one in pack.standard],
        "apps": [one.body for one in pack.apps],
        "checks": [one.body for one in pack.checks],
    }
    for key, lines in lists.items():
        items = ",\n".join(lines)
        parts.append(f'"{key}": [\n{items}\n]' if items else f'"{key}": []')
    parts += [f"{_text(key)}: {value}" for key, value in pack.more]
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


def _manifest_object(manifest: Manifest) -> dict[str, Any]:
    values: dict[str, Any] = {
        "id": manifest.pack_id,
        "version": manifest.version,
        "layer": manifest.layer.value,
        "team": manifest.team,
        "languages": list(manifest.languages),
        "valid_from": manifest.valid_from,
        "valid_until": manifest.valid_until,
        "emergency": manifest.emergency,
        "needs": manifest.needs,
        "changelog": list(manifest.changelog),
        "settings": {key: json.loads(value) for key, value in manifest.settings},
    }
    return {key: value for key, value in values.items() if value}


def _word_class(one: WordClass) -> str:
    return _object({"name": one.name, "words": list(one.words)}, one.more)


def _standard(one: PackPhrase) -> str:
    phrase = one.phrase
    values = {
        "id": phrase.phrase_id,
        "scenario": phrase.scenario,
        "text": phrase.text,
        "source": phrase.source,
    }
    return _object({key: value for key, value in values.items() if value}, one.more)


def _object(known: dict[str, Any], more: Extras) -> str:
    parts = [f"{_text(key)}: {_text(value)}" for key, value in known.items()]
    parts += [f"{_text(key)}: {value}" for key, value in more]
    return "{" + ", ".join(parts) + "}"


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
