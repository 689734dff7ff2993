"""Where something is known from and who said so, in the reader's language. Load as `{% load told %}`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from sanam.domain.foundation.thai.calendar import MONTHS
from sanam.domain.foundation.thai.dates import ERA, PartialDate, say_date
from sanam.domain.registry.incoming import A_LIST
from sanam.domain.registry.words import Event, How, Kin, Stands
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.typesetting import typeset

register = template.Library()
_FROM_A_FILE = "43 แฟ้ม "
_JOINED = "รวมบันทึก"


@register.filter
def source(text: str) -> SafeString | str:
    """How something became known: a word of ours is translated, a hospital's file named, anything else as written."""
    if text in {how.value for how in How}:
        return How(text).said(reader())
    if text == _JOINED:
        return _("รวมบันทึก")
    if text.startswith(_FROM_A_FILE):
        return _("43 แฟ้มของ %(hospital)s") % {"hospital": text.removeprefix(_FROM_A_FILE)}
    if text == A_LIST:
        return _("รายชื่อที่นำเข้า")
    return typeset(conditional_escape(text))


@register.filter
def who(label: str, titles: Mapping[str, str]) -> str:
    """The seat that did it, in the reader's language where it still has a name there; else as it was written down."""
    return titles.get(label, label)


@register.filter
def event_said(line: Any) -> str:
    """What happened to somebody, of a line that tells it."""
    return Event(line.more).said(reader())


@register.filter
def kin(value: str) -> str:
    """Who somebody is to a person."""
    return Kin(value).said(reader()) if value in list(Kin) else value


@register.filter
def as_the_file_says(proposal: Any) -> str:
    """A volunteer as a hospital's file names them, where that is all there is; a sealed number is not shown."""
    if proposal.hint.startswith("#"):
        return _("แฟ้มบอกด้วยเลขบัตรของคนที่ยังไม่มีในทะเบียน")
    return _("แฟ้มบอกว่า %(hint)s") % {"hint": proposal.hint}


@register.filter
def month_said(first: date) -> str:
    """A month with its year: เดือนพฤศจิกายน 2569."""
    month = MONTHS[first.month - 1]
    return f"{month.en} {first.year}" if reader() == "en" else f"{month.th} {first.year + ERA}"


@register.filter
def partial_day(iso: str) -> str:
    """A date kept as ISO, at its own precision: "2026", "2026-05", "2026-05-01"."""
    return say_date(PartialDate.from_iso(iso), language=reader())


@register.filter
def stands(value: str) -> str:
    """Whether a note still stands, in the reader's language."""
    return Stands(value).said(reader())


@register.filter
def amount(number: Decimal) -> str:
    """An amount with commas, and with its decimals only where it has some: 12,500 or 0.50."""
    return f"{number:,.2f}".removesuffix(".00")
