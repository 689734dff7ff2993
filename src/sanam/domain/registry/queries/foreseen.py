"""Reads: how long the list of whom to ask would become, were the dials to stand elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from django.db.models import Count, Q

from sanam.domain.foundation.actor import Actor, Reach
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.parameters.queries import Setting
from sanam.domain.registry import access
from sanam.domain.registry.freshness import dial_of
from sanam.domain.registry.queries import due
from sanam.domain.registry.queries.worklist import askable
from sanam.domain.registry.withheld import STATISTICS
from sanam.domain.registry.words import DEPENDENCES, FactGroup
from sanam.domain.rules.foreseeing import Counted
from sanam.domain.teams.words import Can

Settings = Mapping[str, Setting]


def people_to_ask(
    actor: Actor, areas: Sequence[str], now: Settings, then: Settings, moved: Sequence[str]
) -> Counted | None:
    """How many people of these areas are on the worklist, and would be; one statement.

    Only for a seat that could count them on its own worklist: it sees everyone in all of these areas, and the
    facts whose dials move. Whoever reads reports alone could not, so they get nothing.
    """
    facts = askable(actor)
    if not _could_count(actor, areas) or not _facts_of(moved) <= set(facts):
        return None
    smallest = int(then["numbers.smallest_shown"].value)
    return shown(*_listed(actor, tuple(areas), facts, (now, then)), smallest)


def shown(now: int, then: int, smallest: int) -> Counted:
    """Both numbers, none that is small, and none beside which the other would tell a small one."""
    alike = abs(then - now) < smallest
    return Counted(now if now >= smallest else None, then if then >= smallest and not alike else None, smallest)


def _could_count(actor: Actor, areas: Sequence[str]) -> bool:
    whole = actor.mandate.reach is Reach.AREA and actor.may(Can.SEE_PEOPLE) and actor.sees(Privacy.PERSONAL)
    return whole and bool(areas) and all(actor.mandate.covers(one) for one in areas)


def _facts_of(dials: Iterable[str]) -> set[FactGroup]:
    """The fact groups whose interval a dial holds; one that holds no single interval acts in all of them."""
    holds = {dial_of(fact, kind): fact for fact in FactGroup for kind in ("", *DEPENDENCES)}
    known = [{holds[dial]} if dial in holds else set(FactGroup) for dial in dials]
    return set().union(*known)


def _listed(
    actor: Actor, areas: tuple[str, ...], facts: Sequence[FactGroup], settings: tuple[Settings, Settings]
) -> tuple[int, int]:
    """Of those we care for, how many have fewer fresh facts than are asked; by the one settings and the other."""
    people = due.living_here(access.within(access.in_use(actor, STATISTICS), areas)).filter(due.cared_for())
    asked = Q(confirmations__fact__in=[one.value for one in facts])
    fresh = [asked & due.is_fresh(one, at="confirmations__") for one in settings]
    each = people.order_by().alias(dependence=due.dependence_of("pk")).values("pk")
    each = each.annotate(now=Count("confirmations", filter=fresh[0]), then=Count("confirmations", filter=fresh[1]))
    told = each.aggregate(
        listed=Count("pk", filter=Q(now__lt=len(facts))), would_be=Count("pk", filter=Q(then__lt=len(facts)))
    )
    return told["listed"], told["would_be"]
