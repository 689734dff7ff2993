"""Invented boards beside the working teams, so that no two chairs stand alike: level, tipping, with an empty leg.

พชต.พนางตุง stands level; พชต.ดอนทราย tips; กขป. has a leg where nobody sits; three care teams have three, five and six
legs. Who sits here is invented. Their mandates are small: no board makes its members see more people.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.teams import queries as teams
from sanam.domain.teams.operations import bodies, members, seats
from sanam.domain.teams.words import BodyKind, HoldingKind
from sanam.sample.numbers import invented_phone
from sanam.sample.seats import HEADMEN, LOCAL, PEOPLE, STATE

if TYPE_CHECKING:
    from sanam.domain.teams.models import Body, Member, Organisation, Seat

HEADMAN, MUNICIPAL, ASSOCIATION, CARER = "village_head", "local_government", "welfare_association", "caregiver"
SINCE, LATELY = 400, 20
"""Days ago: since when most sit, and since when their deputies."""


@dataclass(frozen=True, slots=True)
class Sits:
    """One seat of a board: its leg, its organisation's Thai name, role, titles, holder, deputy.

    `left` is the name of who sat before; `days` for how many days they have been gone; `ends` how many are left.
    """

    leg: str
    organisation: str
    role: str
    th: str
    en: str
    holder: str = ""
    deputy: str = ""
    left: str = ""
    days: int = 0
    ends: int = 0


@dataclass(frozen=True, slots=True)
class Team:
    """A care team that is founded here: names, sub-district, the board it belongs to, and its legs."""

    th: str
    en: str
    area: str
    parent: str
    legs: tuple[tuple[str, str], ...]


FISHERS, TEMPLES = "ชมรมประมงพื้นบ้านทะเลน้อย", "เครือข่ายวัดและมัสยิดควนขนุน"
MORE_ORGANISATIONS = (
    (FISHERS, "Thale Noi fishers' club", "930502"),
    (TEMPLES, "Temples and mosques of Khuan Khanun", "9305"),
)
_FIVE = (
    ("ท้องถิ่น", "Local government"),
    ("ท้องที่", "Headmen"),
    ("สาธารณสุข", "Health"),
    ("ประมงพื้นบ้าน", "Small-scale fishers"),
    ("วัดและมัสยิด", "Temples and mosques"),
)
TEAMS = (
    Team(
        *("ทีมดูแล ต.ดอนทราย", "Don Sai care team", "930510", "พชต.ดอนทราย"),
        (("รพ.สต. และ อสม.", "Clinic and volunteers"), ("ท้องถิ่นและท้องที่", "Local authorities"), ("ครอบครัว", "Families")),
    ),
    Team("ทีมดูแล ต.ทะเลน้อย", "Thale Noi care team", "930502", "พชต.ทะเลน้อย", _FIVE),
    Team(
        *("ทีมดูแล ต.แหลมโตนด", "Laem Tanot care team", "930506", "พชต.แหลมโตนด"),
        (*_FIVE[:3], ("กลุ่มออมทรัพย์และสวัสดิการชุมชน", "Savings and welfare groups"), _FIVE[4], ("โรงเรียน", "Schools")),
    ),
)
_DON_SAI, _TUNG, _NOI, _LAEM = (
    "รพ.สต.ดอนทราย (สมมติ)",
    "รพ.สต.พนางตุง (สมมติ)",
    "รพ.สต.ทะเลน้อย (สมมติ)",
    "รพ.สต.แหลมโตนด (สมมติ)",
)
_OFFICE, _VHV, _WELFARE = "ที่ว่าการอำเภอควนขนุน", "ชมรม อสม.อำเภอควนขนุน", "สมาคมสวัสดิการชุมชนอำเภอควนขนุน"
_REGION = "สำนักงานเลขานุการ กขป.เขต ๑๒"

BOARDS: dict[str, tuple[Sits, ...]] = {
    "กขป.เขต ๑๒": (
        Sits(LOCAL, _REGION, "regional_secretary", "ผู้แทนท้องถิ่น เขต ๑๒", "Local government, area 12", "ธีระ ชูแสง"),
        Sits(
            HEADMEN, _REGION, "regional_secretary", "ผู้แทนท้องที่ เขต ๑๒", "Headmen, area 12", left="สมพงศ์ แก้วดำ", days=131
        ),
        Sits(
            STATE,
            _REGION,
            "regional_secretary",
            "ผู้แทนหน่วยงานรัฐ เขต ๑๒",
            "State agencies, area 12",
            "พัชรี สุขสม",
            "กมล ทองเพ็ง",
        ),
    ),
    "พชอ.ควนขนุน": (
        Sits(HEADMEN, _OFFICE, HEADMAN, "กำนันตำบลปันแต", "Headman of Pan Tae", "เจริญ ศรีนุ่น", left="บุญธรรม ศรีนุ่น", days=64),
        Sits(
            PEOPLE,
            _VHV,
            ASSOCIATION,
            "ประธานชมรม อสม.อำเภอ",
            "Chair of the district's volunteers",
            "ละมัย คงทอง",
            ends=36,
        ),
    ),
    "พชต.พนางตุง": (
        Sits(
            LOCAL,
            "เทศบาลตำบลพนางตุง",
            MUNICIPAL,
            "ปลัดเทศบาลตำบลพนางตุง",
            "Clerk, Phanang Tung",
            "สุพจน์ หนูเอียด",
            "จินตนา บุญมาก",
        ),
        Sits(HEADMEN, _OFFICE, HEADMAN, "กำนันตำบลพนางตุง", "Headman of Phanang Tung", "ประจวบ ขุนจันทร์", ends=52),
        Sits(STATE, _TUNG, CARER, "ผู้อำนวยการ รพ.สต.พนางตุง", "Director, Phanang Tung clinic", "นงเยาว์ ไชยรัตน์"),
        Sits(
            PEOPLE,
            _VHV,
            ASSOCIATION,
            "ผู้แทน อสม. ต.พนางตุง",
            "Volunteers of Phanang Tung",
            "ประคอง นุ่นแก้ว",
            "สายใจ ทองขาว",
        ),
    ),
    "พชต.ดอนทราย": (
        Sits(LOCAL, "เทศบาลตำบลดอนทราย", MUNICIPAL, "ผู้แทนเทศบาลตำบลดอนทราย", "Don Sai municipality", "วิโรจน์ ด้วงชู"),
        Sits(LOCAL, "เทศบาลตำบลดอนทราย", MUNICIPAL, "กองสวัสดิการ ดอนทราย", "Welfare division, Don Sai", "อุไร พลเดช"),
        Sits(HEADMEN, _OFFICE, HEADMAN, "กำนันตำบลดอนทราย", "Headman of Don Sai", left="ประยูร รักษ์ทอง", days=92),
        Sits(HEADMEN, _OFFICE, HEADMAN, "ผู้ใหญ่บ้าน หมู่ 4 ต.ดอนทราย", "Headman, village 4", "สมนึก ยอดแก้ว"),
        Sits(STATE, _DON_SAI, CARER, "พยาบาล รพ.สต.ดอนทราย", "Nurse, Don Sai clinic", "ศิริพร แก้วสง"),
        Sits(STATE, _DON_SAI, CARER, "ผู้อำนวยการ รพ.สต.ดอนทราย", "Director, Don Sai clinic", "ณรงค์ เดชสุข"),
        Sits(PEOPLE, _WELFARE, ASSOCIATION, "ผู้แทนสวัสดิการ ต.ดอนทราย", "Welfare fund, Don Sai", "เพ็ญศรี ช่วยนุ่ม"),
        Sits(PEOPLE, _VHV, ASSOCIATION, "ผู้แทน อสม. ต.ดอนทราย", "Volunteers, Don Sai", "หนูพลับ แก้วนาค"),
    ),
    "ทีมดูแล ต.ดอนทราย": (
        Sits("รพ.สต. และ อสม.", _DON_SAI, CARER, "พยาบาลเยี่ยมบ้าน ดอนทราย", "Visiting nurse, Don Sai", "ศิริพร แก้วสง"),
        Sits(
            "ท้องถิ่นและท้องที่",
            "เทศบาลตำบลดอนทราย",
            MUNICIPAL,
            "นักพัฒนาชุมชน ดอนทราย",
            "Community worker, Don Sai",
            "อุไร พลเดช",
        ),
        Sits("ครอบครัว", _WELFARE, ASSOCIATION, "ผู้แทนครอบครัว ดอนทราย", "Families, Don Sai", "จำลอง สีนวล"),
    ),
    "ทีมดูแล ต.ทะเลน้อย": (
        Sits("ท้องถิ่น", "เทศบาลตำบลทะเลน้อย", MUNICIPAL, "ผู้แทนเทศบาลตำบลทะเลน้อย", "Thale Noi municipality", "ชูชาติ หมื่นแก้ว"),
        Sits("ท้องที่", _OFFICE, HEADMAN, "กำนันตำบลทะเลน้อย", "Headman of Thale Noi", "สมปอง ชูเมือง"),
        Sits("สาธารณสุข", _NOI, CARER, "พยาบาล รพ.สต.ทะเลน้อย", "Nurse, Thale Noi clinic", "วรรณา คล้ายสุด", "อารีย์ เพชรนุ้ย"),
        Sits("ประมงพื้นบ้าน", FISHERS, ASSOCIATION, "ผู้แทนชมรมประมงพื้นบ้าน", "Small-scale fishers"),
        Sits("วัดและมัสยิด", TEMPLES, ASSOCIATION, "ผู้แทนวัดในทะเลน้อย", "Temples of Thale Noi", "สุชาติ รัตนมณี"),
    ),
    "ทีมดูแล ต.แหลมโตนด": (
        Sits("ท้องถิ่น", "อบต.แหลมโตนด", MUNICIPAL, "ผู้แทน อบต.แหลมโตนด", "Laem Tanot administration", "ทวี ไหมแก้ว"),
        Sits("ท้องที่", _OFFICE, HEADMAN, "กำนันตำบลแหลมโตนด", "Headman of Laem Tanot", "สมเกียรติ ดำทอง"),
        Sits("สาธารณสุข", _LAEM, CARER, "พยาบาล รพ.สต.แหลมโตนด", "Nurse, Laem Tanot clinic", "ดวงใจ ศรีเพชร"),
        Sits("กลุ่มออมทรัพย์และสวัสดิการชุมชน", _WELFARE, ASSOCIATION, "กลุ่มออมทรัพย์ แหลมโตนด", "Savings group", "ยุพิน จันทร์ดำ"),
        Sits("วัดและมัสยิด", TEMPLES, ASSOCIATION, "ผู้แทนมัสยิดแหลมโตนด", "Mosque of Laem Tanot", "อับดุลเลาะ หมัดหมาน"),
        Sits("โรงเรียน", "ที่ว่าการอำเภอควนขนุน", "regional_secretary", "ผู้แทนโรงเรียน แหลมโตนด", "Schools, Laem Tanot"),
    ),
}


def sit_together() -> None:
    """Found the care teams, set up the boards' seats, and seat whoever sits there, from when they did."""
    for th, en, area in MORE_ORGANISATIONS:
        bodies.admit(by=INSTALLATION, name_th=th, name_en=en, area_code=area)
    known = {body.name_th: body for body in teams.bodies()}
    for team in TEAMS:
        known[team.th] = _found(team, known[team.parent])
    organisations = {one.name_th: one for one in teams.organisations()}
    everybody: dict[str, Member] = {}
    for name, sitting in BOARDS.items():
        for sits in sitting:
            _seat(known[name], sits, organisations, everybody)


