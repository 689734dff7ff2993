"""Deed: a party writes down what it brings, heading by heading. Two who write at once do not write over each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from sanam.domain.dialogue import phones
from sanam.domain.dialogue.models import Exchange, Line, Position, Ticket
from sanam.domain.dialogue.permissions import check_among, hosts
from sanam.domain.dialogue.policies import check_stage, one_idea
from sanam.domain.dialogue.words import Heading, RoomStage
from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput, NotAllowed, Refused
from sanam.domain.foundation.thai.text import one_line
from sanam.domain.journal import operations as journal
from sanam.domain.teams import queries as teams
from sanam.domain.teams.models import Leg, Organisation

MOST_LINES = 6
"""Lines under one heading: a card to be read standing."""
Lines = Mapping[Heading, Sequence[str]]


@transaction.atomic
def bring(
    *,
    by: Actor,
    exchange: Exchange,
    name: str,
    leg: Leg,
    lines: Lines,
    version: int = 0,
    ticket: Ticket | None = None,
) -> Position:
    """Write what a party brings, `lines` by heading; `version` is the one that was read, 0 for a party not yet there.

    A seat writes for its own organisation, a host for any, a phone for the party it wrote in. Raises Refused (409)
    when somebody wrote meanwhile. Lines that stay keep their cards.
    """
    organisation = _allowed(by, exchange, name, ticket)
    room = Exchange.objects.select_for_update().get(pk=exchange.pk)
    check_stage(room, RoomStage.PREPARING, RoomStage.VOTING)
    said, party = _read(lines), _named(name)
    _check_leg(room, leg)
    found = Position.objects.filter(exchange=room, name=party).first()
    _check_turn(by, room, found, version, ticket)
    told = {"leg": leg, "by_ref": "" if ticket else by.ref, "at": clock.now(), "version": version + 1}
    if found is None:
        more = {"organisation": organisation, "ticket": ticket}
        found = Position.objects.create(exchange=room, name=party, **told, **more)
    else:
        Position.objects.filter(pk=found.pk).update(**told)
        found.refresh_from_db()
    _write(found, said)
    told_of = {"position": found.pk, "version": found.version}
    journal.record(by=phones.unnamed(by, room), did="room.brought", to=room.ref, details=told_of)
    return found


def _allowed(by: Actor, exchange: Exchange, name: str, ticket: Ticket | None) -> Organisation | None:
    """The organisation this is written for, None for a party that is none of ours; raises NotAllowed."""
    if ticket is not None:
        phones.check_own_here(by, ticket, exchange)
        return None
    check_among(by, exchange)
    seat = teams.seat(by.ref)
    if seat is not None and seat.organisation.name_th == _named(name):
        return seat.organisation
    if not hosts(by, exchange):
        raise NotAllowed(
            "dialogue.other_party",
            "ที่นั่งนี้เขียนให้หน่วยงานของตัวเอง หน่วยงานอื่นเขียนเอง หรือคนดูแลวงเขียนให้",
            "This seat writes for its own organisation; others write for themselves, or the host does.",
        )
    return teams.organisations().filter(name_th=_named(name)).first()


def _named(name: str) -> str:
    party = one_line(name)[:200]
    if not party:
        raise BadInput("dialogue.party", "ขอชื่อหน่วยงานหรือกลุ่มด้วย", "The name of the organisation or group, please.")
    return party


def _read(lines: Lines) -> dict[Heading, list[str]]:
    said = {heading: [one_idea(text) for text in lines.get(heading, ()) if text.strip()] for heading in Heading}
    if not any(said.values()):
        raise BadInput("dialogue.nothing_brought", "ขอสักเรื่องที่เรามีหรืออยากทำ", "One thing you have or want, please.")
    if any(len(texts) > MOST_LINES for texts in said.values()):
        raise BadInput(
            "dialogue.many_lines", f"หัวข้อละไม่เกิน {MOST_LINES} บรรทัด", f"At most {MOST_LINES} lines a heading."
        )
    return {heading: list(dict.fromkeys(texts)) for heading, texts in said.items()}


def _check_leg(room: Exchange, leg: Leg) -> None:
    if leg.body_id != room.body_id or leg.to_on is not None:
        raise BadInput("dialogue.leg", "ขานี้ไม่ใช่ของวงนี้", "That leg is not this room's.")


def _check_turn(by: Actor, room: Exchange, found: Position | None, version: int, ticket: Ticket | None) -> None:
    """Whether this hand may write now over what stands."""
    if ticket is not None and found is not None and found.ticket_id != ticket.pk:
        raise NotAllowed(
            "dialogue.party_is_here",
            "มีคนเขียนในชื่อนี้แล้ว ใส่ชื่อกลุ่มให้ต่างกันนิด หรือบอกคนดูแลวง",
            "Somebody wrote under this name already; use another, or tell the host.",
        )
    if version != (found.version if found else 0):
        raise Refused(
            "dialogue.written_meanwhile",
            "มีคนเขียนเรื่องของหน่วยงานนี้ไปก่อน ดูที่เขียนไว้ แล้วรวมกัน",
            "Somebody wrote for this party meanwhile; look at it, and bring the two together.",
            details={"version": found.version if found else 0},
        )


def _write(position: Position, said: Mapping[Heading, Sequence[str]]) -> None:
    """Lines that say the same as before are kept, for a card may have been made of one."""
    kept: dict[tuple[str, str], Any] = {(one.heading, one.text): one for one in position.lines.all()}
    for heading, texts in said.items():
        for order, text in enumerate(texts):
            line = kept.pop((heading.value, text), None) or Line(position=position, heading=heading.value, text=text)
            line.order = order
            line.save()
    Line.objects.filter(pk__in=[one.pk for one in kept.values()]).delete()
