"""Reads: at what the dials of a draft stand now, at what they would, and what would move with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sanam.domain.foundation.actor import Actor
from sanam.domain.parameters import queries as parameters
from sanam.domain.parameters.catalogue import DIALS
from sanam.domain.parameters.queries import Setting
from sanam.domain.rules import force
from sanam.domain.rules.foreseeing import Counted, Effect, Settings, effects
from sanam.domain.rules.labels import label
from sanam.domain.rules.permissions import check_can_see
from sanam.domain.rules.turning import Values
from sanam.domain.teams.models import Body


@dataclass(frozen=True, slots=True)
class Dialled:
    """A dial that a draft turns, or turns no longer: where it stands, and where it would."""

    name: str
    now: Setting
    then: Setting

    @property
    def stays(self) -> bool:
        """Whether it would stand where it stands."""
        return self.now.value == self.then.value


@dataclass(frozen=True, slots=True)
class Foreseen:
    """Everything a draft would move: its dials by name, and what rooms above can count for who asks."""

    dials: Mapping[str, Dialled]
    counted: Sequence[tuple[Effect, Counted]]


def foreseen(
    actor: Actor, body: Body, turned: Values, *, left: Values | None = None, base: UUID | None = None
) -> Foreseen:
    """What a draft would do that turns some dials and has `left` others alone, which its `base` version turned.

    No statement for a draft without dials, else one for where they stand and one for what can be counted; where a
    dial goes back to an older rule, that is worked out from the rules in force.
    """
    check_can_see(actor)
    gone = [name for name in left or {} if name not in turned]
    if not turned and not gone:
        return Foreseen({}, [])
    now = parameters.values()
    then = {**now, **_back(now, gone, base), **_turned(now, turned)}
    dials = {name: Dialled(name, now[name], then[name]) for name in DIALS if name in turned or name in gone}
    return Foreseen(dials, _counted(actor, body, now, then, [one.name for one in dials.values() if not one.stays]))


def _turned(now: Settings, turned: Values) -> dict[str, Setting]:
    """The newest rule counts; what only rises is not lowered by it."""
    told = {}
    for name, value in turned.items():
        if name in DIALS:
            told[name] = now[name] if DIALS[name].only_rises and now[name].value > value else Setting(value)
    return told


def _back(now: Settings, gone: Sequence[str], base: UUID | None) -> dict[str, Setting]:
    """Dials that stand by the base alone go back to the rule before it, or to their start."""
    theirs = [name for name in gone if name in now and now[name].rule_ref == f"rule_version:{base}"]
    if not theirs:
        return {}
    others = force.dials(version for version in force.in_force() if version.pk != base)
    return {name: _setting(name, others.get(name)) for name in theirs}


def _setting(name: str, told: force.Turned | None) -> Setting:
    if told is None:
        return Setting(DIALS[name].default)
    return Setting(told.value, *label(told.version), told.version.ref)


def _counted(
    actor: Actor, body: Body, now: Settings, then: Settings, moved: Sequence[str]
) -> list[tuple[Effect, Counted]]:
    found = []
    for effect in effects():
        theirs = [name for name in moved if name.startswith(effect.dials)]
        counted = effect.query(actor, body.area_codes, now, then, theirs) if theirs else None
        if counted is not None:
            found.append((effect, counted))
    return found
