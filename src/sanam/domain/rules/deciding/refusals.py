"""Why such a decision cannot be counted: one sentence each, with its place, in both languages."""

from __future__ import annotations

from sanam.domain.foundation.refused import BadInput
from sanam.domain.foundation.thai.text import one_line

LONGEST = 120

REFUSALS: dict[str, tuple[str, str]] = {
    "deciding.legs": (
        "มี {count} ขา นับได้เมื่อมีสามถึงหกขา",
        "There are {count} legs; a decision is counted with three to six.",
    ),
    "deciding.same_leg": (
        "ขา “{leg}” มีสองครั้ง ต้องมีครั้งเดียว",
        "The leg “{leg}” stands twice; it may stand once.",
    ),
    "deciding.seats": (
        "ขา “{leg}”: ที่นั่งที่มีผู้นั่งต้องอยู่ระหว่าง 0 ถึงจำนวนที่นั่ง ไม่ใช่ {filled} จาก {seats}",
        "Leg “{leg}”: filled seats lie between 0 and its seats, not {filled} of {seats}.",
    ),
    "deciding.method": (
        "ไม่มีวิธี “{method}” มี consent, consensus, two_thirds, sense_check",
        "There is no method “{method}”; there are consent, consensus, two_thirds, sense_check.",
    ),
    "deciding.call": (
        "ไม่มีการถามครั้งที่ “{call}” มีครั้งที่ 1 กับ 2",
        "There is no call “{call}”; there are 1 and 2.",
    ),
    "deciding.quorum": (
        "องค์ประชุมต้องเป็นครึ่งหนึ่งถึงทั้งหมดของขา ไม่ใช่ {quorum}",
        "A quorum lies between half of the legs and all of them, not {quorum}.",
    ),
    "deciding.unknown_leg": (
        "ที่นั่ง “{seat}” ตอบในขา “{leg}” ซึ่งไม่มีในรายชื่อขา",
        "Seat “{seat}” answers for the leg “{leg}”, which is not among the legs.",
    ),
    "deciding.vacant": (
        "ขา “{leg}” ไม่มีผู้นั่ง แต่มีคำตอบจากที่นั่ง “{seat}”",
        "The leg “{leg}” has nobody sitting, and yet its seat “{seat}” answers.",
    ),
    "deciding.more_than_sit": (
        "ขา “{leg}” มีผู้นั่ง {filled} ที่นั่ง แต่ตอบมา {count} ที่นั่ง",
        "Leg “{leg}”: of its seats {filled} are filled, and yet {count} answer.",
    ),
    "deciding.twice": (
        "ขา “{leg}” ที่นั่ง “{seat}” ตอบสองครั้งไม่ตรงกัน เก็บไว้เฉพาะคำตอบที่ใช้",
        "Leg “{leg}”, seat “{seat}” answers twice and differently; keep the one that stands.",
    ),
    "deciding.value": (
        "ขา “{leg}” ที่นั่ง “{seat}”: วิธีนี้ไม่มีคำตอบ “{value}” มี {offered}",
        "Leg “{leg}”, seat “{seat}”: this method has no answer “{value}”; it has {offered}.",
    ),
    "deciding.not_object": (
        "{where_th}: ต้องเป็นกลุ่มของค่า {{…}} ไม่ใช่ {found}",
        "{where_en}: an object {{…}} must stand here, not {found}.",
    ),
    "deciding.missing": (
        "{where_th}: ยังไม่มี “{key}”",
        "{where_en}: “{key}” is missing.",
    ),
    "deciding.kind": (
        "{where_th}: “{key}” ต้องเป็น{kind_th} ไม่ใช่ {found}",
        "{where_en}: “{key}” must be {kind_en}, not {found}.",
    ),
}


def refusal(code: str, **said: object) -> BadInput:
    """The BadInput to raise for `code`, its sentences filled in; what a file says is cut short, and is one line."""
    thai, english = REFUSALS[code]
    told = {name: _short(value) for name, value in said.items()}
    return BadInput(code, thai.format(**told), english.format(**told))


def _short(value: object) -> object:
    if not isinstance(value, str) or (len(value) <= LONGEST and value.isprintable()):
        return value
    line = one_line(value)
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
