"""Whoever owns the database changes one column of one row: `verify` names it, or it stands below why it does not.

Every column of every table of rooms and rules is tried, so a new one is either named or explained.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, models, transaction

from sanam.domain.dialogue.operations import doors, positions, results
from sanam.domain.dialogue.words import Heading
from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.foundation.invariants import results as invariants
from sanam.domain.rules import guards
from sanam.domain.rules.models import Clause, RuleVersion
from sanam.domain.rules.operations import amendments, commitments, helping, objections, provisional
from sanam.domain.rules.words import Went
from sanam.domain.teams.operations import bodies
from sanam.domain.teams.words import BodyKind
from tests.cast import Cast
from tests.domain.dialogue.rooms import dotted, voting_room
from tests.domain.rules.proposing.conftest import (
    HEADMEN,
    LOCAL,
    NO,
    PEOPLE,
    STATE,
    YES,
    Board,
    adopted,
    decided,
    propose,
    the_objection,
)

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
NOT_NAMED = {
    # talk, and what still goes on: deeds to come speak of it, nothing was agreed yet
    "Amendment": "at because before before_values by_ref decided_at number proposal reason seat state text values",
    "DraftClause": "text values",
    "Line": "heading order position text",
    "Objection": "aim amendment answer at change circle proposal response seat settled_at state",
    "Position": "at by_ref exchange leg name organisation ticket version",
    "Proposal": "author base_ref body by_ref created_at draft ended_at goal in_force_from retires review_on rule_ref"
    " stage title why",
    "RoomDoor": "by_ref closed_at code exchange opened_at until",
    "Round": "by_ref closes_at draft kind messenger opened_at",
    # help among people: logged as steps, its words are theirs to correct
    "Appeal": "at by_ref decided_at mediator outcome step upheld why",
    "ResponseStep": "answer at by_ref commitment ended_at expires_on friend step text",
    "Practice": "at by_ref help_wanted obstacle",
    # moments, and hands that the journal names itself
    "Commitment": "at because ended_at reminded_at",
    "Decision": "at",
    "Exchange": "by_ref carried_at closed_at created_at ends_at opened_by",
    "Response": "at by_ref channel leg reason",
    "Result": "at",
    "Statement": "at because by_ref line question ticket",
    "Ticket": "at channel dotted_at voted_at",
    "VersionEvent": "at because by_ref review_on",
    "Vote": "at",
    # a rule's title may be corrected, as its version's digest says
    "Rule": "created_at title",
}
"""By table, the columns of which an edit is not named, and why."""
ONLY_ONE = {"Exchange.gathering", "Practice.commitment"}
"""Named by the same checks, but there is no other gathering or word here to point at."""


@pytest.fixture
def everything(board: Board, cast: Cast) -> None:
    """A closed room with what parties brought, and a rule agreed after an objection, signed, practised and helped."""
    room = voting_room(cast)
    doors.open_door(by=cast.secretary, exchange=room)
    given = {"name": "ชมรม", "leg": board.legs[PEOPLE], "lines": {Heading.GOAL: ["เยี่ยมบ้าน"]}}
    positions.bring(by=cast.secretary, exchange=room, **given)  # type: ignore[arg-type]
    results.end_voting(by=cast.secretary, exchange=room)
    dotted(room)
    results.close(by=cast.secretary, exchange=room)
    bodies.found(by=INSTALLATION, kind=BodyKind.DISTRICT, name_th="อื่น", name_en="Other", area_codes=["9001"])
    voting_room(cast)
    adopted(board, propose(board, "ข้ออื่น"))
    proposal = propose(board)
    decided(board, proposal, {LOCAL: NO, PEOPLE: YES, STATE: YES})
    given = {"objection": the_objection(proposal), "number": 1, "text": "ทุกสาม", "answer": "แก้แล้ว"}
    with clock.at(clock.now() + timedelta(days=8)):  # that round has closed by then
        objections.rewrite(by=board.actors[PEOPLE], **given)  # type: ignore[arg-type]
    amendments.ask(by=board.actors[STATE], proposal=proposal, number=2, text="ในสิบวัน", reason="คนน้อย")
    decided(board, proposal, {PEOPLE: YES, STATE: YES})
    decided(board, proposal, {}, messenger=board.seats[HEADMEN])
    version = RuleVersion.objects.get(proposal=proposal)
    provisional.confirm(by=board.actors[LOCAL], version=version)
    clause = Clause.objects.filter(version=version).order_by("number")[0]
    promise = commitments.Promise("เยี่ยม", clock.today() + timedelta(days=30), "มีบันทึก")
    word = commitments.sign(by=board.actors[LOCAL], clause=clause, promise=promise)
    commitments.practise(by=board.actors[LOCAL], commitment=word, went=Went.NOT_YET, obstacle="ฝน", help_wanted=True)
    helping.befriend(by=board.actors[PEOPLE], commitment=word, friend=board.seats[STATE])


def columns() -> list[tuple[Any, models.Field[Any, Any]]]:
    found = [one for label in ("dialogue", "rules") for one in apps.get_app_config(label).get_models()]
    return [(model, column) for model in found for column in model._meta.concrete_fields if not column.primary_key]


def other(model: Any, column: Any, was: Any) -> Any:
    """Something else that this column may hold."""
    kind = column.get_internal_type()
    if column.remote_field:
        keys = column.remote_field.model._base_manager.exclude(pk=was).order_by("pk").values_list("pk", flat=True)
        return keys.first() if was is None or not column.null else None
    if kind in {"CharField", "TextField"}:
        return (str(was) + "x")[-(column.max_length or 99) :] if was != "x" else "y"
    if kind == "BooleanField":
        return not was
    if kind == "JSONField":
        return {"x": 1} if not isinstance(was, list) else [9]
    if kind in {"DateField", "DateTimeField"}:
        return (was or (clock.today() if kind == "DateField" else clock.now())) + timedelta(days=400)
    if kind == "UUIDField":
        return "00000000-0000-4000-8000-000000000000"
    return {1: 0, 0: 1, -1: 1}.get(was, (was or 0) - 1) if column.name == "value" else (was or 0) + 1


def lifted() -> None:
    """The triggers, as the owner lifts them; the test's own end puts them back."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'rules_%'")
            for (name,) in cursor.fetchall():
                cursor.execute(f"DROP TRIGGER {name}")
        else:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            for table in guards.TABLES:
                cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")


