"""Who looked at a person, as the person may read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sanam.domain.foundation.actor import Actor, ActorKind
from sanam.domain.journal import queries as journal
from sanam.domain.registry import access
from sanam.domain.registry.models import Emergency, Person
from sanam.domain.teams import queries as teams

PAGE = 50


@dataclass(frozen=True, slots=True)
class Look:
    """One look: when, by which seat (in both languages), whether in an emergency or in a file that left, and how."""

    at: datetime
    seat: tuple[str, str]
    in_need: bool
    exported: bool
    via: str


@dataclass(frozen=True, slots=True)
class Looks:
    """A page of looks, newest first; `before` is where the next one begins, 0 on the last."""

    person: Person
    because: str
    looks: list[Look]
    openings: list[Emergency]
    before: int


def looks(actor: Actor, who: Person, before: int = 0) -> Looks:
    """Looks at a person read by `registry.person`, by seat: staff are shown by their role, never by name.

    A look counts as one in an emergency when it says so, and also when its seat had no other way in just then.
    """
    found = list(journal.looks_at(who.ref, before=before, limit=PAGE + 1))
    more = found[PAGE - 1].pk if len(found) > PAGE else 0
    titles = teams.seat_titles(one.actor_ref for one in found if one.actor_kind == ActorKind.SEAT)
    openings = list(who.emergencies.select_related("seat__organisation").order_by("-opened_at", "-id"))
    seen = [
        Look(
            at=one.at,
            seat=titles.get(one.actor_ref, ("", "")),
            in_need=one.because.startswith("emergency:") or any(_falls_in(opening, one) for opening in openings),
            exported=one.because.startswith("entry:"),
            via=one.via,
        )
        for one in found[:PAGE]
    ]
    return Looks(who, access.opening(actor, who), seen, openings, more)


def _falls_in(opening: Emergency, look: journal.Entry) -> bool:
    same = (str(opening.seat_id), opening.member_ref) == (look.actor_ref, look.member_ref)
    return same and opening.opened_at <= look.at < opening.until
