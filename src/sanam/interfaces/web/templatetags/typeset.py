"""Words and dates set for reading. Load as `{% load typeset %}`; plain strings are in `{% load thai %}`."""

from __future__ import annotations

from datetime import date, datetime

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from sanam.domain.areas import queries as areas
from sanam.domain.foundation import clock
from sanam.domain.foundation.phone import say_phone
from sanam.domain.foundation.thai.dates import PartialDate, say_ago, say_date
from sanam.domain.foundation.thai.digits import to_thai
from sanam.domain.registry.words import Life, Residency, Sex, Word
from sanam.interfaces.web.shell import typesetting
from sanam.interfaces.web.shell.language import reader

register = template.Library()
_DATES = ("birth", "life_on")
_WORDS: dict[str, type[Word]] = {"sex": Sex, "life": Life, "residency": Residency}
When = date | datetime | PartialDate


@register.filter
def typeset(text: str) -> SafeString:
    """Running Thai with its bodies, dates and terms kept whole."""
    return typesetting.typeset(text)


@register.filter
def names(full_name: str) -> SafeString:
    """A person's name: a line may end between given name and surname, and nowhere else."""
    return typesetting.whole(full_name.split())


@register.filter
def where(code: str) -> SafeString:
    """A place with its title and the sub-district it lies in, each on one line."""
    known = (areas.said(code[:length], reader()) for length in (8, 6) if len(code) >= length)
    return typesetting.whole(known)


@register.filter
def village(code: str) -> str:
    """A village with its number, without the sub-district it lies in."""
    return areas.said(code, reader())


@register.filter
def day(when: When | None) -> SafeString | str:
    """`<time>` around 24 พ.ย. 2569; in English with both eras."""
    return _timed(when, say_date(_day_of(when), language=reader())) if when else ""


@register.filter
def paper_day(when: When | None) -> SafeString | str:
    """`<time>` around ๑๐ มกราคม ๒๕๖๓, as reports write it."""
    if not when:
        return ""
    language = reader()
    said = say_date(_day_of(when), style="long", language=language)
    return _timed(when, to_thai(said) if language == "th" else said)


@register.filter
def since(when: date | datetime, today: date) -> SafeString:
    """`<time>` around วันนี้, เมื่อวาน, 6 วันก่อน; the day itself is in its datetime."""
    known = _day_of(when)
    said = say_ago(known.earliest() if isinstance(known, PartialDate) else known, today, reader())
    return _timed(when, typesetting.together(said))


@register.filter
def field_value(value: str, name: str) -> SafeString | str:
    """A value of a person's field as it is said: a word for a code, a date for a date, – for nothing."""
    if not value:
        return "–"
    if name in _DATES:
        return day(PartialDate.from_iso(value))
    if name == "area_code":
        return where(value)
    if name == "household_id":
        number, _space, area = value.rpartition(" ")
        return format_html("{} {}", number, where(area)) if number else where(area)
    return say_phone(value) if name == "phone" else _worded(value, name)


def _worded(value: str, name: str) -> str:
    words = _WORDS.get(name)
    known = words is not None and value in list(words)
    return words(value).said(reader()) if words and known else value


def _day_of(when: When) -> date | PartialDate:
    return when.astimezone(clock.BANGKOK).date() if isinstance(when, datetime) else when


def _timed(when: When, said: str) -> SafeString:
    known = _day_of(when)
    iso = known.iso() if isinstance(known, PartialDate) else known.isoformat()
    known_part, gap, rest = _split(said) if isinstance(known, PartialDate) and not known.day else (said, "", "")
    day = format_html('<time datetime="{}">{}</time>', iso, known_part)
    # what is not known may stand on the next line
    return format_html('{}{}<span class="keep">{}</span>', day, gap, rest) if gap else day


def _split(said: str) -> tuple[str, str, str]:
    """ "พ.ศ. 2485 ไม่ทราบวันเดือน" as what is known, the gap, and what is not."""
    known, gap, rest = said.rpartition(" " if reader() == "th" else ", ")
    return (known, gap, rest) if gap else (said, "", "")
