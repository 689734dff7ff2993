"""What people write about people: plain forms that give values, and never save anything themselves."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sanam.domain.foundation import clock, national_id
from sanam.domain.foundation.phone import read_phone, say_phone
from sanam.domain.foundation.refused import BadInput
from sanam.domain.foundation.thai.dates import PartialDate
from sanam.domain.registry.words import FactGroup, How, NoNumber, Sex, Word
from sanam.interfaces.web.people.dates import DateField
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


class PhoneField(SaidField):
    """A phone number with any separators."""

    def read(self, text: str) -> str:
        return read_phone(text)

    def prepare_value(self, value: Any) -> Any:
        return say_phone(value) if value else value


class NumberField(SaidField):
    """A national ID with its check digit."""

    def read(self, text: str) -> str:
        return national_id.read_national_id(text)


class KindForm(forms.Form):
    """A form whose words for «this is missing» are ours."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.error_messages["required"] = _("ยังว่างอยู่ ขอช่องนี้ด้วย")
            field.error_messages["max_length"] = _("ยาวเกินไปนิด ขอสั้นลง")
            field.error_messages["null_characters_not_allowed"] = _("มีตัวอักษรที่อ่านไม่ได้ปนอยู่ ลองพิมพ์ใหม่")


class HowForm(KindForm):
    """How somebody came to know, and when."""

    how = forms.ChoiceField(label=_("รู้ได้อย่างไร"), widget=forms.RadioSelect)
    on = DateField(label=_("วันที่ไปดูหรือถาม"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "how", words(How))
        self.fields["how"].initial = How.VISIT.value
        self.fields["on"].initial = PartialDate.from_date(clock.today())

    def clean_on(self) -> Any:
        on = self.cleaned_data["on"]
        if on and on.precision != "day":
            raise forms.ValidationError(_("ขอวันที่เต็ม เช่น 10 ม.ค. 2569"))
        return on.earliest() if on else clock.today()


class ConfirmForm(HowForm):
    """Fact groups that one visit or call found to hold still; usually several at once."""

    fact = forms.MultipleChoiceField(label=_("เรื่องที่ยังจริงอยู่"), widget=forms.CheckboxSelectMultiple)

    field_order = ("fact", "how", "on")

    def __init__(self, *args: Any, due: Iterable[FactGroup] = FactGroup, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = reader()
        offer(self, "fact", [(fact.value, fact.said(language)) for fact in due])


class CorrectForm(HowForm):
    """Fields of a person a hand may correct; that somebody died or left has a page of its own."""

    prefix = forms.CharField(label=_("คำนำหน้า"), max_length=40, required=False)  # type: ignore[assignment]
    given = forms.CharField(label=_("ชื่อ"), max_length=80)
    family = forms.CharField(label=_("นามสกุล"), max_length=80, required=False)
    nickname = forms.CharField(label=_("ชื่อเล่น หรือชื่อที่เรียกกัน"), max_length=60, required=False)
    sex = forms.ChoiceField(label=_("เพศ"), required=False, widget=forms.RadioSelect)
    birth = DateField(label=_("วันเกิด"), required=False, help_text=_("รู้แค่ปีก็พอ เว้นวันกับเดือนไว้ได้"))
    phone = PhoneField(label=_("โทรศัพท์"), required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)
    begun = forms.CharField(widget=forms.HiddenInput, required=False)

    field_order = ("prefix", "given", "family", "nickname", "sex", "birth", "phone", "how", "on")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "sex", words(Sex))

    def values(self) -> dict[str, str]:
        """The fields as the registry keeps them."""
        said = {name: self.cleaned_data[name] or "" for name in ("prefix", "given", "family", "nickname")}
        said |= {name: self.cleaned_data[name] or "" for name in ("sex", "phone")}
        birth = self.cleaned_data["birth"]
        return said | {"birth": birth.iso() if birth else ""}


FROM_FILES = {NoNumber.MISSING, NoNumber.UNUSABLE}
"""Reasons only a file has; somebody who adds a person knows a better one."""


class AddForm(KindForm):
    """A person about to be added; «no number, because …» is an equal choice."""

    prefix = forms.CharField(label=_("คำนำหน้า"), max_length=40, required=False)  # type: ignore[assignment]
    given = forms.CharField(label=_("ชื่อ"), max_length=80)
    family = forms.CharField(label=_("นามสกุล"), max_length=80, required=False, help_text=_("ไม่มีนามสกุลก็ได้"))
    nickname = forms.CharField(label=_("ชื่อเล่น หรือชื่อที่เรียกกัน"), max_length=60, required=False)
    sex = forms.ChoiceField(label=_("เพศ"), required=False, widget=forms.RadioSelect)
    birth = DateField(label=_("วันเกิด"), required=False, help_text=_("รู้แค่ปีก็พอ เว้นวันกับเดือนไว้ได้"))
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
        offer(self, "why_no_number", [one for one in words(NoNumber) if one[0] not in FROM_FILES])
        offer(self, "area_code", areas)
