"""Records as columns to compare: names as heard, births at their own precision, the keyed hash of a number."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sanam.domain.foundation.thai.text import search_key
from sanam.domain.registry.linkage.sounds import bones, heard
from sanam.domain.registry.words import NO_NAME

Record = tuple[str, str, str, str, str, str, str, str]
"""(id, given, family, sex, birth, household, village, number), each blank where not known; `birth` is ISO, partial."""
Column = Sequence[Any]


def columns(records: Iterable[Record]) -> dict[str, Column]:
    """Records as columns, made a column at a time, for a register is long; what is blank becomes None."""
    ids, given, family, sex, birth, household, village, number = tuple(zip(*records, strict=True)) or ((),) * 8
    given_bones, family_bones = _each(bones, given), _each(bones, family)
    return {
        "unique_id": ids,
        "given": _each(search_key, given),
        "family": _each(search_key, family),
        "given_heard": _each(heard, given),
        "family_heard": _each(heard, family),
        "given_bones": given_bones,
        "names": list(map(_both, given_bones, family_bones)),
        "birth": _each(_day, birth),
        "birth_year": _each(_year, birth),
        "sex": _each(str, sex),
        "household": _each(str, household),
        "village": _each(str, village),
        "number": [one or None for one in number],
    }


def _each(make: Callable[[str], Any], values: Sequence[str]) -> list[Any]:
    """What is made of each value, made once for those that are equal."""
    made = {value: make(value) or None for value in set(values) - {NO_NAME}}
    return [made.get(value) for value in values]


def _both(given: str | None, family: str | None) -> str | None:
    """Both names in one order, so that names that changed places meet; one name alone is normal, and says nothing."""
    return "|".join(sorted((given, family))) if given and family else None


def _day(birth: str) -> str:
    """A birth known to the day: 1 January is how a year alone is often written."""
    return birth if len(birth) == 10 and not birth.endswith("-01-01") else ""


def _year(birth: str) -> int:
    return int(birth[:4]) if birth else 0
