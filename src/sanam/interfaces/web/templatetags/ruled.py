"""Which rule a page stands by. Load as `{% load ruled %}`."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from sanam.domain.parameters.queries import Setting
from sanam.domain.rules.labels import label
from sanam.domain.rules.words import Method
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


@register.filter
def version_name(version: Any) -> str:
    """What a version is called: กติกาข้อ ๓ ฉบับที่ ๒."""
    th, en = label(version)
    return en if reader() == "en" else th


@register.filter
def how_agreed(version: Any) -> str:
    """By which method a version was agreed."""
    return Method(version.method).said(reader())
