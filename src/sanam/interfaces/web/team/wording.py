"""A seat's mandate and what changed at it, in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from sanam.domain.areas import queries as areas
from sanam.domain.foundation.actor import Mandate, Reach
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.foundation.thai.dates import PartialDate, say_date
from sanam.domain.journal import queries as journal
from sanam.domain.teams import queries as teams
from sanam.domain.teams.said import CAPABILITY_NAMES, MARK_NAMES, REACH_NAMES, Names
from sanam.interfaces.web.shell.language import reader


@dataclass(frozen=True, slots=True)
class InWords:
    """What a mandate is, line by line."""

    may: list[str]
    where: list[str]
    whom: str
    sees: list[str]


@dataclass(frozen=True, slots=True)
class Happening:
    """One change at a seat: when, what, who did it and why."""

    at: datetime
    what: str
    by: str
    because: str


def in_words(mandate: Mandate) -> InWords:
    """A mandate as people say it, in the order in which words are listed."""
    return InWords(
        may=[_in(names) for name, names in CAPABILITY_NAMES.items() if name in mandate.capabilities],
        where=[areas.said(code, reader()) for code in mandate.areas],
        whom=_in(REACH_NAMES[mandate.reach]),
        sees=[_in(names) for mark, names in MARK_NAMES.items() if mark in mandate.fields and mark is not Privacy.OPEN],
    )


def happenings(seat_id: str, limit: int = 12) -> list[Happening]:
    """What changed at a seat, newest first: opened, mandate, term, handed over; who sat there is told elsewhere."""
    told = [(entry, said) for entry, said in journal.told_about([f"seat:{seat_id}"]) if entry.did in _WHAT][-limit:]
    titles = teams.seat_titles(entry.actor_ref for entry, _said in told)
    nobody = (_("ผู้ดูแลระบบ"), _("ผู้ดูแลระบบ"))
    return [
        Happening(entry.at, _WHAT[entry.did](said), _in(titles.get(entry.actor_ref, nobody)), entry.because)
        for entry, said in reversed(told)
    ]


def _mandate_changed(said: dict[str, Any]) -> str:
    """What came and what went, in words; both together say what the seat is now."""
    before, after = (_parts(said.get(when, {})) for when in ("before", "after"))
    came, went = [one for one in after if one not in before], [one for one in before if one not in after]
    parts = [_("ขอบเขตเปลี่ยน")]
    if came:
        parts.append(_("เพิ่ม %(what)s") % {"what": ", ".join(came)})
    if went:
        parts.append(_("เอาออก %(what)s") % {"what": ", ".join(went)})
    return " · ".join(parts)


def _parts(said: dict[str, Any]) -> list[str]:
    if not said:
        return []
    mandate = Mandate(
        capabilities=frozenset(said["capabilities"]),
        areas=tuple(said["areas"]),
        reach=Reach(said["reach"]),
        fields=frozenset(Privacy(mark) for mark in said["fields"]),
    )
    words = in_words(mandate)
    return [*words.may, *words.where, words.whom, *words.sees]


def _term(said: dict[str, Any]) -> str:
    return _("วาระถึง %(day)s") % {"day": say_date(PartialDate.from_iso(said["after"]), language=reader())}


_WHAT = {
    "teams.seat_set_up": lambda _said: _("เปิดที่นั่ง"),
    "teams.seat_closed": lambda _said: _("ปิดที่นั่ง"),
    "teams.mandate_changed": _mandate_changed,
    "teams.term_extended": _term,
    "teams.seat_needs": lambda _said: _("ตั้งจำนวนรองและวาระใหม่"),
    "teams.handed_over": lambda _said: _("ส่งมอบที่นั่งแล้ว"),
}


def _in(names: Names) -> str:
    return names[reader() == "en"]
