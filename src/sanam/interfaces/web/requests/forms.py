"""What is asked for a request: who asks and how we know, what is answered, on which ground."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sanam.domain.foundation import clock
from sanam.domain.foundation.thai.dates import PartialDate
from sanam.domain.registry.operations.requests import Received
from sanam.domain.registry.purposes import PURPOSES
from sanam.domain.registry.rights.words import (
    REFUSABLE,
    SECTIONS,
    Asked,
    Asker,
    Channel,
    ErasureGround,
    IdentitySeen,
    LiftedOn,
)
from sanam.domain.registry.withheld import OBJECTABLE
from sanam.interfaces.web.people.dates import DateField
from sanam.interfaces.web.people.forms import KindForm, offer, words
from sanam.interfaces.web.shell.language import reader

LONG = forms.Textarea(attrs={"rows": 4})


class WholeDateField(DateField):
    """A day known in full."""

    def clean(self, value: Any) -> Any:
        when = super().clean(value)
        if when is not None and when.precision != "day":
            raise forms.ValidationError(_("ขอวันที่เต็ม เช่น 10 ม.ค. 2569"))
        return when.earliest() if when is not None else None


def _ticked(label: Any, words: Any) -> forms.MultipleChoiceField:
    """One box that has to be ticked."""
    return forms.MultipleChoiceField(label=label, choices=[("yes", words)], widget=forms.CheckboxSelectMultiple)


class ReceiveForm(KindForm):
    """A request as it reached us."""

    kind = forms.ChoiceField(label=_("ขออะไร"), widget=forms.RadioSelect)
    wanted = forms.CharField(
        label=_("เขาพูดว่าอย่างไร"), max_length=500, required=False, widget=LONG, help_text=_("จดตามคำของเขา สั้น ๆ ก็พอ")
    )
    received_on = WholeDateField(label=_("รับคำขอวันไหน"), help_text=_("นับวันตอบจากวันนี้"))
    channel = forms.ChoiceField(label=_("ขอทางไหน"), widget=forms.RadioSelect)
    asker = forms.ChoiceField(label=_("ใครขอ"), widget=forms.RadioSelect, initial=Asker.SELF.value)
    asker_name = forms.CharField(label=_("ชื่อผู้ขอแทน (ถ้าไม่ใช่เจ้าตัว)"), max_length=120, required=False)
    identity_seen = forms.ChoiceField(label=_("รู้ได้อย่างไรว่าเขามีสิทธิขอ"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        law = _("มาตรา")
        kinds = [(one.value, f"{one.said(reader())} ({law} {SECTIONS[one]})") for one in Asked]
        offer(self, "kind", kinds)
        for name, kind in (("channel", Channel), ("asker", Asker), ("identity_seen", IdentitySeen)):
            offer(self, name, words(kind))
        self.fields["received_on"].initial = PartialDate.from_date(clock.today())

    def received(self) -> Received:
        """What was said, as the registry takes it."""
        said = self.cleaned_data
        return Received(
            kind=Asked(said["kind"]),
            received_on=said["received_on"],
            channel=Channel(said["channel"]),
            asker=Asker(said["asker"]),
            identity_seen=IdentitySeen(said["identity_seen"]),
            asker_name=said["asker_name"],
            wanted=said["wanted"],
        )


class AnswerForm(KindForm):
    """An answer in words the person can keep."""

    text = forms.CharField(label=_("คำตอบถึงเขา"), max_length=1000, widget=LONG)


class HoldBackForm(KindForm):
    """What is no longer done with the person's data, and what they are told."""

    purposes = forms.MultipleChoiceField(label=_("เขาคัดค้านเรื่องใด"), widget=forms.CheckboxSelectMultiple)
    text = forms.CharField(
        label=_("คำตอบถึงเขา"),
        max_length=1000,
        widget=LONG,
        help_text=_("เก็บไว้เป็นเหตุที่ระงับ คนที่ตอบคำขอเห็นได้"),
    )

    def __init__(self, *args: Any, kind: Asked, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if kind is Asked.OBJECTION:
            offer(self, "purposes", [(name, PURPOSES[name].said(reader())) for name in OBJECTABLE])
        else:
            del self.fields["purposes"]


class LiftRestrictionForm(KindForm):
    """On whose word, and why."""

    on = forms.ChoiceField(label=_("เลิกระงับเพราะ"), widget=forms.RadioSelect)
    because = forms.CharField(label=_("รู้ได้อย่างไร"), max_length=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "on", words(LiftedOn))


class RefuseForm(KindForm):
    """The lawful ground, and the same in plain words."""

    ground = forms.ChoiceField(label=_("เหตุตามกฎหมาย"), widget=forms.RadioSelect)
    text = forms.CharField(label=_("คำตอบถึงเขา บอกด้วยว่าร้องเรียนได้ที่ไหน"), max_length=1000, widget=LONG)

    def __init__(self, *args: Any, kind: Asked, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "ground", [(one.value, one.said(reader())) for one in REFUSABLE[kind]])


class ExtendForm(KindForm):
    """Until when, and why."""

    until = WholeDateField(label=_("ตอบภายในวันไหน"))
    because = forms.CharField(label=_("เพราะอะไร"), max_length=300)


class WithdrawForm(KindForm):
    """How we know that they no longer ask."""

    text = forms.CharField(label=_("รู้ได้อย่างไรว่าเขาขอถอน"), max_length=1000)


class HoldForm(KindForm):
    """What the law keeps, and until when."""

    because = forms.CharField(label=_("ต้องเก็บไว้เพราะอะไร เช่น เลขคดี"), max_length=300)
    until = WholeDateField(label=_("ถึงเมื่อไร (ถ้ารู้)"), required=False)


class EraseForm(KindForm):
    """On which ground, and that whoever erases knows what it means."""

    ground = forms.ChoiceField(label=_("ต้องลบเพราะ"), widget=forms.RadioSelect)
    sure = _ticked(_("ก่อนลบ"), _("เข้าใจแล้วว่าเรียกคืนไม่ได้"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "ground", words(ErasureGround))


class LiftForm(KindForm):
    """That the person came back."""

    sure = _ticked(_("ก่อนเอาออก"), _("เจ้าตัวกลับมาขอรับการดูแลอีก"))
