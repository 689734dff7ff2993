"""Reads: proposals for whoever sees rules, and one of them whole. The actor comes first, always."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import OuterRef, QuerySet, Subquery

from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import NotHere
from sanam.domain.rules.models import Amendment, Clause, DraftClause, Objection, Proposal, Round, Rule
from sanam.domain.rules.permissions import check_can_see
from sanam.domain.rules.policies import OVER
from sanam.domain.rules.turning import Turning, turnings
from sanam.domain.rules.wording import Piece, compared
from sanam.domain.teams.words import Can

OF_A_ROUND = {"asks": "kind", "call": "call", "until": "closes_at"}
_WHOLE = ("body", "author__leg", "author__organisation", "goal__statement", "goal__exchange")


@dataclass(frozen=True, slots=True)
class ClauseLine:
    """A clause of the draft beside the version it changes: `pieces` are what is the same, added and cut, and `dials`
    what it turns now and turned then.

    `draft` is None for a clause that the draft takes out; `changes` are those asked for that still wait.
    """

    number: int
    draft: DraftClause | None
    base: Clause | None
    pieces: tuple[Piece, ...]
    changes: tuple[Amendment, ...]

    @property
    def dials(self) -> list[Turning]:
        """What becomes of each dial the clause turns or turned."""
        before = self.base.values if self.base else {}
        return turnings(before, self.draft.values if self.draft else {})


def visible(actor: Actor) -> QuerySet[Proposal]:
    """The proposals this actor may see, newest first; none for a seat that does not see rules."""
    found = Proposal.objects.all() if actor.may(Can.SEE_RULES) else Proposal.objects.none()
    return found.order_by("-created_at", "-id")


def going_on(actor: Actor) -> list[Proposal]:
    """Proposals that have not come to an end; of an open round their `asks`, `call` and `until`, else None."""
    opened = Round.objects.filter(proposal=OuterRef("pk"), closed_at=None)
    found = visible(actor).exclude(stage__in=OVER).select_related("body", "author__leg", "author__organisation")
    asked = {name: Subquery(opened.values(of)[:1]) for name, of in OF_A_ROUND.items()}
    return list(found.annotate(**asked)[:100])


def changing(actor: Actor, rule: Rule) -> Proposal | None:
    """The proposal that is changing a rule now; there is one at most."""
    return visible(actor).filter(rule_ref=rule.pk, ended_at=None).first()


def proposal(actor: Actor, proposal_id: str) -> Proposal:
    """One proposal; raises NotAllowed and NotHere."""
    check_can_see(actor)
    found = visible(actor).filter(id=proposal_id).select_related(*_WHOLE, "version__rule").first()
    if found is None:
        raise NotHere("rules.no_proposal", "ไม่พบข้อเสนอนี้", "There is no such proposal.")
    return found


def lines(found: Proposal, changes: Sequence[Amendment]) -> list[ClauseLine]:
    """The draft clause by clause beside the version it changes, what is taken out among them; two statements."""
    drafted = {one.number: one for one in found.clauses.all()}
    before = Clause.objects.filter(version=found.base_ref).select_related("version") if found.base_ref else ()
    base = {one.number: one for one in before}
    return [
        ClauseLine(
            number,
            drafted.get(number),
            base.get(number),
            _pieces(found, base.get(number), drafted.get(number)),
            tuple(one for one in changes if one.number == number),
        )
        for number in sorted({*drafted, *base})
    ]


def amendments(found: Proposal) -> list[Amendment]:
    """Changes asked for, oldest first."""
    return list(found.amendments.select_related("seat__leg", "seat__organisation"))


def amendment(actor: Actor, amendment_id: int) -> Amendment:
    """One change asked for; raises NotAllowed and NotHere."""
    check_can_see(actor)
    parts = ("proposal__body", "proposal__author", "seat__leg", "seat__organisation")
    found = Amendment.objects.filter(pk=amendment_id, proposal__in=visible(actor).order_by().values("pk"))
    one = found.select_related(*parts).first()
    if one is None:
        raise NotHere("rules.no_amendment", "ไม่พบคำขอแก้นี้", "There is no such change.")
    return one


def objection(actor: Actor, objection_id: int) -> Objection:
    """One objection that may be read: its round is closed, or it is the seat's own; raises NotAllowed and NotHere."""
    check_can_see(actor)
    parts = ("proposal__body", "proposal__author", "seat__leg", "seat__organisation", "response__round")
    found = Objection.objects.filter(pk=objection_id, proposal__in=visible(actor).order_by().values("pk"))
    one = found.select_related(*parts).first()
    if one is None or (one.response.round.closed_at is None and str(one.seat_id) != actor.ref):
        raise NotHere("rules.no_objection", "ไม่พบข้อติดใจนี้", "There is no such objection.")
    return one


def _pieces(found: Proposal, base: Clause | None, drafted: DraftClause | None) -> tuple[Piece, ...]:
    """Compared only where there is something to compare with: a new rule is not all «added»."""
    if not found.base_ref:
        return ()
    return tuple(compared(base.text if base else "", drafted.text if drafted else ""))
