"""What happened to a joined record since, in a sentence a line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.registry.words import FIELD_NAMES, FactGroup, Group
from sanam.interfaces.web.shell.language import reader

_ABOUT = {
    "registry.Alias": gettext_lazy("ชื่ออื่น"),
    "registry.CareCircle": gettext_lazy("วงดูแล"),
    "registry.Change": gettext_lazy("แก้"),
    "registry.Confirmation": gettext_lazy("ยืนยัน"),
    "registry.Conflict": gettext_lazy("เรื่องที่บอกไม่ตรงกัน"),
    "registry.Duplicate": gettext_lazy("คู่ที่อาจเป็นคนเดียวกัน"),
    "registry.GroupMembership": gettext_lazy("กลุ่ม"),
    "registry.Identifier": gettext_lazy("เลขประจำตัว"),
    "registry.Person": gettext_lazy("ข้อมูลเปลี่ยน"),
    "registry.Residence": gettext_lazy("ที่อยู่"),
    "registry.SourceRow": gettext_lazy("แฟ้มใหม่ของหน่วยบริการ"),
}
_HOW = {"new": gettext_lazy("เพิ่มใหม่"), "changed": gettext_lazy("เปลี่ยนไป"), "removed": gettext_lazy("หายไป")}


def lines_since(actor: Actor, told: Iterable[Any]) -> list[dict[str, Any]]:
    """Each thing once: {about, how, back}; what it names is left out where the mandate does not show it."""
    lines = []
    for one in told:
        about = str(_ABOUT.get(one.table, _("ข้อมูลอื่น")))
        what = _named(one) if actor.sees(Privacy.SENSITIVE) and actor.sees(Privacy.INCOME) else ""
        line = {"about": f"{about} {what}".strip(), "how": _HOW[one.how], "back": one.back}
        if line not in lines:
            lines.append(line)
    return lines


def _named(one: Any) -> str:
    """A field, a fact or a group by its name; anything else as it was written."""
    language = reader()
    if one.table == "registry.Confirmation" and one.what in list(FactGroup):
        return FactGroup(one.what).said(language)
    if one.table == "registry.GroupMembership" and one.what in list(Group):
        return Group(one.what).said(language)
    if one.what in FIELD_NAMES:
        return FIELD_NAMES[one.what][1 if language == "en" else 0]
    return str(one.what)
