"""The row of the room: so many phones come in at once and answer 24 cards, against bare INSERTs of the same votes.

    python -m benchmarks.phones 200 24 [plain | paced]

`plain` phones have no JavaScript; `paced` ones press as people do, a card each three to eight seconds.
A real gunicorn as `sanam serve` begins it (two workers), in the database that DATABASE_URL names. Nothing may be
lost or doubled: the answers in the tables are compared with those the phones sent. A wall asks beside them and must
tell of everybody in the end; when it did is told. The phones and the web process share the machine: beside the time
stands how many seconds of a processor each took (`cpu`), and how many processes asked for one (`load`). Where anything
went wrong the program says so and ends with 1, whatever the time.
"""

from __future__ import annotations

import json
import os
import resource
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.test import Client  # noqa: E402

from benchmarks.hall import Hall, Phone, Wall  # noqa: E402
from sanam.domain.dialogue.models import Exchange, RoomDoor, Ticket, Vote  # noqa: E402
from sanam.domain.dialogue.operations import doors, exchanges, statements, voting  # noqa: E402
from sanam.domain.dialogue.words import VALUES, Answer, Heading  # noqa: E402
from sanam.domain.foundation import clock  # noqa: E402
from sanam.domain.teams.queries import account_of  # noqa: E402
from sanam.interfaces.cli.verbs.serve import WEB  # noqa: E402
from tests.cast import Cast, gather  # noqa: E402

PEOPLE = (3.0, 8.0)
"""Seconds somebody reads a card before pressing."""
SHARES = {"p50": 0.5, "p95": 0.95, "slowest": 1.0}
BACKEND = "django.contrib.auth.backends.ModelBackend"


def room_of(cast: Cast, cards: int) -> tuple[Exchange, RoomDoor]:
    """A room of the test board in which people may answer, its door open."""
    room = exchanges.open_room(by=cast.secretary, body=cast.seats["secretary"].body, title="วงใหญ่")
    for at in range(cards):
        statements.offer(by=cast.secretary, exchange=room, text=f"บัตรที่ {at + 1}", heading=Heading.GOAL)
    door = doors.open_door(by=cast.secretary, exchange=room)
    return voting.begin(by=cast.secretary, exchange=room), door


@contextmanager
def served() -> Iterator[str]:
    """The pages on a free port, by the web process a district runs; its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    command = [sys.executable, "-m", "gunicorn", "sanam.config.wsgi", "--bind", address]
    command += WEB
    web = subprocess.Popen(command)
    try:
        _wait_for(address)
        yield address
    finally:
        web.terminate()
        web.wait(timeout=30)


def _wait_for(address: str) -> None:
    for _ in range(600):
        try:
            Phone(address).ask("/sign-in/")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError("the pages did not come up")


def measured(phones: int, cards: int, how: str = "") -> dict[str, Any]:
    """Fill a room, compare, knock at a shut door; every figure, and what was wrong with any of it."""
    cast, before = gather(), _cpu(resource.RUSAGE_CHILDREN)
    room, door = room_of(cast, cards)
    with served() as address:
        hall = Hall(address, door.code, cards, how == "plain", PEOPLE if how == "paced" else (0, 0))
        wall = Wall(Phone(address, _session("secretary")), f"/gatherings/rooms/{room.pk}/wall/")
        beside = threading.Thread(target=wall.watch)
        beside.start()
        began = _cpu(resource.RUSAGE_SELF)
        took = hall.vote(phones)
        ended, spent, load = time.perf_counter(), _cpu(resource.RUSAGE_SELF) - began, os.getloadavg()[0]
        while wall.seen[-1:] and wall.seen[-1][1] < phones and time.perf_counter() < ended + 30:
            time.sleep(0.05)
        wall.stop()
        beside.join()
        again = _knocks_again(hall, door)
        doors.shut(by=cast.secretary, exchange=room)
        shut = hall.come_in(Phone(address), 0)
    return {
        "seconds": round(took, 2),
        "answer": {name: round(_at(hall.waited, share), 3) for name, share in SHARES.items()},
        "cpu": {"phones": round(spent, 1), "web": round(_cpu(resource.RUSAGE_CHILDREN) - before, 1)},
        "processors": os.cpu_count(),
        "load": round(load, 1),
        "wall": {
            "looks": len(wall.seen) + wall.unchanged,
            "unchanged": wall.unchanged,
            "slowest": round(wall.slowest, 2),
            "behind": round(max(0.0, wall.seen[-1][0] - ended), 2) if wall.seen else None,
            "last_look": round(wall.latest, 2),
            "told": (told := wall.seen[-1][1] if wall.seen else 0),
        },
        "wrong": [
            *hall.failed[:5],
            *differs(hall, room, phones, cards),
            *again,
            *_let_in(shut, phones),
            *([] if told == phones else [f"the wall tells of {told}"]),
        ],
    }


def _at(waited: list[float], share: float) -> float:
    """The time that this share of answers was within."""
    return sorted(waited)[min(len(waited) - 1, int(share * len(waited)))] if waited else 0.0


def _cpu(whose: int) -> float:
    """Seconds of a processor: this process', or those of the ones it began that have ended."""
    used = resource.getrusage(whose)
    return used.ru_utime + used.ru_stime


