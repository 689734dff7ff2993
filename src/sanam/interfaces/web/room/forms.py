"""What is asked of whoever is in a room."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sanam.domain.dialogue.words import LONGEST, Channel, Heading
from sanam.interfaces.web.people.forms import KindForm, offer
from sanam.interfaces.web.shell.language import reader

EXAMPLES = {
    Heading.GOAL: _("อยากให้เกิดอะไร เช่น คนติดเตียงได้เยี่ยมทุก 7 วัน"),
    Heading.METHOD: _("เราทำอย่างไร เช่น เยี่ยมบ้านเป็นทีม"),
    Heading.CAPITAL: _("เรามีอะไรมาช่วย เช่น รถ คน เวลา ความรู้"),
    Heading.EMPHASIS: _("เรื่องที่เราให้น้ำหนัก"),
    Heading.GAIN: _("อยากได้อะไรกลับไปจากวงนี้"),
}


class _LegForm(KindForm):
    leg = forms.ChoiceField(label=_("มาในขาไหน"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, legs: Sequence[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.legs = legs
        offer(self, "leg", [(str(leg.pk), getattr(leg, f"name_{reader()}")) for leg in legs])

    def chosen_leg(self) -> Any:
        return next(leg for leg in self.legs if str(leg.pk) == self.cleaned_data["leg"])


class JoinForm(_LegForm):
    """Which leg, and a nickname for whoever likes."""

    nickname = forms.CharField(
        label=_("ชื่อเล่น ถ้าอยากใส่"),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
    )


class HelpForm(_LegForm):
    """For whom, of which leg, and how they say what they say."""

    for_whom = forms.CharField(label=_("ช่วยใคร ชื่อเล่นก็พอ"), max_length=60)
    channel = forms.ChoiceField(label=_("ตอบกันทางไหน"), widget=forms.RadioSelect, initial=Channel.BESIDE.value)

    field_order = ("for_whom", "leg", "channel")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "channel", [(word.value, word.said(reader())) for word in Channel])


class OfferForm(KindForm):
    """One idea, and which of the headings it is."""

    text = forms.CharField(
        label=_("เรื่องเดียว สั้น ๆ"),
        max_length=LONGEST,
        help_text=_("ไม่เกิน 120 ตัวอักษร ไม่ต้องเอ่ยชื่อใคร"),
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": LONGEST}),
    )
    heading = forms.ChoiceField(label=_("เป็นเรื่องแบบไหน"), widget=forms.RadioSelect, initial=Heading.GOAL.value)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "heading", [(word.value, word.said(reader())) for word in Heading])


class BringForm(_LegForm):
    """What a party brings: its name, its leg, and under each heading one line an idea."""

    name = forms.CharField(label=_("หน่วยงานหรือกลุ่ม"), max_length=200)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0, initial=0)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for heading in Heading:
            self.fields[heading.value] = forms.CharField(
                label=heading.said(reader()),
                required=False,
                max_length=2_000,
                help_text=EXAMPLES[heading],
                widget=forms.Textarea(attrs={"rows": 3}),
            )
        self.order_fields(["version", "name", "leg", *(heading.value for heading in Heading)])

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for heading in Heading:
            long = [line for line in given.get(heading.value, "").splitlines() if len(line.strip()) > LONGEST]
            if long:
                self.add_error(heading.value, _("บรรทัดนี้ยาวเกิน 120 ตัวอักษร: %(line)s…") % {"line": long[0].strip()[:30]})
        return given

    def lines(self) -> Mapping[Heading, Sequence[str]]:
        return {heading: self.cleaned_data[heading.value].splitlines() for heading in Heading}


def as_brought(party: Any) -> dict[str, Any]:
    """A party as the form shows it."""
    position = party.position
    told: dict[str, Any] = {"name": position.name, "leg": str(position.leg_id), "version": position.version}
    return told | {heading.value: "\n".join(one.text for one in lines) for heading, lines in party.said}


def first_leg(legs: Iterable[Any], *wanted: Any) -> str:
    """The leg to begin with: the first of those wanted that stands."""
    standing = {leg.pk for leg in legs}
    return next((str(pk) for pk in wanted if pk in standing), "")
