"""Invented boards, seats and members of the sample district, as plain data for the doors to open with.

The boards and places bear the names such boards have; every member is invented, and sits here only so
that a page has somebody to show. The three volunteers and the headman also stand in the 43 files, under
the same names and in the same villages (`familiar`).
"""

from __future__ import annotations

from datetime import date, timedelta

from sanam.sample import field_roles
from sanam.sample.hospitals import MAIN_HOSPITAL, hospital_code
from sanam.sample.numbers import invented_phone
from sanam.sample.places import DISTRICT_CODE, TAMBONS, Tambon
from sanam.sample.team_plans import BodyPlan, HoldingPlan, MemberPlan, OrganisationPlan, SeatPlan

LOCAL, HEADMEN, STATE, PEOPLE = "ท้องถิ่น", "ท้องที่", "หน่วยงานรัฐ", "ภาคประชาชน"
"""The four legs, by the Thai names they have in `teams.words.DEFAULT_LEGS`."""

REGION_PROVINCES = ("90", "91", "92", "93", "94", "95", "96")
"""The seven provinces of the lower South."""

HOLDER, DEPUTY = "holder", "deputy"
REGION, DISTRICT, CARE_TEAM, FUND = "region", "district", "care_team", "fund"


def subdistrict_board(tambon: str) -> str:
    """The key of a sub-district's board."""
    return f"board-{tambon}"


def _subdistrict_board(tambon: Tambon) -> BodyPlan:
    return BodyPlan(
        key=subdistrict_board(tambon.code),
        kind="subdistrict",
        name_th=f"พชต.{tambon.name}",
        name_en=f"{tambon.name_en} sub-district board",
        areas=(f"{DISTRICT_CODE}{tambon.code}",),
        parent="district",
    )


BODIES = (
    BodyPlan(
        *("region", REGION, "กขป.เขต ๑๒", "Regional health board, area 12"),
        areas=REGION_PROVINCES,
    ),
    BodyPlan("district", DISTRICT, "พชอ.ควนขนุน", "Khuan Khanun district board", (DISTRICT_CODE,), "region"),
    *map(_subdistrict_board, TAMBONS),
    BodyPlan("fund", FUND, "คณะกรรมการกองทุน อ.ควนขนุน", "Khuan Khanun fund committee", (DISTRICT_CODE,), "district"),
    BodyPlan("care-12", CARE_TEAM, "ทีมดูแล ต.พนางตุง", "Phanang Tung care team", ("930512",), subdistrict_board("12")),
    BodyPlan(
        "care-11",
        CARE_TEAM,
        "ทีมดูแล ต.มะกอกเหนือ",
        "Makok Nuea care team",
        ("930511",),
        subdistrict_board("11"),
    ),
)

_MUNICIPALITIES = frozenset({"01", "02", "05", "09", "10", "11", "12"})


def _hospital(tambon: Tambon) -> OrganisationPlan:
    return OrganisationPlan(
        key=f"hospital-{tambon.code}",
        name_th=f"รพ.สต.{tambon.name} (สมมติ)",
        name_en=f"{tambon.name_en} sub-district hospital (invented)",
        area=f"{DISTRICT_CODE}{tambon.code}",
        hospital_code=hospital_code(tambon.code),
    )


def _local_authority(tambon: Tambon) -> OrganisationPlan:
    is_municipality = tambon.code in _MUNICIPALITIES
    return OrganisationPlan(
        key=f"local-{tambon.code}",
        name_th=f"{'เทศบาลตำบล' if is_municipality else 'อบต.'}{tambon.name}",
        name_en=f"{tambon.name_en} {'municipality' if is_municipality else 'sub-district administration'}",
        area=f"{DISTRICT_CODE}{tambon.code}",
    )


ORGANISATIONS = (
    OrganisationPlan("region-office", "สำนักงานเลขานุการ กขป.เขต ๑๒", "Office of regional health board 12", "93"),
    OrganisationPlan("district-health", "สสอ.ควนขนุน", "Khuan Khanun district health office", DISTRICT_CODE),
    OrganisationPlan(
        *(
            "district-hospital",
            "รพ.ควนขนุน (สมมติ)",
            "Khuan Khanun hospital (invented)",
            DISTRICT_CODE,
            MAIN_HOSPITAL,
        )
    ),
    OrganisationPlan("district-office", "ที่ว่าการอำเภอควนขนุน", "Khuan Khanun district office", DISTRICT_CODE),
    OrganisationPlan(
        "welfare", "สมาคมสวัสดิการชุมชนอำเภอควนขนุน", "Khuan Khanun community welfare association", DISTRICT_CODE
    ),
    OrganisationPlan("volunteers", "ชมรม อสม.อำเภอควนขนุน", "Khuan Khanun village health volunteers", DISTRICT_CODE),
    OrganisationPlan("elders-11", "ชมรมผู้สูงอายุมะกอกเหนือ", "Makok Nuea elders' club", "930511"),
    *map(_hospital, TAMBONS),
    *map(_local_authority, TAMBONS),
)

