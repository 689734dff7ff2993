"""A row of a list in the registry's words, with what was odd about it."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from sanam.domain.foundation.phone import read_phone
from sanam.domain.foundation.refused import BadInput
from sanam.domain.foundation.thai.dates import PartialDate, read_date
from sanam.domain.foundation.thai.digits import to_arabic
from sanam.domain.foundation.thai.names import sex_of_prefix, short_prefix, split_prefix
from sanam.domain.foundation.thai.text import search_key
from sanam.domain.registry.incoming import IncomingGroup, IncomingHouse, IncomingPerson
from sanam.domain.registry.words import Group
from sanam.interfaces.files.f43.dates import read_day
from sanam.interfaces.files.f43.identity import read_cid
from sanam.interfaces.files.lists.cells import EMPTY, Cell
from sanam.interfaces.files.lists.headers import Header
from sanam.interfaces.files.lists.places import Places, Written, of_one_cell
from sanam.interfaces.files.lists.problems import Problem

_SEXES = {"male": ("ชาย", "ช", "ช.", "m", "male", "1"), "female": ("หญิง", "ญ", "ญ.", "f", "female", "2")}
_SEX = {word: sex for sex, words in _SEXES.items() for word in words}
_DISABLED = {
    "1": ("เห็น", "ตาบอด"),
    "2": ("ได้ยิน", "สื่อความหมาย", "หูหนวก"),
    "3": ("เคลื่อนไหว", "ร่างกาย"),
    "4": ("จิตใจ", "พฤติกรรม", "จิต"),
    "5": ("สติปัญญา",),
    "6": ("เรียนรู้",),
    "7": ("ออทิสติก", "ออทิสซึม"),
}
_DEPENDENT = {"bed": "ติดเตียง", "home": "ติดบ้าน", "social": "ติดสังคม"}
_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?E\+?\d+", re.IGNORECASE)
_NOTHING = frozenset({"", "-", "--", ".", "ไม่มี", "ไม่ทราบ", "ไม่ระบุ", "null", "n/a", "#n/a"})
_BUDDHIST_FROM, _ERA = 2400, 543
_NO_ZERO = re.compile(r"[689]\d{8}")


@dataclass(slots=True)
class Entry:
    """What one row says: the person, the house it names if it names one, and the groups."""

    person: IncomingPerson
    house: IncomingHouse | None = None
    groups: list[IncomingGroup] = field(default_factory=list)


class Reader:
    """Reads the rows of one list. `keeper` tells whose list it is: the same row of the same keeper is the same row."""

    def __init__(self, sheet: str, header: Header, places: Places, keeper: str, stamp: str, today: date) -> None:
        self.sheet, self.header, self.places = sheet[:40], header, places
        self.keeper, self.stamp, self.today = keeper, stamp, today
        self.problems: list[Problem] = []
        self._times: Counter[str] = Counter()
        self._row: Sequence[Cell] = ()
        self._line = 0

    def read(self, line: int, row: Sequence[Cell]) -> Entry | None:
        """One row; None (noted) for one that says not whom it means, or of a place that is not meant."""
        self._row, self._line = row, line
        prefix, given, family = self._names()
        if not given:
            self._note(next(iter(self.header.by)), "no_name", whole=True)
            return None
        house_no, area = self._place()
        if not area or not self.places.covers(area):
            self._note("tambon", "outside" if area else "no_place", whole=True)
            return None
        number, problem = self._number()
        said = {"prefix": prefix[:40], "given": given[:80], "family": family[:80]}
        said |= {"sex": self._sex(prefix), "birth": self._birth(), "phone": self._phone()}
        self._formulas()
        pid = self._pid(number, said, area, house_no)
        house_key = _digest(f"{area}/{house_no}")[:14] if house_no and len(area) == 8 else ""
        person = IncomingPerson(
            line=line,
            hospital="",
            pid=pid,
            number=number,
            house_number=house_key,
            said=said,
            stamped_at=self.stamp,
            number_problem=problem,
            raw=self._raw(),
            area_code=area,
        )
        house = IncomingHouse("", house_key, "", house_no, "", area) if house_key else None
        return Entry(person, house, self._groups(pid))

    def _names(self) -> tuple[str, str, str]:
        prefix, given, family = (self._text(name) for name in ("prefix", "given", "family"))
        whole = self._text("full_name") or ("" if "family" in self.header.by else given)
        if whole:
            split = split_prefix(whole)
            return short_prefix(prefix or split.prefix), split.given, family or split.family
        if not prefix and given:
            split = split_prefix(given)
            prefix, given = (split.prefix, split.given) if split.prefix and not split.family else ("", given)
        return short_prefix(prefix), given, family

    def _place(self) -> tuple[str, str]:
        one = of_one_cell(self._text("address")) if self._text("address") else Written()
        house_no = (
            to_arabic(self._text("house_no")).removeprefix("บ้านเลขที่").removeprefix("เลขที่").strip() or one.house_no
        )
        written = Written(
            house_no,
            self._text("moo") or one.moo,
            self._text("tambon") or one.tambon,
            self._text("amphoe"),
        )
        found = self.places.find(written)
        if found.odd:
            self._note("tambon" if found.odd == "unknown_tambon" else "moo", found.odd)
        return house_no[:75], found.code

    def _number(self) -> tuple[str, str]:
        cell = self._cell("number")
        text = "".join(to_arabic(cell.text).split()).replace("-", "")
        if text.lower() in _NOTHING:
            self._note("number", "cid_missing")
            return "", "missing"
        if _SCIENTIFIC.fullmatch(text):
            self._note("number", "id_scientific")
            return "", "length"
        number, problem = read_cid(text)
        if problem == "length" and text.isdigit() and len(text) == 12:
            self._note("number", "id_zero_lost")
        elif problem:
            self._note("number", f"cid_{problem}")
        return ("", problem) if problem else (number, "")

    def _birth(self) -> str:
        cell = self._cell("birth")
        if not cell.text or cell.text.lower() in _NOTHING:
            if self._text("age"):
                self._note("age", "age_only")
            return ""
        text = cell.day.strftime("%Y%m%d") if cell.day else to_arabic(cell.text)
        day, code = read_day(text, self.today, birth=True)
        if code == "bad_date":
            day, code = self._in_words(text)
        # a list is written day first, and in years of the Buddhist era, as a matter of course
        if code and (cell.day or code not in ("day_first", "buddhist_year")):
            self._note("birth", code)
        return day.iso() if day else ""

    def _in_words(self, text: str) -> tuple[PartialDate | None, str]:
        try:
            day = read_date(text, today=self.today)
        except BadInput:
            return None, "bad_date"
        return (None, "future_date") if day.earliest() > self.today else (day, "")

    def _sex(self, prefix: str) -> str:
        written = self._text("sex").lower()
        if not written:
            return sex_of_prefix(prefix)
        if written not in _SEX:
            self._note("sex", "sex")
        return _SEX.get(written, "")

    def _phone(self) -> str:
        cell = self._cell("phone")
        text = to_arabic(cell.text)
        if text.lower() in _NOTHING:
            return ""
        if _NO_ZERO.fullmatch(text):
            self._note("phone", "phone_zero_lost")
            return ""
        for part in re.split(r"[,;/]|หรือ|และ", text):
            try:
                return read_phone(part)
            except BadInput:
                continue
        self._note("phone", "phone")
        return ""

    def _groups(self, pid: str) -> list[IncomingGroup]:
        found = [IncomingGroup("", pid, Group.DISABLED, kind, "") for kind in self._disabilities()]
        dependent = self._text("dependence")
        kind = next((kind for kind, word in _DEPENDENT.items() if word in dependent), "")
        return [*found, IncomingGroup("", pid, Group.DEPENDENT, kind, "")] if kind else found

    def _disabilities(self) -> list[str]:
        written = to_arabic(self._text("disability"))
        if not written or written in ("ไม่พิการ", "0"):
            return []
        codes = [kind for kind in _DISABLED if re.search(rf"(?<!\d){kind}(?!\d)", written)]
        words = [kind for kind, names in _DISABLED.items() if any(name in written for name in names)]
        if not (codes or words):
            self._note("disability", "disability_type")
        return words or codes

    def _formulas(self) -> None:
        for meaning, column in self.header.by.items():
            if odd := self._at(column.place).odd:
                self._note(meaning, odd)

    def _pid(self, number: str, said: dict[str, str], area: str, house_no: str) -> str:
        """The row's own name: by number and name, else by name, birth date and house; one met again is another."""
        name = f"{search_key(said['given'])}|{search_key(said['family'])}"
        key = f"{number}|{name}" if number else f"{name}|{said['birth']}|{area[:6]}|{house_no}"
        self._times[key] += 1
        time = "" if number or self._times[key] == 1 else str(self._times[key])
        return _digest(f"{self.keeper}|{key}|{time}")[:32]

    def _raw(self) -> dict[str, str]:
        named = ((column.said, self._at(column.place).text) for column in self.header.columns)
        return {name: text for name, text in named if text}

    def _text(self, meaning: str) -> str:
        text = self._cell(meaning).text
        return "" if text.lower() in _NOTHING else text

    def _cell(self, meaning: str) -> Cell:
        column = self.header.by.get(meaning)
        return self._at(column.place) if column else EMPTY

    def _at(self, place: int) -> Cell:
        return self._row[place] if place < len(self._row) else EMPTY

    def _note(self, meaning: str, code: str, *, whole: bool = False) -> None:
        column = self.header.by.get(meaning)
        if code == "cid_missing" and column is None:
            return  # a list without such a column says so once, in its mapping
        self.problems.append(Problem(self.sheet, self._line, "" if whole or not column else column.said, code))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
