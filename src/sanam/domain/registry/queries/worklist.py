"""Whom to ask again, oldest first: the people a seat sees of whom something due is not fresh."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Case, DateField, Exists, OuterRef, Q, QuerySet, Subquery, Value, When

from sanam.domain.foundation.actor import Actor
from sanam.domain.parameters import queries as parameters
from sanam.domain.parameters.queries import Setting
from sanam.domain.registry import access
from sanam.domain.registry.models import Person, Relationship
from sanam.domain.registry.permissions import not_here
from sanam.domain.registry.queries import due
from sanam.domain.registry.queries.rows import Row, in_a_circle, rows
from sanam.domain.registry.words import ALWAYS_DUE, MARKED, FactGroup, State

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
    return tuple(fact for fact in FactGroup if fact not in MARKED or actor.sees(MARKED[fact]))


def worklist(actor: Actor, ask: Ask, after: str = "", size: int = PAGE) -> Work:
    """People with something due that is unknown, stale or ageing; never who died, moved or is only registered."""
    settings = parameters.values()
    people = due.here(actor).filter(area_code__startswith=ask.area).select_related("household")
    people = people.annotate(in_a_circle=in_a_circle(), carer_known=_carer_known())
    looked = _Looked(asked(actor, ask), ask.state, settings)
    page = _everyone if ask.everyone else _close
    found = page(people, looked, _place(after), size + 1)
    more = _mark(found[size - 1]) if len(found) > size else ""
    # of everyone only name and address are asked, so nobody's groups are needed to know what is due
    told = rows(actor, found[:size], settings, with_groups=not ask.everyone)
    return Work(told, more, settings)


def asked(actor: Actor, ask: Ask) -> tuple[FactGroup, ...]:
    """The fact groups a worklist looks at."""
    within = ALWAYS_DUE if ask.everyone else tuple(FactGroup)
    return tuple(fact for fact in askable(actor) if fact in within and ask.fact in (None, fact))


_Place = tuple[str, str, UUID | None]
_START: _Place = ("", "", None)
_NEVER = Value(date.min, output_field=DateField())


@dataclass(frozen=True, slots=True)
class _Looked:
    """What a list looks at: fact groups, one state or all that are not fresh, and the dials."""

    facts: Sequence[FactGroup]
    state: State | None
    settings: Mapping[str, Setting]

    @property
    def never(self) -> Q:
        """Of whom one of the fact groups was never seen."""
        unseen = Q(pk__in=[])
        for fact in self.facts:
            unseen |= due.never_seen(fact)
        return unseen

    @property
    def oldest(self) -> Subquery:
        """The day the oldest of the fact groups that are not fresh was seen."""
        states = NOT_FRESH if self.state is None else (self.state,)
        told = due.judged(self.settings).filter(Q(state__in=states), person=OuterRef("pk"), fact__in=self.facts)
        return Subquery(told.order_by("on").values("on")[:1], output_field=DateField())


def _close(people: QuerySet[Person], looked: _Looked, place: _Place, size: int) -> list[Person]:
    """Those we care for: never asked first, then longest ago. They are few, so one statement orders all of them."""
    people = people.filter(due.cared_for())
    if looked.state is State.UNKNOWN:
        return list(_by_name(people.filter(looked.never), place)[:size])
    first = Case(When(looked.never, then=_NEVER), default=looked.oldest) if looked.state is None else looked.oldest
    return list(_longest_ago(people.annotate(oldest=first), place)[:size])


def _everyone(people: QuerySet[Person], looked: _Looked, place: _Place, size: int) -> list[Person]:
    """Everybody: those never asked come by name, off the index of names; only then the others, longest ago first.

    A page may hold the end of the ones and the beginning of the others.
    """
    found: list[Person] = []
    if looked.state in (None, State.UNKNOWN) and not place[0]:
        found = list(_by_name(people.filter(looked.never), place)[:size])
        place = _START
    if looked.state is State.UNKNOWN or len(found) >= size:
        return found
    others = people.exclude(looked.never) if looked.state is None else people
    return found + list(_longest_ago(others.annotate(oldest=looked.oldest), place)[: size - len(found)])


def _by_name(people: QuerySet[Person], place: _Place) -> QuerySet[Person]:
    _day, key, last = place
    if last:
        people = people.filter(Q(sort_key__gt=key) | Q(sort_key=key, id__gt=last))
    return people.order_by("sort_key", "id")


def _longest_ago(people: QuerySet[Person], place: _Place) -> QuerySet[Person]:
    day, key, last = place
    people = people.filter(Q(oldest__isnull=False))
    if day:
        on = date.fromisoformat(day)
        after = Q(oldest__gt=on) | Q(oldest=on) & (Q(sort_key__gt=key) | Q(sort_key=key, id__gt=last))
        people = people.filter(after)
    return people.order_by("oldest", "sort_key", "id")


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


def work_row(actor: Actor, person_id: str) -> Row:
    """One person as a worklist shows them, after something was confirmed; raises NotHere for a stranger."""
    people = access.shown(actor, access.in_use(actor))
    people = people.annotate(in_a_circle=in_a_circle(), carer_known=_carer_known())
    found = people.filter(id=person_id).select_related("household").first()
    if found is None:
        raise not_here()
    return rows(actor, [found])[0]
