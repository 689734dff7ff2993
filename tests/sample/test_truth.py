"""Everything planted is in the truth, and the truth is what the files say."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations

import pytest

from sanam.domain.foundation import national_id
from sanam.sample import duplicates, lookalikes, truth
from sanam.sample.district import invent
from sanam.sample.mistakes import ODDITIES
from sanam.sample.numbers import DUMMY_IDS
from sanam.sample.things import District, Person
from tests.sample.conftest import TODAY, Export


@pytest.fixture(scope="module")
def rows(export: Export) -> dict[tuple[str, str], dict[str, str]]:
    """PERSON rows as written, by hospital and PID; rows written anew come last and are left out."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for code in export.codes:
        for row in export.rows(code, "PERSON"):
            found.setdefault((code, row["PID"]), row)
    return found


def test_every_two_rows_about_one_human_are_a_pair_in_the_truth(district: District, export: Export) -> None:
    by_human: dict[int, list[Person]] = defaultdict(list)
    for person in district.people():
        by_human[person.who].append(person)
    really = {
        frozenset((person.hospital, person.pid) for person in two)
        for people in by_human.values()
        for two in combinations(people, 2)
    }
    told = {frozenset(tuple(row) for row in pair["rows"]) for pair in export.truth["same"]}
    assert told == really
    assert len(told) == 360


def test_every_kind_of_error_and_trap_is_there(export: Export) -> None:
    assert {pair["kind"] for pair in export.truth["same"]} == set(duplicates.KINDS)
    kinds = {lookalikes.TWINS, lookalikes.FATHER_AND_SON, lookalikes.BORROWED_ID, lookalikes.NAMESAKES}
    assert {pair["kind"] for pair in export.truth["different"]} == kinds


def test_duplicates_stand_across_hospitals_and_within_one(export: Export) -> None:
    within = sum(pair["rows"][0][0] == pair["rows"][1][0] for pair in export.truth["same"])
    assert 0.2 < within / len(export.truth["same"]) < 0.45


def test_ids_of_a_pair_compare_as_the_truth_says(export: Export, rows: dict[tuple[str, str], dict[str, str]]) -> None:
    for pair in export.truth["same"] + export.truth["different"]:
        one, other = (rows[code, pid]["CID"] for code, pid in pair["rows"])
        match pair["ids"]:
            case "equal":
                assert one == other
                assert national_id.is_valid(one)
            case "missing":
                assert other == ""
            case "dummy":
                assert other in DUMMY_IDS
            case "slipped":
                assert one != other
                assert not national_id.is_valid(other)
            case _:
                assert one != other


def test_pairs_show_the_error_they_are_named_for(export: Export, rows: dict[tuple[str, str], dict[str, str]]) -> None:
    for pair in export.truth["same"] + export.truth["different"]:
        one, other = (rows[code, pid] for code, pid in pair["rows"])
        names = [(row["NAME"], row["LNAME"]) for row in (one, other)]
        match pair["kind"]:
            case "identical":
                assert names[0] == names[1]
                assert one["BIRTH"] == other["BIRTH"]
            case "tone" | "spelling" | "renamed":
                assert names[0] != names[1]
            case "swapped_names":
                assert names[0] == names[1][::-1]
            case "january_first":
                assert other["BIRTH"] == f"{one['BIRTH'][:4]}0101"
            case "twins":
                assert one["BIRTH"] == other["BIRTH"]
                assert one["NAME"] != other["NAME"]
            case "father_and_son":
                assert names[0] == names[1]
                assert int(other["BIRTH"][:4]) - int(one["BIRTH"][:4]) > 15


def test_every_mistake_stands_at_its_line(export: Export) -> None:
    codes = {hospital["zip"]: hospital["code"] for hospital in export.truth["hospitals"]}
    files = {(m["zip"], m["file"]) for m in export.truth["mistakes"]}
    rows = {(zip_, file): export.lines(codes[zip_], file) for zip_, file in files}
    for mistake in export.truth["mistakes"]:
        lines = rows[mistake["zip"], mistake["file"]]
        header = [column.upper() for column in lines[0]]
        cell = header.index(mistake["column"])
        written = "|".join(lines[mistake["line"] - 1][cell:])
        assert written == mistake["text"] or written.startswith(f"{mistake['text']}|"), mistake


def test_every_kind_of_mistake_is_planted(export: Export) -> None:
    told = Counter((m["file"], m["column"], m["kind"]) for m in export.truth["mistakes"])
    assert {("PERSON", oddity.column, oddity.kind) for oddity in ODDITIES} <= set(told)
    others = {
        "older_row",
        "abolished_tambon",
        "out_of_range",
        "one_cell_too_many",
        "unknown_volunteer",
        "nobody",
    }
    assert others <= {kind for _, _, kind in told}


def test_years_in_the_buddhist_era_are_told_and_no_others_are_written(export: Export) -> None:
    told = {(m["zip"], m["line"]) for m in export.truth["mistakes"] if m["column"] == "BIRTH" and m["text"] > "2400"}
    found = set()
    for hospital in export.truth["hospitals"]:
        for line, row in enumerate(export.rows(hospital["code"], "PERSON"), start=2):
            if row["BIRTH"] > "2400":
                found.add((hospital["zip"], line))
    assert found == told != set()


def test_abolished_codes_are_told_and_no_others_are_written(export: Export) -> None:
    told = Counter(m["text"] for m in export.truth["mistakes"] if m["kind"] == "abolished_tambon")
    assert set(told) == {"03", "07", "14", "15"}
    written = Counter(
        row["TAMBON"]
        for code in export.codes
        for row in export.rows(code, "ADDRESS")
        if (row["CHANGWAT"], row["AMPUR"]) == ("93", "05") and row["TAMBON"] in told
    )
    assert written == told


def test_the_truth_is_the_same_each_time() -> None:
    one, again = (truth.of(invent(persons=600, seed=3, today=TODAY)) for _ in range(2))
    assert one == again


def test_a_linkage_can_have_more_pairs_in_a_small_district() -> None:
    many = invent(persons=3000, seed=2, today=TODAY, twice=0.4)
    assert sum(pair.same for pair in many.pairs) == 1200
