"""Source rows: what each hospital's file says of a person now, and which of it is news."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.db.models import QuerySet

from sanam.domain.registry.incoming import IncomingPerson
from sanam.domain.registry.intake import footprints, winners
from sanam.domain.registry.intake.writing import insert
from sanam.domain.registry.models import Batch, Person, SourceRow
from sanam.domain.registry.words import BatchState

FILE = "PERSON"
KEY = ("hospital", "key")
Key = tuple[str, str]
"""(hospital, pid)"""


def current(rows: Sequence[IncomingPerson]) -> dict[Key, SourceRow]:
    """What these hospitals said before of these people, without the sealed rows themselves."""
    found = SourceRow.objects.filter(
        file=FILE, current=True, hospital__in={one.hospital for one in rows}, key__in=[one.pid for one in rows]
    )
    known = {(row.hospital, row.key): row for row in found.defer("sealed")}
    return _silent([one for one in rows if (one.hospital, one.pid) not in known]) | known


def _silent(rows: Sequence[IncomingPerson]) -> dict[Key, SourceRow]:
    """Whom rows of files taken back since meant: people whom somebody has taken care of stay known by them."""
    found = SourceRow.objects.filter(
        file=FILE,
        current=False,
        hospital__in={one.hospital for one in rows},
        key__in=[one.pid for one in rows],
        batch__state=BatchState.UNDONE,
        person__isnull=False,
    )
    return {(row.hospital, row.key): row for row in found.order_by("id").defer("sealed")} if rows else {}


def people_of(keys: Collection[Key]) -> dict[Key, Person]:
    """The people whom hospitals know by these numbers of theirs."""
    rows = _known_by(keys).select_related("person__household").defer("sealed")
    return {(row.hospital, row.key): row.person for row in rows if row.person}


def ids_of_people(keys: Collection[Key]) -> dict[Key, Any]:
    """Only the ids of the people whom hospitals know by these numbers of theirs."""
    return {(hospital, key): person for hospital, key, person in _known_by(keys).values_list(*KEY, "person")}


def _known_by(keys: Collection[Key]) -> QuerySet[SourceRow]:
    return SourceRow.objects.filter(
        file=FILE,
        current=True,
        hospital__in={hospital for hospital, _ in keys},
        key__in=[pid for _, pid in keys],
        person__isnull=False,
    )


def others(people: Collection[Any], speaking: Collection[Key]) -> dict[Any, list[winners.Said]]:
    """What the current rows of these people say, by person, apart from those that are speaking anew."""
    found: dict[Any, list[winners.Said]] = defaultdict(list)
    for row in SourceRow.objects.filter(file=FILE, current=True, person__in=people).order_by("id"):
        if (row.hospital, row.key) not in speaking:
            found[row.person_id].append(winners.unseal(row))
    return found


def newest_of_each(rows: Iterable[IncomingPerson]) -> list[IncomingPerson]:
    """One row a hospital and person: the one stamped last, the later line where stamps are equal.

    What it leaves blank an older row of the same person in the same file fills in.
    """
    newest: dict[Key, IncomingPerson] = {}
    for one in rows:
        known = newest.get((one.hospital, one.pid))
        if known is None:
            newest[one.hospital, one.pid] = one
        else:
            late, early = (one, known) if one.stamped_at >= known.stamped_at else (known, one)
            newest[one.hospital, one.pid] = _filled(late, early)
    return list(newest.values())


def _filled(late: IncomingPerson, early: IncomingPerson) -> IncomingPerson:
    return replace(
        late,
        number=late.number or early.number,
        house_number=late.house_number or early.house_number,
        said={name: late.said.get(name) or value for name, value in early.said.items()},
    )


def apart(
    batch: Batch, rows: Iterable[IncomingPerson], before: Mapping[Key, SourceRow]
) -> tuple[list[IncomingPerson], list[Any]]:
    """The rows that say something new, and the people of those heard before or older than what was heard.

    A newer row that says the same keeps its word by its newer stamp: an export from between does not undo it.
    """
    fresh, people = [], []
    restamped: list[tuple[SourceRow, str]] = []
    for one in rows:
        known = before.get((one.hospital, one.pid))
        same = known is not None and known.current and known.digest == digest_of(one)
        if (
            known is None
            or known.person_id is None
            or not (same or (known.current and one.stamped_at < known.stamped_at))
        ):
            fresh.append(one)
            continue
        people.append(known.person_id)
        if same and one.stamped_at > known.stamped_at:
            restamped.append((known, known.stamped_at))
            known.stamped_at = one.stamped_at
    SourceRow.objects.bulk_update((known for known, _ in restamped), ["stamped_at"], batch_size=500)
    footprints.stamped_anew(batch, restamped)
    return fresh, people


def digest_of(one: IncomingPerson) -> str:
    """Whether a row says what it said before; the export's own stamp does not count."""
    raw = {name: value for name, value in one.raw.items() if name != "D_UPDATE"} or dict(one.said)
    return hashlib.sha256(json.dumps(raw, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def keep(batch: Batch, spoken: Sequence[tuple[IncomingPerson, Person]], replaced: Collection[int]) -> None:
    """Store what was said, and let it stand in the place of what was said before."""
    SourceRow.objects.filter(pk__in=replaced).update(current=False)
    insert(
        SourceRow(
            batch=batch,
            file=FILE,
            line=one.line,
            hospital=one.hospital,
            key=one.pid,
            person=person,
            residency=one.said.get("residency", ""),
            stamped_at=one.stamped_at,
            digest=digest_of(one),
            sealed=winners.seal(one),
        )
        for one, person in spoken
    )
