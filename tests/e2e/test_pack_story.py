"""One day of a team lead and fifty agents, with everything real.

LibreOffice writes the workbook, a web server and a folder serve the packs, and
every agent verifies, checks and switches by itself.
"""

import contextlib
import http.server
import json
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest
from pack_lead import OWN, Lead, assist

from assist.app import pack_child, pack_updates
from assist.app.pack_watch import PackWatch, Told
from assist.packs.update import Updates

HEADINGS = "编号,禁用语,替换建议,分类,严重度,句式,应命中例句,不应命中例句"
ROWS = (
    "E1,你自己看着办,我来帮您处理。,推诿,高,,那你自己看着办吧,我来帮您办",
    "E2,随便你怎么样,您看这样可以吗？,否定语,中,,随便你怎么样,随时为您服务",
    "E3,这不归我管,我帮您转给同事。,推诿,高,这(事)不归我管,这事不归我管,这归我负责",
)
MISTAKES = (
    ROWS[0].replace("高", "特别高"),
    ROWS[1].replace("随便你怎么样,", ",", 1),
    ROWS[2].replace("这(事)", "这(事"),
)
CLIENTS = 50


def saved_by_libreoffice(csv: Path, home: Path) -> Path:
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={home.as_uri()}",
            "--headless",
            "--infilter=CSV:44,34,76,1",
            "--convert-to",
            "xlsx:Calc MS Excel 2007 XML",
            "--outdir",
            str(csv.parent),
            str(csv),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return csv.with_suffix(".xlsx")


@contextlib.contextmanager
def web_server(folder):
    handler = partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


class Clients:
    """Fifty machines; odd ones read the web server, even ones the folder."""

    def __init__(self, folder, lead, address):
        self._lead = lead
        self._address = address
        self.states = [
            pack_updates.open_state(folder / f"client{number}")
            for number in range(CLIENTS)
        ]

    def check(self):
        """Let all ask at once; return the versions then in use."""
        with ThreadPoolExecutor(8) as pool:
            return list(pool.map(self._one, range(CLIENTS)))

    def _one(self, number):
        address = self._address if number % 2 else str(self._lead.repo)
        source = pack_updates.source_from(address, self._lead.root, proxy="")
        # The first two prepare in a process of their own, as all do outside
        # tests; fifty interpreters would take a minute of every test run.
        prepare = pack_updates.prepare if number < 2 else self._prepare
        state = self.states[number]
        outcome = Updates(state, prepare, pack_updates.utc_now).check(source)
        assert outcome.problem is None, outcome.problem
        return outcome.active.version

    @staticmethod
    def _prepare(job):
        return pack_child.answer(pack_updates.question_of(job))["brief"]


@pytest.mark.timeout(600)
def test_from_a_workbook_with_mistakes_to_fifty_agents(tmp_path):
    lead = Lead(tmp_path)
    book = tmp_path / "east.csv"

    # The lead's workbook has three mistakes; each is named with its remedy.
    book.write_text("\n".join([HEADINGS, *MISTAKES]) + "\n", "utf-8")
    workbook = saved_by_libreoffice(book, tmp_path / "office")
    refused = assist("build", workbook, "-o", tmp_path / "east.pack", code=2)
    said = refused.stderr.splitlines()
    assert said[0] == "assist: east.xlsx: 3 cells cannot be used as they are."
    assert said[1].startswith(
        "表“east”第 2 行“严重度”列：“特别高”不是可用的值。请改成："
    )
    assert said[2].startswith("表“east”第 3 行“禁用语”列：这一格是空的")
    assert said[3].startswith("表“east”第 4 行“句式”列：")
    assert "括号没有合上" in said[3]

    # Fixed, it is built, tried on good sentences, and published.
    book.write_text("\n".join([HEADINGS, *ROWS]) + "\n", "utf-8")
    workbook = saved_by_libreoffice(book, tmp_path / "office")
    pack = tmp_path / "east.pack"
    assist("build", workbook, "-o", pack, "--id", "east", "--version", 1)
    report = json.loads(assist("lint", pack, "--json").stdout)
    assert report["publishable"]
    assert report["dry_runs"][0]["total"] >= 2000
    assert report["dry_runs"][0]["serious"] == 0
    place = ("--keys", lead.keys, "--repo", lead.repo)
    assist("publish", pack, *place)

    with web_server(lead.repo) as address:
        clients = Clients(tmp_path, lead, address)
        assert clients.check() == [1] * CLIENTS

        # The next version: one rule more; everybody has it at the next check.
        more = "E4,爱买不买,您可以再看看。,态度,高,,爱买不买啊,买得放心"
        book.write_text("\n".join([HEADINGS, *ROWS, more]) + "\n", "utf-8")
        workbook = saved_by_libreoffice(book, tmp_path / "office")
        newer = tmp_path / "newer.pack"
        assist("build", workbook, "-o", newer, "--id", "east", "--version", 2)
        assert assist("diff", pack, newer).stdout.startswith("v1 → v2: +1\n")
        assist("publish", newer, *place)
        assert clients.check() == [2] * CLIENTS

    for state in clients.states:
        matcher = pack_updates.matcher_in_use(state)
        assert [one.rule.rule_id for one in matcher.match("那你爱买不买")] == ["E4"]
        assert pack_updates.status(state)["brief"] == "v1 → v2: +1"


