"""The database goes while people work: a clear page in Thai, and no half truth."""

from __future__ import annotations

import re
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import Request, urlopen

import psycopg
import pytest
from django.conf import settings
from django.db import OperationalError
from django.test import Client

from tests.installations import ROOT, Installation


@pytest.mark.django_db
def test_a_database_that_is_away_is_told_so(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*args: object, **named: object) -> None:
        raise OperationalError("could not connect to server at 10.0.0.1")

    monkeypatch.setattr("django.contrib.sessions.backends.db.SessionStore.load", gone)
    client.raise_request_exception = False
    client.cookies["sessionid"] = "anything"
    answer = client.get("/")
    page = answer.content.decode()
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "30")
    assert "ฐานข้อมูลไม่ตอบ" in page
    assert "10.0.0.1" not in page


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[str, str, str]]:
    """Served as in life from a PostgreSQL database of its own: its address, the server's, its name."""
    said = settings.DATABASES["default"]
    server = f"postgres://{said['USER']}:{quote(said['PASSWORD'])}@{said['HOST']}:{said['PORT']}"
    name = f"sanam_{secrets.token_hex(6)}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name}")
    place = Installation(tmp_path, f"{server}/{name}")
    place.done("migrate")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    words = ["serve", "--alone", "--port", str(port)]
    process = subprocess.Popen(
        [sys.executable, "-m", "sanam.interfaces.cli.main", *words],
        cwd=ROOT,
        env=place.surroundings,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield f"http://127.0.0.1:{port}", server, name
    finally:
        process.terminate()
        process.wait(timeout=20)
        with psycopg.connect(f"{server}/postgres", autocommit=True) as admin:
            admin.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def asked(address: str) -> tuple[int, str]:
    request = Request(address, headers={"Cookie": "sessionid=anything"})
    for _ in range(200):
        try:
            with urlopen(request, timeout=10) as answer:
                return answer.status, answer.read().decode()
        except HTTPError as error:
            return error.code, error.read().decode()
        except (URLError, OSError):
            time.sleep(0.1)
    raise AssertionError("nobody answers")


@pytest.mark.postgres
def test_a_database_dropped_under_a_running_server_is_told_on_a_page(served: tuple[str, str, str]) -> None:
    address, server, name = served
    assert asked(f"{address}/sign-in/")[0] == 200
    with psycopg.connect(f"{server}/postgres", autocommit=True) as admin:
        admin.execute(f"DROP DATABASE {name} WITH (FORCE)")
    status, page = asked(f"{address}/")
    assert status == 503
    assert "ฐานข้อมูลไม่ตอบ" in page
    assert not re.search(r"psycopg|Traceback|does not exist", page)
