"""What the fetchers themselves refuse, whatever is signed."""

import pytest
from tuf.api.exceptions import DownloadError, DownloadHTTPError, SlowRetrievalError
from web import serving

from assist.packs.fetching import FOLDER_URL, base_url, fetcher


@pytest.fixture
def share(tmp_path):
    (tmp_path / "secret").write_text("secret")
    folder = tmp_path / "share"
    (folder / "targets").mkdir(parents=True)
    (folder / "targets" / "一 1.pack").write_text("pack")
    return folder


def fetched(source, name):
    whence = fetcher(str(source), agent="test", proxy="")
    return whence.download_bytes(base_url(str(source)) + name, 1000)


@pytest.mark.parametrize("name", ["targets/一 1.pack", "targets/%E4%B8%80%201.pack"])
def test_a_file_of_the_folder_is_read(share, name):
    assert fetched(share, name) == b"pack"


@pytest.mark.parametrize(
    "name",
    [
        "../secret",
        "targets/../../secret",
        "%2e%2e/secret",
        "targets/%2e%2e/%2e%2e/secret",
        "/etc/hostname",
        "targets//..//../secret",
        "targets\\..\\secret",
        "C:/secret",
        "%00",
        "",
        "./secret",
    ],
)
def test_path_traversal_no_name_leads_out_of_the_folder(share, name):
    with pytest.raises(DownloadError, match="leads out of the folder"):
        fetched(share, name)


def test_another_scheme_is_not_fetched_from_a_folder(share):
    whence = fetcher(str(share), agent="test")

    with pytest.raises(DownloadError):
        whence.download_bytes("file:///etc/hostname", 1000)


def test_a_missing_file_differs_from_a_folder_that_cannot_be_reached(share, tmp_path):
    with pytest.raises(DownloadHTTPError) as missing:
        fetched(share, "metadata/2.root.json")
    assert missing.value.status_code == 404

    with pytest.raises(DownloadError) as gone:
        fetched(tmp_path / "gone", "metadata/2.root.json")
    assert not isinstance(gone.value, DownloadHTTPError)


def test_a_folder_in_the_place_of_a_file_is_an_error(share):
    with pytest.raises(DownloadError):
        fetched(share, "targets")


def test_a_server_may_not_trickle_for_ever(share):
    times = iter([0.0, 10_000.0, 10_000.0])
    with serving(share) as server:
        whence = fetcher(
            server.address, agent="test", proxy="", clock=lambda: next(times)
        )

        with pytest.raises(SlowRetrievalError):
            whence.download_bytes(f"{server.address}/targets/%E4%B8%80%201.pack", 1000)


def test_the_program_says_its_name_and_nothing_else(share):
    seen = []
    with serving(share) as server:

        def note(request):
            seen.append(dict(request.headers))
            return False

        server.evil = note
        fetched(server.address, "targets/%E4%B8%80%201.pack")

    assert seen[0]["User-Agent"] == "test"
    assert set(seen[0]) == {"Accept-Encoding", "Host", "User-Agent", "Connection"}


def test_the_folder_url_is_no_url_of_a_network():
    assert base_url("anything") == FOLDER_URL
    assert base_url(r"\\server\share\packs") == FOLDER_URL
    assert base_url("https://host/x/") == "https://host/x/"