@pytest.mark.timeout(300)
def test_no_draft_check_is_lost_while_the_pack_is_switched(tmp_path):
    lead = Lead(tmp_path)
    lead.publish(1)
    state = pack_updates.open_state(tmp_path / "state")
    source = pack_updates.source_from(str(lead.repo), lead.root)
    switched = threading.Semaphore(0)
    in_use = []

    def use(new):
        in_use.append(new)
        switched.release()

    failures = []
    watch = PackWatch(state, source, Told(use, failures.append), every_seconds=0.2)
    watch.start()
    assert switched.acquire(timeout=60)
    checks = []
    stop = threading.Event()

    def type_drafts():
        while not stop.is_set():
            now = in_use[-1]
            found = [
                number for number, text in enumerate(OWN) if now.matcher.match(text)
            ]
            checks.append((now.version, found))

    typing = threading.Thread(target=type_drafts)
    typing.start()
    try:
        for version in (2, 3):
            lead.publish(version)
            assert switched.acquire(timeout=60)
    finally:
        stop.set()
        typing.join()
        watch.close()

    assert failures == []
    assert [one.version for one in in_use] == [1, 2, 3]
    assert in_use[-1].brief == "v2 → v3: +1 −1"
    assert all(found == [version] for version, found in checks)
    assert {version for version, _ in checks} >= {1, 2}


def test_an_update_from_a_folder_opens_no_socket(tmp_path):
    lead = Lead(tmp_path)
    lead.publish(1)
    log = tmp_path / "trace.txt"

    traced = ["strace", "-f", "-qq", "-e", "trace=socket,connect", "-o", str(log)]
    update = [
        *(sys.executable, "-m", "assist.cli.main", "pack", "update"),
        *("--source", str(lead.repo), "--root", str(lead.root)),
        *("--state", str(tmp_path / "state")),
    ]
    done = subprocess.run([*traced, *update], check=True, capture_output=True)

    assert done.stdout.startswith(b"east v1")
    assert "AF_INET" not in log.read_text("utf-8", "replace")


def test_a_pack_published_with_a_recorded_override_is_used(tmp_path):
    lead = Lead(tmp_path)
    lead.publish(1)
    update = (
        *("update", "--source", lead.repo, "--root", lead.root),
        *("--state", tmp_path / "state"),
    )
    assist(*update)
    failing = "X,随便吧你,好的,高,毫不相干\n"
    pack = lead.build(2, failing)
    place = ("--keys", lead.keys, "--repo", lead.repo)
    refused = assist("publish", pack, *place, code=2)
    assert "X: the example “毫不相干” is not flagged" in refused.stderr

    lead.publish(2, "--override", "合规部要求", extra=failing)
    assert "override: 合规部要求 (The pack" in assist("offers", *place).stdout

    assert assist(*update).stdout.startswith("east v2")

    status = assist("status", "--state", tmp_path / "state", "--json").stdout
    assert json.loads(status)["version"] == 2


def test_status_and_refusal_are_one_sentence_and_an_exit_code(tmp_path):
    lead = Lead(tmp_path)
    lead.publish(1)
    state = tmp_path / "state"
    update = ("update", "--source", lead.repo, "--root", lead.root, "--state", state)
    before = json.loads(assist("status", "--state", state, "--json").stdout)
    assert before["version"] is None
    assist(*update)
    timestamp = lead.repo / "metadata" / "timestamp.json"
    timestamp.write_bytes(
        timestamp.read_bytes().replace(b'"version":1', b'"version":9')
    )

    refused = assist(*update, code=2)

    assert refused.stderr.splitlines()[0] == (
        "assist: The repository cannot be trusted:"
        " what it holds is not what was signed."
    )
    after = json.loads(assist("status", "--state", state, "--json").stdout)
    assert after["version"] == 1
    assert after["problem"]


def test_a_user_connects_once_and_updates_without_options(tmp_path):
    lead = Lead(tmp_path)
    lead.publish(1)
    home = tmp_path / "home"

    nobody = assist("update", code=2, home=home)
    assert "Nobody said where packs come from" in nobody.stderr
    assist("connect", "--source", lead.repo, "--root", lead.root, home=home)

    assert assist("update", home=home).stdout.startswith("east v1")
    lead.publish(2)
    assert assist("update", home=home).stdout == "east v2 (v1 → v2: +1 −1)\n"
    assert assist("rollback", home=home).stdout == "east v1\n"
    assert assist("update", home=home).stdout == "east v1\n"
    assert assist("pin", "east", "--off", home=home).stdout == "east v2\n"


def test_a_personal_pack_adds_to_the_shared_one_and_locks_hold(tmp_path):
    lead = Lead(tmp_path)
    lead.publish(1)
    home = tmp_path / "home"
    assist("connect", "--source", lead.repo, "--root", lead.root, home=home)
    mine = tmp_path / "mine.csv"
    mine.write_text(f"phrase,replacement_1\n{OWN[4]},好的。\n", "utf-8")

    assist("personal", mine, home=home)

    assert assist("update", home=home).stdout.startswith("east v1")
    status = json.loads(assist("status", "--json", home=home).stdout)
    assert [one["layer"] for one in status["packs"]] == ["team", "personal"]
    assist("personal", "--off", home=home)
    assist("update", home=home)
    status = json.loads(assist("status", "--json", home=home).stdout)
    assert [one["id"] for one in status["packs"]] == ["east"]


def test_keys_are_changed_and_time_stamps_renewed_on_the_command_line(tmp_path):
    lead = Lead(tmp_path)
    lead.publish(1)
    place = ("--keys", lead.keys, "--repo", lead.repo)
    update = (
        *("update", "--source", lead.repo, "--root", lead.root),
        *("--state", tmp_path / "state"),
    )
    assist(*update)

    assist("keys", "rotate", "online", *place)
    assist("keys", "revoke", "targets", *place)
    assert assist("refresh", *place).stdout.startswith("Renewed until ")
    lead.publish(2)

    assert assist(*update).stdout.startswith("east v2")
    assert not list((lead.keys / "retired").glob("targets-*"))
    assert list((lead.keys / "retired").glob("online-*"))
