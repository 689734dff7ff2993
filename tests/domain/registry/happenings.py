"""What may have happened to somebody, drawn by chance: lives that a merge and its undoing leave as they were."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st

from sanam.domain.foundation import clock
from sanam.domain.registry.merging.choosing import FIELDS
from sanam.domain.registry.models import Alias, CareCircle, Conflict, Duplicate, GroupMembership, Person
from sanam.domain.registry.operations import facts, groups, people, residences
from sanam.domain.registry.words import FactGroup, Group, How
from tests.cast import Cast, export, home, number, person, read_in

TODAY = date(2026, 11, 24)
SECOND = "99313"
ROWS = {"เอียด": ("1", 1), "พิมพ์": ("2", 2), "คล้าย": ("3", 3)}


@dataclass(frozen=True)
class Happening:
    """Something that happened to one of the field, with a number that chooses among its kinds."""

    what: str
    who: str
    n: int


def _confirmed(cast: Cast, who: Person, n: int) -> None:
    fact = list(FactGroup)[n % len(FactGroup)]
    facts.confirm(by=cast.nurse, person=who, fact=fact, on=clock.today() - timedelta(days=n), how=How.VISIT)


def _grouped(cast: Cast, who: Person, n: int) -> None:
    group, kind = [(Group.STATELESS, ""), (Group.DISABLED, "3"), (Group.DISABLED, "4"), (Group.HOMELESS, "")][n % 4]
    groups.note(by=cast.nurse, person=who, belongs=groups.Belongs(group, kind))


def _ungrouped(cast: Cast, who: Person, n: int) -> None:
    for one in GroupMembership.objects.filter(person=who, until="").order_by("pk")[:1]:
        groups.end(by=cast.nurse, membership=one, because="หายแล้ว")


def _moved(cast: Cast, who: Person, n: int) -> None:
    house, how = ("47", "12/3", "9")[n % 3], ((True, True), (False, True), (True, False))[n % 3]
    to = residences.Move("93051205", house, registered=how[0], actual=how[1])
    residences.move(by=cast.nurse, person=who, to=to, how=How.VISIT, on=clock.today())


def _corrected(cast: Cast, who: Person, n: int) -> None:
    field, value = [("nickname", f"ชื่อ{n}"), ("phone", f"00000{n:05}"), ("given", f"นาม{n}"), ("life", "dead")][n % 4]
    said = {"values": {field: value}, "version": who.version, "how": How.TOLD, "on": clock.today()}
    people.correct(by=cast.nurse, person=who, **said)


def _told_by_a_file(cast: Cast, who: Person, n: int) -> None:
    pid, sequence = ROWS[n_to_name(n)]
    row = person(PID=pid, HID="7", CID=number(sequence), NAME=who.given, LNAME=who.family, MOBILE=f"00000{n:05}")
    row |= {"HOSPCODE": SECOND, "TYPEAREA": "135"[n % 3], "D_UPDATE": f"202610{1 + n % 28:02}000000"}
    with TemporaryDirectory() as folder:
        read_in(export(Path(folder), HOME=[home(HOSPCODE=SECOND, HID="7", HOUSE="71")], PERSON=[row]))


def _disputed(cast: Cast, who: Person, n: int) -> None:
    said = {"kept": "ก", "at": clock.now(), "decision": ("", "kept", "taken")[n % 3]}
    Conflict.objects.get_or_create(person=who, field="phone", offered=f"{n % 2}", defaults=said)


def _cared_for(cast: Cast, who: Person, n: int) -> None:
    seat, ended = cast.seats[("volunteer", "nurse")[n % 2]], None if n % 3 else clock.today()
    begun = clock.today() - timedelta(days=n)
    CareCircle.objects.create(person=who, seat=seat, role="ดูแล", from_on=begun, to_on=ended)


def _doubted(cast: Cast, who: Person, n: int) -> None:
    other = Person.objects.exclude(pk=who.pk).filter(merged_into=None).order_by("pk")[n % 3]
    decided = {"decision": "different", "reason": "เห็นมา"} if n % 2 else {}
    pair = (who, other) if n % 3 else (other, who)
    said = {"basis": "asked", "at": clock.now(), **decided}
    Duplicate.objects.get_or_create(first=pair[0], second=pair[1], defaults=said)


def _called(cast: Cast, who: Person, n: int) -> None:
    said = {"source": "ทดสอบ", "at": clock.now()}
    Alias.objects.get_or_create(person=who, kind="nickname", name=f"ยาย{n % 3}", defaults=said)


def n_to_name(n: int) -> str:
    return list(ROWS)[n % len(ROWS)]


HAPPENINGS: dict[str, Callable[[Cast, Person, int], None]] = {
    "confirmed": _confirmed,
    "grouped": _grouped,
    "ungrouped": _ungrouped,
    "moved": _moved,
    "corrected": _corrected,
    "told by a file": _told_by_a_file,
    "disputed": _disputed,
    "cared for": _cared_for,
    "doubted": _doubted,
    "called": _called,
}
happenings = st.builds(
    Happening, st.sampled_from(sorted(HAPPENINGS)), st.sampled_from(sorted(ROWS)), st.integers(0, 30)
)
sides = st.fixed_dictionaries({name: st.sampled_from(["kept", "gone"]) for name in FIELDS})


def live(cast: Cast, told: list[Happening], people_of: dict[str, Person]) -> None:
    """Let all of it happen, in order, to whoever each of them is by then."""
    for one in told:
        who = Person.objects.select_related("merged_into").get(pk=people_of[one.who].pk)
        HAPPENINGS[one.what](cast, who.merged_into or who, one.n)
