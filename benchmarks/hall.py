"""A hall of phones against a real web process, each with cookies and pages of its own; and a wall beside them.

    hall = Hall(address, code, cards=24)
    hall.vote(phones=200)

A phone does what a browser does: opens the door, takes a ticket, reads the card it is shown, answers, goes on. With
JavaScript its answer brings the next card; without (`plain`) it is led to it. `thinks` is how long somebody reads a
card before pressing, from–to seconds; nought is a press the moment a card is there, which no hall of people does. Where
the server may be killed, a phone that got no answer sends the same again (`sends_again`), as whoever holds it would.
"""

from __future__ import annotations

import http.client
import random
import re
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import urlencode

CARD = re.compile(r'name="card" value="(\d+)"')
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
LEGS = re.compile(r'name="leg" value="(\d+)"|value="(\d+)" name="leg"|name="leg"[^>]*value="(\d+)"')
ANSWERS = ("agree", "disagree", "pass")
PATIENCE = 120


class WentWrong(Exception):
    """What a phone met that a room should not do."""


class Phone:
    """One browser: it keeps cookies, and follows nothing by itself."""

    def __init__(self, address: str, cookies: dict[str, str] | None = None) -> None:
        self.address, self.cookies = address, cookies or {}

    def ask(self, path: str, said: dict[str, str] | None = None, **headers: str) -> tuple[int, str, dict[str, str]]:
        """Status, page and headers of one GET, or of a POST where something is said."""
        kept = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        sent = {"Cookie": kept, **{name.replace("_", "-"): value for name, value in headers.items()}}
        body = urlencode(said) if said is not None else None
        if body is not None:
            sent["Content-Type"] = "application/x-www-form-urlencoded"
        link = http.client.HTTPConnection(self.address, timeout=PATIENCE)
        try:
            link.request("GET" if body is None else "POST", path, body, sent)
            answer = link.getresponse()
            page = answer.read().decode()
            for cookie in answer.headers.get_all("Set-Cookie") or ():
                name, _, value = cookie.split(";", 1)[0].partition("=")
                self.cookies[name] = value
            return answer.status, page, dict(answer.headers)
        finally:
            link.close()


@dataclass
class Hall:
    """A room behind a web process; what was said to it is kept in `said`: by card, answers as they were sent."""

    address: str
    code: str
    cards: int
    plain: bool = False
    thinks: tuple[float, float] = (0.0, 0.0)
    sends_again: bool = False
    again: int = 0
    said: dict[str, Counter[str]] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)
    waited: list[float] = field(default_factory=list)
    """Seconds from each press to the next card, or to the page that all are answered."""
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def vote(self, phones: int) -> float:
        """Let that many come in at once and answer every card; seconds until the last has finished."""
        start = time.perf_counter()
        threads = [threading.Thread(target=self._one, args=(at,)) for at in range(phones)]
        for one in threads:
            one.start()
        for one in threads:
            one.join()
        return time.perf_counter() - start

    def come_in(self, phone: Phone, at: int) -> int:
        """Take a ticket by the door; the status of the answer."""
        status, page, _headers = self._ask(phone, f"/room/{self.code}/")
        if status != 200:
            return status
        legs = [next(filter(None, found)) for found in LEGS.findall(page)]
        token = TOKEN.search(page)
        if not legs or token is None:
            raise WentWrong("the door has no form")
        said = {"csrfmiddlewaretoken": token[1], "leg": legs[at % len(legs)]}
        return self._ask(phone, f"/room/{self.code}/", said)[0]

    def _ask(
        self, phone: Phone, path: str, said: dict[str, str] | None = None, **headers: str
    ) -> tuple[int, str, dict[str, str]]:
        until = time.monotonic() + PATIENCE
        while True:
            try:
                return phone.ask(path, said, **headers)
            except (OSError, http.client.HTTPException):
                if not self.sends_again or time.monotonic() > until:
                    raise
                with self._lock:
                    self.again += said is not None
                time.sleep(0.2)

    def _one(self, at: int) -> None:
        try:
            phone = Phone(self.address)
            status = self.come_in(phone, at)
            if status != 302:
                raise WentWrong(f"no ticket: {status}")
            dice = random.Random(at)  # noqa: S311 - how long somebody thinks
            page = self._ask(phone, f"/room/{self.code}/vote/")[1]
            for step in range(self.cards):
                time.sleep(dice.uniform(*self.thinks))
                page = self._answer(phone, page, ANSWERS[(at + step) % 3])
        except (WentWrong, OSError, http.client.HTTPException) as wrong:
            with self._lock:
                self.failed.append(f"phone {at}: {wrong!r}")

    def _answer(self, phone: Phone, page: str, answer: str) -> str:
        card, token = CARD.search(page), TOKEN.search(page)
        if card is None or token is None:
            raise WentWrong("no card")
        start = time.perf_counter()
        said = {"csrfmiddlewaretoken": token[1], "card": card[1], "answer": answer}
        asked = {} if self.plain else {"HX_Request": "true"}
        status, page, headers = self._ask(phone, f"/room/{self.code}/vote/", said, **asked)
        if self.plain and status == 302:
            status, page, _headers = self._ask(phone, headers["Location"])
        if status != 200:
            raise WentWrong(f"not kept: {status}")
        with self._lock:
            self.said.setdefault(card[1], Counter())[answer] += 1
            self.waited.append(time.perf_counter() - start)
        return page


@dataclass
class Wall:
    """A projector that asks every three seconds, as the page does; when it saw how many, and how often nothing new."""

    phone: Phone
    path: str
    every: float = 3.0
    seen: list[tuple[float, int]] = field(default_factory=list)
    unchanged: int = 0
    slowest: float = 0.0
    latest: float = 0.0
    _mark: str = ""
    _over: threading.Event = field(default_factory=threading.Event)

    def watch(self) -> None:
        """Until `stop`, and once more then."""
        while not self._over.wait(self.every):
            self.look()
        self.look()

    def stop(self) -> None:
        self._over.set()

    def look(self) -> None:
        start = time.perf_counter()
        status, page, headers = self.phone.ask(self.path, HX_Request="true", If_None_Match=self._mark)
        self.latest = time.perf_counter() - start
        self.slowest = max(self.slowest, self.latest)
        self._mark = headers.get("ETag", "")
        if status == 304:
            self.unchanged += 1
        elif found := re.search(r'class="mid huge"[^>]*>(\d+)<', page):
            self.seen.append((time.perf_counter(), int(found[1])))
