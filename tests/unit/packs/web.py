"""A real web server on loopback that serves a folder and counts what it sends."""

import functools
import http.server
import threading
from contextlib import contextmanager


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves files; ``server.evil`` may answer in its place."""

    def do_GET(self):
        self.server.paths.append(self.path)
        evil = self.server.evil
        if evil is None or not evil(self):
            super().do_GET()

    def log_message(self, *_):
        pass


@contextmanager
def serving(folder):
    """Serve ``folder``; yield the server with ``address``, ``paths``, ``evil``."""
    handler = functools.partial(Handler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        server.paths = []
        server.evil = None
        server.address = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
