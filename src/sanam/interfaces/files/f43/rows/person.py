"""PERSON: who the hospital knows."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from sanam.domain.foundation.thai.dates import PartialDate
from sanam.domain.foundation.thai.names import prefix_of_code, short_prefix
from sanam.interfaces.files.f43.codes import WORDS
from sanam.interfaces.files.f43.identity import read_cid, read_relative
from sanam.interfaces.files.f43.problems import Problem
from sanam.interfaces.files.f43.reading import Reading
from sanam.interfaces.files.f43.tables import SourceLine


@dataclass(slots=True)
class PersonRow:
    """One person in one hospital. Text is "" where not known; words are those of `codes`.

    `cid` has 13 digits or is ""; `cid_problem` is "", "missing", "length", "dummy" or "check_digit".
    `life` is "alive", "dead", "moved", "lost" or "" (not said), `life_on` when that came to be. `nation`, `religion`,
    `education` (2–3 digits) and `occupation` (4 digits, or 3 of the old list) stay the ministry's codes.
    """

    hospcode: str
    pid: str
    cid: str
    cid_problem: str
    hid: str
    prefix: str
    given: str
    family: str
    sex: str
    birth: PartialDate | None
    marital: str
    nation: str
    religion: str
    occupation: str
    education: str
    household_role: str
    village_role: str
    life: str
    life_on: PartialDate | None
    typearea: str
    stamped_at: str
    phones: tuple[str, ...]
    passport: str
    father_cid: str
    mother_cid: str
    couple_cid: str
    values: dict[str, str] = field(repr=False)


def read_person(line: SourceLine, *, today: date | None = None) -> tuple[PersonRow | None, list[Problem]]:
    """Read one line of PERSON. A wrong or missing national ID is flagged; a missing key leaves it out."""
    reading = Reading(line, today)
    hospcode, pid = reading.whose()
    if not pid:
        return None, reading.problems
    cid, cid_problem = read_cid(reading.get("CID", ""))
    if cid_problem:
        reading.note("CID", f"cid_{cid_problem}")
    life = reading.code("DISCHARGE", WORDS["DISCHARGE"])
    row = PersonRow(
        hospcode=hospcode,
        pid=pid,
        cid=cid,
        cid_problem=cid_problem,
        hid=_hid(reading),
        prefix=_prefix(reading),
        given=reading.text("NAME", required=True),
        family=reading.text("LNAME", required=True),
        sex=reading.code("SEX", WORDS["SEX"], required=True),
        birth=reading.day("BIRTH", birth=True, required=True),
        marital=reading.code("MSTATUS", WORDS["MSTATUS"]),
        nation=reading.digits("NATION", 3, required=True),
        religion=reading.digits("RELIGION", 2),
        occupation=reading.digits("OCCUPATION_NEW", 4) or reading.digits("OCCUPATION_OLD", 3),
        education=reading.digits("EDUCATION", 2),
        household_role=reading.code("FSTATUS", WORDS["FSTATUS"]),
        village_role=reading.code("VSTATUS", WORDS["VSTATUS"]),
        life=life,
        life_on=None if life in ("", "alive") else reading.day("DDISCHARGE", required=True),
        typearea=reading.code("TYPEAREA", WORDS["TYPEAREA"], required=True),
        stamped_at=reading.stamp(),
        phones=reading.phones("MOBILE", "TELEPHONE"),
        passport=reading.text("PASSPORT").upper().replace(" ", ""),
        father_cid=_relative(reading, "FATHER"),
        mother_cid=_relative(reading, "MOTHER"),
        couple_cid=_relative(reading, "COUPLE"),
        values=line.values,
    )
    return row, reading.problems


def _hid(reading: Reading) -> str:
    hid = reading.get("HID", "")
    if not hid.strip("0-"):
        return ""
    if len(hid) > 14:
        reading.note("HID", "bad_code")
        return ""
    return hid


def _prefix(reading: Reading) -> str:
    """A code in the ministry's list, or the words themselves."""
    written = reading.get("PRENAME")
    if not written:
        if written is not None:
            reading.note("PRENAME", "missing_value")
        return ""
    if written.isdigit():
        prefix = prefix_of_code(written)
        if not prefix:
            reading.note("PRENAME", "bad_code")
        return prefix
    return short_prefix(reading.text("PRENAME"))


def _relative(reading: Reading, column: str) -> str:
    written = reading.get(column)
    if not written:
        return ""
    digits, unreadable = read_relative(written)
    if unreadable:
        reading.note(column, "relative_id")
    return digits