def _found(team: Team, parent: Body) -> Body:
    return bodies.found(
        by=INSTALLATION,
        kind=BodyKind.CARE_TEAM,
        name_th=team.th,
        name_en=team.en,
        area_codes=[team.area],
        parent=parent,
        legs=team.legs,
    )


def _seat(body: Body, sits: Sits, organisations: dict[str, Organisation], everybody: dict[str, Member]) -> None:
    seat = seats.set_up(
        by=INSTALLATION,
        body=body,
        leg=teams.leg(body, sits.leg),
        organisation=organisations[sits.organisation],
        role=sits.role,
        areas=body.area_codes,
        title_th=sits.th,
        title_en=sits.en,
    )
    if sits.left:
        _hold(seat, _member(sits.left, everybody), HoldingKind.HOLDER, SINCE, ended=sits.days)
    since = sits.days - 12 if sits.left else SINCE
    if sits.holder:
        _hold(seat, _member(sits.holder, everybody), HoldingKind.HOLDER, since, ends=sits.ends)
    if sits.deputy:
        _hold(seat, _member(sits.deputy, everybody), HoldingKind.DEPUTY, LATELY)


def _hold(seat: Seat, member: Member, kind: HoldingKind, since: int, *, ended: int = 0, ends: int = 0) -> None:
    today = clock.today()
    until = today - timedelta(days=ended) if ended else today + timedelta(days=ends) if ends else None
    members.seat(
        by=INSTALLATION, member=member, seat=seat, kind=kind, from_on=today - timedelta(days=since), to_on=until
    )


def _member(name: str, everybody: dict[str, Member]) -> Member:
    """Somebody by their name; one who sits in two boards is one member."""
    if name not in everybody:
        at = len(everybody) + 1
        everybody[name] = members.enrol(
            by=INSTALLATION,
            name=name,
            username=f"board{at:02}",
            password=secrets.token_urlsafe(12),
            phone=invented_phone(910_000 + at),
        )
    return everybody[name]
