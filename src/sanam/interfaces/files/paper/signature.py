"""The signature: name, position and the word รายงาน, on one line or on several."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sanam.interfaces.files.paper.page import Signature

_DEED = r"(?:ผู้)?(?:จด)?(?:รายงาน|บันทึก|เรียบเรียง|สรุป)"
_ONLY = re.compile(rf"[(:\-–\s]*{_DEED}(?:การประชุม)?[)\s.]*")
_LEAD = re.compile(
    rf"\(?(?:ลงชื่อ|ลงนาม|[Rr]eported by|[Ss]igned|{_DEED}(?:การประชุม)?\s?โดย|"
    rf"ผู้(?:รายงาน|บันทึก|เขียน|เรียบเรียง)|เขียนโดย|{_DEED}\s*(?=[::]))\)?"
    r"\s*[::]?\s*(?P<rest>.*)"
)
_LAST = re.compile(rf"(?P<rest>.+?)(?:\s+|\s*[:/|\-–]\s*|(?<=\)))\(?{_DEED}(?:การประชุม)?\)?\s*\.?")
_DOTS = re.compile(r"[.…_]{3,}")
_SEPARATOR = re.compile(r"\s*[,/|]\s*|\s+[-–]\s+|\s{2,}|\s*(?=\()")
_OFFICE = (
    *("ผู้ช่วย", "เลขานุการ", "เลขา", "ประธาน", "รองประธาน", "กรรมการ", "คณะกรรมการ", "ผู้อำนวยการ", "นายก", "ปลัด"),
    *("สาธารณสุข", "นักวิชาการ", "พยาบาล", "ผู้จัดการ", "ผู้ประสานงาน", "เจ้าหน้าที่", "กำนัน", "ผู้ใหญ่บ้าน", "หัวหน้า"),
    *("นายอำเภอ", "ผู้แทน", "ตัวแทน", "ที่ปรึกษา", "สมาชิก", "ผู้ดูแล", "เหรัญญิก", "นักพัฒนา", "นักกายภาพ", "วิทยากร", "แกนนำ"),
    *("ผู้รับผิดชอบ", "ผู้บันทึก", "ตำแหน่ง", "นายแพทย์", "อาสาสมัคร", "ผู้นำ", "รองนายก", "รองปลัด"),
    *("เจ้าพนักงาน", "นักจัดการ", "นักสังคม", "เภสัชกร", "Secretary", "Chair", "Coordinator", "Director", "Nurse", "Officer"),
)
_SHORT = ("อสม", "ผอ.", "พชอ.", "กขป.", "สสอ.", "สสจ.", "รพ.สต.", "อบต.", "ผู้", "รอง", "ทีม", "ครู", "CM", "CG")
_POSITION = (*_OFFICE, *_SHORT)
_NO_NAME = (
    *("ขอบ", "ขอขอบ", "วันที่", "เมื่อ", "พวกเรา", "เรา", "จาก", "และ", "โดย", "ภาพ", "โทร", "ที่มา", "เครือข่าย", "มี", "ทีม"),
    *("อสม", "อปท", "อบต", "รพ.", "สสอ", "สสจ", "กขป", "พชอ", "โจทย์", "คำถาม", "ประเด็น", "นัด", "ร่วม", "เป็น", "ได้"),
)
_NO_POSITION = re.compile(rf"\d\s*คน|^{_DEED}$|\s{_DEED}$|^.{{160}}")
_TITLE = re.compile(r"นาย|นาง|นางสาว|น\.ส\.|ดร\.|นพ\.|พญ\.|ผศ\.|รศ\.|อ\.|อาจารย์|คุณ|Dr\.|Mr\.|Ms\.|Mrs\.")
_WORD = re.compile(r"[ก-๎A-Za-z.'’\-]{1,40}")


def take_signature(lines: Sequence[str], after: int = -1) -> tuple[Signature | None, dict[int, str], list[str]]:
    """The signature below the place `after`, the lines that follow it (by place), and the lines without either.

    Where no line says รายงาน or ลงชื่อ, a name with its office at the very end is one.
    """
    places = [at for at, line in enumerate(lines) if at > after and line.strip()]
    for sure in (True, False):
        for start in range(len(places)) if sure else range(max(0, len(places) - 3), len(places)):
            for count in (4, 3, 2, 1):
                block = places[start : start + count]
                if len(block) < count or (not sure and start + count < len(places)) or block[-1] - block[0] > count + 2:
                    continue
                if signed := _read([lines[at].strip() for at in block], sure=sure):
                    following = {at: lines[at].strip() for at in places[start + count :]}
                    taken = {*block, *following}
                    return signed, following, ["" if at in taken else line for at, line in enumerate(lines)]
    return None, {}, list(lines)


def _read(block: Sequence[str], *, sure: bool) -> Signature | None:
    """The signature these lines make up, all of them; None when a line is something else."""
    texts = [_DOTS.sub("  ", text).strip() for text in block]
    if any(len(text) > 160 for text in texts):
        return None
    said = False
    while texts and (lead := _LEAD.fullmatch(texts[0])):
        said, rest = True, lead["rest"].strip()
        texts[:1] = [rest] if rest else []
        if rest:
            break
    if not texts:
        return None
    if len(texts) > 1 and _ONLY.fullmatch(texts[-1]):
        texts, said = texts[:-1], True
    elif last := _LAST.fullmatch(texts[-1]):
        texts[-1], said = last["rest"].strip(), True
    texts = [text for text in texts if text]
    if said is not sure or not texts:
        return None
    return _signed(texts, sure=sure)


def _signed(texts: Sequence[str], *, sure: bool) -> Signature | None:
    name, position = split_name(texts[0])
    more = [text.strip("()") for text in texts[1:]]
    if not all(text.startswith(_POSITION) for text in more):
        return None
    position = " ".join(" ".join([position, *more]).split()).removeprefix("ตำแหน่ง").strip(" :")
    if not is_name(name, least=2 if more or not position else 1) or _NO_POSITION.search(position):
        return None
    if not sure and not position.startswith(_OFFICE):
        return None
    return Signature(name, position)


def split_name(text: str) -> tuple[str, str]:
    """A name is given and family name; the position begins at a mark, two spaces, or a word for an office."""
    text = text.strip(" :,")
    if text.startswith("(") and ")" in text:
        name, _, position = text[1:].partition(")")
        return " ".join(name.split()), position.strip(" ,:()")
    for found in _SEPARATOR.finditer(text):
        name, position = text[: found.start()], text[found.end() :].strip()
        if len(name.split()) > 1 or position.startswith(_POSITION):
            return " ".join(name.split()), " ".join(_unwrapped(position).split())
    words = text.split()
    offices = (at for at, word in enumerate(words) if at and word.startswith(_OFFICE if at == 1 else _POSITION))
    longest = 3 if _TITLE.fullmatch(words[0]) or "ณ" in words[1:2] else 2
    at = min(next(offices, 2), longest, len(words)) if words else 0
    return " ".join(words[:at]), " ".join(words[at:])


def is_name(text: str, *, least: int) -> bool:
    """Whether a text of `least` words or more can be somebody's name."""
    words = text.split()
    fits = all(_WORD.fullmatch(word) for word in words) and len(text) <= (60 if len(words) > 1 else 20)
    return fits and least <= len(words) <= 6 and not text.startswith((*_OFFICE, *_NO_NAME))


def _unwrapped(position: str) -> str:
    return position[1:-1] if position.startswith("(") and position.endswith(")") else position
