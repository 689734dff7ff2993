"""By which rule something stands: its words, leading to the version as it was agreed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from sanam.domain.parameters import queries as parameters
from sanam.domain.parameters.queries import Setting
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.request import Request

VERSION = "rule_version:"


def by_rule(setting: Setting | None) -> SafeString:
    """ "ตามกติกาข้อ ๓ ฉบับที่ ๒", a link; nothing where no rule was agreed."""
    if setting is None or not setting.rule:
        return SafeString("")
    words = _("ตาม%(rule)s") % {"rule": setting.said(reader())}
    if not setting.rule_ref.startswith(VERSION):
        return format_html("{}", words)
    to = reverse("web:rule_version", args=[setting.rule_ref.removeprefix(VERSION)])
    return format_html('<a class="keep" href="{}">{}</a>', to, words)


def by_rules(settings: Iterable[Setting | None]) -> list[SafeString]:
    """The same for several, each rule once."""
    agreed = {one.rule_ref: one for one in settings if one is not None and one.rule}
    return [by_rule(one) for one in agreed.values()]


def turned(request: Request) -> Mapping[str, Setting]:
    """Every dial's setting, read once for a page."""
    found: Mapping[str, Setting] | None = getattr(request, "settings_read", None)
    if found is None:
        found = parameters.values()
        request.settings_read = found  # type: ignore[attr-defined]
    return found


def keep(request: Request, settings: Mapping[str, Setting]) -> None:
    """Settings that a page read already, so that nothing on it reads them again."""
    request.settings_read = settings  # type: ignore[attr-defined]
