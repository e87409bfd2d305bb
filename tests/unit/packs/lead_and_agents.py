"""A team lead with a repository, and agents' machines, as small as can be."""

import dataclasses
import datetime as dt
import shutil

from packs_for_tests import manifest, pack, rule

from assist.packs.key_ring import KeyRing
from assist.packs.publish import Publisher
from assist.packs.state import PHRASES, State
from assist.packs.update import RefusedPackError, Source, Updates

NOW = dt.datetime.now(dt.UTC).replace(microsecond=0)


def versioned(version, **values):
    """Return a pack of the given version; each version has a rule of its own."""
    return pack(
        rule("R1"),
        rule(f"R{version + 1}", f"第{version}版才有的禁语"),
        manifest=manifest(version=version, **values),
    )


class Lead:
    """A team lead with keys and a repository."""

    def __init__(self, folder):
        self.folder = folder
        self.repo = folder / "repo"
        self.ring = KeyRing(folder / "keys", lambda: "a password")
        self.ring.make()

    def publisher(self, *, days=0):
        now = NOW + dt.timedelta(days=days)
        return Publisher(self.repo, self.ring, now=now)

    def publish(self, version=1, *, days=0, rollout=100, override="", **values):
        return self.publisher(days=days).publish(
            versioned(version, **values), rollout=rollout, override=override
        )

    def copy(self, name):
        """Keep the repository as it is now, as an attacker might."""
        target = self.folder / name
        shutil.copytree(self.repo, target)
        return target

    def serve(self, saved):
        """Show agents another repository from now on."""
        shutil.rmtree(self.repo)
        shutil.copytree(saved, self.repo)

    def metadata(self, name):
        return self.repo / "metadata" / name

    def pack_file(self, version=1):
        (file,) = (self.repo / "targets" / "east").glob(f"*.{version}.pack")
        return file


class Agent:
    """A machine that fetches packs; what prepares them is a fake."""

    def __init__(self, folder, lead):
        self.state = State(folder)
        self.lead = lead
        self.root = None
        self.address = str(lead.repo)
        self.now = NOW
        self.bad: set[tuple[str, int]] = set()
        self.prepared: list[tuple] = []
        self.updates = Updates(self.state, self.prepare, lambda: self.now)

    def prepare(self, job):
        self.prepared.append(tuple((one.pack_id, one.version) for one, _ in job.files))
        for one, file in job.files:
            if (one.pack_id, one.version) in self.bad:
                raise RefusedPackError("its examples fail", pack_id=one.pack_id)
            assert file.read_bytes()
        job.target.mkdir()
        (job.target / PHRASES).write_text("made")
        return "brief"

    def check(self, *, wanted=(), personal=None):
        # Pinned once, as IT does.
        self.root = self.root or self.lead.ring.trusted_root.read_bytes()
        source = Source(address=self.address, trusted_root=self.root, wanted=wanted)
        return self.updates.check(dataclasses.replace(source, proxy=""), personal)

    def compose(self):
        return self.updates.check(None)

    @property
    def versions(self):
        active = self.state.active()
        return {one.pack_id: one.version for one in active.packs} if active else {}
