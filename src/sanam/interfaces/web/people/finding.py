"""Search and filters of the list of people."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext_lazy as _

from sanam.domain.registry.queries import Filters
from sanam.domain.registry.words import Group
from sanam.interfaces.web.people.forms import offer, words


class FindForm(forms.Form):
    """Search and filters; all of it lives in the address, so a reload or a shared link shows the same list."""

    q = forms.CharField(required=False, max_length=80, label=_("ค้นหาชื่อ ชื่อเล่น บ้านเลขที่ หรือเลขบัตร"))
    group = forms.ChoiceField(required=False)
    area = forms.ChoiceField(required=False, label=_("พื้นที่"))

    def __init__(self, data: Any, *, areas: list[tuple[str, str]]) -> None:
        super().__init__(data)
        offer(self, "group", words(Group))
        offer(self, "area", [("", _("ทั้งหมด")), *areas])

    def filters(self) -> Filters:
        """What the list is narrowed by; a value outside the closed lists narrows nothing and is dropped."""
        self.is_valid()
        said = self.cleaned_data
        text = said.get("q", "")
        # who died or moved is looked for by name, to be recognised; a list to work through leaves them out
        return Filters(text, said.get("group", ""), said.get("area", ""), life="" if text.strip() else "alive")

    def link(self, **changed: str) -> str:
        """The address of this list with something changed."""
        said = {name: self.cleaned_data.get(name, "") for name in self.fields} | changed
        return "?" + urlencode({name: value for name, value in said.items() if value})
