"""What is asked for a gathering: when and where, whom, and who came."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sanam.domain.foundation import clock
from sanam.domain.foundation.thai.dates import PartialDate
from sanam.domain.foundation.thai.digits import to_arabic
from sanam.domain.gatherings.asked import CameBy, Channel, Ground, Known
from sanam.domain.gatherings.words import GatheringKind
from sanam.interfaces.web.people.forms import KindForm, PhoneField, offer
from sanam.interfaces.web.requests.forms import WholeDateField
from sanam.interfaces.web.shell.language import reader

if TYPE_CHECKING:
    from sanam.domain.gatherings.models import Gathering
    from sanam.domain.teams.models import Body, Leg

_TIME = re.compile(r"(\d{1,2})(?:[.:](\d{2}))?(?:น\.?)?")
LEGLESS = "0"
KINDS = ("leg", "organisation", "seat", "named")
"""The ways somebody is chosen by hand."""


class TimeField(forms.CharField):
    """An hour as people write it: 9.00, 09:30, ๑๓.๓๐ น."""

    def clean(self, value: Any) -> Any:
        said = "".join(to_arabic(str(super().clean(value) or "")).split())
        if not said:
            return None
        found = _TIME.fullmatch(said)
        if not found or int(found[1]) > 23 or int(found[2] or 0) > 59:
            raise forms.ValidationError(_("เขียนเวลาแบบ 9.00 หรือ 13.30"))
        return time(int(found[1]), int(found[2] or 0))


def said(words: Iterable[Any]) -> list[tuple[str, str]]:
    """Choices of a closed list in the reader's language."""
    return [(word.value, word.said(reader())) for word in words]


def leg_choices(legs: Iterable[Leg]) -> list[tuple[str, str]]:
    """The legs of a body, and that one does not know."""
    return [*((str(leg.pk), getattr(leg, f"name_{reader()}")) for leg in legs), (LEGLESS, str(_("ไม่แน่ใจ")))]


