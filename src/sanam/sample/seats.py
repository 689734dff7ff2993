"""Every seat of the working teams and who sits there, invented: one list, in the order they are set up."""

from __future__ import annotations

from sanam.sample.places import DISTRICT_CODE
from sanam.sample.team_plans import SeatPlan

LOCAL, HEADMEN, STATE, PEOPLE = "ท้องถิ่น", "ท้องที่", "หน่วยงานรัฐ", "ภาคประชาชน"
"""The four legs, by the Thai names they have in `teams.words.DEFAULT_LEGS`."""

REGION_PROVINCES = ("90", "91", "92", "93", "94", "95", "96")
"""The seven provinces of the lower South."""

NAMES = {
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
"""Members by the name they sign in with."""

_DISTRICT, _HERE = (DISTRICT_CODE,), ("930512",)
_CARE, _FUND = "care-12", "fund"

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
    # roles of the field that the boards alone do not have: one seat for each, in a care team
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
