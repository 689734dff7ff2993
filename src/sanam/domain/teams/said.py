"""A mandate in words: what each capability, reach and mark is called by people."""

from __future__ import annotations

from sanam.domain.foundation.actor import Reach
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.teams.words import Can

Names = tuple[str, str]
"""Thai, English."""

CAPABILITY_NAMES: dict[str, Names] = {
    Can.SEE_PEOPLE: ("ดูข้อมูลคน", "see people"),
    Can.ADD_PEOPLE: ("เพิ่มคน", "add people"),
    Can.CORRECT_PEOPLE: ("แก้ข้อมูลคน", "correct people"),
    Can.CONFIRM_FACTS: ("ยืนยันว่ายังจริง", "confirm what is still so"),
    Can.READ_FILES_IN: ("นำแฟ้มเข้า", "read files in"),
    Can.MERGE_PEOPLE: ("รวมบันทึกของคนเดียวกัน", "join records of one person"),
    Can.BREAK_GLASS: ("เปิดดูเมื่อฉุกเฉิน", "open somebody in an emergency"),
    Can.KEEP_CONSENTS: ("จดความยินยอม", "keep consents"),
    Can.ANSWER_REQUESTS: ("ตอบคำขอของเจ้าของข้อมูล", "answer requests about data"),
    Can.ERASE_PEOPLE: ("ลบข้อมูลเมื่อเขาขอ", "erase people who ask for it"),
    Can.SEE_REPORTS: ("ดูรายงาน", "see reports"),
    Can.SEE_GATHERINGS: ("ดูวงคุย", "see gatherings"),
    Can.WRITE_GATHERINGS: ("เขียนวงคุย", "write gatherings"),
    Can.SEE_RULES: ("เห็นกติกา", "see rules"),
    Can.TAKE_PART_IN_RULES: ("ร่วมตั้งกติกา", "take part in rules"),
    Can.SET_UP_TEAMS: ("จัดที่นั่งในทีม", "set up seats"),
}

REACH_NAMES: dict[Reach, Names] = {
    Reach.NOBODY: ("ไม่เห็นข้อมูลคน", "nobody"),
    Reach.SHARED: ("เฉพาะคนที่ยินยอมให้หน่วยงานนี้", "whoever agreed to share with this organisation"),
    Reach.ASSIGNED: ("เฉพาะบ้านหรือคนที่มอบให้ดูแล", "houses and people given into its care"),
    Reach.AREA: ("ทุกคนในพื้นที่", "everybody in its areas"),
}

MARK_NAMES: dict[Privacy, Names] = {
    Privacy.OPEN: ("ข้อมูลเปิด", "open facts"),
    Privacy.PERSONAL: ("ชื่อ ที่อยู่ โทรศัพท์", "names, addresses, phones"),
    Privacy.SENSITIVE: ("สุขภาพและเรื่องอ่อนไหว", "health and other sensitive facts"),
    Privacy.SECRET: ("เลขบัตรประชาชน", "national ID"),
}
