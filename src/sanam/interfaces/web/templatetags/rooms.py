"""Dots and headings of a room. `{% load rooms %}`."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from sanam.domain.dialogue.words import Heading
from sanam.domain.gatherings.codes import spoken

register = template.Library()
register.filter(spoken)


@register.simple_tag
def dots_of(filled: int, whole: int) -> SafeString:
    """A row of dots, the filled ones first; the number stands beside it in words."""
    row = format_html_join("", '<i class="{}"></i>', (("" if at < filled else "off",) for at in range(whole)))
    return format_html('<span class="dots" aria-hidden="true">{}</span>', row)


@register.filter
def heading_said(statement: Any) -> Heading:
    """The heading a statement stands under, as a word."""
    return Heading(statement.heading)
