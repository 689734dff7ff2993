"""Why somebody stands in a worklist, said as a person would say it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from sanam.domain.foundation.thai.dates import PartialDate, say_date, say_span
from sanam.domain.registry.freshness import Freshness
from sanam.domain.registry.queries import Row
from sanam.domain.registry.words import FactGroup, State
from sanam.interfaces.web.shell.language import reader

CARD_NEARS_ITS_END = timedelta(days=92)


@dataclass(frozen=True, slots=True)
class Errand:
    """One person of a worklist: why they are listed, what one tap can confirm, and whether a carer is to be noted."""

    person: Any
    groups: Sequence[Any]
    freshness: list[Freshness]
    reasons: list[str]
    facts: list[FactGroup]
    carer_missing: bool


def errand(row: Row, facts: Iterable[FactGroup], today: date) -> Errand:
    """A row of the registry as an errand about these fact groups."""
    wanted = set(facts)
    old = [one for one in row.freshness if one.fact in wanted and one.state is not State.FRESH]
    known = bool(getattr(row.person, "carer_known", True))
    missing = not known and any(one.fact is FactGroup.CARER for one in old)
    tapped = [one.fact for one in old if one.fact is not FactGroup.CARER or known]
    reasons = [*_facts(old, today), *_cards(row.groups, today)]
    return Errand(row.person, row.groups, row.freshness, reasons, tapped, missing)


def _facts(old: Sequence[Freshness], today: date) -> list[str]:
    """Longest past its interval first; what nobody ever asked is said together."""
    past = sorted((one for one in old if one.state is State.STALE and one.ends), key=lambda one: one.ends or today)
    said = [_stale(one, today) for one in past]
    said += [f"{one.fact.said(reader())} {one.state.said(reader())}" for one in old if one.state is State.AGEING]
    never = " ".join(one.fact.said(reader()) for one in old if one.state is State.UNKNOWN)
    return [*said, _("ยังไม่มีใครถาม %(facts)s") % {"facts": never}] if never else said


def _stale(one: Freshness, today: date) -> str:
    fact = one.fact.said(reader())
    if one.ends is None or one.ends >= today:
        return _("%(fact)s ครบกำหนดวันนี้") % {"fact": fact}
    return _("%(fact)s เก่ามา %(long)s") % {"fact": fact, "long": say_span(one.ends, today, reader())}


def _cards(groups: Iterable[Any], today: date) -> list[str]:
    """Disability cards that ran out or soon will, for seats that see their dates."""
    said = []
    for one in groups:
        until = PartialDate.from_iso(one.card_until) if one.card_until else None
        if until and until.latest() < today:
            said.append(_("บัตรคนพิการหมดแล้วเมื่อ %(day)s") % {"day": say_date(until, language=reader())})
        elif until and until.latest() - today <= CARD_NEARS_ITS_END:
            said.append(_("บัตรคนพิการหมด %(day)s") % {"day": say_date(until, language=reader())})
    return said
