"""Something of everything that has pages of its own, and the addresses of those pages."""

from __future__ import annotations

from datetime import timedelta

from sanam.domain.dialogue.operations import doors as room_doors
from sanam.domain.dialogue.operations import results
from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.gatherings.asked import Channel, Way
from sanam.domain.gatherings.operations import (
    attending,
    decisions,
    doors,
    drawing,
    feeds,
    inviting,
    questions,
    reviews,
)
from sanam.domain.gatherings.queries import Comer
from sanam.domain.registry.models import Person, Restriction
from sanam.domain.registry.operations import (
    holds,
    restrictions,
)
from sanam.domain.registry.rights.words import Asked
from sanam.domain.rules.operations import commitments, helping
from sanam.domain.rules.operations.commitments import Promise
from sanam.domain.rules.words import Went
from sanam.domain.teams.models import Body, Holding
from sanam.domain.teams.operations import handovers
from tests.cast import Cast
from tests.domain.dialogue import roomful
from tests.domain.dialogue.rooms import bring, opened, voting_room
from tests.domain.gatherings.asking import called, listed
from tests.domain.gatherings.conftest import over
from tests.domain.registry.rights.conftest import asked
from tests.domain.rules.agreed import adopted
from tests.domain.rules.legs import seat_the_legs
from tests.domain.rules.proposed import at_every_stage


def answering_paths(field: Cast, person: Person) -> dict[str, str]:
    """A request to erase somebody, with every page that hangs on it."""
    one = asked(field.secretary, person)
    hold = holds.place(by=field.secretary, person=person, because="คดี")
    at = f"/people/requests/{one.id}/"
    objected = asked(field.secretary, person, Asked.OBJECTION)
    restrictions.hold_back(by=field.secretary, request=objected, text="แล้ว", purposes=["statistics"])
    return {
        "requests": "/people/requests/",
        "person_requests": f"/people/{person.id}/requests/",
        "request": at,
        **{f"request_{deed}": f"{at}{deed}/" for deed in ("accept", "file", "correct", "erase")},
        "request_deed": f"{at}refuse/",
        "lift_restriction": f"/people/restrictions/{Restriction.objects.get().pk}/lift/",
        "lift_hold": f"/people/holds/{hold.pk}/lift/",
        "erased": "/people/erased/",
        "lift_tombstone": f"/people/erased/{one.id}/lift/",
    }


def seat_paths(field: Cast) -> dict[str, str]:
    """The secretary's own seat, the nurse's on its way to somebody who sits nowhere yet."""
    seat, nurse = field.seats["secretary"], field.seats["nurse"]
    Holding.objects.filter(seat=nurse).update(from_on=clock.today() - timedelta(days=365))
    later = clock.today() + timedelta(days=30)
    one = handovers.begin(by=INSTALLATION, seat=nurse, taker=field.members["seatless"], from_on=later)
    at = f"/team/seats/{seat.id}/"
    parts = {"seat": "", "sit": "sit/", "seat_mandate": "mandate/", "seat_needs": "needs/", "seat_term": "term/"}
    parts |= {"close_seat": "close/", "begin_handover": "handover/"}
    return {
        **{name: at + part for name, part in parts.items()},
        "relieve": f"/team/holdings/{Holding.objects.get(seat=seat).pk}/end/",
        "open_seat": f"/team/bodies/{seat.body_id}/open/",
        "handover": f"/team/handovers/{one.id}/",
        "talk_over": f"/team/handovers/{one.id}/talk/",
        "call_off_handover": f"/team/handovers/{one.id}/call-off/",
    }


def calling_paths(field: Cast) -> dict[str, str]:
    """A gathering with somebody asked, a draw that waits, an open door, and a calendar."""
    gathering, (one, other, *_rest) = called(field, clock.now()), listed(field)
    asked = {"way": Way.NAMED, "channel": Channel.PHONE}
    (first,) = inviting.invite(by=field.nurse, gathering=gathering, eligible=[one], **asked)
    frozen = drawing.freeze(by=field.nurse, gathering=gathering, wanted={"4": 1}, announced="รางวัลที่หนึ่ง")
    door = doors.open_door(by=field.nurse, gathering=gathering)
    came = attending.sign_in_for(by=field.nurse, gathering=gathering, comer=Comer("คนมา เอง", None))
    at, list_at = f"/gatherings/{gathering.pk}/", "/gatherings/eligible/"
    return {
        "new_gathering": "/gatherings/new/",
        "change_gathering": f"{at}change/",
        "call_off": f"{at}call-off/",
        "eligible": list_at,
        "add_eligible": f"{list_at}add/",
        "listed": f"{list_at}whose/",
        "invitations_file": f"{at}invitations/file/",
        "attendance_file": f"{at}attendance/file/",
        "told_eligible": f"{list_at}{one.pk}/told/",
        "take_off_eligible": f"{list_at}{other.pk}/off/",
        "invitations": f"{at}invitations/",
        "call_sheet": f"{at}invitations/calls/",
        "invite": f"{at}invitations/add/",
        "freeze_draw": f"{at}invitations/draw/",
        "draw": f"/gatherings/draws/{frozen.pk}/",
        "draw_file": f"/gatherings/draws/{frozen.pk}/list/",
        "answer_invitation": f"/gatherings/invitations/{first.pk}/answer/",
        "door": f"{at}door/",
        "attendance": f"{at}attendance/",
        "sign_in_for": f"{at}attendance/sign/",
        "count_heads": f"{at}attendance/count/",
        "sign_sheet": f"{at}attendance/sheet/",
        "sign_in_invited": f"/gatherings/invitations/{first.pk}/here/",
        "strike_attendance": f"/gatherings/attendance/{came.pk}/strike/",
        "enter_code": "/in/",
        "enter": f"/in/{door.code}/",
        "own_calendar": "/gatherings/calendar/",
        "gathering_calendar": f"{at}calendar.ics",
        "feed": f"/calendar/{feeds.make(by=field.secretary)}.ics",
    }


