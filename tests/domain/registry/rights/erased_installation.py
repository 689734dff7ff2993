"""An installation of its own in which somebody was known and erased: `python -m …erased_installation FOLDER STEP`.

Step "known" plants somebody, "erased" erases them and wipes; each prints what `verify` says.
"""

from __future__ import annotations

import json
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import django

django.setup()

from django.core.management import call_command  # noqa: E402

from sanam.domain.foundation import clock  # noqa: E402
from sanam.domain.foundation.actor import INSTALLATION, Actor  # noqa: E402
from sanam.domain.journal import operations as journal  # noqa: E402
from sanam.domain.journal import queries as written  # noqa: E402
from sanam.domain.media import operations as media  # noqa: E402
from sanam.domain.notices import operations as notices  # noqa: E402
from sanam.domain.registry import queries  # noqa: E402
from sanam.domain.registry.operations import erasure, people, requests  # noqa: E402
from sanam.domain.registry.rights.words import Asked  # noqa: E402
from sanam.domain.registry.words import How  # noqa: E402
from sanam.domain.teams import queries as teams  # noqa: E402
from sanam.interfaces.files.everything.package import packed  # noqa: E402
from tests.cast import export, gather, home, number, person, read_in  # noqa: E402
from tests.domain.media.images import jpeg  # noqa: E402
from tests.domain.registry.rights.conftest import accepted, asked, seat_registrar  # noqa: E402

GIVEN, FAMILY, NICK, NUMBER = "กุหลาบทอง", "ดอกไม้หายาก", "ยายกุหลาบหาย", number(987654)
OTHERS = [(f"คนที่{at}", f"สกุล{at}") for at in range(300)]


def known(folder: Path) -> None:
    call_command("migrate", interactive=False, verbosity=0)
    cast = gather()
    seat_registrar(cast)
    crowd = [person(PID=str(at), CID=number(at), NAME=one, LNAME=two) for at, (one, two) in enumerate(OTHERS, 1)]
    theirs = person(PID="990", HID="1", CID=NUMBER, NAME=GIVEN, LNAME=FAMILY)
    read_in(export(folder, HOME=[home()], PERSON=[*crowd[:150], theirs, *crowd[150:]]))
    one = found(cast.nurse)
    said = {"how": How.VISIT, "on": clock.today()}
    people.correct(by=cast.nurse, person=one, values={"nickname": NICK}, version=one.version, **said)
    picture = BytesIO(jpeg())
    media.keep_picture(by=cast.nurse, source=picture, file_name=f"{GIVEN}.jpg", owner=one.ref, alt=NICK)
    told = {"kind": "x", "about": one.ref, "th": f"{GIVEN} {FAMILY}", "en": "x"}
    notices.tell(by=cast.nurse, seat=cast.secretary.ref, **told)


def erased() -> None:
    registrar, person = seated("registrar"), found(seated("secretary"))
    copied = asked(registrar, person, Asked.ACCESS)
    assert packed(by=registrar, request=copied)  # over the two connections of an installation, as in life
    requests.answer(by=registrar, request=copied, text="x")
    request = accepted(registrar, person)
    erasure.carry_out(by=seated("secretary"), request=request, ground="unneeded")
    assert erasure.wipe(by=INSTALLATION) == 1


def found(by: Actor) -> Any:
    (row,) = queries.find(by, queries.Filters(NUMBER)).rows
    return row.person


def seated(name: str) -> Actor:
    account = teams.account_of(name)
    assert account is not None
    (place,) = teams.places(account.member_id)
    return place.actor(member=account.member_id, via="web")


if __name__ == "__main__":
    known(Path(sys.argv[1])) if sys.argv[2] == "known" else erased()
    journal.seal(by=INSTALLATION)
    print(json.dumps({"whole": written.verify().ok, "people": queries.count(seated("secretary"), queries.Filters())}))
