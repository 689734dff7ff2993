"""`sanam serve`: the web process."""

from __future__ import annotations

import argparse
import os
import socket
import sys
from typing import Any

from sanam.domain.foundation.refused import Refused
from sanam.interfaces.cli.doctor import check_may_serve
from sanam.interfaces.cli.language import say

NEEDS_DJANGO = True
HELP_TH = "เปิดหน้าเว็บ"
HELP_EN = "serve the pages"
WEB = ("--workers", "2", "--threads", "4", "--worker-connections", "8", "--keep-alive", "0", "--log-level", "warning")
"""How gunicorn runs. A worker takes no more than it is about to answer: what it took waits behind its own threads, even
while the other worker is free; what it left stands in one queue for both, first come first served. A proxy stands
before, so no connection is worth keeping."""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="ที่อยู่ที่รับฟัง / the address to listen on")
    parser.add_argument("--port", type=int, default=8000, help="พอร์ต / the port")
    told = "เฉพาะหน้าเว็บ: worker และ tick รันแยกเอง / pages only: worker and tick run as services of their own"
    parser.add_argument("--alone", action="store_true", help=told)


def run(options: argparse.Namespace) -> dict[str, Any]:
    serve(options.host, options.port, alone=options.alone)
    return {}


def serve(host: str, port: int, *, alone: bool = False) -> None:
    """Become the web server, with the worker and the tick beside it; raises Refused when the port is taken."""
    check_may_serve(host)
    _check_free(host, port)
    say(f"เปิดที่ http://{host}:{port}/ กด Ctrl-C เพื่อปิด", f"Open http://{host}:{port}/ and press Ctrl-C to stop.")
    sys.stderr.flush()
    command = [sys.executable, "-m", "gunicorn", "sanam.config.wsgi", "--bind", f"{host}:{port}"]
    command += [*WEB, "--limit-request-line", "8190"]
    if not alone:
        command += ["--config", "python:sanam.interfaces.cli.companions"]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sanam.config.settings")
    os.execv(sys.executable, command)  # noqa: S606 - our own interpreter, our own words


def _check_free(host: str, port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            raise Refused(
                "serve.port_taken",
                f"พอร์ต {port} มีโปรแกรมอื่นใช้อยู่ เลือกพอร์ตอื่นด้วย --port",
                f"Port {port} is in use; choose another with --port.",
            ) from None
