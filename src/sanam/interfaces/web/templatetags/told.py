"""Where something is known from and who said so, in the reader's language. Load as `{% load told %}`."""

from __future__ import annotations

from collections.abc import Mapping

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from sanam.domain.foundation.thai.dates import PartialDate, say_date
from sanam.domain.registry.incoming import A_LIST
from sanam.domain.registry.words import How
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.typesetting import typeset

register = template.Library()
_FROM_A_FILE = "43 แฟ้ม "


@register.filter
def source(text: str) -> SafeString | str:
    """How something became known: a word of ours is translated, a hospital's file named, anything else as written."""
    if text in {how.value for how in How}:
        return How(text).said(reader())
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
def partial_day(iso: str) -> str:
    """A date kept as ISO, at its own precision: "2026", "2026-05", "2026-05-01"."""
    return say_date(PartialDate.from_iso(iso), language=reader())
