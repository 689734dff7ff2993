"""Invented members in the roles of the field that the boards alone do not have: one seat for each, in a care team."""

from __future__ import annotations

from sanam.sample.team_plans import SeatPlan

LOCAL, STATE, PEOPLE = "ท้องถิ่น", "หน่วยงานรัฐ", "ภาคประชาชน"

NAMES = {
    "supaporn": "สุภาพร ทองแก้ว",
    "nattapong": "ณัฐพงศ์ ชูเกื้อ",
    "anchalee": "อัญชลี ด้วงอินทร์",
    "boonsong": "บุญส่ง นวลแก้ว",
    "malee": "มาลี คงทอง",
    "prasit": "ประสิทธิ์ เกื้อขุน",
    "sompong": "สมพงศ์ รักชุม",
    "warunee": "วารุณี แก้วสังข์",
    "chalerm": "เฉลิม ปานทอง",
    "ratree": "ราตรี ชูสังข์",
    "kittisak": "กิตติศักดิ์ ขุนนวล",
    "duangjai": "ดวงใจ เพชรแก้ว",
}

_HERE = ("930512",)
_CARE, _FUND = "care-12", "fund"

SEATS = (
    SeatPlan(
        *("staff-12", _CARE, STATE, "hospital-12", "subdistrict_hospital", _HERE),
        *("เจ้าหน้าที่ รพ.สต.พนางตุง", "Staff, Phanang Tung hospital", "supaporn"),
    ),
    SeatPlan(
        *("physio", _CARE, STATE, "district-hospital", "physiotherapist", _HERE),
        *("นักกายภาพบำบัด", "Physiotherapist", "nattapong"),
    ),
    SeatPlan(
        *("physio-helper", _CARE, STATE, "district-hospital", "physiotherapy_assistant", _HERE),
        *("ผู้ช่วยนักกายภาพบำบัด", "Physiotherapy assistant", "anchalee"),
    ),
    SeatPlan(
        *("expert-1201", _CARE, PEOPLE, "volunteers", "expert_volunteer", ("93051201",)),
        *("อสม.เชี่ยวชาญ หมู่ 1 ต.พนางตุง", "Expert volunteer, village 1, Phanang Tung", "boonsong"),
    ),
    SeatPlan(
        *("social-12", _CARE, PEOPLE, "volunteers", "social_volunteer", _HERE),
        *("อพม. ต.พนางตุง", "Social development volunteer, Phanang Tung", "malee"),
    ),
    SeatPlan(
        *("local-care-12", _CARE, LOCAL, "local-12", "local_care_volunteer", _HERE),
        *("อาสาสมัครบริบาล ต.พนางตุง", "Local care volunteer, Phanang Tung", "prasit"),
    ),
    SeatPlan(
        *("club-11", "care-11", PEOPLE, "elders-11", "elders_club", ("930511",)),
        *("ชมรมผู้สูงอายุในทีมดูแล", "Elders' club in the care team", "sompong"),
    ),
    SeatPlan(
        *("admin-12", _CARE, LOCAL, "local-12", "team_admin", ()),
        *("ผู้ดูแลทีม ต.พนางตุง", "Team administrator, Phanang Tung", "warunee"),
    ),
    SeatPlan(
        *("moderator", "district", PEOPLE, "welfare", "moderator", ()),
        *("ผู้ดำเนินวง พชอ.", "Moderator of the district board", "chalerm"),
    ),
    SeatPlan(
        *("spirit-12", _CARE, PEOPLE, "welfare", "volunteer", ()),
        *("จิตอาสา ต.พนางตุง", "Volunteer, Phanang Tung", "ratree"),
    ),
    SeatPlan(
        *("fund-welfare", _FUND, PEOPLE, "welfare", "team_member", ()),
        *("กรรมการกองทุน ภาคประชาชน", "Fund committee, people", "kittisak"),
    ),
    SeatPlan(
        *("fund-local", _FUND, LOCAL, "local-12", "team_member", ()),
        *("กรรมการกองทุน ท้องถิ่น", "Fund committee, local government", "duangjai"),
    ),
    SeatPlan(
        *("fund-state", _FUND, STATE, "district-health", "team_member", ()),
        *("กรรมการกองทุน หน่วยงานรัฐ", "Fund committee, state"),
    ),
)
