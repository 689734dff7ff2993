"""Who was asked to a gathering and who came, as rows of a sheet for its hosts; written down before they leave."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import Language
from sanam.domain.gatherings import queries
from sanam.domain.gatherings.asked import Answer, Channel, Gone, Source, Way
from sanam.domain.gatherings.permissions import check_hosts
from sanam.domain.journal import operations as journal

if TYPE_CHECKING:
    from sanam.domain.gatherings.models import Attendance, Gathering, Invitation

Rows = list[list[str]]
ASKED = (
    ("ชื่อ", "name"),
    ("ที่นั่ง", "seat"),
    ("หน่วยงานหรือกลุ่ม", "organisation"),
    ("โทรศัพท์", "phone"),
    ("ขา", "leg"),
    ("ชวนอย่างไร", "way"),
    ("ชวนทาง", "channel"),
    ("ชวนเมื่อ", "asked on"),
    ("ชวนครั้งแรก", "asked for the first time"),
    ("คำตอบ", "answer"),
    ("ตอบเมื่อ", "answered on"),
)
CAME = (
    ("ชื่อ", "name"),
    ("หน่วยงานหรือกลุ่ม", "organisation"),
    ("ขา", "leg"),
    ("เซ็นอย่างไร", "signed"),
    ("เมื่อ", "at"),
    ("มาครั้งแรก", "came for the first time"),
    ("ชวนไว้", "was asked"),
)
"""Columns, in Thai and in English."""
_YES = {"th": "ใช่", "en": "yes"}


def asked(*, by: Actor, gathering: Gathering, language: Language) -> Rows:
    """Everyone asked, a header first; raises NotAllowed for whoever is no host."""
    rows = [_asked(one, language) for one in queries.invitations(by, gathering)]
    return _written_down(by, gathering, "invitations", [_header(ASKED, language), *rows])


def came(*, by: Actor, gathering: Gathering, language: Language) -> Rows:
    """Everyone who gave a name, a header first; raises NotAllowed for whoever is no host."""
    check_hosts(by, gathering)
    rows = [_came(one, language) for one in queries.named(gathering)]
    return _written_down(by, gathering, "attendance", [_header(CAME, language), *rows])


MADE: dict[str, Callable[..., Rows]] = {"invitations": asked, "attendance": came}


@transaction.atomic
def _written_down(by: Actor, gathering: Gathering, what: str, rows: Rows) -> Rows:
    journal.record(by=by, did="gathering.exported", to=gathering.ref, details={"what": what, "people": len(rows) - 1})
    return rows


def _header(columns: Sequence[tuple[str, str]], language: Language) -> list[str]:
    return [en if language == "en" else th for th, en in columns]


def _asked(one: Invitation, language: Language) -> list[str]:
    listed, seat = one.eligible, one.seat
    return [
        _name(one.name, listed.gone if listed else "", language),
        _named(seat, "title", language),
        _named(seat.organisation, "name", language) if seat else listed.organisation if listed else "",
        listed.phone if listed else "",
        _named(one.leg, "name", language),
        Way(one.way).said(language),
        Channel(one.channel).said(language),
        _day(one.at),
        _YES[language] if one.first_asked else "",
        Answer(one.answer).said(language) if one.answer else "",
        _day(one.answered_at),
    ]


def _came(one: Attendance, language: Language) -> list[str]:
    return [
        _name(one.name, one.gone, language),
        one.organisation,
        _named(one.leg, "name", language),
        Source(one.source).said(language),
        f"{one.at.astimezone(clock.BANGKOK):%Y-%m-%d %H:%M}",
        _YES[language] if one.first_time else "",
        _YES[language] if one.invitation_id else "",
    ]


def _name(name: str, gone: str, language: Language) -> str:
    return f"({Gone(gone).said(language)})" if gone else name


def _named(thing: Any, what: str, language: Language) -> str:
    return getattr(thing, f"{what}_{language}") if thing else ""


def _day(at: datetime | None) -> str:
    return at.astimezone(clock.BANGKOK).date().isoformat() if at else ""
