"""Which networks came: the names after words that announce them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sanam.domain.foundation.thai.digits import to_arabic

_KIND = r"(?:ภาคี|องค์กร)?เครือข่าย|ภาคส่วน|หน่วยงาน|ผู้เข้าร่วม(?:ประชุม|กิจกรรม|วงคุย)?|ผู้แทน"
_NAMELY = r"(?:ได้แก่|เช่น|มี(?=\s)|ประกอบด้วย|ประกอบไปด้วย|คือ|มีทั้ง|ทั้งจาก|ทั้ง(?!หมด|สิ้น)|จาก)"
_LEAD = re.compile(
    rf"(?:{_KIND})[^\n:,]{{0,40}}?\s*(?:{_NAMELY}\s*[::]?|[::])\s*"
    rf"|มี(?:ภาคี)?เครือข่าย\s+|^\s*[-•*]?\s*(?:ภาคี)?เครือข่าย\s+|^\s*[-•*]?\s*(?:ภาคี)?เครือข่าย\S{{0,16}}$"
    r"|ประกอบด้วย\s*[::]?\s*|ได้แก่\s*[::]?\s*|(?<=คน)\s*\)?\s*จาก\s+|(?<=โดย)มี\s+"
    r"|(?:networks?|participants?)\s*:\s*",
    re.IGNORECASE | re.MULTILINE,
)
_HEADS = r"\d[\d,]*\s*(?:กว่า)?\s*(?:คน|ท่าน|ชีวิต)"
_END = re.compile(
    rf"\s*(?:(?:รวม|ร่วม|จำนวน|กว่า|ประมาณ|ทั้งหมด|ทั้งสิ้น|ผู้เข้าร่วม)[^\d\n,]{{0,24}}?{_HEADS}|\(?\s*{_HEADS}|"
    r"เข้าร่วม|มาร่วม|ที่มาร่วม|ร่วมกัน|ร่วมประชุม|ร่วมแลกเปลี่ยน|ร่วมกิจกรรม|ร่วมวง|ร่วมคุย|มาพบกัน|มาคุยกัน|มานั่ง|"
    r"(?<=[a-z]{3})\.\s|เป็นต้น|ฯลฯ|และ?อื่น\s?ๆ|อื่น\s?ๆ|"
    r"\s(?:ณ|เพื่อ|เมื่อ|โดย|ซึ่ง|ได้|ในพื้นที่|ในวัน|พบว่า|แล้ว|ต่าง|ครบ|ที่(?!ปรึกษา|ว่าการ|ทำการ)|มา(?=\s|ก|ช|แ|น))(?=\S|\s))"
)
_OWN_HEADS = re.compile(rf"\s*(?:จำนวน\s*)?\(?\s*{_HEADS}\s*\)?(?=\s*(?:[,/;、]|และ|\s[^\s\d]+\s*{_HEADS}))")
_PLACES = re.compile(r"\s*(?:จำนวน\s*)?\d+\s*(?:แห่ง|ตำบล|หมู่บ้าน|ชุมชน|หน่วยงาน|องค์กร)|\s*\(\d+\)")
# A name may hold a space after a word that is no name by itself.
_SPACE = re.compile(r"(?<!กลุ่ม)(?<!ตัวแทน)(?<!ผู้แทน)(?<!\sทีม)(?<!คณะ)(?:(?<!รพ\.)|(?!\s+สต))\s+(?![(\]])")
_STRONG = re.compile(r"\s*[,/;、•|]\s*|\s+[-–]\s+")
_KNOWN = (
    r"(?:สสจ|สสอ|อปท|อบต|อบจ|เทศบาล|รพ|อสม|อพม|พมจ|กศน|กขป|พชอ|พชต|สปสช|สมาคม|ท้องที่|ท้องถิ่น|ชมรม|กลุ่ม|วัด|มัสยิด|"
    r"โรงเรียน|โรงพยาบาล|มูลนิธิ|กำนัน|ผู้ใหญ่บ้าน|สภา|กองทุน|ภาค|ประชาชน|แกนนำ|ตัวแทน|ผู้แทน|อาสา|จิตอาสา|นายอำเภอ|"
    r"ตำรวจ|เครือข่าย|สำนักงาน|ประชาสังคม|ปกครอง|CG|CM)"
)
_AND = rf"\s+และ\s*|(?<=[.ฯ)])\s*และ|และ(?={_KNOWN})"
_BULLET = re.compile(r"\s*[•*·●\-–]\s*(\S.{0,80})")


def read_networks(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """The networks of the first paragraph that announces some, as written, each once."""
    found = (_announced(paragraphs, at) for at in range(len(paragraphs)))
    return next((networks for networks in found if networks), ())


def listed_below(paragraphs: Sequence[str], at: int) -> list[str]:
    """The bullets below a line that announces networks and then ends; none where it names them itself."""
    leads = list(_LEAD.finditer(paragraphs[at][:4000]))
    if not leads or paragraphs[at][leads[-1].end() :].strip(" :"):
        return []
    bullets: list[str] = []
    for line in paragraphs[at + 1 :]:
        if line.strip() and not (bullet := _BULLET.fullmatch(line)):
            break
        bullets += [bullet[1]] if line.strip() and bullet else []
    return bullets


def _announced(paragraphs: Sequence[str], at: int) -> tuple[str, ...]:
    if below := listed_below(paragraphs, at):
        return _each_once(re.sub(rf"\s*\(?(?:จำนวน\s*)?{_HEADS}\)?$", "", to_arabic(name)) for name in below)
    leads = list(_LEAD.finditer(paragraphs[at][:4000]))
    for place, lead in enumerate(leads):
        # "35 คนจาก 6 เครือข่าย ได้แก่": the names follow the second
        if any(other.start() - lead.end() < 20 for other in leads[place + 1 : place + 2]):
            continue
        rest = paragraphs[at][lead.end() :][:1000]
        if names := _names(_wrapped(rest, paragraphs[at + 1 : at + 2])):
            return names
    return ()


def _wrapped(rest: str, following: Sequence[str]) -> str:
    """A list broken over two lines, whole: it goes on where the next line brings the end soon."""
    if rest.strip() and not _END.search(to_arabic(rest)) and len(rest) < 120 and following:
        end = _END.search(to_arabic(following[0]))
        if end and end.start() <= 80 and re.match(rf"\s*(?:{_KNOWN}|และ|[,/])", following[0]):
            return f"{rest} {following[0].strip()}"
    return rest


def _names(text: str) -> tuple[str, ...]:
    counted = _PLACES.search(to_arabic(text)) or _OWN_HEADS.search(to_arabic(text))
    plain = _PLACES.sub("", _OWN_HEADS.sub("", to_arabic(text))) if counted else text
    if end := _END.search(to_arabic(plain)):
        plain = plain[: end.start()]
    separator = _STRONG if _STRONG.search(plain) else _SPACE
    parts = [name for part in re.split(_AND, plain) for name in separator.split(part)]
    names = _each_once(name for part in parts for name in _abbreviations(part))
    return names if names and all(len(name) <= 80 for name in names) else ()


def _abbreviations(part: str) -> list[str]:
    """ "สสจ. อปท." between two commas is two names; "อบต. ควนขนุน" is one."""
    words = part.split()
    return words if len(words) > 1 and all(word.endswith((".", "ฯ")) for word in words) else [part]


def _each_once(names: Iterable[str]) -> tuple[str, ...]:
    cleaned = (re.sub(r"^(?:ทั้ง|และ|จาก)\s*(?=\S)", "", name.strip(" ,;:•-")) for name in names)
    return tuple(dict.fromkeys(name for name in cleaned if any(char.isalpha() for char in name)))
