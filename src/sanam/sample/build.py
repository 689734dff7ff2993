"""The invented district in a database: built through the same ways in that anybody uses."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION, Actor
from sanam.domain.registry import queries as registry
from sanam.domain.registry.operations import facts, households, linkage, merges, requests
from sanam.domain.registry.operations.requests import Received
from sanam.domain.registry.rights.words import Asked, Asker, Channel, IdentitySeen
from sanam.domain.registry.words import FactGroup, How
from sanam.domain.teams import queries as teams
from sanam.domain.teams.operations import bodies, members, seats
from sanam.domain.teams.words import BodyKind, HoldingKind
from sanam.interfaces.files.f43 import intake as f43
from sanam.interfaces.files.paper import intake as paper
from sanam.sample import (
    agreements,
    boards,
    changing_hands,
    f43_export,
    gatherings,
    happenings,
    mapping,
    proposals,
    receiving,
    room_results,
    rooms,
    rules_in_force,
    seeing,
    showing,
    talks,
)
from sanam.sample import teams as plans
from sanam.sample.dice import dice_for
from sanam.sample.district import invent
from sanam.sample.spreadsheets import read_spreadsheets

if TYPE_CHECKING:
    from sanam.domain.registry.models import Merge
    from sanam.domain.teams.models import Body, Member, Organisation, Seat
    from sanam.sample.team_plans import SeatPlan

Say = Callable[[str, str], None]
REPEATS = {"care_manager", "registrar", "local_government", "welfare_association"}
JOINED = 3
"""Pairs the secretary has decided on; the others are left for whoever tries the demo."""
PAPERS = Path(__file__).with_name("papers")


def build(*, persons: int, seed: int, say: Say) -> dict[str, Any]:
    """Build teams, people and gatherings; returns {"people", "sign_in": [{seat, name, username, password}]}."""
    say("ตั้งทีมและที่นั่ง", "Setting up teams and seats")
    seated = set_up_teams()
    boards.sit_together()
    say("อ่าน 43 แฟ้มของ รพ.สต. ทุกแห่ง", "Reading the 43-file exports of every hospital")
    people = read_exports(persons, seed)
    linkage.look_for_duplicates(by=INSTALLATION, accept=True, say=say)
    say("ยืนยันข้อมูลบางส่วน", "Confirming some of what is known")
    look_after(seated, seed)
    mapping.arrange(seated.actors["secretary"])
    happenings.happen(seated.actors, seed)
    say("ถามความยินยอม ตั้งวงดูแล", "Asking for consents, setting up care circles")
    agreements.agree(seated.actors, seated.seats)
    say("รวมบันทึกของคนเดียวกัน", "Joining records of one person")
    join_some(seated)
    say("จดกลุ่ม บัตร และความช่วยเหลือที่ได้รับ", "Noting groups, cards and what people received")
    receiving.live_a_year(seated.actors, seed)
    seeing.go_round(seated.actors["manager-12"], seed)
    say("จดคำขอของเจ้าของข้อมูล", "Noting what people asked about their data")
    receive_requests(seated)
    say("ตั้งวาระ ส่งมอบที่นั่ง", "Setting terms, handing a seat over")
    changing_hands.change_hands(seated.actors, seated.seats)
    say("อ่านตารางรายชื่อ และเอาคืนหนึ่งแฟ้ม", "Reading a spreadsheet, and taking one back")
    read_spreadsheets(seated.actors["manager-12"])
    say("อ่านหน้ากระดานวงคุย", "Reading the meeting pages")
    for page in sorted(PAPERS.glob("*.txt")):
        paper.read_in(by=INSTALLATION, path=page)
    say("นัดวงคุย ชวนคน และเซ็นชื่อ", "Calling gatherings, asking people, signing in")
    held = gatherings.gather(seated.actors, seated.seats, seed)
    say("คุยกันสองวง จด ตกลง และเรียนรู้", "Holding two gatherings, writing, agreeing and learning")
    talks.talk(seated.actors, seated.seats, held)
    say("เปิดห้องให้ทุกขาตอบ แล้วปิดดูผล", "Holding a room in which every leg answers, and closing it")
    room_results.hold_room(seated.actors["secretary"], held[1], seed)
    say("เปิดห้องแลกเปลี่ยน ให้โทรศัพท์เข้ามาตอบ", "Opening a room, letting phones answer")
    rooms.open_up(seated.actors, seated.seats, seed)
    say("ตกลงกติกา ลงชื่อ และทำตามมาหลายเดือน", "Agreeing on rules, signing and practising them")
    rules_in_force.agree(seated.actors, seated.seats)
    say("ตั้งกติกาด้วยกัน", "Agreeing on rules")
    proposals.propose(seated.actors, seated.seats)
    say("วาดภาพสมมติของวงคุย", "Painting invented photos of the gatherings")
    showing.show(seated.actors["secretary"], held[0], seed)
    return {"people": people, "sign_in": seated.sign_in}


class Seated:
    """The seats set up, by their key in the plan, and how to sign in as each."""

    def __init__(self) -> None:
        self.actors: dict[str, Actor] = {}
        self.seats: dict[str, Seat] = {}
        self.sign_in: list[dict[str, str]] = []


def set_up_teams() -> Seated:
    """Bodies, organisations, seats and members of the plan, each with a password of its own."""
    founded: dict[str, Body] = {}
    for body in plans.BODIES:
        founded[body.key] = bodies.found(
            by=INSTALLATION,
            kind=BodyKind(body.kind),
            name_th=body.name_th,
            name_en=body.name_en,
            area_codes=body.areas,
            parent=founded.get(body.parent),
        )
    organisations: dict[str, Organisation] = {
        one.key: bodies.admit(
            by=INSTALLATION,
            name_th=one.name_th,
            name_en=one.name_en,
            area_code=one.area,
            hospital_code=one.hospital_code,
        )
        for one in plans.ORGANISATIONS
    }
    passwords = {one.username: secrets.token_urlsafe(12) for one in plans.MEMBERS}
    enrolled = {
        one.username: members.enrol(
            by=INSTALLATION,
            name=one.name,
            username=one.username,
            password=passwords[one.username],
            phone=one.phone,
        )
        for one in plans.MEMBERS
    }
    return _seat_all(founded, organisations, enrolled, passwords)


def _seat_all(
    founded: dict[str, Body],
    organisations: dict[str, Organisation],
    enrolled: dict[str, Member],
    passwords: dict[str, str],
) -> Seated:
    seated = Seated()
    for plan in plans.SEATS:
        seated.seats[plan.key] = _set_up(plan, founded[plan.body], organisations[plan.organisation])
    for holding in plans.holdings(clock.today()):
        seat, member = seated.seats[holding.seat], enrolled[holding.username]
        kind, since, until = HoldingKind(holding.kind), holding.from_on, holding.to_on
        members.seat(by=INSTALLATION, member=member, seat=seat, kind=kind, from_on=since, to_on=until)
        if kind == HoldingKind.HOLDER:
            place = next(place for place in teams.places(member.id) if place.seat.id == seat.id)
            seated.actors[holding.seat] = place.actor(member=member.id, via="sample")
        known = {"seat": f"{seat.title_th} · {seat.organisation.name_th}", "name": member.name}
        known |= {"username": holding.username, "password": passwords[holding.username]}
        seated.sign_in.append(known)
    return seated


def _set_up(plan: SeatPlan, body: Body, organisation: Organisation) -> Seat:
    # where the title only repeats the organisation beside it, the role's own name is enough
    thai, english = ("", "") if plan.role in REPEATS else (plan.title_th, plan.title_en)
    return seats.set_up(
        by=INSTALLATION,
        body=body,
        leg=teams.leg(body, plan.leg),
        organisation=organisation,
        role=plan.role,
        areas=plan.areas,
        title_th=thai,
        title_en=english,
    )


def read_exports(persons: int, seed: int) -> int:
    """Write every hospital's export and read it in with the real importer; returns the people now known."""
    with TemporaryDirectory() as folder:
        district = invent(persons=persons, seed=seed, today=clock.today())
        reports = [f43.read_in(by=INSTALLATION, path=path) for path in f43_export.write(district, Path(folder))]
    return sum(report["people"]["new"] for report in reports)


