"""A team lead's way from a spreadsheet to a pack, on the command line."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

HEADINGS = "编号,禁用语,替换建议,替换范围,分类,严重度,应命中例句,不应命中例句"
GOOD = (
    "E1,你自己看着办,我来帮您处理。,分句,推诿,高,那你自己看着办吧,我来帮您办",
    "E2,随便你怎么样,您看这样可以吗？,分句,否定语,中,随便你怎么样,随时为您服务",
    "E3,这不归我管,我帮您转给同事。,分句,推诿,高,这不归我管啊,这归我负责",
)
BAD = (
    GOOD[0].replace("高", "很高"),
    GOOD[1].replace("我来帮您", "x"),
    GOOD[2].replace("E3", "E2").replace("这不归我管,", ",", 1),
)
TWICE = (
    "表“east”第 4 行“编号”列：编号“E2”已经用在第 3 行。"
    "请改成别的编号，或删除重复的一行。"
)


def assist(*arguments, code=0):
    done = subprocess.run(
        [sys.executable, "-m", "assist.cli.main", "pack", *map(str, arguments)],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == code, done.stderr
    return done


@pytest.fixture(scope="module")
def libreoffice(tmp_path_factory):
    """Save a CSV as .xlsx the way a lead does in LibreOffice."""
    home = tmp_path_factory.mktemp("office")

    def save(csv: Path) -> Path:
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
            timeout=120,
        )
        return csv.with_suffix(".xlsx")

    return save


def write(path: Path, rows) -> Path:
    path.write_text("\n".join([HEADINGS, *rows]) + "\n", "utf-8")
    return path


def test_mistakes_in_a_libreoffice_workbook_are_named_and_the_fixed_one_is_built(
    tmp_path, libreoffice
):
    workbook = libreoffice(write(tmp_path / "east.csv", BAD))

    refused = assist("build", workbook, "-o", tmp_path / "x.pack", code=2)

    assert refused.stderr.splitlines() == [
        "assist: east.xlsx: 3 cells cannot be used as they are.",
        "表“east”第 2 行“严重度”列：“很高”不是可用的值。请改成：高、中、低。",
        "表“east”第 4 行“禁用语”列：这一格是空的，但这一行需要它。请填写，或删除整行。",
        TWICE,
    ]
    assert not (tmp_path / "x.pack").exists()

    workbook = libreoffice(write(tmp_path / "east.csv", GOOD))
    pack = tmp_path / "east.pack"
    built = assist("build", workbook, "-o", pack, "--id", "team-east", "--version", 3)

    assert "team-east v3, 3 rules" in built.stdout
    checked = json.loads(assist("lint", pack, "--json").stdout)
    assert checked["publishable"]
    assert checked["dry_runs"][0]["serious"] == 0


def test_a_pack_edited_in_libreoffice_loses_nothing(tmp_path, libreoffice):
    source = Path(__file__).parents[2] / "resources" / "phrases"
    pack, exported = tmp_path / "all.pack", tmp_path / "all.xlsx"
    assist("build", source, "-o", pack)
    assist("export", pack, "-o", exported)

    saved = tmp_path / "saved"
    saved.mkdir()
    (saved / "all.csv").touch()  # only its name and folder count below
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(tmp_path / 'home').as_uri()}",
            "--headless",
            "--convert-to",
            "xlsx:Calc MS Excel 2007 XML",
            "--outdir",
            str(saved),
            str(exported),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )

    said = assist("diff", pack, saved / "all.xlsx", "--json").stdout
    assert json.loads(said) == {
        "brief": "v1 → v1: =",
        "added": [],
        "removed": [],
        "changed": {},
        "manifest": [],
        "other": [],
    }


def test_phrase_and_replacement_make_a_pack(tmp_path):
    csv = tmp_path / "ours.csv"
    csv.write_text("phrase,replacement_1\n随便你怎么样,您看这样可以吗？\n", "utf-8")

    assist("build", csv, "-o", tmp_path / "ours.pack")

    said = assist("lint", tmp_path / "ours.pack").stdout
    assert said.startswith("hint")


def test_a_pack_whose_examples_fail_cannot_be_published_and_says_so(tmp_path):
    csv = write(
        tmp_path / "east.csv", [GOOD[0].replace("那你自己看着办吧", "毫不相干")]
    )
    assist("build", csv, "-o", tmp_path / "east.pack")

    refused = assist("lint", tmp_path / "east.pack", code=2)

    assert "E1: the example “毫不相干” is not flagged" in refused.stderr
    assert "gate    E1：应命中例句没有命中：“毫不相干”" in refused.stdout


def test_diff_names_what_changed(tmp_path):
    for version, rows in (
        (12, GOOD[:2]),
        (13, [GOOD[0].replace("推诿", "态度"), GOOD[2]]),
    ):
        csv = write(tmp_path / f"{version}.csv", rows)
        pack = tmp_path / f"{version}.pack"
        assist("build", csv, "-o", pack, "--id", "east", "--version", version)

    said = assist("diff", tmp_path / "12.pack", tmp_path / "13.pack").stdout

    assert said.splitlines() == [
        "v12 → v13: +1 −1 ~1",
        "+ E3 这不归我管",
        "- E2 随便你怎么样",
        "~ E1 你自己看着办: category",
    ]


def test_the_editor_says_in_one_sentence_why_it_does_not_open(tmp_path, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("ASSIST_HOME", str(tmp_path / "home"))
    good, bad = write(tmp_path / "good.csv", GOOD), write(tmp_path / "bad.csv", BAD)

    no_screen = assist("edit", good, code=2).stderr.splitlines()
    no_table = assist("edit", bad, code=2).stderr.splitlines()

    assert no_screen[0] == "assist: There is no screen to show the overlay on."
    assert no_table[0].startswith("assist: bad.csv: ")
    assert "第 2 行“严重度”列" in no_table[1]
