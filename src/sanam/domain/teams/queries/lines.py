"""Reads: what of teams waits for a seat, as lines: hand-overs, terms that end, what it took over, empty seats."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, DateField, Exists, F, Func, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, Concat

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor, ActorKind
from sanam.domain.teams import permissions
from sanam.domain.teams.lines import Lines, lines
from sanam.domain.teams.models import Body, Holding, Seat
from sanam.domain.teams.policies import filling
from sanam.domain.teams.queries.handovers import SETTLING_IN, unfinished
from sanam.domain.teams.trees import Nest
from sanam.domain.teams.words import HoldingKind

SOON = timedelta(days=60)
"""How long before a term ends the body hears of it."""


def waiting(actor: Actor, nest: Nest | None = None) -> list[Lines]:
    """What waits for the seat acting: its own, and of its whole tree for whoever shapes teams, who brings the nest."""
    if actor.kind is not ActorKind.SEAT or not actor.member:
        return []
    shapes = nest is not None and permissions.may_shape(actor)
    bodies = nest.of(actor) if nest and shapes else set()
    mine = Seat.objects.filter(Q(pk=UUID(actor.ref)) | Q(body__in=bodies), closed_on=None).values("pk")
    before = _before(actor)
    found = [
        lines(unfinished(actor, bodies), "handover", at="from_on", **_named("seat__")),
        lines(
            _ending().filter(seat__in=mine),
            "term",
            of="seat",
            at=_ends(),
            most=1,
            counted=True,
            **_named("seat__"),
        ),
        lines(_taken(actor), "taken", of="seat", th=before, at="from_on"),
    ]
    return [*found, *_empty(bodies)] if shapes else found


def _empty(bodies: set[UUID]) -> list[Lines]:
    """Seats of these bodies in which nobody sits, and bodies that therefore cannot decide for everybody."""
    sat = Exists(filling(OuterRef("pk")))
    vacant = Seat.objects.filter(~sat, body__in=bodies, closed_on=None)
    filled = Seat.objects.filter(sat, body=OuterRef("pk"), closed_on=None).order_by().values("body")
    counted = Coalesce(Subquery(filled.annotate(n=Count("pk")).values("n")), Value(0))
    short = Body.objects.filter(pk__in=bodies, fewest_filled__gt=0).annotate(filled=counted)
    return [
        lines(vacant, "vacant", most=1, counted=True, **_named("")),
        lines(short.filter(filled__lt=F("fewest_filled")), "frozen", th="name_th", en="name_en", most=3),
    ]


def _ending() -> QuerySet[Holding]:
    """Those who sit where a term ends soon, or has ended; a day of the seat or of the sitting goes before months."""
    today = clock.today()
    lasting = Holding.objects.filter(Q(to_on=None) | Q(to_on__gte=today), from_on__lte=today)
    sits = lasting.filter(kind__in=(HoldingKind.HOLDER, HoldingKind.ACTING))
    return sits.alias(ends=_ends()).filter(ends__lte=today + SOON)


def _ends() -> Coalesce:
    return Coalesce("to_on", "seat__term_ends_on", _MonthsAfter("from_on", "seat__term_months"))


def _taken(actor: Actor) -> QuerySet[Holding]:
    """The sitting of whoever took this seat over lately from somebody else."""
    since = clock.today() - SETTLING_IN
    held = Holding.objects.filter(seat=UUID(actor.ref), kind=HoldingKind.HOLDER, member=UUID(actor.member))
    return held.filter(from_on__gte=since, from_on__lte=clock.today()).filter(Exists(_earlier(actor)))


def _before(actor: Actor) -> Subquery:
    """Who held a seat before the one who sits there now."""
    return Subquery(_earlier(actor).order_by("-from_on").values("member__name")[:1])


def _earlier(actor: Actor) -> QuerySet[Holding]:
    held = Holding.objects.filter(seat=OuterRef("seat"), kind=HoldingKind.HOLDER, from_on__lt=OuterRef("from_on"))
    return held.exclude(member=UUID(actor.member))


def _named(at: str) -> dict[str, Any]:
    """A seat's title with its organisation, in both languages."""
    return {
        "th": Concat(f"{at}title_th", Value(" "), f"{at}organisation__name_th"),
        "en": Concat(f"{at}title_en", Value(", "), f"{at}organisation__name_en"),
    }


class _MonthsAfter(Func):
    """So many months after a day, in whichever database; nothing where no months are set."""

    output_field = DateField()

    def as_sqlite(self, compiler: Any, connection: Any, **more: Any) -> Any:
        return self.as_sql(compiler, connection, template="DATE(%(expressions)s || ' months')", **more)

    def as_postgresql(self, compiler: Any, connection: Any, **more: Any) -> Any:
        told = {"template": "(%(expressions)s))::date", "arg_joiner": " + make_interval(months => "}
        return self.as_sql(compiler, connection, **told, **more)
