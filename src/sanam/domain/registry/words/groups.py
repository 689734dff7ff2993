"""Vulnerable groups and their kinds."""

from __future__ import annotations

from sanam.domain.foundation.word import Word


class Group(Word):
    ELDER = "elder", "ผู้สูงอายุ", "older person"
    DISABLED = "disabled", "คนพิการ", "person with a disability"
    STATELESS = "stateless", "คนไร้สถานะ", "stateless person"
    HOMELESS = "homeless", "คนไร้บ้าน", "person without a home"
    DEPENDENT = "dependent", "ผู้มีภาวะพึ่งพิง", "dependent person"
    HARDSHIP = "hardship", "คนยากลำบาก", "person in hardship"


class Basis(Word):
    """What a membership of a group rests on."""

    FILE = "file", "แฟ้มของหน่วยบริการ", "a hospital's file"
    CARD = "card", "บัตรหรือหนังสือรับรอง", "a card or certificate"
    SEEN = "seen", "ไปเห็นมา", "seen on the spot"
    TOLD = "told", "เจ้าตัวหรือครอบครัวบอก", "told by the person or family"


DISABILITIES: dict[str, tuple[str, str]] = {
    "1": ("พิการทางการเห็น", "visual disability"),
    "2": ("พิการทางการได้ยินหรือสื่อความหมาย", "hearing or communication disability"),
    "3": ("พิการทางการเคลื่อนไหวหรือทางร่างกาย", "physical disability"),
    "4": ("พิการทางจิตใจหรือพฤติกรรม", "mental or behavioural disability"),
    "5": ("พิการทางสติปัญญา", "intellectual disability"),
    "6": ("พิการทางการเรียนรู้", "learning disability"),
    "7": ("ออทิสติก", "autism"),
}
"""Seven statutory types (พ.ร.บ. ส่งเสริมและพัฒนาคุณภาพชีวิตคนพิการ 2550), coded as DISABTYPE of the 43 files."""

DEPENDENCES: dict[str, tuple[str, str]] = {
    "bed": ("ติดเตียง", "bedbound"),
    "home": ("ติดบ้าน", "housebound"),
    "social": ("ติดสังคม", "out and about"),
}
"""How far an elder gets about, in the words of the long-term-care programme."""

HARDSHIPS: dict[str, tuple[str, str]] = {
    "01": ("คนไร้บ้าน", "without a home"),
    "02": ("คนไร้สัญชาติ", "without nationality"),
    "03": ("ผู้สูงอายุที่ถูกทอดทิ้ง", "older person left alone"),
    "04": ("ผู้ติดเชื้อ", "living with an infection"),
    "05": ("ผู้ป่วยติดบ้านหรือติดเตียง", "ill and housebound or bedbound"),
    "06": ("อดีตผู้ต้องขัง", "formerly in prison"),
    "07": ("คนพิการ", "with a disability"),
    "08": ("ผู้ได้รับผลกระทบจากสถานการณ์", "struck by events"),
    "09": ("เด็กกำพร้า", "orphaned child"),
    "10": ("ผู้มีรายได้น้อย หรือผู้ขัดสน (ซะกาต)", "low income, or entitled to zakat"),
    "11": ("กลุ่มชาติพันธุ์", "ethnic group"),
}
"""The eleven kinds of hardship the field's own survey asks for."""

KINDS: dict[Group, dict[str, tuple[str, str]]] = {
    Group.DISABLED: DISABILITIES,
    Group.DEPENDENT: DEPENDENCES,
    Group.HARDSHIP: HARDSHIPS,
}
"""Kinds within a group; the other groups have none."""

ELDER_FROM = 60
"""Years of age from which a person is an elder (พ.ร.บ. ผู้สูงอายุ 2546)."""
