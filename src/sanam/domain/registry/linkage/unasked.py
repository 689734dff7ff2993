"""The one rule by which two records are joined without asking anybody."""

from __future__ import annotations

from dataclasses import dataclass

from sanam.domain.foundation.thai.dates import PartialDate
from sanam.domain.foundation.thai.text import search_key
from sanam.domain.registry.linkage.sounds import heard

_LOOK_ALIKE = ("ดคต", "ถภก", "ผพฝฟ", "ชซข", "บป", "ฎฏ", "ณญ", "ลส", "ทฑห", "ธร", "ิีึื", "ุู")


@dataclass(frozen=True, slots=True)
class Said:
    """What a record says of somebody: names as written, sex, birth at its own precision (ISO); blank where silent."""

    given: str = ""
    family: str = ""
    sex: str = ""
    birth: str = ""


def fits(one: Said, other: Said) -> bool:
    """Whether two records with the same valid number may be one person unasked: nothing in them contradicts."""
    if one.sex and other.sex and one.sex != other.sex:
        return False
    return births_agree(one.birth, other.birth) and _names_agree(one, other)


def births_agree(written: str, also_written: str) -> bool:
    """Whether both may be the same day: neither says what the other denies."""
    if not (written and also_written):
        return True
    one, other = PartialDate.from_iso(written), PartialDate.from_iso(also_written)
    return one.earliest() <= other.latest() and other.earliest() <= one.latest()


def _names_agree(one: Said, other: Said) -> bool:
    given = _slips(search_key(one.given), search_key(other.given))
    family = _slips(search_key(one.family), search_key(other.family))
    # a woman may have taken another family name since; a slip of one letter is a slip
    renamed = one.sex == "female" and given == 0
    return given + family <= 1 or renamed


def _slips(one: str, other: str) -> int:
    """0 for equal, 1 for one letter added, dropped, swapped with its neighbour or taken for another, 2 for more."""
    if one == other:
        return 0
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1:
        return 2
    start = next((i for i, letter in enumerate(short) if letter != long[i]), len(short))
    rest, other_rest = short[start:], long[start:]
    if len(short) != len(long):
        return 1 if rest == other_rest[1:] else 2
    swapped = rest[:2] == other_rest[:2][::-1] and rest[2:] == other_rest[2:]
    mistaken = rest[1:] == other_rest[1:] and _mistaken(rest[0], other_rest[0])
    return 1 if swapped or mistaken else 2


def _mistaken(letter: str, other: str) -> bool:
    """Whether a hand takes one letter for the other: they sound or look alike. สมชาย and สมชัย may be twins."""
    return heard(letter) == heard(other) or any(letter in alike and other in alike for alike in _LOOK_ALIKE)
