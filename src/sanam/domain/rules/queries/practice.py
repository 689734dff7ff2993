"""Reads: who gave their word on the clauses of a version, and how it goes this month, as they said it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from sanam.domain.foundation.actor import Actor
from sanam.domain.rules.models import Clause, Commitment, Practice
from sanam.domain.rules.months import this_month
from sanam.domain.rules.practice_permissions import may_sign
from sanam.domain.rules.queries.agreed import Agreed
from sanam.domain.rules.words import CommitmentState, Went


@dataclass(frozen=True, slots=True)
class Word:
    """A word given, and what its seat said of this month, where the reader may know it."""

    commitment: Commitment
    told: Practice | None
    mine: bool


@dataclass(frozen=True, slots=True)
class Signed:
    """A clause with the words given on it. `tally` counts what was said of this month, `silent` those not yet heard."""

    clause: Clause
    words: Sequence[Word]
    mine: Commitment | None
    tally: Sequence[tuple[Went, int]] = field(default_factory=tuple)
    silent: int = 0


@dataclass(frozen=True, slots=True)
class Kept:
    """Every clause of a version with its words; `may_sign` where this seat may give its own."""

    clauses: Sequence[Signed]
    may_sign: bool
    sees_practice: bool

    @property
    def unsigned(self) -> Clause | None:
        """The first clause this seat may sign and has not."""
        return next((one.clause for one in self.clauses if one.mine is None), None) if self.may_sign else None

    @property
    def mine(self) -> Sequence[Word]:
        """The standing words of the seat acting."""
        return [word for one in self.clauses for word in one.words if word.mine]


def kept(actor: Actor, agreed: Agreed) -> Kept:
    """The words given on a version's clauses. How it goes is for the body and those beneath; others see who signed."""
    inside = may_sign(actor, agreed.rule)
    month = {one.commitment_id: one for one in _this_month(agreed)} if inside else {}
    words: dict[int, list[Word]] = {}
    for one in _words(agreed):
        mine = str(one.seat_id) == actor.ref and bool(actor.member)
        words.setdefault(one.clause_id, []).append(Word(one, month.get(one.pk), mine))
    signed = [_signed(clause, words.get(clause.pk, []), inside) for clause in agreed.clauses]
    open_to_it = not agreed.version.proposal.retires and (agreed.is_in_force or agreed.standing is None)
    return Kept(signed, inside and open_to_it, inside)


def _words(agreed: Agreed) -> Sequence[Commitment]:
    shown = (CommitmentState.STANDING.value, CommitmentState.FULFILLED.value)
    found = Commitment.objects.filter(clause__version=agreed.version, state__in=shown)
    return list(found.select_related("seat__organisation", "seat__leg").order_by("seat__leg__order", "at", "id"))


def _this_month(agreed: Agreed) -> Sequence[Practice]:
    return list(Practice.objects.filter(commitment__clause__version=agreed.version, month=this_month()))


def _signed(clause: Clause, words: Sequence[Word], inside: bool) -> Signed:
    standing = [one for one in words if one.commitment.state == CommitmentState.STANDING]
    mine = next((one.commitment for one in standing if one.mine), None)
    if not inside:
        return Signed(clause, words, mine)
    said = Counter(one.told.went for one in words if one.told)
    silent = sum(one.told is None for one in standing)
    return Signed(clause, words, mine, [(went, said[went]) for went in Went if said[went]], silent)
