"""The list of packs that a repository offers, and which of them an agent takes."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assist.authoring.fields import Fields
from assist.authoring.json_text import read_json
from assist.authoring.limits import LONGEST_ID, MOST_VERSION
from assist.authoring.pack import PACK_ID, Layer, Manifest
from assist.authoring.parse import check_manifest
from assist.errors import PackFormatError

INDEX = "index.json"
MOST_BYTES = 1024 * 1024
_FORMAT = 1
_MOST_PACKS = 1_000
_WHOLE = 10_000  # shares are counted in hundredths of a per cent


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One version of one pack that a repository offers.

    Attributes:
        manifest: Without changelog and settings, which stand in the pack.
        rollout: Per cent of the agents that are to take it, 0 to 100.
        changes: Against the version before, in short: ``+6 −2``.
        override: Why it was published against lint; empty for most.
        published: UTC moment.
    """

    manifest: Manifest
    rollout: int = 100
    changes: str = ""
    override: str = ""
    published: str = ""

    @property
    def path(self) -> str:
        """Name of the target: made from the checked id, never read from a file."""
        return f"{self.manifest.pack_id}/{self.manifest.version}.pack"


def parse_index(data: bytes) -> tuple[Offer, ...]:
    """Read the list of a repository.

    Raises:
        PackFormatError: It is none, or of a newer format.
    """
    fields = Fields(read_json(data), "the index")
    form = fields.take("format")
    if form != _FORMAT or type(form) is not int:
        raise PackFormatError(
            f"The list of packs has format {form!r}; this program reads {_FORMAT}.",
            hint="Update Assist, then try again.",
        )
    offers = fields.each("packs", _offer, items=_MOST_PACKS)
    if len({one.path for one in offers}) != len(offers):
        raise PackFormatError("The list of packs names a version twice.")
    return offers


def serialise_index(offers: Iterable[Offer]) -> bytes:
    """Return the file; the same offers always give the same bytes."""
    lines = [
        json.dumps(_object(one), ensure_ascii=False)
        for one in sorted(offers, key=_order)
    ]
    packs = ",\n".join(lines)
    return f'{{"format": {_FORMAT}, "packs": [\n{packs}\n]}}\n'.encode()


def with_offer(offers: Sequence[Offer], new: Offer) -> tuple[Offer, ...]:
    """Return the offers once ``new`` is published.

    A version for everybody takes the place of all before it; one for a share
    of the agents stands beside the newest that is for everybody.
    """
    manifest = new.manifest
    others = [one for one in offers if one.manifest.pack_id != manifest.pack_id]
    older = [
        one
        for one in offers
        if one.manifest.pack_id == manifest.pack_id
        and one.manifest.version < manifest.version
    ]
    whole = [one for one in older if one.rollout >= 100]
    kept = [] if new.rollout >= 100 else sorted(whole, key=_order)[-1:]
    return (*others, *kept, new)


def takes_part(agent_id: str, offer: Offer) -> bool:
    """Tell whether this agent belongs to the share an offer is for.

    The same agent and version always give the same answer, and a larger share
    contains every smaller one.
    """
    name = f"{agent_id}\n{offer.manifest.pack_id}\n{offer.manifest.version}"
    number = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big")
    return number % _WHOLE < offer.rollout * _WHOLE // 100


def chosen(
    offers: Sequence[Offer],
    agent_id: str,
    *,
    wanted: Sequence[str] = (),
    pins: Mapping[str, int] | None = None,
) -> tuple[Offer, ...]:
    """Return the newest version of each pack that this agent is to have.

    Args:
        offers: What the repository offers.
        agent_id: Any text that stays the same for one agent.
        wanted: Ids of packs to take; all when empty.
        pins: Id to the version that is kept whatever is newer.
    """
    newest: dict[str, Offer] = {}
    for one in sorted(offers, key=_order):
        pack_id, version = one.manifest.pack_id, one.manifest.version
        pinned = (pins or {}).get(pack_id)
        if wanted and pack_id not in wanted:
            continue
        if version == pinned or (pinned is None and takes_part(agent_id, one)):
            newest[pack_id] = one
    return tuple(newest.values())


def in_force(manifests: Iterable[Manifest], now: dt.datetime) -> tuple[Manifest, ...]:
    """Return the manifests whose packs hold at ``now``, in the order of layers."""
    holding = (one for one in manifests if one.holds_at(now))
    return tuple(sorted(holding, key=layer_order))


def layer_order(manifest: Manifest) -> tuple[bool, int, str]:
    """Order packs as they are laid over each other, emergencies last."""
    return manifest.emergency, manifest.layer.rank, manifest.pack_id


def _order(offer: Offer) -> tuple[str, int]:
    return offer.manifest.pack_id, offer.manifest.version


def _offer(fields: Fields) -> Offer:
    manifest = Manifest(
        pack_id=fields.needed("id", most=LONGEST_ID),
        version=fields.whole("version", low=1, high=MOST_VERSION),
        layer=fields.choice("layer", Layer.TEAM),
        team=fields.text("team"),
        valid_from=fields.text("valid_from"),
        valid_until=fields.text("valid_until"),
        emergency=fields.flag("emergency"),
        needs=fields.text("needs"),
    )
    if not PACK_ID.fullmatch(manifest.pack_id):
        raise PackFormatError(f"{fields.where} has no proper id.")
    check_manifest(manifest)
    return Offer(
        manifest=manifest,
        rollout=fields.whole("rollout", low=0, high=100),
        changes=fields.text("changes"),
        override=fields.text("override"),
        published=fields.text("published"),
    )


def _object(offer: Offer) -> dict[str, object]:
    manifest = offer.manifest
    values: dict[str, object] = {
        "id": manifest.pack_id,
        "version": manifest.version,
        "layer": manifest.layer.value,
        "team": manifest.team,
        "valid_from": manifest.valid_from,
        "valid_until": manifest.valid_until,
        "emergency": manifest.emergency,
        "needs": manifest.needs,
        "changes": offer.changes,
        "override": offer.override,
        "published": offer.published,
    }
    kept = {key: value for key, value in values.items() if value}
    return kept | {"rollout": offer.rollout}