class CallForm(KindForm):
    """A gathering about to be called, or changed."""

    body = forms.ChoiceField(label=_("วงของคณะไหน"))
    title = forms.CharField(label=_("คุยเรื่องอะไร"), max_length=300)
    kind = forms.ChoiceField(label=_("แบบไหน"), widget=forms.RadioSelect, initial=GatheringKind.MEETING.value)
    day = WholeDateField(label=_("วันไหน"))
    begins = TimeField(label=_("เริ่มกี่โมง"), help_text=_("เช่น 9.00 หรือ 13.30"))
    ends = TimeField(label=_("เลิกราวกี่โมง (ถ้ารู้)"), required=False)
    place = forms.CharField(label=_("ที่ไหน"), max_length=200)
    agenda = forms.CharField(
        label=_("วาระ"),
        required=False,
        max_length=4000,
        help_text=_("บรรทัดละเรื่อง"),
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def __init__(self, *args: Any, bodies: Sequence[Body] = (), begun: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "kind", said(GatheringKind))
        if begun:
            del self.fields["agenda"]  # minutes stand under its lines
        if bodies:
            offer(self, "body", [(str(one.pk), getattr(one, f"name_{reader()}")) for one in bodies])
        else:
            del self.fields["body"]

    def told(self) -> dict[str, Any]:
        """What was said, as the operation takes it."""
        given = self.cleaned_data
        ends = given["ends"]
        matters = {"agenda": given["agenda"].splitlines()} if "agenda" in given else {}
        return matters | {
            "title": given["title"],
            "kind": GatheringKind(given["kind"]),
            "place": given["place"],
            "starts_at": datetime.combine(given["day"], given["begins"], clock.BANGKOK),
            "ends_at": datetime.combine(given["day"], ends, clock.BANGKOK) if ends else None,
        }


def as_called(gathering: Gathering) -> dict[str, Any]:
    """A gathering as the form shows it."""
    starts, ends = (one.astimezone(clock.BANGKOK) if one else None for one in (gathering.starts_at, gathering.ends_at))
    return {
        "title": gathering.title,
        "kind": gathering.kind,
        "day": PartialDate.from_date(starts.date()) if starts else None,
        "begins": f"{starts:%H.%M}" if starts else "",
        "ends": f"{ends:%H.%M}" if ends else "",
        "place": gathering.place,
        "agenda": "\n".join(gathering.agenda),
    }


class CallOffForm(KindForm):
    """Why, for those who were asked."""

    because = forms.CharField(label=_("บอกคนที่ชวนไว้ว่าเพราะอะไร"), max_length=100)


class EligibleForm(KindForm):
    """One name, many lines, or a file; the rest holds for all of them."""

    name = forms.CharField(label=_("ชื่อ-สกุล"), max_length=120, required=False)
    phone = PhoneField(label=_("โทรศัพท์ (ถ้ามี)"), required=False)
    organisation = forms.CharField(label=_("กลุ่มหรือหน่วยงาน"), max_length=120, required=False)
    lines = forms.CharField(
        label=_("หรือวางหลายชื่อ"),
        required=False,
        max_length=200_000,
        help_text=_("บรรทัดละคน คั่นด้วยจุลภาคหรือแท็บ: ชื่อ, โทรศัพท์, กลุ่ม"),
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    file = forms.FileField(
        label=_("หรือส่งตาราง .xlsx .csv"), required=False, help_text=_("อ่านคอลัมน์ชื่อ โทรศัพท์ และกลุ่ม ไม่อ่านเลขบัตร")
    )
    leg = forms.ChoiceField(label=_("ขาไหน"), widget=forms.RadioSelect)
    came_by = forms.ChoiceField(label=_("ได้ชื่อมาอย่างไร"), widget=forms.RadioSelect, initial=CameBy.CLUB.value)

    def __init__(self, *args: Any, legs: Iterable[Leg], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "leg", leg_choices(legs))
        offer(self, "came_by", said(CameBy))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not any(given.get(one) for one in ("name", "lines", "file")):
            self.add_error("name", _("ขอชื่อสักคน วางหลายชื่อ หรือส่งตาราง"))
        return given


class WhoseForm(KindForm):
    """How we know who asks; then what is right instead, or why it has to go."""

    known = forms.ChoiceField(label=_("รู้ได้อย่างไรว่าเป็นเขา"), widget=forms.RadioSelect)
    name = forms.CharField(label=_("ชื่อ-สกุลที่ถูก"), max_length=120, required=False)
    phone = PhoneField(label=_("โทรศัพท์ที่ถูก (ว่างไว้ถ้าไม่เปลี่ยน)"), required=False)
    ground = forms.ChoiceField(label=_("ลบเพราะ"), widget=forms.RadioSelect, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "known", said(Known))
        offer(self, "ground", said(Ground))


def _many(label: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(label=label, required=False, widget=forms.CheckboxSelectMultiple)


class InviteForm(KindForm):
    """Whom to ask: whole legs, whole organisations, seats, people of the list."""

    leg = _many(_("ทั้งขา"))
    organisation = _many(_("ทั้งหน่วยงาน"))
    seat = _many(_("ทีละที่นั่ง"))
    named = _many(_("คนในรายชื่อที่ชวนได้"))
    channel = forms.ChoiceField(label=_("คนที่ไม่มีบัญชี ชวนทางไหน"), widget=forms.RadioSelect, initial=Channel.PHONE.value)

    def __init__(self, *args: Any, who: Mapping[str, list[tuple[str, str]]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for kind, choices in who.items():
            if choices:
                offer(self, kind, choices)
            else:
                del self.fields[kind]
        offer(self, "channel", said(one for one in Channel if one is not Channel.APP))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not any(given.get(kind) for kind in KINDS):
            raise forms.ValidationError(_("เลือกสักขา สักหน่วยงาน หรือสักคน"))
        return given


class FreezeForm(KindForm):
    """How many of each leg, among those never asked."""

    announced = forms.CharField(
        label=_("ใช้เลขสาธารณะที่จะออกทีหลัง (ถ้าตกลงกันไว้)"),
        required=False,
        max_length=200,
        help_text=_("เช่น รางวัลที่หนึ่งงวด 1 ธ.ค. 2569 เว้นว่างไว้ใช้ตราของสมุดบันทึก ซึ่งออกเองในราวหนึ่งนาที"),
    )

    def __init__(self, *args: Any, pools: Iterable[tuple[str, str, int]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for leg, name, size in pools:
            self.fields[f"leg_{leg}"] = forms.IntegerField(
                label=name,
                min_value=0,
                max_value=size,
                required=False,
                help_text=_("ไม่เคยถูกชวน %(n)s คน") % {"n": size},
            )
        self.order_fields([*(name for name in self.fields if name != "announced"), "announced"])

    def wanted(self) -> dict[str, int]:
        """How many, by leg."""
        return {
            name.removeprefix("leg_"): count
            for name, count in self.cleaned_data.items()
            if name.startswith("leg_") and count
        }


class DrawForm(KindForm):
    """How those drawn are asked, and the public number where one was announced."""

    seed = forms.CharField(label=_("เลขที่ออก"), max_length=64)
    channel = forms.ChoiceField(label=_("ชวนคนที่จับได้ทางไหน"), widget=forms.RadioSelect, initial=Channel.PHONE.value)

    def __init__(self, *args: Any, announced: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "channel", said(one for one in Channel if one is not Channel.APP))
        if not announced:
            del self.fields["seed"]


class ComerForm(KindForm):
    """Who came, in their own words."""

    name = forms.CharField(label=_("ชื่อ-สกุล"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    leg = forms.ChoiceField(label=_("มาในขาไหน"), widget=forms.RadioSelect)
    organisation = forms.CharField(label=_("กลุ่มหรือหน่วยงาน (ถ้ามี)"), max_length=120, required=False)

    def __init__(self, *args: Any, legs: Iterable[Leg], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "leg", leg_choices(legs))


class CountForm(KindForm):
    """Heads of one organisation."""

    organisation = forms.CharField(label=_("กลุ่มหรือหน่วยงาน"), max_length=120)
    leg = forms.ChoiceField(label=_("ขาไหน"), widget=forms.RadioSelect)
    heads = forms.IntegerField(label=_("มากี่คน รวมคนที่เซ็นแล้ว"), min_value=0, max_value=5000)

    def __init__(self, *args: Any, legs: Iterable[Leg], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "leg", leg_choices(legs))