def look_after(seated: Seated, seed: int) -> None:
    """Volunteers get the households around them, and some facts were seen to hold, some long ago."""
    manager = seated.actors["manager-12"]
    dice = dice_for(seed, "confirmations")
    volunteers = [key for key in seated.seats if key.startswith("volunteer")]
    for key in volunteers:
        actor = seated.actors[key]
        giver = manager if manager.mandate.covers(actor.mandate.areas[0]) else seated.actors["secretary"]
        houses = registry.households(giver, actor.mandate.areas[0], limit=12)
        for household in houses:
            households.give_to_volunteer(by=giver, household=household, seat=seated.seats[key])
    today = clock.today()
    for row in registry.worklist(manager, registry.Ask(), size=60).rows:
        for fact in dice.sample(list(FactGroup), 5):
            _confirm(manager, row.person, fact, today - timedelta(days=dice.randint(0, 700)))


def join_some(seated: Seated) -> int:
    """The secretary joins a few pairs of one number and one name; one of them was a mistake, and the rest wait."""
    secretary = seated.actors["secretary"]
    joined: list[Merge] = []
    for pair in list(registry.open_duplicates(secretary)):
        both = registry.side_by_side(secretary, pair)
        kept, gone = both.kept.person, both.gone.person
        same_name = {kept.given, kept.family} == {gone.given, gone.family}
        if same_name and len(joined) < JOINED and not any(told.line.grave for told in both.lines):
            joined.append(merges.merge(by=secretary, kept=kept, gone=gone, reason="ดูบัตรแล้ว คนเดียวกัน"))
    for merge in joined[:1]:
        _confirm(secretary, merge.kept, FactGroup.CARER, clock.today())
    for merge in joined[1:2]:
        merges.unmerge(by=secretary, merge=merge, reason="ญาติบอกว่าเป็นพี่น้องกัน")
    return len(joined)


