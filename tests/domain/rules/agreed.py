"""Rules as a body has agreed on them, laid down directly: only for tests of what comes after adoption."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION, Actor
from sanam.domain.journal import operations as journal
from sanam.domain.rules.adopting import tell_adopted
from sanam.domain.rules.digests import digest_of
from sanam.domain.rules.models import Clause, Proposal, Rule, RuleVersion
from sanam.domain.rules.words import ProposalStage
from sanam.domain.teams.models import Body

Said = tuple[str, Mapping[str, float]]


@transaction.atomic
def adopted(
    body: Body,
    *clauses: Said,
    rule: Rule | None = None,
    starts: date | None = None,
    until: date | None = None,
    review_on: date | None = None,
    retires: bool = False,
    missing: Sequence[int] = (),
    by: Actor = INSTALLATION,
) -> RuleVersion:
    """A version of a rule of this body, adopted at this moment; what follows an adoption follows."""
    rule = rule or _rule(body)
    proposal = Proposal.objects.create(
        body=body,
        rule_ref=rule.pk,
        title=rule.title,
        why="ตกลงกันในวง",
        stage=ProposalStage.ADOPTED,
        retires=retires,
        created_at=clock.now(),
        ended_at=clock.now(),
    )
    version = RuleVersion(
        rule=rule,
        number=rule.versions.count() + 1,
        proposal=proposal,
        why=proposal.why,
        method=proposal.method,
        provisional_until=until,
        missing=list(missing),
        in_force_from=starts or clock.today(),
        review_on=review_on or clock.today() + timedelta(days=180),
        adopted_at=clock.now(),
    )
    return _written(version, clauses, by)


def _rule(body: Body) -> Rule:
    number = body.rules.count() + 1
    return Rule.objects.create(body=body, number=number, title=f"กติกาที่ {number}", created_at=clock.now())


def _written(version: RuleVersion, clauses: Sequence[Said], by: Actor) -> RuleVersion:
    made: list[Any] = [
        Clause(version=version, number=number, text=text, values=dict(values))
        for number, (text, values) in enumerate(clauses, start=1)
    ]
    version.digest = digest_of(version, made)
    version.save(force_insert=True)
    Clause.objects.bulk_create(made)
    journal.record(by=by, did="rule.adopted", to=version.ref, details={"sha256": version.digest})
    tell_adopted(by=by, version=version)
    return version
