"""A team lead on the command line, for the end-to-end tests of packs."""

import os
import subprocess
import sys

CSV = "编号,禁用语,替换建议,严重度,应命中例句\n"
COMMON = "E1,你自己看着办,我来帮您处理。,高,那你自己看着办吧\n"
# One phrase per version, as unlike each other as can be.
OWN = (
    "",
    "窗外麻雀叫个不停",
    "抽屉藏着旧钥匙串",
    "楼梯拐角晾雨伞呢",
    "番茄炒蛋忘放盐啦",
)
PASSWORD = {"ASSIST_KEY_PASSWORD": "a password"}  # of keys made for one test


def command(*arguments):
    return [sys.executable, "-m", "assist.cli.main", "pack", *map(str, arguments)]


def assist(*arguments, code=0, home=None):
    own = {"ASSIST_HOME": str(home)} if home else {}
    done = subprocess.run(
        command(*arguments),
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, **PASSWORD, **own},
    )
    assert done.returncode == code, done.stderr
    return done


class Lead:
    """Keys and a repository in a folder."""

    def __init__(self, folder):
        self.folder = folder
        self.keys = folder / "keys"
        self.repo = folder / "repo"
        assist("keys", "init", "--keys", self.keys)

    @property
    def root(self):
        return self.keys / "trusted-root.json"

    def build(self, version, extra=""):
        """Build a pack; each version has one rule of its own."""
        csv = self.folder / f"v{version}.csv"
        own = f"V{version},{OWN[version]},好的。,中,{OWN[version]}\n"
        csv.write_text(CSV + COMMON + own + extra, "utf-8")
        pack = self.folder / f"v{version}.pack"
        assist("build", csv, "-o", pack, "--id", "east", "--version", version)
        return pack

    def publish(self, version, *options, extra=""):
        pack = self.build(version, extra)
        return assist(
            "publish", pack, "--keys", self.keys, "--repo", self.repo, *options
        )
