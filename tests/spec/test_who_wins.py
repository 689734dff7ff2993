"""Hospitals that disagree: who wins, as a drawn table. A column is a hospital's row, the last what stands then.

A row reads: what each hospital's file says of one person, as TYPEAREA · day of its export · phone ("-" says nothing),
what somebody saw to hold before ("-" nobody did), which phone stands once all were read, and whether a file's word is
listed as a conflict for a human. The order in which the files come changes nothing where nobody saw anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations
from pathlib import Path

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.registry.models import Batch, Person
from sanam.domain.registry.operations import facts, people, undo
from sanam.domain.registry.words import FIELD_NAMES, FactGroup, How
from tests.cast import HERE, Cast, export, home, number, person, read_in

pytestmark = pytest.mark.django_db

TABLE = """
+----------------------------------------------------+----------+-----------+----------+--------+----------+
| because                                            | 99312    | 99308     | seen     | stands | conflict |
+----------------------------------------------------+----------+-----------+----------+--------+----------+
| one who lives here is known best where they live   | 1 01 A   | 2 09 B    | -        | A      | no       |
| living here unregistered counts as living here     | 3 01 A   | 2 09 B    | -        | A      | no       |
| the same the other way about                       | 2 09 A   | 3 01 B    | -        | B      | no       |
| of two who both say "lives here" the newest        | 1 01 A   | 3 09 B    | -        | B      | no       |
| and the other way about                            | 1 09 A   | 1 01 B    | -        | A      | no       |
| registered only before served only                 | 2 01 A   | 4 09 B    | -        | A      | no       |
| registered only before no settled home             | 5 09 A   | 2 01 B    | -        | B      | no       |
| of two of the last rank the newest                 | 5 01 A   | 4 09 B    | -        | B      | no       |
| without a TYPEAREA one comes last                  | - 09 A   | 4 01 B    | -        | B      | no       |
| equal in rank and day: the code, whatever came     | 1 01 A   | 1 01 B    | -        | A      | no       |
| a blank never beats a value                        | 1 09 -   | 2 01 B    | -        | B      | no       |
| not even from where one lives, and newest          | 1 09 -   | 1 01 B    | -        | B      | no       |
| who says nothing at all changes nothing            | 1 09 -   | 1 01 -    | -        | -      | no       |
| what was seen in the field is never overwritten    | 1 09 A   | 1 01 A    | C        | C      | yes      |
| however newest, wherever they live                 | 1 09 A   | 3 08 B    | C        | C      | yes      |
| a file that says what was seen disputes nothing    | 1 09 C   | 2 01 -    | C        | C      | no       |
| and one that says nothing neither                  | 1 09 -   | 2 01 -    | C        | C      | no       |
+----------------------------------------------------+----------+-----------+----------+--------+----------+
"""
OTHER = "99308"
PHONES = {"A": "0000011111", "B": "0000022222", "C": "0000033333", "-": ""}


@dataclass(frozen=True)
class Line:
    because: str
    here: str
    there: str
    seen: str
    stands: str
    conflict: bool


def lines() -> list[Line]:
    drawn = [line for line in TABLE.strip().splitlines() if line.startswith("|")][1:]
    cells = ([cell.strip() for cell in line.strip("|").split("|")] for line in drawn)
    return [Line(*cell[:5], conflict=cell[5] == "yes") for cell in cells]


def row(hospital: str, pid: str, written: str) -> dict[str, str]:
    typearea, month, phone = written.split()
    said = {"TYPEAREA": typearea.strip("-"), "D_UPDATE": f"2026{month}15000000", "MOBILE": PHONES[phone]}
    return person(HOSPCODE=hospital, PID=pid, CID=number(1), HID="1", **said)


@pytest.mark.parametrize("turned", [False, True], ids=["in order", "turned"])
@pytest.mark.parametrize("line", lines(), ids=lambda line: line.because)
def test_who_wins(cast: Cast, tmp_path: Path, line: Line, turned: bool) -> None:
    files = [
        export(tmp_path, HOME=[home(HOSPCODE=hospital)], PERSON=[row(hospital, pid, written)])
        for hospital, pid, written in ((HERE, "1", line.here), (OTHER, "2", line.there))
    ]
    # somebody only served is let in once known: a third hospital knows them, and says nothing of the phone
    read_in(export(tmp_path, PERSON=[person(HOSPCODE="99316", PID="3", CID=number(1), TYPEAREA="", D_UPDATE="")]))
    if line.seen != "-":
        seen(cast, Person.objects.get(), PHONES[line.seen])
    for path in reversed(files) if turned else files:
        read_in(path)
    one = Person.objects.get()
    assert one.phone == PHONES[line.stands]
    assert one.conflicts.filter(field="phone", decision="").exists() is line.conflict


def seen(cast: Cast, one: Person, phone: str) -> None:
    """Somebody was there and wrote it down."""
    if not one.area_code:
        Person.objects.filter(pk=one.pk).update(area_code="930512")
        one.refresh_from_db()
    people.correct(
        by=cast.nurse, person=one, values={"phone": phone}, version=one.version, how=How.VISIT, on=clock.today()
    )


VALUES = st.fixed_dictionaries(
    {
        "PID": st.just("1"),
        "NAME": st.sampled_from(["เอียด", "เอียค", "พิมพ์"]),
        "LNAME": st.sampled_from(["ทองนุ่น", "ขุนแก้ว", ""]),
        "SEX": st.sampled_from(["2", ""]),
        "BIRTH": st.sampled_from(["19420302", "19430302", ""]),
        "TYPEAREA": st.sampled_from(["1", "2", "3", "4", "5", ""]),
        "DISCHARGE": st.sampled_from(["9", "1", "2", "3"]),
        "DDISCHARGE": st.sampled_from(["", "20260301"]),
        "MOBILE": st.sampled_from(["", "0000011111", "0000022222"]),
        "HID": st.sampled_from(["", "1", "2"]),
        "D_UPDATE": st.sampled_from(["20261101000000", "20261102000000"]),
    }
)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    facts_seen=st.sets(st.sampled_from(list(FactGroup)), min_size=1),
    files=st.lists(st.tuples(st.sampled_from([HERE, OTHER]), VALUES), min_size=1, max_size=3),
    taken_back=st.booleans(),
)
def test_a_fact_seen_in_the_field_is_never_overwritten_by_a_file(
    cast: Cast,
    tmp_path_factory: pytest.TempPathFactory,
    facts_seen: set[FactGroup],
    files: list[tuple[str, dict[str, str]]],
    taken_back: bool,
) -> None:
    folder = tmp_path_factory.mktemp("files")
    houses = [home(HID="1"), home(HID="2", HOUSE="12/3", VILLAGE="03")]
    houses += [one | {"HOSPCODE": OTHER} for one in houses]
    with transaction.atomic():
        read_in(export(folder, HOME=houses, PERSON=[person(PID="1", HID="1", CID=number(1))]))
        one = Person.objects.get()
        for fact in facts_seen:
            facts.confirm(by=cast.secretary, person=one, fact=fact, on=clock.today(), how=How.VISIT)
        stood = {
            name: getattr(one, name)
            for name, (_, _, fact) in FIELD_NAMES.items()
            if fact in facts_seen and hasattr(one, name)
        }
        for hospital, said in files:
            batch = read_in(export(folder, PERSON=[person(HOSPCODE=hospital, CID=number(1), **said)]))["batch"]
            if taken_back:
                undo.take_back(by=INSTALLATION, batch=Batch.objects.get(pk=batch))
        one = Person.objects.get(pk=one.pk)
        assert {name: getattr(one, name) for name in stood} == stood
        transaction.set_rollback(True)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_three_hospitals_are_settled_the_same_in_any_order(cast: Cast, tmp_path: Path, order: tuple[int, ...]) -> None:
    said = [row(HERE, "1", "2 09 A"), row(OTHER, "2", "1 01 B"), row("99316", "3", "1 05 -")]
    files = [export(tmp_path, PERSON=[one]) for one in said]
    for at in order:
        read_in(files[at])
    assert Person.objects.get().phone == PHONES["B"]
