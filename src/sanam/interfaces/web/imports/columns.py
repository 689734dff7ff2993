"""What the columns of a list were understood as, in the reader's language."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from sanam.domain.registry.words import FIELD_NAMES
from sanam.interfaces.files.lists.headers import KEPT_ONLY
from sanam.interfaces.web.shell.language import reader

_SAID = {
    "full_name": gettext_lazy("ชื่อและนามสกุล"),
    "number": gettext_lazy("เลขประจำตัว"),
    "house_no": gettext_lazy("บ้านเลขที่"),
    "moo": gettext_lazy("หมู่"),
    "tambon": gettext_lazy("ตำบล"),
    "amphoe": gettext_lazy("อำเภอ"),
    "address": gettext_lazy("ที่อยู่"),
    "disability": gettext_lazy("ประเภทความพิการ"),
    "dependence": gettext_lazy("ภาวะพึ่งพิง"),
}


def field_said(meaning: str) -> str:
    """The name of what a column fills; empty for one that only stays with its row."""
    if not meaning or meaning in KEPT_ONLY:
        return ""
    if meaning in FIELD_NAMES:
        return FIELD_NAMES[meaning][reader() == "en"]
    return str(_SAID.get(meaning, ""))
