"""How many days are left, and the words of requests. Load as `{% load rights %}`."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import template
from django.utils.translation import gettext as _

from sanam.domain.foundation.thai.dates import say_date
from sanam.domain.registry.purposes import PURPOSES
from sanam.domain.registry.rights.words import (
    EVERY_PURPOSE,
    WAITING,
    Asked,
    Asker,
    Channel,
    ErasureGround,
    IdentitySeen,
    Kept,
    RefusalGround,
    RequestState,
)
from sanam.domain.registry.words import Word
from sanam.interfaces.web.shell.language import reader

register = template.Library()


@register.filter
def days_left(due: date, today: date) -> int:
    """Days until a day; below 0 once it is past."""
    return (due - today).days


@register.filter
def due(due: date, today: date) -> str:
    """เหลือ 12 วัน; เลยมา 2 วัน; ตอบวันนี้."""
    left = (due - today).days
    if left == 0:
        return _("ตอบวันนี้")
    if left > 0:
        return _("เหลือ %(days)s วัน") % {"days": left}
    return _("เลยมา %(days)s วัน") % {"days": -left}


@register.simple_tag
def waiting_states() -> tuple[RequestState, ...]:
    """States in which a request still waits."""
    return WAITING


@register.filter
def kept_said(kept: dict[str, Any]) -> str:
    """What stays behind a tombstone, and until when."""
    what = Kept(kept["what"]).said(reader())
    if not kept["until"]:
        return what
    return _("%(what)s ถึง %(day)s") % {
        "what": what,
        "day": say_date(date.fromisoformat(kept["until"]), language=reader()),
    }


@register.filter
def of(found: dict[str, str], key: str) -> str:
    """What stands under a key of a dictionary; nothing where nothing does."""
    return found.get(key, "")


@register.filter
def held_back_for(purpose: str) -> str:
    """What somebody is held back from, in words."""
    return _("ทุกเรื่อง") if purpose == EVERY_PURPOSE else PURPOSES[purpose].said(reader())


def _words(name: str, kind: type[Word]) -> None:
    register.filter(name, lambda value: kind(value).said(reader()) if value else "")


_words("asked_said", Asked)
_words("asker_said", Asker)
_words("channel_said", Channel)
_words("identity_said", IdentitySeen)
_words("refusal_ground", RefusalGround)
_words("erasure_ground", ErasureGround)
