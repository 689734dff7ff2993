"""One standing district, one server of it as in life, one browser; every journey opens pages there."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.journeys.measuring import Witness, bring_instruments

ROOT = Path(__file__).parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
PATIENCE = 10_000  # milliseconds; nothing takes so long but on a machine with much else to do
expect.set_options(timeout=PATIENCE)


@dataclass(frozen=True)
class District:
    """Where it is served, and what tests/journeys/district.py says of it."""

    url: str
    sessions: dict[str, str]
    people: dict[str, str]
    ids: dict[str, str]
    words: list[str]
    surroundings: dict[str, str]

    def run(self, module: str, *said: object) -> None:
        """Run a module of these tests in the district's own installation, as a command there is run."""
        command = [sys.executable, "-m", f"tests.journeys.{module}", *map(str, said)]
        subprocess.run(command, cwd=ROOT, env=self.surroundings, check=True, capture_output=True)

    def later(self, days: int) -> None:
        """Let `sanam tick` do what is due so many days from now."""
        self.run("later", days)

    @contextmanager
    def on_day(self, days: int) -> Iterator[District]:
        """The same district, served to whoever opens a page so many days from now."""
        command = [sys.executable, "-m", "gunicorn", "tests.journeys.that_day", "--threads", "4", "--bind"]
        log = Path(self.surroundings["SANAM_HOME"]) / f"day-{days}.log"
        with _served(command, self.surroundings | {"JOURNEY_DAYS": str(days)}, log) as url:
            yield replace(self, url=url)

    def at(self, path: str) -> str:
        """An address with its people and things filled in: "/people/{เอียด}/"."""
        return path.format(**self.people, **self.ids)


@dataclass
class Doors:
    """Opens pages as somebody; what they open is closed when the test ends."""

    browser: Browser
    district: District
    opened: list[BrowserContext] = field(default_factory=list)

    def __call__(
        self, who: str = "nobody", *, language: str = "th", width: int = 1280, javascript: bool = True, **options: Any
    ) -> Page:
        """A fresh browser with nothing kept: as this seat, in this language, so many pixels wide."""
        context = self.browser.new_context(
            base_url=self.district.url,
            viewport={"width": width, "height": 844},
            java_script_enabled=javascript,
            locale="th-TH",
            reduced_motion="reduce",
            **options,
        )
        context.set_default_timeout(PATIENCE)
        self.opened.append(context)
        kept = {"django_language": language} | ({"sessionid": self.district.sessions[who]} if who != "nobody" else {})
        context.add_cookies([{"name": name, "value": value, "url": self.district.url} for name, value in kept.items()])
        return context.new_page()

    def close(self) -> None:
        while self.opened:
            self.opened.pop().close()


@pytest.fixture(scope="session")
def district(tmp_path_factory: pytest.TempPathFactory) -> Iterator[District]:
    """Built in an installation of its own, and served by the command that serves it in life."""
    with standing(tmp_path_factory.mktemp("district")) as one:
        yield one


@contextmanager
def standing(folder: Path) -> Iterator[District]:
    """A district of its own in this folder, for as long as it is needed."""
    surroundings = _surroundings(folder)
    told = _run([sys.executable, "-m", "tests.journeys.district", str(folder / "files")], surroundings, folder)
    serve = [sys.executable, "-m", "sanam.interfaces.cli.main", "serve", "--port"]
    with _served(serve, surroundings, folder / "server.log") as url:
        yield District(url=url, surroundings=surroundings, **told)


@contextmanager
def _served(command: list[str], surroundings: dict[str, str], log: Path) -> Iterator[str]:
    """A server of this installation at a free port, which ends the command; what it complained of fails the test."""
    port = _free_port()
    at = f"127.0.0.1:{port}"
    with log.open("w") as out:
        server = subprocess.Popen(
            [*command, at if "--bind" in command else str(port)],
            cwd=ROOT,
            env=surroundings,
            stdout=out,
            stderr=out,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
    try:
        _wait_for(f"http://{at}/sign-in/", server, log)
        yield f"http://{at}"
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        _end(server)
    assert "Traceback" not in log.read_text(), log.read_text()


def _end(server: subprocess.Popen[bytes]) -> None:
    """Wait for a server that was asked to go; a page still open would keep it."""
    try:
        server.wait(timeout=20)
    except subprocess.TimeoutExpired:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait(timeout=20)


PAGES_A_TAB = 12


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser that the machine has."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        pytest.fail("no browser here; get one with: apt install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def enter(browser: Browser, district: District) -> Iterator[Doors]:
    """`enter("nurse", width=390)` is a page signed in as the nurse, on a phone."""
    doors = Doors(browser, district)
    yield doors
    doors.close()


@pytest.fixture(scope="module")
def witnessed(browser: Browser, district: District) -> Iterator[Callable[[str, str], tuple[Page, Witness]]]:
    """A page kept open for a seat and a language through a dozen looks, and who watches what it complains of."""
    doors, kept, looks = Doors(browser, district), {}, Counter()

    def open_once(who: str, language: str) -> tuple[Page, Witness]:
        if looks[who, language] % PAGES_A_TAB == 0:  # a tab that has measured a hundred pages crashes
            if (who, language) in kept:
                kept[who, language][0].close()
            page = doors(who, language=language)
            bring_instruments(page)
            kept[who, language] = page, Witness(page)
        looks[who, language] += 1
        return kept[who, language]

    yield open_once
    doors.close()


def _surroundings(folder: Path) -> dict[str, str]:
    (folder / "files").mkdir()
    away = {"DATABASE_URL", "SANAM_MEDIA", "SANAM_KEYS_FILE", "SANAM_HOSTS", "SANAM_TLS", "SANAM_DEBUG"}
    kept = {name: value for name, value in os.environ.items() if name not in away}
    return kept | {
        "SANAM_HOME": str(folder),
        "DATABASE_URL": f"sqlite:///{folder / 'sanam.sqlite3'}",
        "SANAM_MEDIA": str(folder / "media"),
        "SANAM_SAMPLE": "yes",
        "DJANGO_SETTINGS_MODULE": "tests.installed",
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "src")]),
    }


def _run(command: list[str], surroundings: dict[str, str], folder: Path) -> dict[str, Any]:
    done = subprocess.run(command, cwd=ROOT, env=surroundings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-4000:]
    return dict(json.loads(done.stdout))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(300):
        try:
            urlopen(address, timeout=2).close()
        except (URLError, OSError):
            assert server.poll() is None, log.read_text()
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"the server did not answer in 30 seconds\n{log.read_text()}")
