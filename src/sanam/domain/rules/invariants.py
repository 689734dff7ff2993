"""What must always hold of what was agreed; `sanam verify all` asks."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import Any

from django.db import connection

from sanam.domain.foundation.invariants import Found, must_hold
from sanam.domain.foundation.refused import Refused
from sanam.domain.journal import queries as journal
from sanam.domain.parameters import queries as parameters
from sanam.domain.rules import at_the_close, deciding, force, guards
from sanam.domain.rules.digests import digest_of, digest_of_word
from sanam.domain.rules.models import Commitment, Decision, RuleVersion
from sanam.domain.rules.words import CommitmentState, Standing


def register() -> None:
    """Say to the whole house what this room holds true."""
    must_hold("rules.decisions", "มติทุกข้อนับซ้ำได้ผลเดิม", "every decision comes out the same again", _decisions)
    must_hold("rules.versions", "กติกาทุกฉบับอ่านได้ตามที่ตกลง", "every version says what was agreed", _versions)
    must_hold("rules.guards", "ฐานข้อมูลกันการแก้สิ่งที่ตกลงแล้ว", "the database keeps what was agreed", _guards)
    must_hold("rules.happened", "สิ่งที่เกิดกับฉบับตรงกับสมุด", "what happened to versions is in the journal", _happened)
    must_hold("rules.words", "คำที่ให้ไว้อ่านได้ตามที่ลงชื่อ", "words given say what was signed", _words)
    must_hold("rules.dials", "ค่าต่าง ๆ ตรงกับกติกาที่ใช้อยู่", "every dial stands as the rules in force say", _dials)


def _decisions() -> Iterator[Found]:
    """Each decision counted anew from what was asked, and that against the answers there are."""
    for decision in Decision.objects.select_related("round__proposal").order_by("id").iterator():
        if not (_comes_out_the_same(decision) and _was_answered_so(decision)):
            ref = f"decision:{decision.pk} ({decision.round.proposal.ref})"
            yield Found(ref, f"{ref} นับซ้ำแล้วไม่เหมือนเดิม", f"{ref} comes out differently when counted again.")


def _comes_out_the_same(decision: Decision) -> bool:
    try:
        counted = deciding.Asked.of(decision.asked).decide()
    except Refused:
        return False
    return deciding.kept(counted) == decision.told and str(counted.result) == decision.result


def _was_answered_so(decision: Decision) -> bool:
    one, asked = decision.round, deciding.Asked.of(decision.asked)
    settled = at_the_close.settled_at_close(one)
    there = {
        (str(said.seat_id), said.value, said.assisted, at_the_close.settled_as(said, settled))
        for said in one.responses.filter(replaced_at=None)
    }
    counted = {(said.seat, said.value, said.assisted, said.objection) for said in asked.responses}
    same = (one.proposal.method, one.call, one.part) == (asked.method, asked.call, asked.quorum)
    return one.closed_at is not None and there == counted and same


def _versions() -> Iterator[Found]:
    """Each version against its digest, and that against the one in the journal."""
    whole = RuleVersion.objects.select_related("rule").prefetch_related("clauses")
    for version in whole.order_by("id").iterator(chunk_size=200):
        now, told = digest_of(version, version.clauses.all()), _journalled(version)
        stands = {"sha256": now, "rule": version.rule.number, "body": str(version.rule.body_id)}
        right = told and all(stands[name] == one.get(name, stands[name]) for one in told for name in stands)
        if not right or now != version.digest:
            ref = version.ref
            yield Found(ref, f"{ref} ไม่ตรงกับที่ตกลงไว้", f"{ref} is not what was agreed.")


def _journalled(version: RuleVersion) -> list[dict[str, Any]]:
    told = journal.told_about([version.ref])
    return [details for entry, details in told if entry.did == "rule.adopted"]


def _happened() -> Iterator[Found]:
    """Each version's events against the entries about it, in their order."""
    known = {one.value for one in Standing}
    for version in RuleVersion.objects.prefetch_related("events").order_by("id").iterator(chunk_size=200):
        told = [(entry.did.removeprefix("rule."), said.get("leg")) for entry, said in journal.told_about([version.ref])]
        happened = [(one.what, one.leg_id) for one in sorted(version.events.all(), key=attrgetter("pk"))]
        if [one for one in told if one[0] in known] != happened:
            ref = version.ref
            yield Found(ref, f"สิ่งที่เกิดกับ {ref} ไม่ตรงกับสมุด", f"What happened to {ref} is not what the journal tells.")


WORDS_ARE = {
    "commitment.signed": CommitmentState.STANDING,
    "commitment.carried_over": CommitmentState.STANDING,
    "commitment.fulfilled": CommitmentState.FULFILLED,
    "commitment.ended": CommitmentState.ENDED,
}
"""How a word stands after each deed that changes it."""


def _words() -> Iterator[Found]:
    """Each word given against its digest, its clause and how it stands by the journal; and each month it tells of."""
    for word in Commitment.objects.prefetch_related("practices").order_by("id").iterator(chunk_size=200):
        told = [(entry.did, said) for entry, said in journal.told_about([word.ref])]
        deeds = [(did, said) for did, said in told if did in WORDS_ARE]
        clause = next((said["clause"] for _, said in reversed(deeds) if "clause" in said), None)
        # words signed before they were sealed have no digest to be held against
        given = next((said["sha256"] for _, said in deeds[:1] if "sha256" in said), digest_of_word(word))
        months = {said["month"]: said["went"] for did, said in told if did == "commitment.practised"}
        stands = WORDS_ARE[deeds[-1][0]].value if deeds else None
        practised = {one.month.isoformat(): one.went for one in word.practices.all()}
        if (given, clause, stands, months) != (digest_of_word(word), word.clause_id, word.state, practised):
            ref = word.ref
            yield Found(ref, f"{ref} ไม่ตรงกับที่ลงชื่อไว้", f"{ref} is not what was signed.")


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
