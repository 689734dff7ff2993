"""Thai dates, names and small pictures for templates. Load as `{% load thai %}`."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from sanam.domain.foundation import clock
from sanam.domain.foundation.phone import say_phone
from sanam.domain.foundation.thai.dates import PartialDate, age_in_years, say_date, say_weekday_date
from sanam.domain.foundation.thai.digits import to_arabic, to_thai
from sanam.domain.foundation.thai.names import initial as name_initial
from sanam.domain.registry.words import FIELD_NAMES, KINDS, Group, Word
from sanam.interfaces.web.shell import circles, fresh
from sanam.interfaces.web.shell.context import built_files
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.shapes import leg_shape

register = template.Library()


def _day(when: Any) -> Any:
    return when.astimezone(clock.BANGKOK).date() if isinstance(when, datetime) else when


@register.filter
def thai_date(when: date | PartialDate | None) -> str:
    """24 พ.ย. 2569; in English with both eras."""
    return say_date(_day(when), language=reader()) if when else ""


@register.filter
def weekday_date(when: date) -> str:
    return say_weekday_date(when, language=reader())


@register.filter
def age(birth: PartialDate, today: date) -> int:
    return age_in_years(birth, today)


@register.filter
def said(word: Word) -> str:
    """A word of the registry in the reader's language."""
    return word.said(reader())


@register.filter
def field_name(name: str) -> str:
    th, en, _group = FIELD_NAMES[name]
    return en if reader() == "en" else th


@register.filter
def group_said(membership: Any, sees_kind: bool) -> str:
    """A membership as people say it: its kind where it has one and the seat may see health, else the group."""
    group, language = Group(membership.group), reader()
    kind = KINDS.get(group, {}).get(membership.kind, ("", ""))[language == "en"] if sees_kind else ""
    whole = (group.said(language), kind) if group == Group.DEPENDENT or not kind else (kind,)
    return " ".join(part for part in whole if part)


@register.filter
def title_of(thing: Any) -> str:
    """`title_th`/`title_en` or `name_th`/`name_en` of a seat, body or organisation."""
    language = reader()
    return getattr(thing, f"title_{language}", None) or getattr(thing, f"name_{language}")


@register.filter
def phone(digits: str) -> str:
    return say_phone(digits)


@register.filter
def initial(given: str) -> str:
    return name_initial(given)


@register.filter
def paper_number(number: int | str) -> str:
    """Thai numerals in Thai reports."""
    return to_thai(str(number)) if reader() == "th" else str(number)


@register.filter
def in_figures(text: int | str, figures: str) -> SafeString | str:
    """A number in the numerals chosen, and a text as it is written, or with 123 where those were chosen."""
    if figures != "123":
        return to_thai(str(text)) if isinstance(text, int) and figures else str(text) if isinstance(text, int) else text
    plain = to_arabic(str(text))
    return mark_safe(plain) if isinstance(text, SafeString) else plain  # noqa: S308 - digits alone were changed


@register.simple_tag
def icon(name: str) -> SafeString:
    """A line icon beside words; the sprite is one cached file."""
    return format_html(
        '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><use href="{}#i-{}"/></svg>',
        static(built_files()["icons"]),
        name,
    )


@register.simple_tag
def leg_mark(order: int) -> SafeString:
    """A leg's shape, before its colour."""
    picture = '<svg class="leg is-leg-{}" viewBox="0 0 12 12" aria-hidden="true">{}</svg>'
    return format_html(picture, order, leg_shape(order))


for picture in (
    fresh.freshness_strip,
    fresh.freshness_mini,
    fresh.last_asked,
    fresh.ask_and_rule,
    circles.circle_of,
    circles.circle_of_people,
):
    register.simple_tag(picture)
