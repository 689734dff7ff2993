"""What a check of the journal may find, each with its sentence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Broken:
    """The first thing that is not as it was written: a short code, where, and a sentence in each language."""

    what: str
    where: str
    th: str
    en: str


@dataclass(frozen=True, slots=True)
class Caution:
    """What a check cannot know from here, in a sentence of each language."""

    th: str
    en: str


def changed_row(number: object) -> Broken:
    th, en = f"รายการที่ {number} ถูกแก้หลังเขียน", f"Entry {number} was changed after it was written."
    return Broken("changed_row", f"entry {number}", th, en)


def removed_row(number: int) -> Broken:
    return Broken("removed_row", f"entry {number}", f"รายการที่ {number} หายไป", f"Entry {number} is missing.")


def miscounted(first: int, last: int, told: int, count: int) -> Broken:
    """A seal's range that holds fewer or more entries than it closed."""
    return Broken(
        "removed_row" if count < told else "added_row",
        f"entries {first}-{last}",
        f"ช่วงรายการ {first} ถึง {last} ควรมี {told} รายการ แต่พบ {count}",
        f"Entries {first} to {last} should number {told}; {count} were found.",
    )


def seal(number: int) -> Broken:
    th, en = f"ตราที่ {number} ไม่ตรงกับรายการที่ปิดไว้", f"Seal {number} does not match what it closed."
    return Broken("seal", f"seal {number}", th, en)


def details(number: int) -> Broken:
    th, en = f"รายละเอียดของรายการที่ {number} ถูกแก้", f"The details of entry {number} were changed."
    return Broken("details", f"entry {number}", th, en)


def details_removed(number: int) -> Broken:
    return Broken(
        "details_removed",
        f"entry {number}",
        f"รายละเอียดของรายการที่ {number} หายไปโดยไม่มีบันทึกการลบ",
        f"The details of entry {number} are gone, and no record says that they were erased.",
    )


def details_back(number: int) -> Broken:
    return Broken(
        "details_back",
        f"entry {number}",
        f"รายละเอียดของรายการที่ {number} ถูกลบตามกฎหมายแล้ว แต่กลับมาอยู่ในระบบ",
        f"The details of entry {number} were erased by law, and are here again.",
    )


def cut_tail(head: str) -> Broken:
    return Broken(
        "cut_tail",
        f"head {head[:12]}",
        "ไม่พบหัวสายที่เก็บไว้ข้างนอก ท้ายสมุดถูกตัดหรือถูกเขียนใหม่",
        "The head kept outside is not in the chain: the tail was cut, or written anew.",
    )


def unguarded(names: list[str]) -> Broken:
    told = ", ".join(names)
    th, en = f"ตัวกันการแก้สมุดถูกถอดออก: {told}", f"What guards the journal was taken off: {told}."
    return Broken("unguarded", told, th, en)


UNREADABLE = Broken(
    "unreadable",
    "entries",
    "มีรายการที่อ่านเป็นตัวหนังสือไม่ได้ ถูกแก้หลังเขียน",
    "Some entry is no readable text: it was changed after it was written.",
)
WITHOUT_HEAD = Caution(
    "ถ้าไม่ใส่หัวสายที่เก็บไว้ข้างนอก จะไม่รู้ว่าท้ายสมุดถูกตัดไปพร้อมตราหรือเปล่า",
    "Without a head kept outside, nobody can tell whether the tail was cut off together with its seals.",
)


def unsealed(count: int) -> Caution:
    return Caution(
        f"มี {count:,} รายการที่ยังไม่ปิดตรา ถ้ามีใครลบรายการในช่วงนี้จะดูไม่ออก ปิดตราบ่อย ๆ ช่วยได้",
        f"{count:,} entries are not under a seal yet; one removed from among them would not show. Sealing often helps.",
    )
