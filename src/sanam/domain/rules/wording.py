"""What changed between two texts, in words people can read aloud: the same, added, cut.

Thai has no spaces between words, and a dictionary would be a megabyte for one page, so texts are compared letter group
by letter group and what changed is widened until it reads as whole pieces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from sanam.domain.foundation.word import Word

_LETTERS = re.compile(
    r"[เ-ไ]?[ก-ฮ][ะ-ฺ็-๎]*(?:[ก-ฮ]์)?"  # a consonant with its vowels and marks: what a finger would cover
    r"|[A-Za-z]+|[0-9๐-๙]+(?:[.,][0-9๐-๙]+)*|\s+|."
)
_ISLAND = 4
"""So few groups the same between two changes are read as part of the change."""


class Change(Word):
    """What became of a piece of text."""

    SAME = "same", "เหมือนเดิม", "the same"
    ADDED = "added", "เพิ่ม", "added"
    CUT = "cut", "ตัด", "cut"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, and what became of it."""

    change: Change
    text: str


def compared(before: str, after: str) -> list[Piece]:
    """The pieces in reading order; all that is not added, joined, is `before`, and all that is not cut is `after`."""
    old, new = _LETTERS.findall(before), _LETTERS.findall(after)
    pieces = []
    for same, was, now in _stretches(old, new):
        if same:
            pieces.append(Piece(Change.SAME, was))
        else:
            pieces += [Piece(Change.CUT, was)] if was else []
            pieces += [Piece(Change.ADDED, now)] if now else []
    return pieces


def _stretches(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[bool, str, str]]:
    """(is it the same, the old text, the new text), neighbouring changes and small islands between them joined."""
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    was, now = "", ""
    for at, (tag, i1, i2, j1, j2) in enumerate(codes):
        island = 0 < at < len(codes) - 1 and i2 - i1 < _ISLAND and not any(one.isspace() for one in old[i1:i2])
        if tag == "equal" and not island:
            if was or now:
                yield False, was, now
            was, now = "", ""
            yield True, "".join(old[i1:i2]), ""
        else:
            was, now = was + "".join(old[i1:i2]), now + "".join(new[j1:j2])
    if was or now:
        yield False, was, now
