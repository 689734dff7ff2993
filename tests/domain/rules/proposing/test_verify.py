"""Nothing that was agreed changes: the database refuses, and `verify` names what its owner changed all the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sanam.domain.rules import counting, guards
from sanam.domain.rules.models import Clause, Decision, Proposal, RuleVersion, VersionEvent
from sanam.domain.rules.operations import provisional
from sanam.domain.rules.wording import Change, compared
from sanam.interfaces.files.decisions import reading, writing
from tests.domain.rules.proposing.conftest import (
    HEADMEN,
    LOCAL,
    NO,
    PEOPLE,
    STATE,
    YES,
    Board,
    adopted,
    broken,
    decided,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def agreed(board: Board, proposal: Proposal) -> RuleVersion:
    """A version that stood for now and was confirmed, so that every table has a row."""
    decided(board, proposal, {PEOPLE: YES, STATE: YES})
    decided(board, proposal, {}, messenger=board.seats[HEADMEN])
    version = RuleVersion.objects.get(proposal=proposal)
    provisional.confirm(by=board.actors[LOCAL], version=version)
    return version


def as_owner(statement: str, *told: Any) -> None:
    """Change what stands as the database's owner would, who lifts the triggers and puts them back."""
    standing = []
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'rules_%'")
            standing = cursor.fetchall()
            for name, _ in standing:
                cursor.execute(f"DROP TRIGGER {name}")
        else:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            for table in guards.TABLES:
                cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute(statement, told)
        for _, written in standing:
            cursor.execute(written)
        if connection.vendor != "sqlite":
            for table in guards.TABLES:
                cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


@pytest.mark.parametrize("model", [RuleVersion, Clause, Decision, VersionEvent])
def test_the_database_changes_and_deletes_nothing_of_it(agreed: RuleVersion, model: Any) -> None:
    name = next(field.name for field in model._meta.fields if field.get_internal_type() in {"TextField", "CharField"})
    for deed in (lambda: model.objects.update(**{name: "x"}), lambda: model.objects.all()._raw_delete("default")):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            deed()
    assert broken() == set()


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("rules_clause", "text", "ทุกสิบปี"),
        ("rules_ruleversion", "why", "เพราะอยาก"),
        ("rules_ruleversion", "review_on", "2099-01-01"),
        ("rules_ruleversion", "digest", "0" * 64),
    ],
)
def test_a_version_the_owner_changed_is_named(agreed: RuleVersion, table: str, column: str, value: str) -> None:
    as_owner(f"UPDATE {table} SET {column} = %s", value)
    assert broken() == {agreed.ref}


def test_a_decision_the_owner_changed_is_named(agreed: RuleVersion) -> None:
    first = Decision.objects.earliest("id")
    as_owner(f"UPDATE rules_decision SET result = 'adopted' WHERE id = {first.pk}")
    assert broken() == {f"decision:{first.pk}"}


def test_an_answer_changed_after_the_close_is_named(agreed: RuleVersion) -> None:
    last = Decision.objects.latest("id")
    last.round.responses.filter(seat__leg__name_th=PEOPLE).update(value="object")
    assert broken() == {f"decision:{last.pk}"}


def test_an_answer_added_after_the_close_is_named(agreed: RuleVersion, board: Board) -> None:
    last = Decision.objects.latest("id")
    answer = last.round.responses.get(seat__leg__name_th=PEOPLE)
    answer.pk, answer.seat, answer.leg = None, board.seats[HEADMEN], board.legs[HEADMEN]
    answer.save(force_insert=True)
    assert broken() == {f"decision:{last.pk}"}


def test_a_guard_that_is_gone_is_named(agreed: RuleVersion) -> None:
    assert guards.missing(connection) == []
    with connection.cursor() as cursor:
        on = " ON rules_clause" if connection.vendor == "postgresql" else ""
        if on:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"DROP TRIGGER rules_clause_no_update{on}")
    assert broken() == {"guard:rules_clause_no_update"}


def test_any_decision_of_a_page_is_counted_again_from_its_file(
    board: Board, proposal: Proposal, tmp_path: Path
) -> None:
    for said in ({LOCAL: NO, PEOPLE: YES, STATE: YES}, {PEOPLE: YES}):
        decided(board, proposal, said)
    for decision in Decision.objects.all():
        path = tmp_path / "decision.json"
        path.write_text(json.dumps(decision.asked, ensure_ascii=False))
        counted = reading.read(path).decide()
        answer = writing.answer(counted, "th")
        told = dict(decision.told)
        assert told.pop("why")["th"] == answer["why"]
        legs = told.pop("legs")
        assert {name: answer[name] for name in told} == told
        assert {name: {key: answer["legs"][name][key] for key in leg} for name, leg in legs.items()} == legs
        assert counting.told(counted) == decision.told


def test_all_is_well_after_a_plain_adoption(board: Board, proposal: Proposal) -> None:
    adopted(board, proposal)
    assert broken() == set()


TEXTS = st.text(alphabet="กขคงเแไะาิีุู่้์ abc 12๓,.\n", max_size=60)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, TEXTS)
def test_a_comparison_loses_no_letter(before: str, after: str) -> None:
    pieces = compared(before, after)
    assert "".join(one.text for one in pieces if one.change is not Change.ADDED) == before
    assert "".join(one.text for one in pieces if one.change is not Change.CUT) == after


def test_a_comparison_reads_in_whole_pieces() -> None:
    pieces = compared("ยืนยันทุก 2 เดือน", "ยืนยันทุก 3 เดือน ใครว่างไปก่อน")
    assert [(one.change.value, one.text) for one in pieces] == [
        ("same", "ยืนยันทุก "),
        ("cut", "2"),
        ("added", "3"),
        ("same", " เดือน"),
        ("added", " ใครว่างไปก่อน"),
    ]