def host_paths(field: Cast) -> dict[str, str]:
    """A room that people tell each other in, and one that is closed."""
    room = opened(field)
    told = bring(room)
    card = room.statements.order_by("number").first()
    done = voting_room(field)
    door = room_doors.open_door(by=field.secretary, exchange=done)
    results.close(by=field.secretary, exchange=done)
    at = f"/gatherings/rooms/{room.pk}/"
    parts = {
        "host_room": "",
        "room_step": "step/end/",
        "room_door": "door/",
        "write_card": "cards/",
        "room_wall": "wall/",
    }
    return {
        "rooms": "/gatherings/rooms/",
        "new_room": "/gatherings/rooms/new/",
        **{name: at + part for name, part in parts.items()},
        "card_from_line": f"{at}lines/{told.pk}/",
        "card_deed": f"/gatherings/rooms/cards/{card.pk if card else 0}/set-aside/",
        "room_outcome": f"/gatherings/rooms/{done.pk}/result/",
        "room_carry": f"/gatherings/rooms/{done.pk}/carry/",
        "room_file": f"/gatherings/rooms/{done.pk}/file/",
        "room_result": f"/room/{door.code}/result/",
    }


def agreed_paths(field: Cast) -> dict[str, str]:
    """A rule of the board with a word of the nurse's on it, and a friend asked to go."""
    seat_the_legs(field)
    version = adopted(Body.objects.get(pk=field.seats["nurse"].body_id), ("เยี่ยมเดือนละครั้ง", {"freshness.carer": 4}))
    promise = Promise("ไปเยี่ยม", clock.today() + timedelta(days=90), "มีบันทึก")
    word = commitments.sign(by=field.nurse, clause=version.clauses.get(), promise=promise)
    commitments.practise(by=field.nurse, commitment=word, went=Went.NOT_YET, help_wanted=True)
    step = helping.befriend(by=field.secretary, commitment=word, friend=field.seats["elder"])
    at = f"/rules/commitments/{word.pk}/"
    return {
        "rules": "/rules/",
        "rule": f"/rules/{version.rule_id}/",
        "rule_deed": f"/rules/{version.rule_id}/retire/",
        "rule_version": f"/rules/versions/{version.pk}/",
        "sign_clause": f"/rules/clauses/{version.clauses.get().pk}/sign/",
        "commitment": at,
        "practise": f"{at}practise/",
        "commitment_deed": f"{at}end/",
        "step_deed": f"/rules/steps/{step.pk}/appeal/",
    }


def proposed_paths(field: Cast) -> dict[str, str]:
    """Proposals at every stage, with every page that hangs on them; the board's legs are seated already."""
    ids = at_every_stage(field)
    at, one = f"/rules/proposals/{ids['proposal']}/", f"/rules/rounds/{ids['round']}/"
    return {
        "new_proposal": "/rules/proposals/new/",
        "proposal": at,
        "change_proposal": f"{at}change/",
        "withdraw_proposal": f"{at}withdraw/",
        "amend": f"{at}clauses/1/",
        "open_round": f"{at}rounds/open/",
        "settle_amendment": f"/rules/amendments/{ids['changing']}/reject/",
        "answer_round": f"{one}answer/",
        "assist_round": f"{one}assist/",
        "close_round": f"{one}close/",
        "decision_file": f"/rules/rounds/{ids['closed']}/file/",
        "objection": f"/rules/objections/{ids['objection']}/integrate/",
        "for_now": f"/rules/versions/{ids['for_now']}/confirm/",
        "rule_file": f"/rules/versions/{ids['for_now']}/file/",
    }


def talked_paths(field: Cast) -> dict[str, str]:
    """A gathering that was held, with every page that hangs on it."""
    held = over(field)
    asked = questions.leave_open(by=field.secretary, gathering=held, text="ใครไปรับ")
    decided = decisions.decide(by=field.secretary, gathering=held, agreed=decisions.Agreed("ซ่อมสองหลัง"))
    will = {"text": "ถามวันว่าง", "owner": field.seats["secretary"], "due_on": clock.today()}
    action = reviews.promise(by=field.secretary, gathering=held, **will)
    at = f"/gatherings/{held.id}/"
    return {
        "minutes": f"{at}minutes/",
        "move_gathering": f"{at}stage/",
        "approve_report": f"{at}approve/",
        "decide": f"{at}decide/",
        "correct_decision": f"/gatherings/decisions/{decided.pk}/",
        "take_out_decision": f"/gatherings/decisions/{decided.pk}/take-out/",
        "questions": "/gatherings/questions/",
        "question": f"/gatherings/questions/{asked.pk}/",
        "take_up_question": f"/gatherings/questions/{asked.pk}/take-up/",
        "question_deed": f"/gatherings/questions/{asked.pk}/conclude/",
        "review": f"{at}review/",
        "reflect": f"{at}review/say/",
        "promise_action": f"{at}review/promise/",
        "action": f"/gatherings/actions/{action.pk}/",
    }


def room_paths(field: Cast) -> dict[str, str]:
    """A room that is telling each other, with an open door."""
    room = roomful.opened(field)
    at, seat = f"/room/{room.door.code}/", f"/gatherings/rooms/{room.exchange.pk}/"
    parts = ("parties", "offer", "bring", "vote", "dots", "help", "own", "oneself")
    inside = {f"room_{part}": f"{at}{part}/" for part in parts}
    return {"room_code": "/room/", "room": at, "seat_brings": f"{seat}bring/", "host_helps": f"{seat}help/", **inside}
