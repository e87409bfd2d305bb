"""The one door to python-tuf, opened without touching the network.

urllib3, which python-tuf's client imports, opens a socket when it is imported
to see whether the machine has IPv6.  A program without a configured network
source must never open one, and our own fetchers do not use urllib3 at all.
"""

import importlib
import socket
import sys
import threading
from types import ModuleType

_LOCK = threading.Lock()


def client() -> ModuleType:
    """Return ``tuf.ngclient``."""
    with _LOCK:
        if "urllib3" not in sys.modules:
            # WORKAROUND https://github.com/urllib3/urllib3/pull/611: urllib3 binds
            # a socket on import; drop when tuf.ngclient no longer imports urllib3.
            has_ipv6, socket.has_ipv6 = socket.has_ipv6, False
            try:
                return importlib.import_module("tuf.ngclient")
            finally:
                socket.has_ipv6 = has_ipv6
        return importlib.import_module("tuf.ngclient")
