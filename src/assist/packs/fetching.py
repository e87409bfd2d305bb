"""How signed files reach an agent's machine: from a folder, or over HTTP(S).

Both are python-tuf fetchers, which cap every download at the length that
signed metadata allows, or at a fixed length where nothing is signed yet.
"""

import functools
import http.client
import ssl
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from assist.errors import InputError
from assist.packs.tuf_library import client

FOLDER_URL = "folder:///"
_CHUNK = 256 * 1024
_SOCKET_SECONDS = 15
_WHOLE_SECONDS = 300
"""One file may take this long, so that a trickle cannot hold an update for ever."""


def is_network(source: str) -> bool:
    """Tell whether a source is reached over the network by this program itself."""
    return urlsplit(source).scheme.lower() in {"http", "https"}


def base_url(source: str) -> str:
    """Return the address that the parts of a source are found under.

    Raises:
        InputError: The address holds a password, or more than a path.
    """
    if not is_network(source):
        return FOLDER_URL
    parts = urlsplit(source)
    if not parts.hostname or parts.query or parts.fragment or parts.password:
        raise InputError(
            "The address of the packs is not one that can be used.",
            hint="Write it like https://packs.example.com/east",
        )
    return source.rstrip("/") + "/"


def fetcher(
    source: str,
    *,
    agent: str,
    proxy: str | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> Any:
    """Return the python-tuf fetcher for a source.

    Args:
        source: A folder, or an ``http(s)`` address.
        agent: What the program calls itself to a web server.
        proxy: Address of a proxy; None takes the system's, empty uses none.
        clock: Seconds that never go back.
    """
    interface: Any = client().FetcherInterface
    fetch = _http(agent, proxy, clock) if is_network(source) else _folder(Path(source))

    class Fetcher(interface):  # type: ignore[misc]  # the library is loaded late
        """Hands the library what ``fetch`` yields."""

        def _fetch(self, url: str) -> Iterator[bytes]:
            chunks: Iterator[bytes] = fetch(url)
            return chunks

    return Fetcher()


def _folder(folder: Path) -> Callable[[str], Iterator[bytes]]:
    from tuf.api.exceptions import DownloadError, DownloadHTTPError

    def fetch(url: str) -> Iterator[bytes]:
        name = unquote(url.removeprefix(FOLDER_URL))
        if not url.startswith(FOLDER_URL) or not _stays_inside(name):
            raise DownloadError("a name leads out of the folder")
        try:
            file = (folder / name).open("rb")
        except FileNotFoundError as error:
            if not folder.is_dir():
                raise DownloadError("the folder cannot be reached") from error
            raise DownloadHTTPError("no such file", 404) from error
        with file:
            while chunk := file.read(_CHUNK):
                yield chunk

    return _begun(fetch)


def _stays_inside(name: str) -> bool:
    parts = PurePosixPath(name).parts
    odd = {"..", ".", ""} & set(name.split("/"))
    return bool(parts) and not odd and not set(name) & set("\\:\0")


def _http(
    agent: str, proxy: str | None, clock: Callable[[], float]
) -> Callable[[str], Iterator[bytes]]:
    from tuf.api.exceptions import DownloadError, DownloadHTTPError, SlowRetrievalError

    def fetch(url: str) -> Iterator[bytes]:
        request = urllib.request.Request(url, headers={"User-Agent": agent})  # noqa: S310  checked by base_url
        ends = clock() + _WHOLE_SECONDS
        try:
            opener = _opener(proxy, secure=url.startswith("https:"))
            with opener.open(request, timeout=_SOCKET_SECONDS) as answer:
                while chunk := answer.read1(_CHUNK):
                    if clock() > ends:
                        raise SlowRetrievalError("the server is too slow")
                    yield chunk
        except urllib.error.HTTPError as error:
            error.close()
            raise DownloadHTTPError(
                f"the server says {error.code}", error.code
            ) from error
        except TimeoutError as error:
            raise SlowRetrievalError("the server does not answer") from error
        except (OSError, http.client.HTTPException) as error:
            raise DownloadError("the server cannot be reached") from error

    return _begun(fetch)


def _begun(
    fetch: Callable[[str], Iterator[bytes]],
) -> Callable[[str], Iterator[bytes]]:
    """Make errors of the first chunk come when the file is asked for.

    The library calls ``_fetch`` and only then iterates; a generator would put
    off a missing file until after its own error handling.
    """

    def begin(url: str) -> Iterator[bytes]:
        chunks = fetch(url)
        first = next(chunks, b"")

        def rest() -> Iterator[bytes]:
            yield first
            yield from chunks

        return rest()

    return begin


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A repository is where it was configured to be, or nowhere."""

    def redirect_request(self, *_: Any) -> None:
        """Refuse."""


@functools.cache
def _opener(proxy: str | None, *, secure: bool) -> urllib.request.OpenerDirector:
    """Return what opens addresses; reading the system's certificates takes long."""
    proxies = None if proxy is None else {"http": proxy, "https": proxy}
    if proxy == "":
        proxies = {}
    handlers: list[urllib.request.BaseHandler] = [
        urllib.request.ProxyHandler(proxies),
        _NoRedirect(),
    ]
    if secure:
        context = ssl.create_default_context()
        handlers.append(urllib.request.HTTPSHandler(context=context))
    return urllib.request.build_opener(*handlers)
