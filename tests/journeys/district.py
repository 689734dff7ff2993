"""A standing district in an installation of its own: `python -m tests.journeys.district FOLDER` builds it, prints it.

What it prints: {"sessions": {seat: cookie}, "people": {name: id}, "ids": {what: id}, "words": [what was written in]}.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402

from sanam.domain.foundation import clock  # noqa: E402
from sanam.domain.foundation.actor import INSTALLATION  # noqa: E402
from sanam.domain.foundation.thai.dates import PartialDate  # noqa: E402
from sanam.domain.gatherings import queries as gatherings  # noqa: E402
from sanam.domain.notices import operations as notices  # noqa: E402
from sanam.domain.registry import queries as registry  # noqa: E402
from sanam.domain.registry.operations import (  # noqa: E402
    around,
    assistance,
    circles,
    consents,
    emergencies,
    erasure,
    facts,
    groups,
    linkage,
    lives,
    merges,
    people,
    restrictions,
)
from sanam.domain.registry.operations.circles import Place  # noqa: E402
from sanam.domain.registry.operations.consents import Answer  # noqa: E402
from sanam.domain.registry.rights.words import Asked  # noqa: E402
from sanam.domain.registry.words import FactGroup, Group, Help, How, Kin  # noqa: E402
from sanam.domain.teams.operations import bodies, members, seats  # noqa: E402
from sanam.domain.teams.queries import account_of  # noqa: E402
from sanam.interfaces.files.paper import intake as papers  # noqa: E402
from sanam.interfaces.web.account.again import GIVEN_AT  # noqa: E402
from tests.cast import HERE, PLAN, Cast, export, gather, home, number, people_the_field, person, read_in  # noqa: E402
from tests.domain.registry.consenting import agree  # noqa: E402
from tests.domain.registry.rights.conftest import accepted, asked, seat_registrar  # noqa: E402
from tests.domain.rules.legs import LEGS  # noqa: E402
from tests.domain.rules.proposed import WORDS as PROPOSED  # noqa: E402
from tests.domain.rules.proposed import at_every_stage  # noqa: E402
from tests.journeys.boards import boards  # noqa: E402
from tests.journeys.gathered import (  # noqa: E402
    CALLED,
    ROOMS,
    SEEN_IN_IT,
    TALK,
    WALKED,
    called_together,
    photographed,
    rooms_kept,
    talked,
)
from tests.journeys.roomed import ROOMED, rooms  # noqa: E402
from tests.journeys.ruled import AGREED, ruled  # noqa: E402
from tests.journeys.seats import seats_at_work  # noqa: E402

PAPER = Path(papers.__file__).parents[3] / "sample/papers/2569-10-phanang-tung.txt"
GIVEN = ("กันยา", "ขวัญใจ", "คำนึง", "จรูญ", "ชะอุ่ม", "ดวงเดือน", "ถนอม", "ทัศนีย์")
FAMILIES = ("เกื้อหนุน", "คงเอียด", "ชูช่วย", "ดำด้วง", "ทองเรือง", "นุ่นสังข์", "พูลแก้ว", "ศรีอินทร์")
# one for each journey that changes somebody, so that no test waits for another
GIVERS, GIFT = ("วัดสุนทราวาส", "ชมรมรักษ์เล"), "ไม้เท้าสามขา"
THEIR_OWN = {
    "keyboard": ("ลำดวน", "ศรีเมือง"),
    "day": ("ป้อม", "รักเล"),
    "plain": ("หวล", "ขุนดำ"),
    "erased": ("ตุ่น", "ลับลา"),
}
BACKEND = "django.contrib.auth.backends.ModelBackend"


def build(folder: Path) -> dict[str, Any]:
    """Make the tables, people them, and let something have happened."""
    call_command("migrate", interactive=False, verbosity=0)
    cast = gather()
    people_the_field(folder, cast)
    _fill(folder)
    _second_seat(cast)
    batch = _mistaken(folder, cast)
    papers.read_in(by=cast.nurse, path=PAPER)
    _something_happened(cast)
    linkage.look_for_duplicates(by=INSTALLATION, accept=True)
    return {
        "people": {one.given: str(one.id) for seat in (cast.secretary, cast.stranger) for one in _all(seat)},
        "ids": {
            "batch": batch,
            "body": str(cast.seats["nurse"].body_id),
            **boards(cast),
            "gathering": gatherings.visible(cast.nurse).exclude(text="").get().pk,
            **talked(cast),
            **ruled(cast),
            **at_every_stage(cast),
            "photo": photographed(cast),
            "near": _near(cast),
            "membership": _in_a_group(cast),
            "merge": str(_joined(cast).pk),
            "gift": _received(cast),
            **_asked_about_data(cast),
            "duplicate": registry.open_duplicates(cast.nurse)[0].pk,
            **_agreed(cast),
            **seats_at_work(cast),
            **called_together(cast),
            **rooms_kept(cast),
            **rooms(cast),
        },
        "words": [*_written(), *PROPOSED, *CALLED, *ROOMS, *ROOMED, *_said_in(PAPER.read_text())],
        "sessions": {name: _session(name) for name in [*PLAN, "seatless", *LEGS]},
    }


def _fill(folder: Path) -> None:
    """Enough people for a list of several pages, and those whom the journeys change."""
    names = [*THEIR_OWN.values(), *product(GIVEN, FAMILIES)]
    rows = [
        person(
            PID=str(at), HID=str(10 + at % 9), CID=number(at), NAME=given, LNAME=family, BIRTH=f"{1930 + at % 60}0415"
        )
        for at, (given, family) in enumerate(names, start=100)
    ]
    houses = [home(HID=str(hid), HOUSE=f"{hid}/1") for hid in range(10, 19)]
    slow = [{"HOSPCODE": HERE, "PID": row["PID"], "DISABTYPE": "3", "DATE_DETECT": "20200101"} for row in rows[::3]]
    read_in(export(folder, HOME=houses, PERSON=rows, DISABILITY=slow))


def _second_seat(cast: Cast) -> None:
    """The nurse also sits for the next sub-district."""
    first = cast.seats["nurse"]
    office = bodies.admit(
        by=INSTALLATION,
        name_th="รพ.สต.ควนขนุน (สมมติ)",
        name_en="Khuan Khanun",
        area_code="930501",
        hospital_code="99301",
    )
    seat = seats.set_up(
        by=INSTALLATION,
        body=first.body,
        leg=first.leg,
        organisation=office,
        role="care_manager",
        areas=("930501",),
    )
    members.seat(by=INSTALLATION, member=cast.members["nurse"], seat=seat)


def _mistaken(folder: Path, cast: Cast) -> str:
    """A file with rows to look at; one of them has a number that is known under another name."""
    rows = [
        person(PID="80", CID=number(3), NAME="วิเชียร", LNAME="ไม่ใช่คล้าย", SEX="2", BIRTH="19900101"),
        person(PID="81", CID="1234567890123", NAME="สายใจ", LNAME="ดีจริง"),
        person(PID="82", CID=number(82), NAME="มะลิ", LNAME="หอมไกล", BIRTH="20261399"),
    ]
    return str(read_in(export(folder, PERSON=rows), by=cast.nurse)["batch"])


def _something_happened(cast: Cast) -> None:
    """A fact confirmed, a name corrected, the nurse told of it."""
    (one,) = [one for one in _all(cast.nurse) if one.given == "เอียด"]
    facts.confirm(by=cast.nurse, person=one, fact=FactGroup.IDENTITY, on=clock.today(), how=How.VISIT)
    values = {"nickname": "ยายเอียด"}
    people.correct(by=cast.secretary, person=one, values=values, version=one.version, how=How.VISIT, on=clock.today())
    told = {"th": "มีคนแก้ชื่อเล่นของเอียด", "en": "Somebody corrected a nickname"}
    notices.tell(by=cast.secretary, seat=cast.nurse.ref, kind="corrected", about=one.ref, path="/people/", **told)


def _in_a_group(cast: Cast) -> int:
    """Somebody noted by hand as belonging to a group."""
    (one,) = [one for one in _all(cast.nurse) if one.given == "เอียด"]
    return int(groups.note(by=cast.nurse, person=one, belongs=groups.Belongs(Group.STATELESS)).pk)


def _near(cast: Cast) -> int:
    """A carer with a number, and somebody who moved away."""
    known = {one.given: one for one in _all(cast.nurse)}
    seen = {"how": How.VISIT, "on": clock.today()}
    someone = around.Someone(Kin.CHILD, known["พิมพ์"], cares=True, phone="0000012345")
    near = around.note(by=cast.nurse, person=known["เอียด"], someone=someone, **seen)
    neighbour = around.Someone(Kin.NEIGHBOUR, name="ป้าศรี")
    around.note(by=cast.nurse, person=known["เอียด"], someone=neighbour, **seen)
    lives.moved_away(by=cast.nurse, person=known[GIVEN[-1]], to="", on=None, how=How.TOLD)
    return int(near.pk)


def _agreed(cast: Cast) -> dict[str, str]:
    """Consents, a circle with a leg missing, and an emergency that waits for its review."""
    (one,) = [one for one in _all(cast.nurse) if one.given == "เอียด"]
    consent = agree(cast, one, answer=Answer("thumb", witness="พิมพ์"))
    consents.decline(by=cast.nurse, person=one, purpose="pictures", answer=Answer("signed"))
    consents.withdraw(by=cast.nurse, consent=agree(cast, one, purpose="refer"))
    place = circles.join(by=cast.nurse, person=one, place=Place("หลานสาว", "week", "", relative="พิมพ์"))
    circles.join(by=cast.nurse, person=one, place=Place("เยี่ยมบ้าน", "month", "", seat=cast.seats["volunteer"]))
    elsewhere = replace(cast.secretary, mandate=cast.stranger.mandate)
    emergencies.break_glass(by=elsewhere, number=number(1), reason="หมดสติ ต้องรู้โรคประจำตัว")
    return {"consent": str(consent.pk), "place": str(place.pk)}


def _joined(cast: Cast) -> Any:
    """Two records joined as one person, who was asked after since."""
    found = {one.given: one for one in _all(cast.nurse)}
    kept, gone = found["สายใจ"], found["มะลิ"]
    merged = merges.merge(by=cast.nurse, kept=kept, gone=gone, reason="ญาติยืนยัน", chosen={"national_id": "kept"})
    facts.confirm(by=cast.nurse, person=kept, fact=FactGroup.CARER, on=clock.today(), how=How.VISIT)
    return merged


def _received(cast: Cast) -> int:
    """The same help twice, from two givers."""
    (one,) = [one for one in _all(cast.nurse) if one.given == "เอียด"]
    on = PartialDate(clock.today().year, clock.today().month)
    for giver in GIVERS:
        received = assistance.Received(Help.DEVICE, on, outsider=giver, words=GIFT)
        gift = assistance.note(by=cast.nurse, person=one, received=received)
    return int(gift.pk)


def _asked_about_data(cast: Cast) -> dict[str, str]:
    """A request to erase that another member accepted, one to correct, an objection, and somebody erased."""
    registrar = seat_registrar(cast)
    people = {one.given: one for one in _all(cast.secretary)}
    gone = erasure.carry_out(by=cast.secretary, request=accepted(registrar, people["ตุ่น"]), ground="unneeded")
    objected = asked(registrar, people["คล้าย"], Asked.OBJECTION)
    restrictions.hold_back(by=registrar, request=objected, text="Left out of sums", purposes=["statistics"])
    held_back = registry.restrictions_of(registrar, people["คล้าย"])
    correction = asked(registrar, people["คล้าย"], Asked.RECTIFICATION, wanted="Misspelt")
    return {
        "request": str(accepted(registrar, people["พิมพ์"]).pk),
        "correction": str(correction.pk),
        "tombstone": str(gone.pk),
        "restriction": str(held_back[0].pk),
    }


"""What the journey of test_gathering writes."""
SIGNED = ("เลขานุการ พชอ.", "รพ.สต.พนางตุง", "(สมมติ)")


def _all(actor: Any) -> Iterator[Any]:
    after = ""
    while True:
        found = registry.find(actor, registry.Filters(), after)
        yield from (row.person for row in found.rows)
        if not (after := found.after):
            return


def _session(username: str) -> str:
    client = Client()
    account = account_of(username)
    assert account is not None
    client.force_login(account, backend=BACKEND)
    session = client.session
    session[GIVEN_AT] = clock.now().timestamp()  # pages behind the password once more are opened as they are
    session.save()
    return client.cookies["sessionid"].value


def _said_in(paper: str) -> list[str]:
    """A paper whole, by its lines, and by the parts that two spaces keep apart."""
    return [paper, *paper.splitlines(), *(part for part in re.split(r"\n|  +", paper) if part.strip())]


def _written() -> list[str]:
    """Every word of the district's own that may stand in Thai on an English page."""
    names = [SEEN_IN_IT, "ญาติยืนยัน", *GIVEN, *FAMILIES, *(word for pair in THEIR_OWN.values() for word in pair)]
    names += ["เอียด", "ทองนุ่น", "พิมพ์", "คล้าย", "ขุนแก้ว", "น้ำเอื้อย", "สมหมาย", "ไกลบ้าน", "ยายเอียด"]
    names += [
        "วิเชียร",
        "ไม่ใช่คล้าย",
        "สายใจ",
        "ดีจริง",
        "มะลิ",
        "หอมไกล",
        "คนไม่มีที่นั่ง",
        "ป้าศรี",
        *(f"คน {name}" for name in PLAN),
    ]
    names += [*GIVERS, GIFT, *TALK, *WALKED, *AGREED, *SIGNED, "ศาลาหมู่"]
    return [*names, "นางสาว", "นาง", "นาย", "ทะเลน้อย", "คน", "หลานสาว", "เยี่ยมบ้าน", "หมดสติ ต้องรู้โรคประจำตัว"]


if __name__ == "__main__":
    print(json.dumps(build(Path(sys.argv[1])), ensure_ascii=False, default=str))
