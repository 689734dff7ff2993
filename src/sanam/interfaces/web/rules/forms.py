"""What is asked about a clause: a word on it, how it goes, and the help that comes first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sanam.domain.foundation import clock
from sanam.domain.foundation.thai.dates import PartialDate
from sanam.domain.rules.operations.commitments import Promise
from sanam.domain.rules.words import Went
from sanam.interfaces.web.people.forms import KindForm, offer, words
from sanam.interfaces.web.requests.forms import WholeDateField
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.templatetags.told import month_said

LONGEST = 1_000
NOBODY_NAMED = _("ไม่ต้องเขียนชื่อคนที่เราดูแล")


def long(rows: int = 2) -> forms.Textarea:
    """A few lines."""
    return forms.Textarea(attrs={"rows": rows})


class SignForm(KindForm):
    """What we will do, by when, and how we will know."""

    what = forms.CharField(label=_("เราจะทำอะไร"), max_length=LONGEST, widget=long(), help_text=NOBODY_NAMED)
    by_when = WholeDateField(label=_("ภายในวันไหน"))
    sign = forms.CharField(
        label=_("จะรู้ว่าทำแล้วเพราะ"), max_length=LONGEST, widget=long(), help_text=_("เช่น มีบันทึกเยี่ยมทุกเดือน")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["by_when"].initial = PartialDate.from_date(clock.today() + timedelta(days=90))

    def promise(self) -> Promise:
        """What was said, as the room takes it."""
        return Promise(**self.cleaned_data)


class PractiseForm(KindForm):
    """How it went, what is in the way, and whether help is wanted."""

    went = forms.ChoiceField(label=_("เดือนนี้เป็นอย่างไร"), widget=forms.RadioSelect)
    obstacle = forms.CharField(
        label=_("ติดอะไร"), required=False, max_length=LONGEST, widget=long(), help_text=NOBODY_NAMED
    )
    help_wanted = forms.MultipleChoiceField(
        label=_("อยากให้เพื่อนช่วยไหม"), required=False, widget=forms.CheckboxSelectMultiple
    )
    month = forms.ChoiceField(label=_("ของเดือน"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, months: Iterable[date], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "went", words(Went))
        offer(self, "help_wanted", [("yes", gettext("ขอเพื่อนช่วย คณะจะได้ข่าว"))])
        told = [(one.isoformat(), month_said(one)) for one in months]
        offer(self, "month", told)
        self.fields["month"].initial = told[0][0]


class SayForm(KindForm):
    """One text."""

    text = forms.CharField(label=_("เล่าสักประโยค"), max_length=LONGEST, widget=long(3))

    def __init__(self, *args: Any, label: Any = "", hint: Any = NOBODY_NAMED, needed: bool = True, **kw: Any) -> None:
        super().__init__(*args, **kw)
        field = self.fields["text"]
        field.label, field.help_text, field.required = label or field.label, hint, needed


class SeatedForm(SayForm):
    """One text, and a seat to choose."""

    seat = forms.ChoiceField(label=_("ใคร"))
    field_order = ("seat", "text")

    def __init__(self, *args: Any, seats: Iterable[Any], who: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.seats = {str(one.pk): one for one in seats}
        self.fields["seat"].label = who
        offer(self, "seat", [("", gettext("เลือกที่นั่ง")), *((ref, _called(one)) for ref, one in self.seats.items())])

    def chosen(self) -> Any:
        """The seat that was chosen."""
        return self.seats[self.cleaned_data["seat"]]


class DecidedForm(SayForm):
    """One text, and what the body agreed on."""

    decided = forms.ChoiceField(label=_("คณะตกลงไว้ในเรื่องไหน"))
    field_order = ("decided", "text")

    def __init__(self, *args: Any, agreed: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.agreed = {str(one.pk): one for one in agreed}
        offer(
            self, "decided", [("", gettext("เลือกข้อเสนอที่ตกลงแล้ว")), *((k, one.title) for k, one in self.agreed.items())]
        )

    def chosen(self) -> Any:
        """The proposal that was chosen."""
        return self.agreed[self.cleaned_data["decided"]]


class SettleForm(SayForm):
    """What came of an appeal."""

    upheld = forms.ChoiceField(label=_("ผลเป็นอย่างไร"), widget=forms.RadioSelect)
    field_order = ("upheld", "text")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "upheld", [("yes", gettext("เลิกขั้นนี้")), ("no", gettext("ขั้นนี้ยังอยู่"))])


def _called(seat: Any) -> str:
    if reader() == "en":
        return f"{seat.leg.name_en} · {seat.title_en} · {seat.organisation.name_en}"
    return f"{seat.leg.name_th} · {seat.title_th} · {seat.organisation.name_th}"
