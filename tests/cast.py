"""A small standing district, built only through operations and read in from real 43-file exports.

nurse       care manager of พนางตุง (930512)          sees everyone there
secretary   secretary of the district (9305)          sees everyone in it
volunteer   village 5 of พนางตุง, one house            sees that house only
local       municipality of พนางตุง                    sees names, not health
regional    secretary of the region                   sees nobody
unscoped    a care manager's seat without an area     sees nobody
stranger    care manager in another district (900101) sees the people there only
association welfare association of the district       sees whoever agreed that it may
"""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sanam.domain.foundation import national_id
from sanam.domain.foundation.actor import INSTALLATION, Actor
from sanam.domain.registry import queries
from sanam.domain.registry.operations import households
from sanam.domain.teams import queries as teams
from sanam.domain.teams.models import Member, Seat
from sanam.domain.teams.operations import bodies, members, seats
from sanam.domain.teams.words import BodyKind
from sanam.interfaces.files.f43 import intake

PASSWORD = "ทุ่งนา-ควายสามตัว-2569"
PLAN = {
    "nurse": ("care_manager", ("930512",)),
    "secretary": ("district_secretary", ("9305",)),
    "volunteer": ("village_volunteer", ("93051205",)),
    "local": ("local_government", ("930512",)),
    "regional": ("regional_secretary", ("93",)),
    "unscoped": ("care_manager", ()),
    "stranger": ("care_manager", ("900101",)),
    "association": ("welfare_association", ("9305",)),
}
PERSON = [
    *("HOSPCODE", "CID", "PID", "HID", "PRENAME", "NAME", "LNAME", "SEX", "BIRTH", "NATION"),
    *("TYPEAREA", "DISCHARGE", "MOBILE", "D_UPDATE"),
]
HOME = [
    *("HOSPCODE", "HID", "HOUSE_ID", "HOUSE", "VILLANAME", "VILLAGE", "TAMBON", "AMPUR", "CHANGWAT"),
    *("VHVID", "D_UPDATE"),
]
ADDRESS = [
    *("HOSPCODE", "PID", "ADDRESSTYPE", "HOUSE_ID", "HOUSENO", "VILLAGE", "TAMBON", "AMPUR", "CHANGWAT", "D_UPDATE"),
]
DISABILITY = ["HOSPCODE", "PID", "DISABTYPE", "DISABCAUSE", "DATE_DETECT", "D_UPDATE"]
CARD = ["HOSPCODE", "PID", "INSTYPE_OLD", "INSTYPE_NEW", "INSID", "STARTDATE", "EXPIREDATE", "MAIN", "SUB", "D_UPDATE"]
CHRONIC = ["HOSPCODE", "PID", "DATE_DIAG", "CHRONIC", "DATE_DISCH", "TYPEDISCH", "D_UPDATE"]
VILLAGE = ["HOSPCODE", "VID", "NTRADITIONAL", "NTEMPLE", "LATITUDE", "LONGITUDE", "NUMACTUALLY", "D_UPDATE"]
COLUMNS = {"PERSON": PERSON, "HOME": HOME, "ADDRESS": ADDRESS, "DISABILITY": DISABILITY}
COLUMNS |= {"CARD": CARD, "CHRONIC": CHRONIC, "VILLAGE": VILLAGE}
HERE, THERE = "99312", "99001"


@dataclass
class Cast:
    """The actors by name, and the members and seats behind them."""

    actors: dict[str, Actor] = field(default_factory=dict)
    members: dict[str, Member] = field(default_factory=dict)
    seats: dict[str, Seat] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Actor:
        try:
            return self.actors[name]
        except KeyError:
            raise AttributeError(name) from None


def gather() -> Cast:
    """Found the body, set up the seats, enrol whoever sits in them."""
    cast = Cast()
    body = bodies.found(
        by=INSTALLATION, kind=BodyKind.DISTRICT, name_th="พชอ.ทดสอบ", name_en="Test board", area_codes=["9305"]
    )
    leg = teams.leg(body, "หน่วยงานรัฐ")
    office = bodies.admit(
        by=INSTALLATION, name_th="รพ.สต.พนางตุง (สมมติ)", name_en="Here", area_code="930512", hospital_code=HERE
    )
    bodies.admit(by=INSTALLATION, name_th="รพ.สต.อื่น (สมมติ)", name_en="There", area_code="900101", hospital_code=THERE)
    friends = bodies.admit(by=INSTALLATION, name_th="สมาคมเพื่อน (สมมติ)", name_en="Friends", area_code="9305")
    for name, (role, areas) in PLAN.items():
        at = friends if role == "welfare_association" else office
        seat = seats.set_up(by=INSTALLATION, body=body, leg=leg, organisation=at, role=role, areas=areas)
        member = members.enrol(by=INSTALLATION, name=f"คน {name}", username=name, password=PASSWORD)
        members.seat(by=INSTALLATION, member=member, seat=seat)
        (place,) = teams.places(member.id)
        cast.actors[name] = place.actor(member=member.id, via="web")
        cast.members[name], cast.seats[name] = member, seat
    cast.members["seatless"] = members.enrol(by=INSTALLATION, name="คนไม่มีที่นั่ง", username="seatless", password=PASSWORD)
    return cast


