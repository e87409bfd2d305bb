import pytest
from packs_for_tests import pack

from assist.errors import InputError, PackError, PackFormatError
from assist.packs.files import read_bounded, write_whole
from assist.packs.sources import read_pack, write_pack


def test_a_pack_file_comes_back(tmp_path):
    write_pack(pack(), tmp_path / "a.pack")

    assert read_pack(tmp_path / "a.pack") == pack()


def test_a_damaged_pack_file_is_named(tmp_path):
    (tmp_path / "a.pack").write_bytes(b"{")

    with pytest.raises(PackFormatError, match=r"a\.pack: The pack is not valid JSON"):
        read_pack(tmp_path / "a.pack")


def test_a_file_is_never_read_beyond_its_bound(tmp_path):
    (tmp_path / "a").write_bytes(b"x" * 11)

    with pytest.raises(InputError, match="larger than"):
        read_bounded(tmp_path / "a", most=10)


def test_a_folder_in_the_place_of_a_file_is_said(tmp_path):
    with pytest.raises(InputError, match="is a folder"):
        read_bounded(tmp_path, most=10)


def test_when_writing_fails_the_old_file_and_no_rest_stays(tmp_path, monkeypatch):
    target = tmp_path / "a"
    write_whole(target, b"old")

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("assist.packs.files.os.fsync", full)
    with pytest.raises(PackError, match="No space left"):
        write_whole(target, b"new")

    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]
