"""A hall answers while its server is killed again and again; each phone sends anew what it got no answer to.

    python -m tests.crash.hall_killed SEED PHONES CARDS KILLS

The database is the one of DATABASE_URL. Prints one JSON document: {"kills", "again", "verified", "whole", "wrong"};
`again` is how often a phone sent the same once more, `verified` how many times the journal was whole just after a kill,
`whole` what `verify all` says of the closed room.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import threading
import time

import django

django.setup()

from django.core.management import call_command  # noqa: E402

from benchmarks.hall import Hall  # noqa: E402
from benchmarks.phones import differs, room_of  # noqa: E402
from sanam.domain.dialogue.models import Exchange, Result, Ticket  # noqa: E402
from sanam.domain.dialogue.operations import results  # noqa: E402
from sanam.domain.journal.models import Entry  # noqa: E402
from tests.cast import gather  # noqa: E402
from tests.served import Served  # noqa: E402


def verified(what: str) -> bool:
    """Whether `sanam verify` finds everything whole, in a process of its own."""
    line = [sys.executable, "-m", "sanam.interfaces.cli.main", "verify", what, "--json"]
    return subprocess.run(line, stdout=subprocess.DEVNULL, check=False).returncode == 0


def killed_while(hall: Hall, web: Served, phones: int, kills: int, dice: random.Random) -> int:
    """Let them answer, and kill the server that often; how often all was whole just after."""
    crowd = threading.Thread(target=hall.vote, args=(phones,))
    crowd.start()
    whole = 0
    for at in range(kills):
        wanted = hall.cards * phones * (at + 1) // (kills + 1)
        while crowd.is_alive() and len(hall.waited) < wanted:
            time.sleep(0.01)
        time.sleep(dice.uniform(0, 0.1))
        web.kill()
        whole += verified("journal")
        web.begin()
    crowd.join()
    return whole


def closed(by: object, room: Exchange, phones: int) -> list[str]:
    """Close it as its host does; what is wrong with what was counted."""
    results.close(by=by, exchange=room)  # type: ignore[arg-type]
    counted = Result.objects.get().figures["counted"]["statements"]
    seen = [sum(said["seen"] for said in one["by_group"].values()) for one in counted]
    entered, answered = (Entry.objects.filter(did=did).count() for did in ("room.entered", "room.answered"))
    told = {"seen": set(seen), "tickets": Ticket.objects.count(), "entered": entered, "answered": answered}
    return [f"{name}: {number}" for name, number in told.items() if number not in (phones, {phones})]


def main(seed: int, phones: int, cards: int, kills: int) -> None:
    call_command("migrate", interactive=False, verbosity=0)
    cast = gather()
    room, door = room_of(cast, cards)
    web = Served(os.environ)
    web.begin()
    try:
        hall = Hall(web.address, door.code, cards, sends_again=True)
        verified_after = killed_while(hall, web, phones, kills, random.Random(seed))
    finally:
        web.stop()
    wrong = [*hall.failed, *differs(hall, room, phones, cards), *closed(cast.secretary, room, phones)]
    told = {"kills": kills, "again": hall.again, "verified": verified_after, "whole": verified("all"), "wrong": wrong}
    print(json.dumps(told))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
