"""Who came: how many heads, and which networks."""

from __future__ import annotations

import re

from sanam.domain.foundation.thai.digits import to_arabic

_HEADS = re.compile(
    r"(?:ร่วม|จำนวน|ผู้เข้าร่วม(?:ประชุม)?|เข้าร่วม|กว่า|ประมาณ|รวม|ทั้งหมด|ทั้งสิ้น)\s*(?:กว่า|ประมาณ|ทั้งหมด|ทั้งสิ้น|จำนวน)?\s*"
    r"(\d[\d,]*)\s*(?:กว่า)?\s*(?:คน|ท่าน|ราย)|(\d[\d,]*)\s*(?:กว่า)?\s*(?:คน|ท่าน)"
)
_LEAD = re.compile(
    r"(?:มี)?(?:ภาคี)?เครือข่าย(?:ที่เข้าร่วม|ที่มาร่วม)?\s*(?:ทั้ง|ได้แก่|ประกอบด้วย|คือ|จาก)\s*|มี(?:ภาคี)?เครือข่าย\s+|"
    r"ประกอบด้วย\s*|ผู้เข้าร่วม(?:ประชุม)?\s*(?:จาก|ได้แก่|ประกอบด้วย)\s*"
)
_END = re.compile(
    r"\s*(?:(?:รวม|ร่วม|จำนวน|เข้าร่วม|มาร่วม|ผู้เข้าร่วม|กว่า|ประมาณ)\S*\s*(?:กว่า|ประมาณ|ทั้งสิ้น|ทั้งหมด)?\s*\d|"
    r"(?:เข้าร่วม|มาร่วม|ร่วมกัน|ร่วมประชุม|ร่วมแลกเปลี่ยน)|\d[\d,]*\s*(?:กว่า)?\s*(?:คน|ท่าน))"
)
_BETWEEN = re.compile(r"\s*(?:,|/|;)\s*(?:และ)?\s*|\s+และ\s*|(?<=[.ฯ])และ|\s{1,}")


def read_headcount(text: str) -> int | None:
    """How many came: "ร่วม ๔๐ คน", "จำนวน 35 คน", "๔๐ กว่าคน"; None where no number is said."""
    found = _HEADS.search(to_arabic(text))
    return int((found[1] or found[2]).replace(",", "")) if found else None


def read_networks(text: str) -> tuple[str, ...]:
    """The networks named after words that announce them, as written, each once."""
    plain = to_arabic(text)
    lead = _LEAD.search(plain)
    if not lead:
        return ()
    rest = text[lead.end() :].split("\n")[0]
    end = _END.search(to_arabic(rest))
    names = _BETWEEN.split(rest[: end.start()] if end else rest)
    return tuple(dict.fromkeys(name.strip(" ,") for name in names if name.strip(" ,")))
