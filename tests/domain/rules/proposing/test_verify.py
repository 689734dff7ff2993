"""Nothing that was agreed changes: the database refuses, and `verify` names what its owner changed all the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sanam.domain.rules import guards
from sanam.domain.rules.models import Clause, Decision, Objection, Proposal, RuleVersion, VersionEvent
from sanam.domain.rules.operations import objections, provisional
from sanam.domain.rules.wording import Change, compared
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
from tests.interfaces.cli.typing_it import Terminal

pytestmark = pytest.mark.django_db


@pytest.fixture
def terminal(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Terminal:
    return Terminal(capfdbinary, monkeypatch)


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


def test_sanam_decide_comes_to_the_same_from_what_any_decision_asked(
    board: Board, proposal: Proposal, terminal: Terminal, tmp_path: Path
) -> None:
    decided(board, proposal, {PEOPLE: YES})
    decided(board, proposal, {LOCAL: NO, STATE: YES}, messenger=board.seats[HEADMEN])
    found = list(Decision.objects.order_by("id"))
    assert [one.result for one in found] == ["second_call", "not_adopted"]
    for decision in found:
        file = tmp_path / f"{decision.pk}.json"
        file.write_text(json.dumps(decision.asked, ensure_ascii=False), encoding="utf-8")
        for language, locale in (("th", "th_TH.UTF-8"), ("en", "en_US.UTF-8")):
            terminal.speak(locale)
            answer = terminal.type("decide", str(file), "--json").document
            assert (answer.pop("blank"), answer.pop("ignored")) == (0, [])
            assert answer == decision.told | {"why": decision.told["why"][language]}
    assert f"not heard: {board.legs[LOCAL].name_en}, " in found[0].told["why"]["en"]


def test_an_objection_settled_before_the_close_is_asked_as_settled(
    board: Board, proposal: Proposal, terminal: Terminal, tmp_path: Path
) -> None:
    decided(board, proposal, {LOCAL: NO, PEOPLE: YES, STATE: YES})
    objections.withdraw(by=board.actors[LOCAL], objection=Objection.objects.get())
    decided(board, proposal, {})
    last = Decision.objects.latest("id")
    assert [one.get("objection") for one in last.asked["responses"]].count("withdrawn") == 1
    file = tmp_path / "asked.json"
    file.write_text(json.dumps(last.asked, ensure_ascii=False), encoding="utf-8")
    assert terminal.type("decide", str(file), "--json").document["result"] == last.result == "adopted"


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
