"""What was agreed, in the reader's words. Load as `{% load agreed %}`."""

from __future__ import annotations

from datetime import datetime

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from sanam.domain.foundation import clock
from sanam.domain.foundation.thai.dates import say_date, say_time
from sanam.domain.registry.purposes import PURPOSES
from sanam.domain.registry.words import ConsentEnd, ConsentHow, GuardianAs, Nearness, Verdict, Word
from sanam.interfaces.web.shell import care_circle
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.typesetting import together

register = template.Library()
_LISTS: dict[str, type[Word]] = {
    "how": ConsentHow,
    "guardian": GuardianAs,
    "end": ConsentEnd,
    "nearness": Nearness,
    "verdict": Verdict,
}


@register.filter
def purpose_said(name: str) -> str:
    """A purpose by its name; one that the catalogue no longer knows, as it was written."""
    return PURPOSES[name].said(reader()) if name in PURPOSES else name


@register.filter
def worded(value: str, which: str) -> str:
    """A stored word of one of these lists in the reader's language."""
    words = _LISTS[which]
    return words(value).said(reader()) if value in set(words) else value


@register.filter
def in_tongue(pair: tuple[str, str]) -> str:
    """A pair of Thai and English in the reader's language."""
    return pair[reader() == "en"]


@register.filter
def moment(at: datetime) -> SafeString:
    """`<time>` around 24 พ.ย. 2569 09.30 น."""
    local = at.astimezone(clock.BANGKOK)
    said = f"{say_date(local.date(), language=reader())} {say_time(local, reader())}"
    return format_html('<time datetime="{}">{}</time>', local.isoformat(timespec="minutes"), together(said))


@register.filter
def hour(at: datetime) -> SafeString:
    """`<time>` around 09.30 น. of a moment today."""
    local = at.astimezone(clock.BANGKOK)
    said = together(say_time(local, reader()))
    return format_html('<time class="keep" datetime="{}">{}</time>', local.isoformat(timespec="minutes"), said)


register.simple_tag(care_circle.care_circle)
