"""Who looked at a person, as the person may read it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor, ActorKind, Reach
from sanam.domain.journal import queries as journal
from sanam.domain.registry import access
from sanam.domain.registry.models import Emergency, Person
from sanam.domain.registry.permissions import check_can, not_by_consent
from sanam.domain.teams import queries as teams
from sanam.domain.teams.words import Can

PAGE = 50


@dataclass(frozen=True, slots=True)
class Look:
    """Looks of one seat (in both languages) one after another on a day; `at` is the last, `times` how many.

    Whether they were in an emergency, or in a file that left.
    """

    at: datetime
    seat: tuple[str, str]
    in_need: bool
    exported: bool
    times: int = 1


@dataclass(frozen=True, slots=True)
class Looks:
    """A page of looks, newest first; `before` is where the next one begins, 0 on the last."""

    person: Person
    because: str
    looks: list[Look]
    openings: list[Emergency]
    before: int


@dataclass(frozen=True, slots=True)
class Seen:
    """Somebody a seat looked at: how many times, and when last."""

    person: Person
    times: int
    last: datetime


@dataclass(frozen=True, slots=True)
class SeenBy:
    """Whom a seat looked at. `out_of_sight` counts those whoever asks does not see; a list that was opened, and an
    export, is counted too: who stood on an opened list is not written down, each person of an export is."""

    people: list[Seen]
    out_of_sight: int
    lists: int
    exports: int


def seen_by(actor: Actor, seat: str, since: datetime, until: datetime) -> SeenBy:
    """Whom a seat looked at in a span of time, for whoever answers the people it happened to."""
    check_can(actor, Can.ANSWER_REQUESTS)
    looked_at = journal.seen_by(seat, since, until)
    refs = {ref.removeprefix("person:"): told for ref, told in looked_at.items() if ref.startswith("person:")}
    people: list[Seen] = []
    for at in range(0, len(refs), 500):
        some = list(refs)[at : at + 500]
        found = access.visible(actor).filter(pk__in=some).order_by("sort_key", "id")
        people += [Seen(one, *refs[str(one.pk)]) for one in found]
    lists, _last = looked_at.get("people", (0, since))
    exports = journal.done_by(seat, "people.exported", since, until)
    return SeenBy(people, len(refs) - len(people), lists, exports)


def looks(actor: Actor, who: Person, before: int = 0) -> Looks:
    """Looks at a person read by `registry.person`, by seat: staff are shown by their role, never by name.

    A look counts as one in an emergency when it says so, and also when its seat had no other way in just then.
    """
    if actor.mandate.reach is Reach.SHARED:
        raise not_by_consent()
    found = list(journal.looks_at(who.ref, before=before, limit=PAGE + 1))
    more = found[PAGE - 1].pk if len(found) > PAGE else 0
    titles = teams.seat_titles(one.actor_ref for one in found if one.actor_kind == ActorKind.SEAT)
    openings = list(who.emergencies.select_related("seat__organisation").order_by("-opened_at", "-id"))
    seen: list[Look] = []
    for one in found[:PAGE]:
        in_need = one.because.startswith("emergency:") or any(_falls_in(opening, one) for opening in openings)
        _add(seen, Look(one.at, titles.get(one.actor_ref, ("", "")), in_need, one.because.startswith("entry:")))
    return Looks(who, access.opening(actor, who), seen, openings, more)


def _add(seen: list[Look], look: Look) -> None:
    """Looks of one seat in one manner on one day become one line: a family reads who, not each turn of a page."""
    last = seen[-1] if seen else None
    if last and (_day(last), last.seat, last.in_need, last.exported) == (
        *(_day(look), look.seat),
        *(look.in_need, look.exported),
    ):
        seen[-1] = replace(last, times=last.times + 1)
    else:
        seen.append(look)


def _day(look: Look) -> date:
    return look.at.astimezone(clock.BANGKOK).date()


def _falls_in(opening: Emergency, look: journal.Entry) -> bool:
    same = (str(opening.seat_id), opening.member_ref) == (look.actor_ref, look.member_ref)
    return same and opening.opened_at <= look.at < opening.until
