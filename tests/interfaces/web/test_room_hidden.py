"""Before a room closes nobody learns an answer, by any page, read, entry or refusal: it is the same whatever was said.

Two rooms that differ in their answers alone are held against one another, from every place somebody may stand.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db import transaction
from django.test import Client
from django.urls import get_resolver

from sanam.domain.dialogue import queries
from sanam.domain.dialogue.models import Dots, Ticket, Vote
from sanam.domain.dialogue.operations import dots
from sanam.domain.dialogue.words import Answer, RoomStage
from sanam.domain.foundation import clock
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.foundation.refused import Refused
from sanam.domain.journal.models import Details, Entry
from sanam.interfaces.web.room import guests
from tests.cast import Cast
from tests.domain.dialogue.roomful import Room, answer, voting
from tests.interfaces.web.conftest import Enter

pytestmark = pytest.mark.django_db
SEATS = ("nobody", "seatless", "stranger", "volunteer", "nurse", "secretary")
MINE = "outsider"
STAGES = (RoomStage.VOTING, RoomStage.DOTTING)


def peopled(cast: Cast, stage: RoomStage) -> Room:
    """Nine phones of three legs, one of them the one that looks."""
    room = voting(cast)
    for number, leg in enumerate(["ท้องถิ่น", "ท้องที่", "ภาคประชาชน"] * 3):
        room.enter(f"phone {number}", leg, nickname=f"ชื่อ{number}")
    room.enter(MINE)
    if stage is RoomStage.DOTTING:
        room.goals(room.cards[0], room.cards[1])
    return room


def others() -> list[Ticket]:
    return list(Ticket.objects.exclude(nickname="").order_by("nickname"))


def speak(room: Room, stage: RoomStage, turn: int) -> None:
    """Everybody but the one who looks answers everything, or places all dots: one way, or quite another."""
    for at, ticket in enumerate(others()):
        if stage is RoomStage.VOTING:
            for card in room.cards:
                answer(ticket, card, list(Answer)[(at + card.number + turn) % 3])
        else:
            placed = {room.cards[turn]: 7 + at % 3, room.cards[1 - turn]: 1}
            dots.place(by=queries.of_ticket(ticket), ticket=ticket, dots=placed)


class _Back(Exception):
    """Undoes what was said between two looks."""


def told(room: Room, stage: RoomStage, look: Any) -> list[Any]:
    """What a look finds when they said one thing, and when they said the other."""
    found = []
    with clock.at(clock.now()):
        for turn in (0, 1):
            try:
                with transaction.atomic():
                    speak(room, stage, turn)
                    assert len({*Vote.objects.values_list("value"), *Dots.objects.values_list("count")}) > 1
                    found.append(look())
                    raise _Back
            except _Back:
                pass
    return found


def addresses(room: Room) -> Iterator[str]:
    """Every page under a room, by the URL conf, also those that come later; the cards one by one."""
    for name, ((pattern, _parts),) in _routes():
        if pattern.startswith(("room/", "gatherings/rooms/")):
            known = {"code": room.door.code, "key": room.door.code, "exchange_id": room.exchange.pk}
            known |= {"room_id": room.exchange.pk, "step": "close", "deed": "set-aside"}
            keys = re.findall(r"%\((\w+)\)s", pattern)
            some = {key: known.get(key, room.cards[0].pk) for key in keys}
            yield "/" + pattern % some
            assert name
    yield from (f"/room/{room.door.code}/vote/?card={card.pk}" for card in room.cards)
    yield from ("/", "/gatherings/", "/notices/")


def _routes() -> Iterator[tuple[str, Any]]:
    found = get_resolver("sanam.interfaces.web.urls").reverse_dict
    for name in sorted(one for one in found if isinstance(one, str)):
        yield name, found.getlist(name)[0][0][:1]


def page(client: Client, address: str) -> tuple[Any, ...]:
    client.cookies.pop("messages", None)  # what the page before said is no part of this one
    got = client.get(address)
    body = b"".join(got) if got.streaming else got.content
    kept = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", body.decode(errors="replace"))
    return got.status_code, got.headers.get("Location", ""), kept


@pytest.mark.parametrize("stage", STAGES)
def test_no_page_tells_how_others_answer(enter: Enter, field: Cast, stage: RoomStage) -> None:
    room = peopled(field, stage)
    clients = {name: enter(name) for name in SEATS}
    phone = Client()
    phone.cookies[guests.mark_of(room.exchange)] = MINE
    clients["another phone"] = phone
    looks = [(who, address) for who in clients for address in addresses(room)]
    first, second = told(room, stage, lambda: {look: page(clients[look[0]], look[1]) for look in looks})
    assert [look for look in looks if first[look] != second[look]] == []
    opened = [address for (who, address), got in first.items() if who == "another phone" and got[0] == 200]
    assert any(stage.value[:3] in address for address in opened)  # it was inside


@pytest.mark.parametrize("stage", STAGES)
def test_no_read_tells_how_others_answer(field: Cast, stage: RoomStage) -> None:
    room = peopled(field, stage)
    mine, theirs = queries.ticket_of(room.exchange, MINE), others()[0]
    assert mine is not None
    actors = [field.secretary, field.volunteer, field.stranger, queries.of_ticket(mine), queries.of_door(room.door)]

    goal = str(room.exchange.common_goals.values_list("pk", flat=True).first() or room.exchange.pk)

    def asked(name: str, actor: Any, ticket: Ticket) -> str:
        deed = getattr(queries, name)
        known = {"actor": actor, "by": actor, "exchange": room.exchange, "room": room.exchange, "ticket": ticket}
        known |= {"code": room.door.code, "key": room.door.code, "door": room.door, "device": MINE}
        known |= {"exchange_id": str(room.exchange.pk), "statements": room.cards, "statement": room.cards[0]}
        known |= {"name": "ชมรม", "statement_id": room.cards[0].pk, "body": room.exchange.body}
        known |= {"gathering": room.exchange.gathering, "rooms": [room.exchange], "typed": room.door.code}
        known |= {"parties": queries.parties(room.exchange)}
        known |= {"room_id": str(room.exchange.pk), "line_id": 0, "goal_id": goal}
        wanted = inspect.signature(deed).parameters.values()
        given = {one.name: known[one.name] for one in wanted if one.name in known or one.default is one.empty}
        try:
            return plain(deed(**given))
        except Refused as refused:
            return refused.code

    names = [name for name in queries.__all__ if inspect.isfunction(getattr(queries, name))]
    assert "hand" in names
    asks = [(name, actor, ticket) for name in names for actor in actors for ticket in (mine, theirs)]
    first, second = told(room, stage, lambda: [asked(*ask) for ask in asks])
    assert [ask[0] for ask, one, other in zip(asks, first, second, strict=True) if one != other] == []


def plain(found: Any) -> str:
    """All that can be read off an answer, rows and their columns too."""
    if isinstance(found, (list, tuple)):
        return repr([plain(one) for one in found])
    if isinstance(found, dict):
        return repr({plain(key): plain(value) for key, value in found.items()})
    if hasattr(found, "_meta"):
        return repr({one.attname: getattr(found, one.attname) for one in found._meta.concrete_fields})
    if hasattr(found, "__dataclass_fields__"):
        return repr({name: plain(getattr(found, name)) for name in found.__dataclass_fields__})
    return repr(list(found)) if hasattr(found, "__iter__") and not isinstance(found, str) else repr(found)


@pytest.mark.parametrize("stage", STAGES)
def test_the_journal_and_the_other_tables_are_the_same_whatever_was_said(field: Cast, stage: RoomStage) -> None:
    room = peopled(field, stage)

    def look() -> list[Any]:
        entries = list(Entry.objects.order_by("id").values_list("actor_kind", "did", "to", "because"))
        details = list(Details.objects.order_by("entry").values_list("text", flat=True))
        tables = [one for one in apps.get_app_config("dialogue").get_models() if one not in (Vote, Dots)]
        return [entries, details, *(sorted(map(repr, one.objects.order_by("pk").values())) for one in tables)]

    first, second = told(room, stage, look)
    assert first == second


def test_the_answers_themselves_are_marked_secret() -> None:
    for model in (Vote, Dots):
        assert set(model.privacy.values()) == {Privacy.SECRET}


def test_a_refusal_says_the_same_to_whoever_answers_for_another(field: Cast) -> None:
    room = peopled(field, RoomStage.VOTING)
    theirs = others()[0]

    def look() -> list[str]:
        said = []
        for by in (field.secretary, queries.of_door(room.door)):
            try:
                queries.hand(by, theirs)
            except Refused as refused:
                said.append(str(refused) + str(refused.details))
        return said

    first, second = told(room, RoomStage.VOTING, look)
    assert first == second != []
