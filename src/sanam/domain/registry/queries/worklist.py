"""Whom to ask again, oldest first: the people a seat sees of whom something due is not fresh."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.parameters import queries as parameters
from sanam.domain.parameters.queries import Setting
from sanam.domain.registry.models import Person, Relationship
from sanam.domain.registry.queries import due
from sanam.domain.registry.queries.rows import Row, in_a_circle, rows
from sanam.domain.registry.words import ALWAYS_DUE, OF_HEALTH, FactGroup, State

PAGE = 25
NOT_FRESH = (State.AGEING, State.STALE)


@dataclass(frozen=True, slots=True)
class Ask:
    """What a worklist is narrowed by. `everyone`: also those in no group and no circle, who owe name and address only.

    `state` is "" for all that is not fresh, else unknown, stale or ageing.
    """

    fact: FactGroup | None = None
    area: str = ""
    state: State | None = None
    everyone: bool = False


@dataclass(frozen=True, slots=True)
class Work:
    """A page of people to ask, never asked first, then longest ago; `after` begins the next, empty on the last."""

    rows: list[Row]
    after: str
    settings: Mapping[str, Setting]


def askable(actor: Actor) -> tuple[FactGroup, ...]:
    """The fact groups this seat may say still hold: whoever does not see health cannot say that it is the same."""
    return tuple(fact for fact in FactGroup if fact not in OF_HEALTH or actor.sees(Privacy.SENSITIVE))


def worklist(actor: Actor, ask: Ask, after: str = "", size: int = PAGE) -> Work:
    """People with something due that is unknown, stale or ageing; never who died, moved or is only registered."""
    settings = parameters.values()
    people = due.here(actor).filter(area_code__startswith=ask.area)
    if not ask.everyone:
        people = people.filter(due.cared_for())
    people = people.annotate(in_a_circle=in_a_circle(), carer_known=_carer_known()).select_related("household")
    found = _page(people, asked(actor, ask), ask.state, settings, _place(after), size + 1)
    more = _mark(found[size - 1]) if len(found) > size else ""
    return Work(rows(actor, found[:size], settings), more, settings)


def asked(actor: Actor, ask: Ask) -> tuple[FactGroup, ...]:
    """The fact groups a worklist looks at."""
    within = ALWAYS_DUE if ask.everyone else tuple(FactGroup)
    return tuple(fact for fact in askable(actor) if fact in within and ask.fact in (None, fact))


_Place = tuple[str, str, UUID | None]
_START: _Place = ("", "", None)


def _page(
    people: QuerySet[Person],
    facts: Sequence[FactGroup],
    state: State | None,
    settings: Mapping[str, Setting],
    place: _Place,
    size: int,
) -> list[Person]:
    """Those never asked, by name; then the others, longest ago first. A page may hold the end of one and the other."""
    never = Q(pk__in=[])
    for fact in facts:
        never |= due.never_seen(fact)
    found: list[Person] = []
    day, key, last = place
    if state in (None, State.UNKNOWN) and not day:
        unasked = people.filter(never)
        if last:
            unasked = unasked.filter(Q(sort_key__gt=key) | Q(sort_key=key, id__gt=last))
        found = list(unasked.order_by("sort_key", "id")[:size])
    if state is State.UNKNOWN or len(found) >= size:
        return found
    states = NOT_FRESH if state is None else (state,)
    told = due.judged(settings).filter(person=OuterRef("pk"), fact__in=facts, state__in=states)
    oldest = people.annotate(oldest=Subquery(told.order_by("on").values("on")[:1])).filter(oldest__isnull=False)
    if state is None:
        oldest = oldest.exclude(never)
    if day:
        on = date.fromisoformat(day)
        after = Q(oldest__gt=on) | Q(oldest=on, sort_key__gt=key) | Q(oldest=on, sort_key=key, id__gt=last)
        oldest = oldest.filter(after)
    return found + list(oldest.order_by("oldest", "sort_key", "id")[: size - len(found)])


def _mark(last: Person) -> str:
    """Where a page ended: the day of the oldest fact where there is one, the name, the person."""
    oldest = getattr(last, "oldest", None)
    return f"{oldest.isoformat() if oldest else ''}|{last.sort_key}|{last.id}"


def _place(after: str) -> _Place:
    """Where a page begins; an address somebody made up begins at the first."""
    day, _, rest = after.partition("|")
    key, _, last = rest.rpartition("|")
    try:
        known = date.fromisoformat(day).isoformat() if day else ""
        return (known, key, UUID(last)) if "\0" not in key else _START
    except ValueError:
        return _START


def _carer_known() -> Exists:
    return Exists(Relationship.objects.filter(person=OuterRef("pk"), cares=True, to_on=""))
