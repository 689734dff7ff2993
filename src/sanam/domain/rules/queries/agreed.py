"""Reads: the rules of a body, one rule as it stands, and a version as it was agreed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import NotHere
from sanam.domain.rules import force
from sanam.domain.rules.models import Clause, Rule, RuleVersion, VersionEvent
from sanam.domain.rules.permissions import check_can_see
from sanam.domain.rules.practice_policies import SOON
from sanam.domain.rules.provisional import still_needed
from sanam.domain.rules.words import CommitmentState, Standing
from sanam.domain.teams.models import Body, Leg

PAGE = 50


@dataclass(frozen=True, slots=True)
class Listed:
    """A rule in a list: its version in force, or the newest where none is; how that stands, and how many signed."""

    rule: Rule
    version: RuleVersion
    standing: Standing | None
    signed: int

    @property
    def is_in_force(self) -> bool:
        return self.standing is Standing.IN_FORCE

    @property
    def comes(self) -> bool:
        """Adopted, and its day has not come."""
        return self.standing is None

    @property
    def review_left(self) -> int:
        """Days until the review; below nought once its day has passed."""
        return (self.version.review_on - clock.today()).days

    @property
    def review_near(self) -> bool:
        return self.is_in_force and self.review_left <= SOON.days


@dataclass(frozen=True, slots=True)
class Shelf:
    """The rules of one body, a page of them; `bodies` are those with rules, and the seat's own; `after` goes on."""

    body: Body | None
    bodies: Sequence[Body]
    rules: Sequence[Listed]
    after: str


def shelf(actor: Actor, body: str = "", after: str = "") -> Shelf:
    """The rules of a body, by number; where none is named, of the seat's own, or of the next above that has any."""
    check_can_see(actor)
    agrees = Exists(Rule.objects.filter(body=OuterRef("pk")))
    known = list(Body.objects.annotate(agrees=agrees).filter(Q(agrees=True) | Q(pk=actor.body or None)))
    bodies = sorted(known, key=lambda one: (str(one.pk) != actor.body, one.name_th))
    chosen = next((one for one in bodies if str(one.pk) == body), None) or _nearest(bodies, actor.body)
    if chosen is None:
        return Shelf(None, [], [], "")
    last = int(after) if after.isdecimal() and len(after) < 9 else 0
    found = list(Rule.objects.filter(body=chosen, number__gt=last).order_by("number")[: PAGE + 1])
    more = str(found[PAGE - 1].number) if len(found) > PAGE else ""
    return Shelf(chosen, bodies, _listed(found[:PAGE]), more)


def _nearest(bodies: Sequence[Body], own: str) -> Body | None:
    """The body whose rules hold for a seat: its own; while that has none, of the one above, or any."""
    mine = next((one for one in bodies if str(one.pk) == own), None)
    if mine is None or getattr(mine, "agrees", False):
        return mine or next(iter(bodies), None)
    agreed = [one for one in bodies if getattr(one, "agrees", False)]
    return next((one for one in agreed if one.pk == mine.parent_id), next(iter(agreed), mine))


def _listed(rules: Sequence[Rule]) -> list[Listed]:
    states = force.states(one.pk for one in rules)
    signed = Count("clauses__commitments__seat", distinct=True, filter=_standing("clauses__commitments__"))
    known = {one.pk: one for one in rules}
    versions: dict[UUID, list[RuleVersion]] = {}
    for version in RuleVersion.objects.filter(rule__in=rules).annotate(signed=signed).order_by("number"):
        version.rule = known[version.rule_id]
        versions.setdefault(version.rule_id, []).append(version)
    told = []
    for rule in rules:
        shown = _shown(versions[rule.pk], states)
        told.append(Listed(rule, shown, states.get(shown.pk), getattr(shown, "signed", 0)))
    return told


def _shown(versions: Sequence[RuleVersion], states: Mapping[UUID, Standing]) -> RuleVersion:
    """The version in force; where none is, the newest."""
    return next((one for one in versions if states.get(one.pk) is Standing.IN_FORCE), versions[-1])


def _standing(at: str) -> Q:
    return Q(**{f"{at}state": CommitmentState.STANDING.value})


@dataclass(frozen=True, slots=True)
class Agreed:
    """A version with all that its page says of it: how it stands, its clauses, those before and after it.

    `missing` are the legs whose voice is missing still; of these `needed` must consent before it stands for good.
    """

    rule: Rule
    version: RuleVersion
    standing: Standing | None
    clauses: Sequence[Clause]
    versions: Sequence[tuple[RuleVersion, Standing | None]]
    missing: Sequence[Leg]
    since: date | None
    reopened: bool
    needed: int

    @property
    def is_in_force(self) -> bool:
        return self.standing is Standing.IN_FORCE

    @property
    def is_newest(self) -> bool:
        return self.versions[0][0].pk == self.version.pk

    @property
    def for_now(self) -> date | None:
        """Until when it stands, where it was agreed only for now and too few legs have confirmed it since."""
        return self.version.provisional_until if self.is_in_force and self.needed else None

    @property
    def review_left(self) -> int:
        """Days until the review; below nought once its day has passed."""
        return (self.version.review_on - clock.today()).days

    @property
    def review_near(self) -> bool:
        return self.is_in_force and self.review_left <= SOON.days


def rule(actor: Actor, rule_id: str) -> Agreed:
    """A rule by its version in force, or its newest; raises NotHere for none."""
    check_can_see(actor)
    found = Rule.objects.select_related("body").filter(pk=rule_id).first()
    if found is None:
        raise NotHere("rules.no_rule", "ไม่พบกติกานี้", "There is no such rule.")
    return _agreed(found, None)


def version(actor: Actor, version_id: str) -> Agreed:
    """A version as it was agreed; raises NotHere for none."""
    check_can_see(actor)
    found = RuleVersion.objects.select_related("rule__body").filter(pk=version_id).first()
    if found is None:
        raise NotHere("rules.no_version", "ไม่พบฉบับนี้", "There is no such version.")
    return _agreed(found.rule, found.pk)


def clause(actor: Actor, clause_id: int) -> Clause:
    """A clause of any version; raises NotHere for none."""
    check_can_see(actor)
    found = Clause.objects.select_related("version__rule__body").filter(pk=clause_id).first()
    if found is None:
        raise NotHere("rules.no_clause", "ไม่พบข้อนี้", "There is no such clause.")
    return found


def _agreed(rule: Rule, wanted: UUID | None) -> Agreed:
    versions = list(rule.versions.select_related("proposal").prefetch_related("clauses").order_by("-number"))
    happened = list(VersionEvent.objects.filter(version__rule=rule).order_by("id"))
    states = force.as_told(happened)
    shown = next((one for one in versions if one.pk == wanted), None) or _shown(versions[::-1], states)
    shown.rule = rule
    events = [one for one in happened if one.version_id == shown.pk]
    confirmed = {one.leg_id for one in events if one.what == Standing.CONFIRMED}
    missing = Leg.objects.filter(pk__in=shown.missing).order_by("order") if shown.missing else []
    came = next((one.at for one in events if one.what == Standing.IN_FORCE), None)
    return Agreed(
        rule,
        shown,
        states.get(shown.pk),
        list(shown.clauses.all()),
        [(one, states.get(one.pk)) for one in versions],
        [leg for leg in missing if leg.pk not in confirmed],
        came.astimezone(clock.BANGKOK).date() if came else None,
        any(one.what == Standing.REOPENED for one in events),
        still_needed(shown),
    )
