"""The registry's people as columns to compare: names as heard, births at their own precision, the keyed hash of a number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sanam.domain.foundation.thai.text import search_key
from sanam.domain.registry.linkage.sounds import bones, heard
from sanam.domain.registry.words import NO_NAME

COLUMNS = (
    *("unique_id", "given", "family", "given_heard", "family_heard", "given_bones", "names"),
    *("birth", "birth_year", "sex", "household", "village", "number"),
)


def columns(records: Iterable[dict[str, str]]) -> dict[str, list[Any]]:
    """Records {id, given, family, sex, birth, household, village, number} as columns; what is blank becomes None."""
    rows = sorted((tuple(_row(**record)) for record in records), key=lambda row: row[0])
    return {name: list(column) for name, column in zip(COLUMNS, zip(*rows, strict=True), strict=True)} if rows else {
        name: [] for name in COLUMNS
    }


def _row(
    *, id: str, given: str, family: str, sex: str, birth: str, household: str, village: str, number: str
) -> Iterator[Any]:
    given = "" if given == NO_NAME else given
    # people without a name for their family have only one name, which is normal and says nothing
    names = "|".join(sorted((bones(given), bones(family)))) if given and family else ""
    yield id
    for value in (search_key(given), search_key(family), heard(given), heard(family), bones(given), names):
        yield value or None
    yield birth if is_a_day(birth) else None
    yield int(birth[:4]) if birth else None
    for value in (sex, household, village, number):
        yield value or None


def is_a_day(birth: str) -> bool:
    """Whether a birth is known to the day: 1 January is how a year alone is often written."""
    return len(birth) == 10 and not birth.endswith("-01-01")
