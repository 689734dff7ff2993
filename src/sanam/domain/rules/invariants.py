"""What must always hold of what was agreed; `sanam verify all` asks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import connection

from sanam.domain.foundation.invariants import Found, must_hold
from sanam.domain.foundation.refused import Refused
from sanam.domain.journal import queries as journal
from sanam.domain.parameters import queries as parameters
from sanam.domain.rules import counting, force, guards
from sanam.domain.rules.digests import digest_of
from sanam.domain.rules.models import Decision, RuleVersion


def register() -> None:
    """Say to the whole house what this room holds true."""
    must_hold("rules.decisions", "มติทุกข้อนับซ้ำได้ผลเดิม", "every decision comes out the same again", _decisions)
    must_hold("rules.versions", "กติกาทุกฉบับอ่านได้ตามที่ตกลง", "every version says what was agreed", _versions)
    must_hold("rules.guards", "ฐานข้อมูลกันการแก้สิ่งที่ตกลงแล้ว", "the database keeps what was agreed", _guards)
    must_hold("rules.dials", "ค่าต่าง ๆ ตรงกับกติกาที่ใช้อยู่", "every dial stands as the rules in force say", _dials)


def _decisions() -> Iterator[Found]:
    """Each decision counted anew from what was asked, and that against the answers there are."""
    for decision in Decision.objects.select_related("round__proposal").order_by("id").iterator():
        if not (_comes_out_the_same(decision) and _was_answered_so(decision)):
            ref = f"decision:{decision.pk} ({decision.round.proposal.ref})"
            yield Found(ref, f"{ref} นับซ้ำแล้วไม่เหมือนเดิม", f"{ref} comes out differently when counted again.")


def _comes_out_the_same(decision: Decision) -> bool:
    try:
        counted = counting.count(decision.asked)
    except (Refused, KeyError, TypeError, ValueError):
        return False
    return counting.told(counted) == decision.told and str(counted.result) == decision.result


def _was_answered_so(decision: Decision) -> bool:
    settled = counting.settled_at_close(decision.round)
    until = decision.round.closed_at
    stood = decision.round.responses.filter(replaced_at=None).order_by("id")
    there = {
        (str(one.seat_id), one.value, one.assisted, _settled(settled.get(one.seat_id), one.value)) for one in stood
    }
    asked = {
        (one["seat"], one["value"], one["assisted"], one.get("objection", "")) for one in decision.asked["responses"]
    }
    method = (decision.round.proposal.method, decision.round.call) == (decision.asked["method"], decision.asked["call"])
    return until is not None and there == asked and method


def _settled(state: str | None, value: str) -> str:
    return state if state and value in {one.value for one in counting.STOPS} else ""


def _versions() -> Iterator[Found]:
    """Each version against its digest, and that against the one in the journal."""
    for version in RuleVersion.objects.prefetch_related("clauses").order_by("id").iterator(chunk_size=200):
        now = digest_of(version, version.clauses.all())
        if {now, *_journalled(version)} != {version.digest} or not _journalled(version):
            ref = version.ref
            yield Found(ref, f"{ref} ไม่ตรงกับที่ตกลงไว้", f"{ref} is not what was agreed.")


def _journalled(version: RuleVersion) -> list[Any]:
    told = journal.told_about([version.ref])
    return [details.get("sha256") for entry, details in told if entry.did == "rule.adopted"]


def _dials() -> Iterator[Found]:
    """Each dial against the versions in force, and none by a version that is not."""
    wanted = force.dials(force.in_force())
    for name, now in parameters.values().items():
        told = wanted.get(name)
        by_a_version = now.rule_ref.startswith("rule_version:")
        right = (told.version.ref, told.value) == (now.rule_ref, now.value) if told else not by_a_version
        if not right:
            ref = f"dial:{name}"
            yield Found(ref, f"{ref} ไม่ตรงกับกติกาที่ใช้อยู่", f"{ref} does not stand as the rules in force say.")


def _guards() -> Iterator[Found]:
    for name in guards.missing(connection):
        yield Found(f"guard:{name}", f"ฐานข้อมูลไม่มีตัวกัน {name}", f"The database lacks the guard {name}.")
