"""What was decided becomes a version: written once, its digest in the journal, its review day set."""

from __future__ import annotations

from datetime import date, timedelta

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.journal import operations as journal
from sanam.domain.parameters import queries as parameters
from sanam.domain.rules.adopting import tell_adopted
from sanam.domain.rules.beginning import put
from sanam.domain.rules.deciding import Result
from sanam.domain.rules.digests import digest_of
from sanam.domain.rules.models import Clause, Decision, Proposal, Rule, RuleVersion
from sanam.domain.rules.words import ProposalStage
from sanam.domain.teams.models import Body, Leg

_DAYS_IN_A_MONTH = 365.25 / 12


def adopt(*, by: Actor, proposal: Proposal, decision: Decision) -> RuleVersion:
    """Write the version; it binds the legs somebody sat in, and stands for so many days where the quorum was short."""
    rule = _rule_of(proposal)
    provisional = decision.result == Result.PROVISIONAL
    missing = set(decision.told["missing_legs"])
    empty = set(decision.told["not_bound"])
    legs = {leg.name_th: leg.pk for leg in Leg.objects.filter(body=proposal.body, to_on=None).order_by("order")}
    today = clock.today()
    until = today + timedelta(days=int(_dial("provisional_days"))) if provisional else None
    number = rule.versions.count() + 1
    version = RuleVersion(
        rule=rule,
        number=number,
        proposal=proposal,
        why=proposal.why,
        method=proposal.method,
        binds=[pk for name, pk in legs.items() if name not in empty],
        missing=[pk for name, pk in legs.items() if name in missing],
        provisional_until=until,
        in_force_from=max(proposal.in_force_from or today, today),
        review_on=_review_on(proposal.review_on, today, number, until),
        adopted_at=clock.now(),
    )
    clauses = [
        Clause(version=version, number=one.number, text=one.text, values=one.values) for one in proposal.clauses.all()
    ]
    version.digest = digest_of(version, clauses)
    version.save(force_insert=True)
    Clause.objects.bulk_create(clauses)
    put(proposal, ProposalStage.PROVISIONAL if provisional else ProposalStage.ADOPTED, ended=True)
    told = {"sha256": version.digest, "rule": rule.number, "body": str(rule.body_id)}
    journal.record(by=by, did="rule.adopted", to=version.ref, details=told)
    tell_adopted(by=by, version=version)
    return version


def _rule_of(proposal: Proposal) -> Rule:
    if proposal.rule_ref:
        return Rule.objects.select_for_update().get(pk=proposal.rule_ref)
    body = Body.objects.select_for_update().get(pk=proposal.body_id)
    last = body.rules.order_by("-number").values_list("number", flat=True).first() or 0
    rule = Rule.objects.create(body=body, number=last + 1, title=proposal.title, created_at=clock.now())
    proposal.rule_ref = rule.pk
    proposal.save(update_fields=["rule_ref"])
    return rule


def _review_on(wished: date | None, today: date, number: int, until: date | None) -> date:
    """Always there: as wished, but never later than the dials allow a first version and those after it (half a year
    and a year at most), or than the last day of what stands for now."""
    months = _dial("first_review_months" if number == 1 else "review_months")
    latest = today + timedelta(days=int(months * _DAYS_IN_A_MONTH))
    return min(day for day in (wished, latest, until) if day is not None)


def _dial(name: str) -> float:
    return parameters.values()[f"rules.{name}"].value
