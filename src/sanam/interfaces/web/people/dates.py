"""A date asked for as day, month and year, each of which may be unknown but the year."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from django import forms
from django.utils.translation import gettext_lazy as _

from sanam.domain.foundation.refused import BadInput
from sanam.domain.foundation.thai.calendar import ERA, MONTHS
from sanam.domain.foundation.thai.dates import PartialDate, read_date, say_date
from sanam.interfaces.web.shell.language import reader


class Parts(NamedTuple):
    """What was typed, part by part, before anybody read it."""

    day: str = ""
    month: str = ""
    year: str = ""


def written(when: PartialDate) -> str:
    """A date as the reader would type it: Thai in Thai, ISO in English; a year alone stays a year."""
    return say_date(when) if reader() == "th" and when.month else when.iso()


class PartialDateInput(forms.Widget):
    """Three small fields in a row. One text field of the same name is understood too."""

    template_name = "shell/date.html"
    use_fieldset = True

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Parts | str | None:
        """What was sent: three parts, or the one text a script or an older page sends."""
        if name in data:
            return str(data[name])
        return Parts(*(str(data.get(f"{name}_{part}", "")).strip() for part in Parts._fields))

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return name not in data and not any(f"{name}_{part}" in data for part in Parts._fields)

    def id_for_label(self, id_: str) -> str:
        return f"{id_}_day" if id_ else ""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """The three parts as they were typed, and the months in the reader's language."""
        context = super().get_context(name, "", attrs)
        months = [(str(at), month.en if reader() == "en" else month.th) for at, month in enumerate(MONTHS, start=1)]
        context["widget"] |= {"parts": _parts(value), "months": months}
        return context


class DateField(forms.Field):
    """A date known in full or in part; gives a PartialDate, or None when nothing was written."""

    widget = PartialDateInput

    def prepare_value(self, value: Any) -> Any:
        return written(value) if isinstance(value, PartialDate) else value

    def clean(self, value: Any) -> PartialDate | None:
        text = _joined(value) if isinstance(value, Parts) else (value or "").strip()
        if not text:
            return None
        try:
            return read_date(text)
        except BadInput as refusal:
            raise forms.ValidationError(refusal.sentence(reader())) from None


def _joined(parts: Parts) -> str:
    """The parts as one date that can be read; raises ValidationError when the year is all that is missing."""
    if not any(parts):
        return ""
    if not parts.year:
        raise forms.ValidationError(_("ขอปีด้วย ถ้าไม่รู้แน่ ใส่ปีที่ใกล้ที่สุด"))
    if parts.day and not parts.month:
        raise forms.ValidationError(_("รู้วันที่แล้ว ขอเดือนด้วย หรือเว้นทั้งวันและเดือน"))
    month = MONTHS[int(parts.month) - 1].th_short if parts.month in _MONTH_NUMBERS else parts.month
    return " ".join(part for part in (parts.day, month, parts.year) if part)


_MONTH_NUMBERS = {str(number) for number in range(1, 13)}


def _parts(value: Any) -> Parts:
    """A value as three parts: typed ones as they are, a date in the reader's era, anything else in the year's field."""
    if isinstance(value, Parts):
        return value
    try:
        known = read_date(value) if value else None
    except BadInput:
        return Parts(year=value)
    if known is None:
        return Parts()
    year = known.year if reader() == "en" else known.year + ERA
    return Parts(str(known.day or ""), str(known.month or ""), str(year))
