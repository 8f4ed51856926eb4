"""Serve a folder of pages on the loopback address."""

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args) -> None:
        """Keep the test report free of a line per request."""


class StaticServer:
    """A folder served on a free loopback port until ``close``.

    Attributes
    ----------
    folder : Path
        What is served.
    url : str
        Address of the folder, without a slash at the end.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = Path(folder)
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    def address(self, name: str, scheme: str = "http") -> str:
        """Return the address of a page, served or (``scheme="file"``) opened from the folder."""
        return f"{self.url}/{name}" if scheme == "http" else (self.folder / name).resolve().as_uri()

    def close(self) -> None:
        """Stop serving."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)
