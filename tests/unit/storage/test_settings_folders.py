import os
from pathlib import Path

from assist.storage.folders import find_folders, make_private


def test_one_variable_moves_every_folder_of_the_user(tmp_path):
    folders = find_folders({"ASSIST_HOME": str(tmp_path)})

    every = {folders.config, folders.state, folders.cache, folders.data}
    assert len(every) == 4
    assert all(folder.is_relative_to(tmp_path) for folder in every)
    assert folders.settings_file.is_relative_to(folders.config)
    assert folders.usage_log.is_relative_to(folders.state)


def test_a_relative_home_is_taken_from_where_the_program_started():
    assert find_folders({"ASSIST_HOME": "x"}).config == Path.cwd() / "x" / "config"


def test_without_the_variable_the_platform_decides(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))

    assert find_folders({}) == find_folders({"ASSIST_HOME": ""})
    assert find_folders({}).state == tmp_path / "assist"


def test_looking_for_the_folders_creates_none(tmp_path):
    find_folders({"ASSIST_HOME": str(tmp_path / "home")})

    assert not list(tmp_path.iterdir())


def test_a_new_folder_is_for_this_user_alone(tmp_path):
    make_private(tmp_path / "state")

    assert (tmp_path / "state").stat().st_mode & 0o777 == 0o700


def test_a_folder_that_exists_stays_as_it_is(tmp_path):
    (tmp_path / "state").mkdir()
    (tmp_path / "state").chmod(0o750)

    make_private(tmp_path / "state")

    assert (tmp_path / "state").stat().st_mode & 0o777 == 0o750
    assert os.access(tmp_path / "state", os.W_OK)
