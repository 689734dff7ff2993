"""Reading one line cell by cell, and keeping note of what was odd.

An absent column is not a problem of each line: `tables.header_problems` says it once.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date

from sanam.domain.foundation import clock
from sanam.domain.foundation.phone import read_phone
from sanam.domain.foundation.refused import BadInput
from sanam.domain.foundation.thai.dates import PartialDate
from sanam.domain.foundation.thai.digits import to_arabic
from sanam.interfaces.files.f43.dates import read_day, read_stamp
from sanam.interfaces.files.f43.identity import read_hospital
from sanam.interfaces.files.f43.problems import Problem
from sanam.interfaces.files.f43.tables import SourceLine

LONGEST_TEXT = 100
# Nearly every number is one of these; the careful reader is 20 times slower.
_PLAIN_PHONE = re.compile(r"0[689]\d{8}|00000\d{5}", re.ASCII)
_BETWEEN_PHONES = re.compile(r"[,;/]|หรือ|และ")
_NOTHING = frozenset({"-", "--", ".", "0", "ไม่มี", "ไม่ทราบ", "ไม่ระบุ", "ไม่มีนามสกุล", "NULL", "null", "\\N"})


class Reading:
    """One line being read. `problems` grows with what is noted."""

    __slots__ = ("file", "get", "left_out", "line", "problems", "today")

    def __init__(self, line: SourceLine, today: date | None) -> None:
        """`today` says which dates have not come yet; the clock's when not given."""
        self.file, self.line, self.get = line.file, line.line, line.values.get
        self.problems = [line.problem] if line.problem else []
        self.left_out = line.problem is not None and line.problem.row_left_out
        self.today = today or clock.today()

    def note(self, column: str, code: str) -> None:
        """Keep in mind that `column` was odd."""
        self.problems.append(Problem(self.file, self.line, column, code))

    def whose(self, column: str = "PID", width: int = 15) -> tuple[str, str]:
        """The hospital, and its own number for what the row is about; both "" when the row is to be left out."""
        if self.left_out:
            return "", ""
        hospcode, own = self.hospcode(), self.key(column, width)
        return (hospcode, own) if hospcode and own else ("", "")

    def hospcode(self) -> str:
        """The hospital's code; "" (noted) when the row cannot be anybody's."""
        written = self.get("HOSPCODE", "")
        code = read_hospital(written)
        if not code:
            self.note("HOSPCODE", "bad_key" if written else "missing_key")
        return code

    def key(self, column: str, width: int) -> str:
        """Part of what identifies the row, exactly as written; "" (noted) when it cannot be one."""
        value = self.get(column, "")
        if not value or len(value) > width:
            self.note(column, "bad_key" if value else "missing_key")
            return ""
        return value

    def text(self, column: str, *, required: bool = False) -> str:
        """Tidy text; a stand-in for nothing ("-", "ไม่มี") is nothing."""
        written = self.get(column)
        if not written:
            if required and written is not None:
                self.note(column, "missing_value")
            return ""
        if written in _NOTHING:
            return ""
        text = tidy(written)
        if len(text) > LONGEST_TEXT:
            self.note(column, "too_long")
            text = text[:LONGEST_TEXT].rstrip()
        return text

    def code(self, column: str, words: Mapping[str, str], *, required: bool = False) -> str:
        """The word for a code; "" (noted) for one that is not in the list."""
        written = self.get(column)
        if required and written == "":
            self.note(column, "missing_value")
        word = words.get(written or "")
        if word is None:
            word = words.get(to_arabic(written or "").lstrip("0"))
        if word is None:
            self.note(column, "bad_code")
            return ""
        return word

    def needed_code(self, column: str, words: Mapping[str, str], otherwise: str) -> str:
        """The word for a code without which the row is of no use; "" (noted as `otherwise`) when there is none."""
        written = self.get(column)
        word = words.get(written or "") or words.get(to_arabic(written or "").lstrip("0"), "")
        if not word and written is not None:
            self.note(column, otherwise)
        return word

    def digits(self, column: str, width: int, *, required: bool = False) -> str:
        """A code we keep as it is, with the zeros a spreadsheet may have eaten put back."""
        written = self.get(column)
        if not written:
            if required and written is not None:
                self.note(column, "missing_value")
            return ""
        if len(written) > width or not (written.isascii() and written.isdigit()):
            if written not in _NOTHING:
                self.note(column, "bad_code")
            return ""
        return written.zfill(width)

    def day(self, column: str, *, birth: bool = False, required: bool = False) -> PartialDate | None:
        """A date as far as it is known."""
        written = self.get(column)
        if not written:
            if required and written is not None:
                self.note(column, "missing_value")
            return None
        day, code = read_day(written, self.today, birth=birth)
        if code:
            self.note(column, code)
        elif required and day is None:
            self.note(column, "missing_value")
        return day

    def end_day(self, column: str) -> PartialDate | None:
        """The last day of something: one still to come is what an end is for."""
        written = self.get(column)
        if not written:
            return None
        day, code = read_day(written, date.max)
        if code:
            self.note(column, code)
        return day

    def stamp(self) -> str:
        """D_UPDATE: it orders the rows of one person in one hospital, and proves nothing."""
        written = self.get("D_UPDATE")
        if not written:
            if written is not None:
                self.note("D_UPDATE", "missing_value")
            return ""
        stamp, code = read_stamp(written, self.today)
        if code:
            self.note("D_UPDATE", code)
        return stamp

    def phones(self, *columns: str) -> tuple[str, ...]:
        """The numbers in these columns, each once; several may stand in one cell."""
        found: dict[str, None] = {}
        for column in columns:
            written = self.get(column)
            if not written:
                continue
            if _PLAIN_PHONE.fullmatch(written):
                if written.strip("0"):
                    found[written] = None
                continue
            for part in _BETWEEN_PHONES.split(written):
                if part.strip(" 0.-"):
                    self._phone(column, part, found)
        return tuple(found)

    def _phone(self, column: str, part: str, found: dict[str, None]) -> None:
        try:
            found[read_phone(part)] = None
        except BadInput:
            self.note(column, "phone")


def tidy(text: str) -> str:
    """One way of writing the same text: single spaces, NFC, สระแอ and สระอำ as one letter each."""
    if text.isascii():
        return " ".join(text.split()) if "  " in text else text
    text = unicodedata.normalize("NFC", text.replace("เเ", "แ").replace("ํา", "ำ").replace("\u200b", ""))
    return " ".join(text.split()) if not text.isalpha() else text
