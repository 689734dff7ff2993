"""The pages of an installation behind the very server that `sanam serve` becomes, and its end by the hardest hand."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]


class Served:
    """Begun by `begin`, on the same address each time; `kill` is kill -9 of it and all of its workers at once."""

    def __init__(self, surroundings: Mapping[str, str]) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        self.surroundings, self.address = dict(surroundings), f"127.0.0.1:{self.port}"
        self._web: subprocess.Popen[bytes] | None = None

    def begin(self) -> None:
        """Serve, and come back once somebody would be let in; nothing was asked yet."""
        line = [sys.executable, "-m", "sanam.interfaces.cli.main", "serve", "--alone", "--port", str(self.port)]
        self._web = subprocess.Popen(line, cwd=ROOT, env=self.surroundings, start_new_session=True)
        for _ in range(600):
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=5).close()
            except OSError:
                time.sleep(0.1)
            else:
                return
        raise TimeoutError("the pages did not come up")

    def get(self, path: str) -> int:
        """The status of one page."""
        link = http.client.HTTPConnection(self.address, timeout=60)
        try:
            link.request("GET", path)
            return link.getresponse().status
        finally:
            link.close()

    def kill(self) -> None:
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> None:
        if self._web is not None:
            os.killpg(self._web.pid, how)
            self._web.wait(timeout=60)
            self._web = None