_NAMES = {
    "pramote": "ปราโมทย์ ไชยมณี",
    "thawat": "ธวัช เพชรรัตน์",
    "mayuree": "มยุรี เพชรสังข์",
    "renu": "เรณู ชูไชย",
    "kanya": "กัญญา เกื้อสุข",
    "arunee": "อรุณี สังข์ทิพย์",
    "jarunee": "จารุณี ด้วงคง",
    "nittaya": "นิตยา ช่วยแก้ว",
    "suda": "สุดา ขุนทอง",
    "wilai": "วิไล รักแก้ว",
    "orathai": "อรทัย เพชรคง",
    "piya": "ปิยะ สังข์ทอง",
    "somchat": "สมชาติ ปานแก้ว",
    "wirat": "วิรัตน์ นวลชุม",
    "sawai": "ไสว สังข์แก้ว",
    "jamnian": "จำเนียร แก้วนวล",
    "somjai": "สมใจ อินทร์สุข",
    "pranee": "ปราณี คงเกตุ",
    **field_roles.NAMES,
}
MEMBERS = tuple(
    MemberPlan(username, name, invented_phone(900_000 + place)) for place, (username, name) in enumerate(_NAMES.items())
)

_DISTRICT = (DISTRICT_CODE,)

SEATS = (
    SeatPlan(
        *("region-secretary", "region", PEOPLE, "region-office", "regional_secretary", REGION_PROVINCES),
        *("เลขานุการ กขป.เขต ๑๒", "Secretary, regional health board 12", "pramote"),
    ),
    SeatPlan(
        *("secretary", "district", STATE, "district-health", "district_secretary", _DISTRICT),
        *("เลขานุการ พชอ.ควนขนุน", "Secretary, Khuan Khanun district board", "thawat", "mayuree"),
    ),
    SeatPlan(
        *("registrar", "district", STATE, "district-health", "registrar", _DISTRICT),
        *("ผู้ดูแลทะเบียน สสอ.ควนขนุน", "Registrar, district health office", "renu"),
    ),
    SeatPlan(
        *("manager-12", "care-12", STATE, "hospital-12", "care_manager", ("930512",)),
        *("ผู้จัดการการดูแล รพ.สต.พนางตุง", "Care manager, Phanang Tung", "kanya"),
    ),
    SeatPlan(
        *("manager-02", "district", STATE, "hospital-02", "care_manager", ("930502",)),
        *("ผู้จัดการการดูแล รพ.สต.ทะเลน้อย", "Care manager, Thale Noi", "arunee", "kanya", 3),
    ),
    SeatPlan(
        *("manager-11", "care-11", STATE, "hospital-11", "care_manager", ("930511",)),
        *("ผู้จัดการการดูแล รพ.สต.มะกอกเหนือ", "Care manager, Makok Nuea", "jarunee"),
    ),
    SeatPlan(
        *("caregiver-12", "care-12", LOCAL, "local-12", "caregiver", ("930512",)),
        *("ผู้ช่วยเหลือดูแล ต.พนางตุง", "Caregiver, Phanang Tung", "nittaya"),
    ),
    SeatPlan(
        *("volunteer-1205", "care-12", PEOPLE, "volunteers", "village_volunteer", ("93051205",)),
        *("อสม. หมู่ 5 ต.พนางตุง", "Volunteer, village 5, Phanang Tung", "suda"),
    ),
    SeatPlan(
        *("volunteer-1203", "care-12", PEOPLE, "volunteers", "village_volunteer", ("93051203",)),
        *("อสม. หมู่ 3 ต.พนางตุง", "Volunteer, village 3, Phanang Tung", "wilai"),
    ),
    SeatPlan(
        *("volunteer-1102", "care-11", PEOPLE, "volunteers", "village_volunteer", ("93051102",)),
        *("อสม. หมู่ 2 ต.มะกอกเหนือ", "Volunteer, village 2, Makok Nuea", "orathai"),
    ),
    SeatPlan(
        *("local-12", "district", LOCAL, "local-12", "local_government", ("930512",)),
        *("ผู้แทนเทศบาลตำบลพนางตุง", "Phanang Tung municipality", "piya", "somchat"),
    ),
    SeatPlan(
        *("local-16", "district", LOCAL, "local-16", "local_government", ("930516",)),
        *("ผู้แทน อบต.แพรกหา", "Phraek Ha administration", "wirat"),
    ),
    SeatPlan(
        *("head-1205", "district", HEADMEN, "district-office", "village_head", ("93051205",)),
        *("ผู้ใหญ่บ้าน หมู่ 5 ต.พนางตุง", "Headman, village 5, Phanang Tung", "sawai"),
    ),
    SeatPlan(
        *("head-10", "district", HEADMEN, "district-office", "village_head", ("930510",)),
        *("กำนันตำบลดอนทราย", "Headman of Don Sai"),
    ),
    SeatPlan(
        *("welfare", "district", PEOPLE, "welfare", "welfare_association", _DISTRICT),
        *("ผู้แทนสมาคมสวัสดิการชุมชน", "Community welfare association", "jamnian", "somjai"),
    ),
    SeatPlan(
        *("elders", "district", PEOPLE, "elders-11", "welfare_association", ("930511",)),
        *("ผู้แทนชมรมผู้สูงอายุมะกอกเหนือ", "Makok Nuea elders' club", "pranee"),
    ),
    *field_roles.SEATS,
)


def holdings(today: date) -> tuple[HoldingPlan, ...]:
    """Who sits where on that day: holders for a year or so, deputies from lately on."""
    since, lately = today - timedelta(days=420), today - timedelta(days=10)
    plans: list[HoldingPlan] = []
    for seat in SEATS:
        if seat.holder:
            plans.append(HoldingPlan(seat.key, seat.holder, HOLDER, since, None))
        if seat.deputy:
            until = today + timedelta(days=seat.deputy_days) if seat.deputy_days else None
            plans.append(HoldingPlan(seat.key, seat.deputy, DEPUTY, lately, until))
    return tuple(plans)