def _knocks_again(hall: Hall, door: RoomDoor) -> list[str]:
    """The same phone asks for a second ticket with the form it already sent."""
    phone = Phone(hall.address)
    hall.come_in(phone, 0)
    before = Ticket.objects.count()
    said = {"csrfmiddlewaretoken": phone.cookies["csrftoken"], "leg": str(Ticket.objects.values_list("leg")[0][0])}
    phone.ask(f"/room/{door.code}/", said)
    made = Ticket.objects.count() - before
    Ticket.objects.filter(votes=None).delete()
    return [f"{made} tickets more for one phone"] if made else []


def _let_in(status: int, phones: int) -> list[str]:
    wrong = [] if status == 404 else [f"a shut door answered {status}"]
    return wrong if Ticket.objects.count() == phones else [*wrong, f"{Ticket.objects.count()} tickets"]


def differs(hall: Hall, room: Exchange, phones: int, cards: int) -> list[str]:
    """What is in the tables against what was sent, card by card."""
    sent = {(card, VALUES[Answer(said)]): n for card, of in hall.said.items() for said, n in of.items()}
    votes = Vote.objects.filter(ticket__exchange=room).values_list("statement", "value", "ticket")
    kept = Counter((str(card), value) for card, value, _ticket in votes)
    finished = Ticket.objects.filter(exchange=room).exclude(voted_at=None).count()
    wrong = [] if kept == sent else [f"kept and sent differ: {len(votes)} of {sum(sent.values())}"]
    wrong += [] if len(votes) == phones * cards else [f"{len(votes)} votes, not {phones * cards}"]
    return wrong if finished == phones else [*wrong, f"{finished} of {phones} finished"]


def _session(username: str) -> dict[str, str]:
    client, account = Client(), account_of(username)
    client.force_login(account, backend=BACKEND)  # type: ignore[arg-type]
    return {"sessionid": client.cookies["sessionid"].value}


def bare(phones: int, cards: int) -> float:
    """Seconds for the same votes as one INSERT and one COMMIT each, by one hand, with nothing around them."""
    rows = list(Vote.objects.values_list("ticket", "statement", "value"))[: phones * cards]
    Vote.objects.all().delete()
    insert = "INSERT INTO dialogue_vote (ticket_id, statement_id, value, at) VALUES (%s, %s, %s, %s)"
    now, field = clock.now(), Vote._meta.get_field("ticket")
    start = time.perf_counter()
    for who, card, value in rows:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(insert, [field.get_db_prep_value(who, connection), card, value, now])
    return time.perf_counter() - start


def main(phones: int, cards: int = 24, how: str = "") -> None:
    call_command("migrate", interactive=False, verbosity=0)
    told = measured(phones, cards, how)
    limit = bare(phones, cards)
    ours, name = told["seconds"], f"room_{how}" if how else "room"
    if how == "paced":  # people take their time: what counts is how long each waits
        ours, limit = told["answer"]["p95"], limit / (phones * cards)
    row = {"ours_ms": round(ours * 1000, 2), "limit_ms": round(limit * 1000, 2), "ratio": round(ours / limit, 1)}
    print(json.dumps({"database": connection.vendor, "entries": phones, "rows": {name: row}, "told": told}))
    if told["wrong"]:
        sys.exit(1)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]), *sys.argv[3:])
