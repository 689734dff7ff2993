"""Which versions are in force, and at what the dials must then stand: worked out from what happened, every time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from sanam.domain.parameters.catalogue import DIALS
from sanam.domain.rules.models import RuleVersion, VersionEvent
from sanam.domain.rules.values import steers
from sanam.domain.rules.words import Standing

BEGINS_OR_ENDS = (Standing.IN_FORCE, Standing.REPLACED, Standing.RETIRED, Standing.ENDED)


def states(rule_ids: Iterable[UUID] | None = None) -> dict[UUID, Standing]:
    """How each version that ever came into force stands; those in force in the order in which they came to be so."""
    events = VersionEvent.objects.filter(what__in=[one.value for one in BEGINS_OR_ENDS])
    if rule_ids is not None:
        events = events.filter(version__rule__in=list(rule_ids))
    return as_told(events.order_by("id"))


def as_told(events: Iterable[VersionEvent]) -> dict[UUID, Standing]:
    """How versions stand by what happened to them, in the order in which it happened."""
    found: dict[UUID, Standing] = {}
    for one in events:
        if one.what in BEGINS_OR_ENDS:
            found.pop(one.version_id, None)
            found[one.version_id] = Standing(one.what)
    return found


def in_force() -> list[RuleVersion]:
    """The versions in force, the one that came into force last at the end; with their rules and clauses."""
    ids = [version for version, what in states().items() if what is Standing.IN_FORCE]
    known = RuleVersion.objects.select_related("rule__body").prefetch_related("clauses").in_bulk(ids)
    return [known[one] for one in ids]


def in_force_of(rule_id: UUID) -> RuleVersion | None:
    """The version of a rule that is in force; there is one at most."""
    ids = [version for version, what in states([rule_id]).items() if what is Standing.IN_FORCE]
    return RuleVersion.objects.select_related("rule__body").get(pk=ids[-1]) if ids else None


@dataclass(frozen=True, slots=True)
class Turned:
    """At what a dial must stand, and the version that says so."""

    value: float
    version: RuleVersion


def dials(versions: Iterable[RuleVersion]) -> Mapping[str, Turned]:
    """What these versions in force make of the dials: the last to come counts, and of what only rises the highest.

    A body that does not speak for everywhere turns nothing, nor does a value that the dial no longer takes.
    """
    found: dict[str, Turned] = {}
    speaks: dict[UUID, bool] = {}
    for version in versions:
        values = [pair for clause in version.clauses.all() for pair in clause.values.items()]
        body = version.rule.body
        if not values or not speaks.setdefault(body.pk, steers(body)):
            continue
        for name, value in values:
            dial, before = DIALS.get(name), found.get(name)
            if dial is None or not dial.takes(value) or (dial.only_rises and before and before.value >= value):
                continue
            found[name] = Turned(value, version)
    return found
