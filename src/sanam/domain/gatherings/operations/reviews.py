"""Deeds: what we learned is said, with a name or without one; what we will do is promised, and told of."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor, ActorKind, Mandate
from sanam.domain.foundation.refused import BadInput, Refused
from sanam.domain.gatherings.models import Action, Gathering, Reflection
from sanam.domain.gatherings.permissions import (
    check_can_look_after,
    check_can_take_part,
    check_is_the_installation,
    check_writes_of,
)
from sanam.domain.gatherings.policies import check_can_be_reviewed, hides, people_in_all
from sanam.domain.gatherings.queries.legs import spoken_for
from sanam.domain.gatherings.talk_words import FEWEST_TO_HIDE_AMONG, UNFINISHED, ActionState
from sanam.domain.journal import operations as journal
from sanam.domain.notices import operations as notices
from sanam.domain.teams.models import Seat

SOMEBODY = Actor(ActorKind.ROOM, "", "คนหนึ่งในวง", Mandate(), label_en="somebody in the circle")
"""Who the journal names for what was said without a name."""


@dataclass(frozen=True, slots=True)
class Learned:
    """What somebody learned; strengths come first, and any of it may be left empty."""

    strengths: str = ""
    expected: str = ""
    happened: str = ""
    why: str = ""
    next: str = ""


@transaction.atomic
def reflect(*, by: Actor, gathering: Gathering, learned: Learned, unnamed: bool = False) -> Reflection:
    """Say what one learned; a seat that says it again by name says it anew.

    Without a name only the leg is kept, and that only where enough people sit in it; the journal names nobody.
    Raises Refused where too few people have seats to hide among, BadInput for words that stand under one's own name.
    """
    check_can_take_part(by)
    gathering = _over(gathering)
    said = {name: text.strip() for name, text in asdict(learned).items()}
    if not any(said.values()):
        raise BadInput("gatherings.learned_what", "เล่าสักช่อง สั้น ๆ ก็ได้", "Say something in one of them; short is fine.")
    leg = spoken_for(gathering, by)
    if not unnamed:
        kept, _new = Reflection.objects.update_or_create(
            gathering=gathering, seat=Seat.objects.get(id=by.ref), defaults={"leg": leg, **said}
        )
        journal.record(by=by, did="gathering.reflected", to=gathering.ref)
        return kept
    _check_can_go_unnamed(by, gathering, said)
    kept = Reflection.objects.create(gathering=gathering, leg=leg if hides(leg) else None, **said)
    journal.record(by=SOMEBODY, did="gathering.reflected", to=gathering.ref)
    return kept


@transaction.atomic
def promise(*, by: Actor, gathering: Gathering, text: str, owner: Seat, due_on: date) -> Action:
    """Say what a seat will do by when; it is told, and it comes back until it is done."""
    check_writes_of(by, gathering)
    gathering = _over(gathering)
    if not text.strip():
        raise BadInput("gatherings.will_do_what", "จะทำอะไร เขียนสักหนึ่งประโยค", "Say in a sentence what will be done.")
    _check_day(due_on)
    action = Action.objects.create(gathering=gathering, text=text.strip(), owner=owner, due_on=due_on, by_ref=by.ref)
    journal.record(by=by, did="action.promised", to=action.ref, details={"due_on": due_on.isoformat()})
    _tell(by, action, "เราฝากเรื่องนี้ไว้กับคุณ", "We left this with you")
    return action


@transaction.atomic
def tell_how_far(
    *, by: Actor, action: Action, state: ActionState, note: str = "", due_on: date | None = None
) -> Action:
    """Say how far it has come; a new day may be set, and one that is let go needs a word why."""
    standing = Action.objects.select_for_update().get(pk=action.pk)
    check_can_look_after(by, standing)
    if state is ActionState.LET_GO and not note.strip():
        raise BadInput("gatherings.why_let_go", "เลิกทำเพราะอะไร บอกสักนิด", "Please say why it is let go.")
    if due_on is not None and due_on != standing.due_on:
        _check_day(due_on)
        standing.due_on, standing.reminded_at = due_on, None
    standing.state, standing.note = state, note.strip()
    standing.save()
    journal.record(by=by, did=f"action.{state.value}", to=standing.ref)
    if state not in UNFINISHED:
        notices.settle(by=by, about=standing.ref, kinds=("action",), seats=[str(standing.owner_id)])
    return standing


@transaction.atomic
def remind(*, by: Actor) -> int:
    """Tell the owners of what is due today or before, once for each day it was promised for; gives back how many."""
    check_is_the_installation(by)
    due = Action.objects.filter(state__in=UNFINISHED, due_on__lte=clock.today(), reminded_at=None)
    told = list(due.select_for_update().order_by("id"))
    for action in told:
        _tell(by, action, "ถึงวันที่เราบอกไว้ว่าจะทำ", "The day we set for this has come")
    Action.objects.filter(pk__in=[one.pk for one in told]).update(reminded_at=clock.now())
    journal.record_many(by=by, did="action.reminded", to=[one.ref for one in told])
    return len(told)


def _check_can_go_unnamed(by: Actor, gathering: Gathering, said: dict[str, str]) -> None:
    """Enough people to hide among, and no sentence that stands under one's own name already."""
    if people_in_all() < FEWEST_TO_HIDE_AMONG:
        raise Refused(
            "gatherings.too_few", "คนยังน้อย ไม่ใส่ชื่อก็เดาได้ว่าใคร", "We are too few: anyone could guess who it was."
        )
    own = Reflection.objects.filter(gathering=gathering, seat_id=by.ref).values(*said).first() or {}
    if any(text and text == own.get(name) for name, text in said.items()):
        raise BadInput(
            "gatherings.same_words",
            "ประโยคนี้เล่าไว้ในชื่อที่นั่งนี้แล้ว ถ้าไม่บอกว่าใครเล่า ขอเป็นคำอื่น",
            "These words already stand under this seat's name; without a name, please use others.",
        )


def _over(gathering: Gathering) -> Gathering:
    """The gathering as it stands now, when it can be looked back upon; raises Refused before."""
    standing = Gathering.objects.get(id=gathering.id)
    check_can_be_reviewed(standing)
    return standing


def _check_day(due_on: date) -> None:
    if due_on < clock.today():
        raise BadInput("gatherings.day_gone", "วันที่จะทำผ่านไปแล้ว เลือกวันข้างหน้า", "That day has passed; choose one ahead.")


def _tell(by: Actor, action: Action, th: str, en: str) -> None:
    notices.tell(
        by=by,
        seat=str(action.owner_id),
        kind="action",
        about=action.ref,
        th=f"{th}: {action.text[:200]}",
        en=f"{en}: {action.text[:200]}",
        path=f"/gatherings/{action.gathering_id}/review/",
    )