def number(sequence: int) -> str:
    """A valid national ID that belongs to nobody."""
    return national_id.nobody(sequence)


def person(**said: str) -> dict[str, str]:
    """A PERSON row; only what a test cares about needs saying."""
    usual = {"PRENAME": "005", "NAME": "เอียด", "LNAME": "ทองนุ่น", "SEX": "2", "BIRTH": "19420302"}
    usual |= {"NATION": "099", "TYPEAREA": "1"}
    usual |= {"HOSPCODE": HERE, "DISCHARGE": "9", "D_UPDATE": "20260930120000"}
    return usual | said


def home(**said: str) -> dict[str, str]:
    """A HOME row, in village 5 of พนางตุง."""
    usual = {"HOSPCODE": HERE, "HID": "1", "HOUSE": "47", "VILLANAME": "ทะเลน้อย", "VILLAGE": "05"}
    return usual | {"TAMBON": "12", "AMPUR": "05"} | {"CHANGWAT": "93", "D_UPDATE": "20260930120000"} | said


def address(**said: str) -> dict[str, str]:
    """An ADDRESS row: where somebody is registered, in village 3 of พนางตุง."""
    usual = {"HOSPCODE": HERE, "ADDRESSTYPE": "1", "HOUSENO": "8", "VILLAGE": "03", "TAMBON": "12", "AMPUR": "05"}
    return usual | {"CHANGWAT": "93", "D_UPDATE": "20260930120000"} | said


def export(folder: Path, *, encoding: str = "utf-8", end: str = "\r\n", **files: list[dict[str, str]]) -> Path:
    """A 43-file zip of these rows: `export(tmp_path, PERSON=[person(PID="1")])`."""
    path = folder / f"F43_{HERE}_{len(list(folder.iterdir())):03}.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, rows in files.items():
            known = COLUMNS.get(name, ["HOSPCODE", "PID"])
            extra = sorted({column for row in rows for column in row} - set(known))
            header = [*known, *extra]
            lines = ["|".join(header), *("|".join(row.get(column, "") for column in header) for row in rows)]
            archive.writestr(f"{name}.txt", (end.join(lines) + end).encode(encoding))
    return path


def read_in(path: Path, *, by: Actor = INSTALLATION, dry_run: bool = False) -> dict[str, Any]:
    return intake.read_in(by=by, path=path, dry_run=dry_run)


def people_the_field(folder: Path, cast: Cast) -> None:
    """Four people here in two houses, one elsewhere; the volunteer looks after house 47."""
    read_in(
        export(
            folder,
            HOME=[home(HID="1", HOUSE="47"), home(HID="2", HOUSE="12/3", VILLAGE="03")],
            PERSON=[
                person(PID="1", HID="1", CID=number(1)),
                person(PID="2", HID="1", CID=number(2), NAME="พิมพ์", BIRTH="20050607", PRENAME="004"),
                person(PID="3", HID="2", CID=number(3), NAME="คล้าย", LNAME="ขุนแก้ว", SEX="1", PRENAME="003"),
                person(PID="4", HID="2", CID="", NAME="น้ำเอื้อย", LNAME="", BIRTH="19900101"),
            ],
            DISABILITY=[{"HOSPCODE": HERE, "PID": "1", "DISABTYPE": "3", "DATE_DETECT": "20200101"}],
        )
    )
    read_in(
        export(
            folder,
            HOME=[home(HOSPCODE=THERE, HID="9", HOUSE="1", TAMBON="01", AMPUR="01", CHANGWAT="90", VILLAGE="01")],
            PERSON=[person(HOSPCODE=THERE, PID="9", HID="9", CID=number(9), NAME="สมหมาย", LNAME="ไกลบ้าน")],
        )
    )
    (house,) = [one for one in queries.households(cast.nurse, "93051205") if one.house_no == "47"]
    households.give_to_volunteer(by=cast.nurse, household=house, seat=cast.seats["volunteer"])
