from assist.packs.connection import read_connection, write_connection
from assist.packs.heartbeat import Beat, read_beats, write_beat
from assist.packs.schedule import (
    LONGEST_SECONDS,
    first_pause_seconds,
    pause_seconds,
)


def test_the_lead_reads_what_agents_told(tmp_path):
    beats = [
        Beat(f"agent{n}", {"east": 12 + n % 2}, "0.1.0", 1000 + n) for n in range(5)
    ]
    for beat in beats:
        write_beat(tmp_path, beat)
    write_beat(tmp_path, beats[0])

    assert list(read_beats(tmp_path)) == beats


def test_other_files_are_passed_over(tmp_path):
    for name, data in (
        ("a.json", "{"),
        ("b.json", "[]"),
        ("c.json", '{"agent": "x", "packs": 1}'),
        ("notes.txt", "x"),
        ("d.json", "x" * 30_000),
    ):
        (tmp_path / name).write_text(data)

    assert list(read_beats(tmp_path)) == []


def test_a_heartbeat_holds_a_number_versions_and_the_time_only(tmp_path):
    import json

    write_beat(tmp_path, Beat("a1", {"east": 3}, "0.1.0", 5))

    (file,) = tmp_path.iterdir()
    assert set(json.loads(file.read_text())) == {"agent", "packs", "program", "at_ms"}


def test_a_choice_of_source_comes_back(tmp_path):
    write_connection(tmp_path, 'a "quoted" \\\\share', b"root", ["east"])

    found = read_connection(tmp_path)

    assert (found.source, found.packs) == ('a "quoted" \\\\share', ("east",))
    assert found.root.read_bytes() == b"root"
    assert read_connection(tmp_path / "elsewhere") is None


def test_agents_do_not_all_ask_in_the_same_second():
    pauses = [pause_seconds(600, 0, chance / 100) for chance in range(101)]

    assert (min(pauses), round(max(pauses))) == (480, 720)
    assert first_pause_seconds(600, 1.0) == 30
    assert first_pause_seconds(1, 1.0) == 0.1


def test_failures_lengthen_the_pause_up_to_a_bound():
    assert pause_seconds(60, 3, 0.5) == 480
    assert pause_seconds(60, 1000, 0.5) == LONGEST_SECONDS
    assert pause_seconds(86400, 5, 0.5) == 86400
