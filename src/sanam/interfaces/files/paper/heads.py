"""How many came: of all the numbers of people a page gives, the one that counts those who joined."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sanam.domain.foundation.thai.digits import to_arabic

_WORD = r"(?:หนึ่ง|เอ็ด|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|ยี่|สิบ|ร้อย|พัน)"
_COUNT = re.compile(
    rf"(?P<figure>(?<![\d.,])\d{{1,3}}(?:,\d{{3}})+|(?<![\d.,])\d{{1,6}})\s{{0,3}}(?:กว่า)?\s{{0,3}}(?P<unit>คน|ท่าน|ราย|ชีวิต|persons?|people)|"
    rf"(?P<words>{_WORD}{{1,9}})(?:กว่า)?\s?(?:คน|ท่าน|ชีวิต)"
)
_LABELLED = re.compile(r"(?:จำนวน)?(?:ผู้เข้าร่วม|ผู้ร่วม)(?:\S{0,12})\s*[::]\s*(?:จำนวน\s*)?(\d{1,6})(?![\d/.,])")
_AFTER = re.compile(r"\s*(?:\([^)]{0,40}\)\s*)?(?:ที่)?(?:มา|เข้า|ได้)?ร่วม|\s*(?:มาพบ|มาคุย|มานั่ง|มากัน|attended|joined)")
_ABOUT = r"(?:\s|:|กัน|กิจกรรม|ประชุม|วงคุย|เวที|คุย|มี|จำนวน|กว่า|ประมาณ|ราว|ๆ|ทั้งหมด|ทั้งสิ้น|ทั้ง|รวม|แลกเปลี่ยน)*$"
_JOINED = re.compile(r"(?:ผู้เข้าร่วม|ผู้ร่วม|เข้าร่วม|มาร่วม|ร่วม|มาพบกัน|พบกัน|ผู้มา|attendees?)" + _ABOUT)
_ALL = re.compile(r"(?:รวม|ทั้งหมด|ทั้งสิ้น|total)" + _ABOUT)
_SAID = re.compile(r"(?:จำนวน|กว่า|ประมาณ|ราว|ผู้แทน|เครือข่าย)\s*$")
_OTHERS = re.compile(
    r"(?:ผู้สูงอายุ|ผู้ป่วย|พิการ|ติดเตียง|ติดบ้าน|ติดสังคม|เปราะบาง|พึ่งพิง|ยากลำบาก|ยากไร้|ไร้บ้าน|เด็ก|ผู้ดูแล|ประชากร|"
    r"ประชาชน|เป้าหมาย|อาศัยอยู่|รายชื่อ|ขาด|ลา|เหลือ|ละ|เฉลี่ย|ไม่มา|เชิญ|ครอบครัว|บ้าน)[^\d]{0,24}$"
)
_HUNDREDS = {"สิบ": 10, "ร้อย": 100, "พัน": 1000}
_UNITS = {"หนึ่ง": 1, "เอ็ด": 1, "สอง": 2, "ยี่": 2, "สาม": 3, "สี่": 4, "ห้า": 5, "หก": 6, "เจ็ด": 7, "แปด": 8, "เก้า": 9}
_MOST = 100_000


def read_headcount(paragraphs: Sequence[str]) -> int | None:
    """The head-count: "ร่วม ๔๐ คน", "จำนวน 35 คน", "สี่สิบคนมาร่วม"; None where none is said."""
    best, heads = -1, None
    for paragraph in paragraphs:
        text = to_arabic(paragraph[:4000])
        if (labelled := _LABELLED.search(text)) and best < 5:
            best, heads = 5, int(labelled[1])
        for found in _COUNT.finditer(text):
            weight, number = _weight(text, found), _number(found)
            if weight > best and 0 < number <= _MOST:
                best, heads = weight, number
    return heads


def _weight(text: str, found: re.Match[str]) -> int:
    """How surely a number of people is the head-count; below zero it counts somebody else."""
    before = text[max(0, found.start() - 60) : found.start()]
    all_of_them = _ALL.search(before)
    if _AFTER.match(text, found.end()) or _JOINED.search(before):
        return 6 if all_of_them else 4
    if all_of_them:
        return 3
    if _OTHERS.search(before) or found["words"] or found["unit"] == "ราย":
        return -2
    return 2 if _SAID.search(before) else 0


def _number(found: re.Match[str]) -> int:
    return int(found["figure"].replace(",", "")) if found["figure"] else _said(found["words"])


def _said(words: str) -> int:
    """A number in words: "สี่สิบห้า" is 45, "ร้อยยี่สิบ" 120."""
    total = unit = 0
    for word in re.findall(_WORD, words):
        if word in _UNITS:
            unit = _UNITS[word]
        else:
            total += (unit or 1) * _HUNDREDS[word]
            unit = 0
    return total + unit
