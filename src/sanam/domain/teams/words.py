"""The words of a team: kinds of bodies, roles and what each role may do unless its body says otherwise."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import TextChoices

from sanam.domain.foundation.actor import Reach
from sanam.domain.foundation.privacy import Privacy


class BodyKind(TextChoices):
    REGION = "region", "กขป. คณะกรรมการเขตสุขภาพเพื่อประชาชน"
    DISTRICT = "district", "พชอ. คณะกรรมการพัฒนาคุณภาพชีวิตระดับอำเภอ"
    SUBDISTRICT = "subdistrict", "พชต. คณะกรรมการพัฒนาคุณภาพชีวิตระดับตำบล"
    CARE_TEAM = "care_team", "ทีมดูแล"
    FUND = "fund", "คณะกรรมการกองทุน"


class HoldingKind(TextChoices):
    HOLDER = "holder", "ผู้นั่ง"
    DEPUTY = "deputy", "ผู้นั่งแทน"
    ACTING = "acting", "รักษาการ"


class Can:
    """Capabilities: what a mandate can allow. A deed asks for exactly one of them."""

    SEE_PEOPLE = "people.see"
    ADD_PEOPLE = "people.add"
    CORRECT_PEOPLE = "people.correct"
    CONFIRM_FACTS = "people.confirm"
    READ_FILES_IN = "files.read_in"
    MERGE_PEOPLE = "people.merge"
    BREAK_GLASS = "people.break_glass"
    KEEP_CONSENTS = "people.consents"
    ANSWER_REQUESTS = "people.requests"
    ERASE_PEOPLE = "people.erase"
    SEE_REPORTS = "reports.see"
    SEE_GATHERINGS = "gatherings.see"
    WRITE_GATHERINGS = "gatherings.write"
    SEE_RULES = "rules.see"
    TAKE_PART_IN_RULES = "rules.take_part"
    SET_UP_TEAMS = "teams.set_up"


CAPABILITIES = frozenset(word for name, word in vars(Can).items() if name.isupper())
"""Every capability there is."""


@dataclass(frozen=True, slots=True)
class Role:
    """A role's name in both languages, the mandate it starts with, and how many deputies a seat of it needs."""

    th: str
    en: str
    capabilities: frozenset[str]
    reach: Reach
    fields: frozenset[Privacy]
    deputies: int = 0


_TALKS = frozenset({Can.SEE_GATHERINGS, Can.SEE_RULES, Can.TAKE_PART_IN_RULES})
_EVERYONE = _TALKS | {Can.SEE_REPORTS}
_MEETS = _EVERYONE | {Can.WRITE_GATHERINGS}
_CARES = _EVERYONE | {Can.SEE_PEOPLE, Can.CONFIRM_FACTS}
_KEEPS = _CARES | {Can.ADD_PEOPLE, Can.CORRECT_PEOPLE}
_ANSWERS = _KEEPS | {Can.READ_FILES_IN, Can.MERGE_PEOPLE, Can.KEEP_CONSENTS, Can.BREAK_GLASS}

_OPEN = frozenset({Privacy.OPEN})
_NAMES = _OPEN | {Privacy.PERSONAL}
_HEALTH = _NAMES | {Privacy.SENSITIVE}
_ALL = _HEALTH | {Privacy.SECRET}

ROLES: dict[str, Role] = {
    "district_secretary": Role(
        "เลขานุการ พชอ.",
        "District board secretary",
        _ANSWERS | _MEETS | {Can.ANSWER_REQUESTS, Can.ERASE_PEOPLE, Can.SET_UP_TEAMS},
        Reach.AREA,
        _HEALTH,
        deputies=1,
    ),
    "care_manager": Role("ผู้จัดการการดูแล", "Care manager", _ANSWERS | _MEETS, Reach.AREA, _ALL, deputies=1),
    "registrar": Role("ผู้ดูแลทะเบียน", "Registrar", _ANSWERS | {Can.ANSWER_REQUESTS}, Reach.AREA, _ALL, deputies=1),
    "caregiver": Role("ผู้ช่วยเหลือดูแล (CG)", "Caregiver", _CARES | {Can.CORRECT_PEOPLE}, Reach.ASSIGNED, _HEALTH),
    "village_volunteer": Role("อสม.", "Village health volunteer", _KEEPS, Reach.ASSIGNED, _HEALTH),
    "local_government": Role("ผู้แทนท้องถิ่น", "Local government", _CARES | _MEETS, Reach.AREA, _NAMES),
    "village_head": Role("ผู้ใหญ่บ้าน", "Village headman", _CARES, Reach.AREA, _NAMES),
    "welfare_association": Role(
        "สมาคมสวัสดิการชุมชน", "Community welfare association", _MEETS | {Can.SEE_PEOPLE}, Reach.SHARED, _HEALTH
    ),
    "regional_secretary": Role(
        "เลขานุการ กขป.",
        "Regional board secretary",
        _MEETS | {Can.SET_UP_TEAMS},
        Reach.NOBODY,
        _OPEN,
        deputies=1,
    ),
    # the other labels of the field; where it is not settled what somebody needs, they begin with less
    "subdistrict_hospital": Role("เจ้าหน้าที่ รพ.สต.", "Sub-district hospital staff", _KEEPS, Reach.AREA, _HEALTH),
    "physiotherapist": Role("นักกายภาพบำบัด", "Physiotherapist", _CARES | {Can.CORRECT_PEOPLE}, Reach.ASSIGNED, _HEALTH),
    "physiotherapy_assistant": Role("ผู้ช่วยนักกายภาพบำบัด", "Physiotherapy assistant", _CARES, Reach.ASSIGNED, _HEALTH),
    "expert_volunteer": Role("อสม.เชี่ยวชาญ", "Expert village health volunteer", _KEEPS, Reach.ASSIGNED, _HEALTH),
    "social_volunteer": Role("อพม.", "Social development volunteer", _CARES, Reach.ASSIGNED, _NAMES),
    "local_care_volunteer": Role("อาสาสมัครบริบาล", "Local care volunteer", _CARES, Reach.ASSIGNED, _NAMES),
    "elders_club": Role("ชมรมผู้สูงอายุ", "Elders' club", _MEETS | {Can.SEE_PEOPLE}, Reach.SHARED, _NAMES),
    "team_admin": Role("ผู้ดูแลทีม", "Team administrator", _MEETS, Reach.NOBODY, _OPEN),
    "moderator": Role("ผู้ดำเนินวง", "Moderator", _MEETS, Reach.NOBODY, _OPEN),
    "volunteer": Role("จิตอาสา", "Volunteer", _TALKS, Reach.NOBODY, _OPEN),
    "team_member": Role("สมาชิกทีม", "Team member", _TALKS, Reach.NOBODY, _OPEN),
}

VOLUNTEER = "village_volunteer"
"""The role of those who look after houses."""

DEFAULT_LEGS: tuple[tuple[str, str], ...] = (
    ("ท้องถิ่น", "Local government"),
    ("ท้องที่", "Headmen"),
    ("หน่วยงานรัฐ", "State and health"),
    ("ภาคประชาชน", "People"),
)
"""Our reading of the chair's four legs, which the founding document never names: a start, not a rule."""

FEWEST_LEGS, MOST_LEGS = 3, 6
