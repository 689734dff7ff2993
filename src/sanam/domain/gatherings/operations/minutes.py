"""Deeds: minutes are written, by one or by several at once, and nothing anybody typed is lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import Refused
from sanam.domain.gatherings.models import Action, Gathering, Minute, OpenQuestion
from sanam.domain.gatherings.talk_words import Part
from sanam.domain.gatherings.writing import begin, sign
from sanam.domain.journal import operations as journal


@dataclass(frozen=True, slots=True)
class Line:
    """One thing written. With a `minute` it changes that one as it stood in `version`; emptied, it is taken out."""

    text: str
    part: Part = Part.POINT
    heading: str = ""
    question: OpenQuestion | None = None
    action: Action | None = None
    minute: int | None = None
    version: int = 0


@transaction.atomic
def write(*, by: Actor, gathering: Gathering, lines: Sequence[Line]) -> Gathering:
    """Write what is new and what was changed, all of it or nothing.

    Raises Refused("gatherings.changed_meanwhile") when somebody else changed one of the same lines since: its details
    hold {"minutes": [their ids]}, and nothing was written.
    """
    locked = begin(by, gathering)
    standing = {one.id: one for one in locked.minutes.all()}
    touched = [line for line in lines if _says_something_new(line, standing)]
    if apart := [line.minute for line in touched if line.minute and _changed_since(line, standing)]:
        raise _changed_meanwhile(apart)
    for line in touched:
        _keep(by, locked, line)
    if touched:
        sign(by, locked)
        journal.record(by=by, did="gathering.minuted", to=locked.ref, details={"lines": len(touched)})
    return locked


@transaction.atomic
def say_person_concerned(*, by: Actor, gathering: Gathering, was_there: bool) -> Gathering:
    """Say whether somebody the talk was about was in the room; no name is kept."""
    locked = begin(by, gathering)
    locked.person_concerned = was_there
    locked.save(update_fields=["person_concerned"])
    journal.record(by=by, did="gathering.person_concerned", to=locked.ref, details={"was_there": was_there})
    return locked


def _says_something_new(line: Line, standing: dict[int, Minute]) -> bool:
    known = standing.get(line.minute) if line.minute else None
    if known is None:
        return bool(line.text.strip())
    return line.text.strip() != known.text


def _changed_since(line: Line, standing: dict[int, Minute]) -> bool:
    known = standing.get(line.minute or 0)
    return known is None or known.version != line.version


def _keep(by: Actor, gathering: Gathering, line: Line) -> None:
    text, now = line.text.strip(), clock.now()
    if line.minute and not text:
        Minute.objects.filter(id=line.minute, gathering=gathering).delete()
    elif line.minute:
        written = {"text": text, "version": line.version + 1, "by_ref": by.ref, "written_at": now}
        Minute.objects.filter(id=line.minute, gathering=gathering).update(**written)
    else:
        Minute.objects.create(
            gathering=gathering,
            part=line.part,
            heading=line.heading[:400],
            question=line.question,
            action=line.action,
            text=text,
            by_ref=by.ref,
            written_at=now,
        )


def _changed_meanwhile(minutes: Sequence[int | None]) -> Refused:
    return Refused(
        "gatherings.changed_meanwhile",
        "มีคนเขียนข้อเดียวกันไปก่อนเมื่อครู่ ยังไม่ได้บันทึก ที่เราพิมพ์ยังอยู่ครบ",
        "Somebody else wrote in the same point just now. Nothing was saved yet, and all you typed is still here.",
        details={"minutes": list(minutes)},
    )
