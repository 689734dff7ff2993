"""The one number that stands for a version: whoever changes a letter of it gets another."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from sanam.domain.journal.rows import canonical
from sanam.domain.rules.models import Clause, Commitment, RuleVersion


def digest_of_word(word: Commitment) -> str:
    """SHA-256 over a word as it was given: who, what, by when, how we will know. Its clause and state may change."""
    said = [str(word.pk), str(word.seat_id), word.what, word.by_when.isoformat(), word.sign, word.by_ref]
    return sha256(canonical(said).encode()).hexdigest()


def digest_of(version: RuleVersion, clauses: Iterable[Clause]) -> str:
    """SHA-256 over everything a version says, hex; the rule's title stands outside, for it may be corrected."""
    said = {
        "rule": str(version.rule_id),
        "number": version.number,
        "proposal": str(version.proposal_id),
        "why": version.why,
        "method": version.method,
        "binds": version.binds,
        "missing": version.missing,
        "provisional_until": version.provisional_until.isoformat() if version.provisional_until else "",
        "in_force_from": version.in_force_from.isoformat(),
        "review_on": version.review_on.isoformat(),
        "adopted_at": version.adopted_at.isoformat(),
        "clauses": [[one.number, one.text, one.values] for one in sorted(clauses, key=lambda one: one.number)],
    }
    return sha256(canonical(said).encode()).hexdigest()
