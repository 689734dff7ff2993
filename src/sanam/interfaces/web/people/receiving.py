"""What somebody received, as a hand writes it down."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sanam.domain.foundation.thai.dates import PartialDate
from sanam.domain.foundation.thai.digits import to_arabic
from sanam.domain.registry.operations.assistance import Received
from sanam.domain.registry.words import Help, How
from sanam.domain.teams import queries as teams
from sanam.interfaces.web.people.dates import DateField
from sanam.interfaces.web.people.forms import KindForm, offer, words
from sanam.interfaces.web.shell.language import reader


class AmountField(forms.DecimalField):
    """An amount in Arabic or Thai figures, with or without commas."""

    widget = forms.TextInput(attrs={"inputmode": "decimal"})

    def to_python(self, value: Any) -> Any:
        return super().to_python(re.sub(r"[,\s]", "", to_arabic(str(value or ""))))


class ReceivedForm(KindForm):
    """What, from whom, when; the giver is one of our organisations or anybody by name."""

    kind = forms.ChoiceField(label=_("ได้รับอะไร"), widget=forms.RadioSelect)
    words = forms.CharField(label=_("เล่าสั้น ๆ"), max_length=200, required=False, help_text=_("เช่น ที่นอนลม ทางลาดหน้าบ้าน"))
    amount = AmountField(label=_("จำนวน (ถ้ารู้)"), max_digits=12, decimal_places=2, min_value=0, required=False)
    unit = forms.CharField(label=_("หน่วยนับ"), max_length=20, required=False, help_text=_("บาท ชิ้น ครั้ง"))
    organisation = forms.ChoiceField(label=_("ใครให้"), required=False)
    outsider = forms.CharField(label=_("หรือเขียนชื่อผู้ให้"), max_length=200, required=False)
    on = DateField(label=_("เมื่อไร"), help_text=_("รู้แค่เดือนหรือปีก็พอ"))
    source = forms.ChoiceField(label=_("รู้ได้อย่างไร"), widget=forms.RadioSelect, initial=How.TOLD.value)
    alike_seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = reader()
        ours = [(str(one.pk), one.name_en if language == "en" else one.name_th) for one in teams.organisations()]
        offer(self, "kind", words(Help))
        offer(self, "organisation", [("", _("เลือกหน่วยงาน")), *ours])
        offer(self, "source", words(How))

    def clean_on(self) -> PartialDate:
        on = self.cleaned_data["on"]
        if on is None:
            raise forms.ValidationError(self.fields["on"].error_messages["required"])
        return PartialDate(on.year, on.month, on.day)

    def received(self) -> Received:
        """What was said, as the registry takes it."""
        said = self.cleaned_data
        return Received(
            kind=Help(said["kind"]),
            on=said["on"],
            organisation=said["organisation"],
            outsider=said["outsider"],
            words=said["words"],
            amount=said["amount"] or None,
            unit=said["unit"],
            source=How(said["source"]),
        )

    def seen(self) -> set[int]:
        """Which of the earlier gifts were shown before this was sent."""
        return {int(one) for one in self.cleaned_data["alike_seen"].split(",") if one.isdecimal()}

    @classmethod
    def of(cls, noted: Any, *, words_shown: bool) -> dict[str, Any]:
        """An earlier note as this form's beginning; words the seat may not read are not put into it."""
        return {
            "kind": noted.kind,
            "words": noted.words if words_shown else "",
            "amount": noted.amount.normalize() if noted.amount else None,
            "unit": noted.unit,
            "organisation": str(noted.giver_id or ""),
            "outsider": noted.giver_name,
            "on": noted.when,
            "source": noted.source,
        }