class _Back(Exception):
    """Undoes an edit."""


def named(model: Any, column: Any) -> bool:
    """Whether an edit of any row is named, or refused by the database itself."""
    seen = False
    for row in model._base_manager.order_by("pk")[:3]:
        new = other(model, column, getattr(row, column.attname))
        if new is None and not column.null:
            continue
        try:
            with transaction.atomic():
                model._base_manager.filter(pk=row.pk).update(**{column.attname: new})
                seen = seen or bool(broken(model._meta.app_label))
                raise _Back
        except DatabaseError:
            seen = True
        except _Back:
            pass
        if seen:
            return True
    return False


def broken(room: str) -> list[str]:
    """What `verify` names of this room; the triggers were lifted by the test itself."""
    found = [one for result in invariants(within=f"{room}.") for one in result.found]
    return [one.where for one in found if not one.where.startswith("guard:")]


def test_every_column_is_named_or_it_says_why_not(everything: None) -> None:
    assert broken("dialogue") + broken("rules") == []
    empty = [one.__name__ for one, _ in columns() if not one._base_manager.exists()]
    lifted()
    silent = {f"{model.__name__}.{column.name}" for model, column in columns() if not named(model, column)}
    explained = {f"{table}.{one}" for table, names in NOT_NAMED.items() for one in names.split()}
    assert set(empty) == {"Appeal"}
    assert sorted(silent - explained - ONLY_ONE) == [], sorted(silent - explained)
    assert sorted(explained - silent) == []
