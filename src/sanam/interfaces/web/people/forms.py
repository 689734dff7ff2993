"""What people write about people: plain forms that give values, and never save anything themselves."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext_lazy as _

from sanam.domain.foundation import clock, national_id
from sanam.domain.foundation.phone import read_phone
from sanam.domain.foundation.refused import BadInput
from sanam.domain.foundation.thai.dates import PartialDate, read_date, say_date
from sanam.domain.registry.queries import Filters
from sanam.domain.registry.words import FactGroup, Group, How, Life, NoNumber, Sex, Word
from sanam.interfaces.web.shell.language import reader


def words(kind: type[Word], *, blank: str = "") -> list[tuple[str, str]]:
    """Choices of a closed list in the reader's language."""
    language = reader()
    return ([("", blank)] if blank else []) + [(word.value, word.said(language)) for word in kind]


def offer(form: forms.Form, name: str, choices: list[tuple[str, Any]]) -> None:
    """Give a field its choices, which depend on the reader's language or the seat's scope."""
    field = form.fields[name]
    if isinstance(field, forms.ChoiceField):
        field.choices = choices


def written(when: PartialDate) -> str:
    """A date as the reader would type it: Thai in Thai, ISO in English; a year alone stays a year."""
    return say_date(when) if reader() == "th" and when.month else when.iso()


class SaidField(forms.CharField):
    """Text read by one of the foundation's readers; its refusal becomes the field's error."""

    def read(self, text: str) -> Any:
        raise NotImplementedError

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        try:
            return self.read(text)
        except BadInput as refusal:
            raise forms.ValidationError(refusal.sentence(reader())) from None


class DateField(SaidField):
    """A date as people write it, known in full or in part."""

    def read(self, text: str) -> PartialDate:
        return read_date(text)

    def prepare_value(self, value: Any) -> Any:
        return written(value) if isinstance(value, PartialDate) else value


class PhoneField(SaidField):
    """A phone number with any separators."""

    def read(self, text: str) -> str:
        return read_phone(text)


class NumberField(SaidField):
    """A national ID with its check digit."""

    def read(self, text: str) -> str:
        return national_id.read_national_id(text)


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
        return Filters(said.get("q", ""), said.get("group", ""), said.get("area", ""))

    def link(self, **changed: str) -> str:
        """The address of this list with something changed."""
        said = {name: self.cleaned_data.get(name, "") for name in self.fields} | changed
        return "?" + urlencode({name: value for name, value in said.items() if value})


class HowForm(forms.Form):
    """How somebody came to know, and when."""

    how = forms.ChoiceField(label=_("รู้ได้อย่างไร"), widget=forms.RadioSelect)
    on = DateField(label=_("วันที่ไปดูหรือถาม"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "how", words(How))
        self.fields["how"].initial = How.VISIT.value
        self.fields["on"].initial = written(PartialDate.from_date(clock.today()))

    def clean_on(self) -> Any:
        on = self.cleaned_data["on"]
        if on and on.precision != "day":
            raise forms.ValidationError(_("ขอวันที่เต็ม เช่น 10 ม.ค. 2569"))
        return on.earliest() if on else clock.today()


class ConfirmForm(HowForm):
    """One fact group confirmed in one tap."""

    fact = forms.ChoiceField(choices=[(fact.value, fact.th) for fact in FactGroup])


class CorrectForm(HowForm):
    """Fields of a person a hand may correct."""

    prefix = forms.CharField(label=_("คำนำหน้า"), max_length=40, required=False)  # type: ignore[assignment]
    given = forms.CharField(label=_("ชื่อ"), max_length=80)
    family = forms.CharField(label=_("นามสกุล"), max_length=80, required=False)
    nickname = forms.CharField(label=_("ชื่อเล่น หรือชื่อที่เรียกกัน"), max_length=60, required=False)
    sex = forms.ChoiceField(label=_("เพศ"), required=False, widget=forms.RadioSelect)
    birth = DateField(label=_("วันเกิด"), required=False, help_text=_("รู้แค่ปีก็เขียนแค่ปี เช่น พ.ศ. 2485"))
    phone = PhoneField(label=_("โทรศัพท์"), required=False)
    life = forms.ChoiceField(label=_("สถานะ"))
    version = forms.IntegerField(widget=forms.HiddenInput)

    field_order = ("prefix", "given", "family", "nickname", "sex", "birth", "phone", "life", "how", "on")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "sex", words(Sex))
        offer(self, "life", words(Life))

    def values(self) -> dict[str, str]:
        """The fields as the registry keeps them."""
        said = {name: self.cleaned_data[name] or "" for name in ("prefix", "given", "family", "nickname")}
        said |= {name: self.cleaned_data[name] or "" for name in ("sex", "phone", "life")}
        birth = self.cleaned_data["birth"]
        return said | {"birth": birth.iso() if birth else ""}


class AddForm(forms.Form):
    """A person about to be added; «no number, because …» is an equal choice."""

    prefix = forms.CharField(label=_("คำนำหน้า"), max_length=40, required=False)  # type: ignore[assignment]
    given = forms.CharField(label=_("ชื่อ"), max_length=80)
    family = forms.CharField(label=_("นามสกุล"), max_length=80, required=False, help_text=_("ไม่มีนามสกุลก็ได้"))
    nickname = forms.CharField(label=_("ชื่อเล่น หรือชื่อที่เรียกกัน"), max_length=60, required=False)
    sex = forms.ChoiceField(label=_("เพศ"), required=False, widget=forms.RadioSelect)
    birth = DateField(label=_("วันเกิด"), required=False, help_text=_("รู้แค่ปีก็เขียนแค่ปี เช่น พ.ศ. 2485"))
    area_code = forms.ChoiceField(label=_("ตำบลหรือหมู่บ้าน"))
    house_no = forms.CharField(label=_("บ้านเลขที่"), max_length=75, required=False)
    phone = PhoneField(label=_("โทรศัพท์"), required=False)
    number = NumberField(label=_("เลขบัตรประชาชน"), required=False)
    why_no_number = forms.ChoiceField(label=_("หรือ ไม่มีเลข เพราะ"), required=False, widget=forms.RadioSelect)
    reason = forms.CharField(label=_("คนละคนกับที่พบ เพราะ"), max_length=300, required=False)
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, areas: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "sex", words(Sex))
        offer(self, "why_no_number", words(NoNumber))
        offer(self, "area_code", areas)
