"""Numbers that look like a register's, and can belong to nobody."""

from __future__ import annotations

from sanam.domain.foundation import national_id, phone
from sanam.sample.dice import Dice
from sanam.sample.things import Hospital

_A_PRIME = 999_999_937
_STRIDE = 618_033_963

THAI_BEFORE_2527, THAI_SINCE_2527, REGISTERED_LATE = 3, 1, 5
NO_STATUS, ENTERED, BORN_TO_ENTERED = 0, 6, 7
"""First digits: how somebody came into the civil register."""

DUMMY_IDS = ("0000000000000", "9999999999999")
"""What is typed where the number is not known."""


def invented_id(who: int, kind: int) -> str:
    """A national ID with office 98 and a fitting last digit; another `who` never has the same."""
    sequence = who * _STRIDE % _A_PRIME
    if kind:
        return national_id.nobody(sequence, kind)
    first12 = f"098{sequence:09d}"
    return f"{first12}{national_id.check_digit(first12)}"


def kind_for(dice: Dice, born: int) -> int:
    """The usual first digit for somebody born in that year (CE)."""
    if dice.chance(0.03):
        return REGISTERED_LATE
    return THAI_BEFORE_2527 if born < 1984 else THAI_SINCE_2527


def invented_phone(who: int) -> str:
    """A telephone number that nobody can dial; a large district uses some of them twice."""
    return phone.nobody(who * 61_803 % 100_000)


def number_rows(hospital: Hospital) -> None:
    """Give every house its HID and HOUSE_ID and every person their PID, in the order of the register."""
    for count, household in enumerate(hospital.households(), start=1):
        household.hid = f"{count:06d}"
        if household.in_civil_register:
            household.house_id = f"98{hospital.code[2:]}{count:06d}"
    for count, person in enumerate(hospital.people(), start=1):
        person.pid = f"{count:06d}"