ASKED = (
    (Asked.ACCESS, 28, Channel.IN_PERSON, "อยากรู้ว่าเก็บอะไรไว้บ้าง"),
    (Asked.RECTIFICATION, 32, Channel.PHONE, "นามสกุลสะกดผิด"),
    (Asked.ERASURE, 12, Channel.LETTER, "ย้ายไปอยู่กับลูกแล้ว ไม่ได้รับการดูแลที่นี่อีก"),
    (Asked.OBJECTION, 3, Channel.VISIT, "ไม่อยากให้ส่งชื่อไปที่อื่น"),
)
"""What, how many days ago, by which way, in which words."""


def receive_requests(seated: Seated) -> None:
    """A few people asked about what is known of them; one of them to be erased, which waits for a second member."""
    secretary = seated.actors["secretary"]
    people = [row.person for row in registry.find(secretary, registry.Filters(group="elder"), size=40).rows[::9]]
    for person, (kind, days, channel, wanted) in zip(people, ASKED, strict=False):
        received = Received(
            kind=kind,
            received_on=clock.today() - timedelta(days=days),
            channel=channel,
            asker=Asker.SELF,
            identity_seen=IdentitySeen.KNOWN,
            wanted=wanted,
        )
        requests.receive(by=secretary, person=person, received=received)


def _confirm(by: Actor, person: Any, fact: FactGroup, on: date) -> None:
    facts.confirm(by=by, person=person, fact=fact, on=on, how=How.VISIT)


def write_mark(home: Path, report: dict[str, Any]) -> None:
    """Say beside the database that all of it is invented, and keep how to sign in; every page then says so too."""
    path = home / "sample.json"
    path.write_text(json.dumps({"invented": True, **report}, ensure_ascii=False, indent=2))
    path.chmod(0o600)
