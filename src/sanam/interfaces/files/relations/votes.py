"""Who said what: rows of participant, statement and vote, the group of each participant, and dots where there are any.

Every column is found by its header: a vote in a wrong column would give an answer nobody could tell from a right one.
A row said twice alike counts once, and is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sanam.domain.dialogue.counting import Results, results
from sanam.domain.dialogue.counting.refusals import REFUSALS
from sanam.domain.foundation.refused import BadInput
from sanam.domain.foundation.thai.digits import to_arabic
from sanam.interfaces.files.relations.headed import headed
from sanam.interfaces.files.relations.refusals import refusal
from sanam.interfaces.files.relations.table import Table, words

PARTICIPANT = words("participant,participant id,person,voter,voter id,who,ผู้ร่วมวง,ผู้เข้าร่วม,ผู้ออกเสียง,คน")
STATEMENT = words("statement,statement id,comment,comment id,goal,item,ข้อความ,ข้อ,เรื่อง,เป้าหมาย")
VOTES = {
    "participant": PARTICIPANT,
    "statement": STATEMENT,
    "vote": words("vote,votes,answer,response,เสียง,โหวต,ออกเสียง,คำตอบ"),
}
GROUPS = {
    "participant": PARTICIPANT,
    "group": words("group,group id,leg,sector,party,กลุ่ม,ขา,ฝ่าย,ภาคส่วน"),
}
DOTS = {
    "participant": PARTICIPANT,
    "statement": STATEMENT,
    "dots": words("dots,dot,points,จุด,จำนวนจุด,คะแนน"),
}
SAID = {"1": 1, "+1": 1, "1.0": 1, "0": 0, "0.0": 0, "-1": -1, "-1.0": -1}
"""A vote as spreadsheets write it, its numerals and minus made plain."""


@dataclass(frozen=True, slots=True)
class ReadDialogue:
    """What the files say, counted, and how many rows said again what was said."""

    results: Results
    ignored: dict[str, int]


@dataclass(slots=True)
class _Reading:
    """Where reading is; rows are checked as they are read, so this is the row that a refusal speaks of."""

    file: str = ""
    line: int = 0

    def of(self, told: Table, number: str) -> Iterator[tuple[str, str, int]]:
        """Participant, statement and number, row by row."""
        self.file = told.name
        for self.line, (participant, statement, written) in told.read("participant", "statement", number):
            yield participant, statement, self._number(number, written)

    def _number(self, kind: str, written: str) -> int:
        plain = _plain(written)
        if kind == "vote" and plain in SAID:
            return SAID[plain]
        if kind == "dots" and plain.removesuffix(".0").isdecimal():
            return int(plain.removesuffix(".0"))
        raise self.refusal(f"counting.unknown_{kind}")

    def refusal(self, code: str) -> BadInput:
        """The sentence of the counting, said of a line of a file."""
        thai, english = REFUSALS[code]
        said = f"ไฟล์ {self.file} แถว {self.line}: {thai}", f"In {self.file}, line {self.line}: {english}"
        return BadInput(code, *said, details={"row": self.line})


def read(votes: Path, groups: Path, dots: Path | None) -> ReadDialogue:
    """Read and count an exchange; raises BadInput, one sentence with its line, for what cannot be meant."""
    of_groups = _groups(headed(groups, GROUPS))
    told, dotted = headed(votes, VOTES), headed(dots, DOTS) if dots else None
    reading = _Reading()
    try:
        counted = results(reading.of(told, "vote"), of_groups, reading.of(dotted, "dots") if dotted else ())
    except BadInput as refused:
        raise reading.refusal(refused.code) if refused.code in REFUSALS else refused from None
    heard = sum(tally.seen for one in counted.statements for tally in one.by_leg.values())
    return ReadDialogue(counted, {"repeated": len(told.rows) - heard})


@lru_cache(maxsize=64)
def _plain(written: str) -> str:
    """A number with Arabic numerals and the short minus; a million votes are written in a few ways only."""
    return to_arabic(written).replace("−", "-").replace("–", "-")


def _groups(told: Table) -> dict[str, str]:
    found: dict[str, str] = {}
    for line, (participant, group) in told.read("participant", "group"):
        if found.setdefault(participant, group) != group:
            raise refusal("relations.two_groups", file=told.name, line=line)
    return found
