"""Which rule a page stands by. Load as `{% load ruled %}`."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from sanam.domain.foundation.privacy import Privacy
from sanam.domain.foundation.thai.dates import say_date
from sanam.domain.parameters.queries import Setting
from sanam.domain.rules.labels import label
from sanam.domain.rules.queries import Agreed, Day
from sanam.domain.rules.words import Method, Standing
from sanam.domain.teams.closing import dial_of
from sanam.interfaces.web.shell import by_rule as shell
from sanam.interfaces.web.shell.language import reader

register = template.Library()


@register.filter
def by_rule(setting: Setting) -> SafeString:
    """The rule one setting came from, as a link."""
    return shell.by_rule(setting)


@register.simple_tag(takes_context=True)
def by_rules(context: Any, dials: str) -> SafeString | str:
    """The rules that turned the dials whose names begin so, on a line of their own; nothing where none did."""
    found = shell.turned(context["request"])
    links = shell.by_rules(one for name, one in found.items() if name.startswith(dials))
    line = format_html_join(" ", "<span>{}</span>", ((link,) for link in links))
    return format_html('<p class="small quiet">{}</p>', line) if links else ""


@register.simple_tag(takes_context=True)
def closed_by(context: Any, mark: str) -> SafeString | str:
    """ "ไม่แสดง ตามกติกาข้อ ๓ ฉบับที่ ๒" for a class of facts that a rule closes to the seat acting, whoever the page
    is about and whatever is known of them; nothing where it closes none."""
    actor = context["request"].actor
    if mark not in actor.mandate.closed:
        return ""
    setting = shell.turned(context["request"]).get(dial_of(Privacy(mark), actor.role))
    return format_html("{} {}", _("ไม่แสดง"), shell.by_rule(setting))


@register.filter
def version_name(version: Any) -> str:
    """What a version is called: กติกาข้อ ๓ ฉบับที่ ๒."""
    th, en = label(version)
    return en if reader() == "en" else th


@register.filter
def stands_said(agreed: Agreed) -> str:
    """How a version stands and what is due on it, in one sentence; empty where nothing is but its days."""
    version, language = agreed.version, reader()
    review = say_date(version.review_on, language=language)
    if agreed.for_now:
        legs = ", ".join(_("ขา%(leg)s") % {"leg": getattr(leg, f"name_{language}")} for leg in agreed.missing)
        if agreed.reopened:
            said = _("ตกลงไว้ก่อนถึง %(until)s ยังขาด %(legs)s มีขาที่ขอคุยใหม่แล้ว ระหว่างนี้ยังใช้อยู่")
        else:
            said = _("ตกลงไว้ก่อนถึง %(until)s ยังขาด %(legs)s ขาที่ขาดยินยอม หรือขอคุยใหม่ได้หนึ่งครั้ง")
        return said % {"until": say_date(agreed.for_now, language=language), "legs": legs}
    if agreed.is_in_force and agreed.review_left < 0:
        return _("ถึงวันทบทวนแล้ว %(day)s ยังใช้อยู่จนกว่าเราจะตกลงใหม่ ใช้ต่อ แก้ หรือเลิกใช้ดี") % {"day": review}
    if agreed.review_near:
        return _("ใกล้วันทบทวน %(day)s ใช้ต่อ แก้ หรือเลิกใช้ดี") % {"day": review}
    return _not_in_force(agreed)


def _not_in_force(agreed: Agreed) -> str:
    start = say_date(agreed.version.in_force_from, language=reader())
    told = {
        None: _("ตกลงกันแล้ว เริ่มใช้ %(day)s") % {"day": start},
        Standing.REPLACED: _("มีฉบับใหม่แทนแล้ว"),
        Standing.RETIRED: _("เลิกใช้แล้ว ข้อความยังอยู่ให้อ่าน"),
        Standing.ENDED: _("ครบเวลาที่ตกลงไว้ก่อนแล้ว เสนอใหม่ได้เมื่อพร้อม"),
    }
    if agreed.version.proposal.retires:
        return _("ตกลงกันให้เลิกใช้ตั้งแต่ %(day)s ฉบับก่อนยังอยู่ให้อ่าน") % {"day": start}
    return told.get(agreed.standing, "")


@register.filter
def in_words(day: Day) -> str:
    """What a day of the rules is of."""
    return day.en if reader() == "en" else day.th


@register.filter
def how_agreed(version: Any) -> str:
    """By which method a version was agreed."""
    return Method(version.method).said(reader())
