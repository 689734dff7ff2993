"""Invented boards, organisations and members of the sample district, as plain data for the doors to open with.

The boards and places bear the names such boards have; every member is invented, and sits here only so
that a page has somebody to show. The three volunteers and the headman also stand in the 43 files, under
the same names and in the same villages (`familiar`).
"""

from __future__ import annotations

from datetime import date, timedelta

from sanam.sample.hospitals import MAIN_HOSPITAL, hospital_code
from sanam.sample.numbers import invented_phone
from sanam.sample.places import DISTRICT_CODE, TAMBONS, Tambon
from sanam.sample.seats import NAMES, REGION_PROVINCES, SEATS
from sanam.sample.team_plans import BodyPlan, HoldingPlan, MemberPlan, OrganisationPlan

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

MEMBERS = tuple(
    MemberPlan(username, name, invented_phone(900_000 + place)) for place, (username, name) in enumerate(NAMES.items())
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
