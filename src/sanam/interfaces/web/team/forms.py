"""What is asked when somebody sits down, gets up, or a seat is changed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sanam.domain.areas import queries as areas
from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor, Mandate, Reach
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.foundation.thai.dates import PartialDate
from sanam.domain.teams import queries as teams
from sanam.domain.teams.said import CAPABILITY_NAMES, MARK_NAMES, REACH_NAMES, Names
from sanam.domain.teams.words import ROLES, HoldingKind
from sanam.interfaces.web.people.forms import KindForm, offer
from sanam.interfaces.web.people.places import narrowing
from sanam.interfaces.web.requests.forms import WholeDateField
from sanam.interfaces.web.shell.language import reader

KIND_NAMES: dict[HoldingKind, Names] = {
    HoldingKind.HOLDER: ("ผู้นั่ง", "holder"),
    HoldingKind.DEPUTY: ("รอง นั่งแทนเมื่อไม่อยู่", "deputy, sits while the holder is away"),
    HoldingKind.ACTING: ("รักษาการ จนมีผู้นั่งใหม่", "acting, until there is a new holder"),
}


def _in(names: Names) -> str:
    return names[reader() == "en"]


def _why() -> forms.CharField:
    return forms.CharField(label=_("เพราะอะไร"), max_length=200)


class WhoForm(KindForm):
    """One of the members this actor may seat."""

    member = forms.ChoiceField(label=_("ใคร"))

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.members = {str(one.pk): one for one in teams.may_sit(actor)}
        offer(self, "member", [("", _("เลือกคน")), *((ref, one.name) for ref, one in self.members.items())])

    def clean_member(self) -> Any:
        return self.members[self.cleaned_data["member"]]


class SitForm(WhoForm):
    """Who sits down, as what, from when until when, and why."""

    kind = forms.ChoiceField(label=_("นั่งในฐานะ"), widget=forms.RadioSelect)
    from_on = WholeDateField(label=_("ตั้งแต่วันไหน"))
    to_on = WholeDateField(label=_("ถึงวันไหน"), required=False, help_text=_("รักษาการต้องบอก ผู้นั่งไม่บอกก็ได้"))
    because = forms.CharField(
        label=_("เหตุผล"), max_length=200, required=False, help_text=_("เช่น ลาคลอด ไปอบรม รักษาการต้องบอก")
    )

    def __init__(self, *args: Any, vacant: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [kind for kind in HoldingKind if vacant or kind is not HoldingKind.HOLDER]
        offer(self, "kind", [(kind.value, _in(KIND_NAMES[kind])) for kind in kinds])
        self.fields["kind"].initial = kinds[0].value
        self.fields["from_on"].initial = PartialDate.from_date(clock.today())


class RelieveForm(KindForm):
    """The last day, and why."""

    last_day = WholeDateField(label=_("วันสุดท้ายที่นั่ง"))
    because = _why()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["last_day"].initial = PartialDate.from_date(clock.today())


class TermForm(KindForm):
    """Until when, and why."""

    until = WholeDateField(label=_("ครบวาระวันไหน"))
    because = _why()


class NeedsForm(KindForm):
    """How many deputies, and for how many months."""

    deputies = forms.IntegerField(label=_("ต้องมีรองอย่างน้อยกี่คน"), min_value=0, max_value=9)
    term_months = forms.IntegerField(
        label=_("วาระกี่เดือน"), min_value=1, max_value=120, required=False, help_text=_("เว้นไว้ถ้าไม่มีวาระ")
    )


class BecauseForm(KindForm):
    """Only why."""

    because = _why()


class BeginForm(WhoForm):
    """To whom, and from which day on."""

    from_on = WholeDateField(label=_("คนใหม่เริ่มนั่งวันไหน"))

    field_order = ("member", "from_on")


class MandateForm(KindForm):
    """What a seat may do, where, whom and what it sees; no more is offered than the giver has or the seat had."""

    capabilities = forms.MultipleChoiceField(label=_("ทำอะไรได้"), widget=forms.CheckboxSelectMultiple, required=False)
    reach = forms.ChoiceField(label=_("เห็นใคร"), widget=forms.RadioSelect)
    areas = forms.MultipleChoiceField(label=_("ที่ไหน"), widget=forms.CheckboxSelectMultiple, required=False)
    fields_seen = forms.MultipleChoiceField(
        label=_("เห็นข้อมูลชนิดไหน"), widget=forms.CheckboxSelectMultiple, required=False
    )
    because = _why()

    def __init__(self, *args: Any, actor: Actor, mandate: Mandate, **kwargs: Any) -> None:
        now = {
            "capabilities": sorted(mandate.capabilities),
            "reach": mandate.reach.value,
            "areas": list(mandate.areas),
            "fields_seen": [mark.value for mark in mandate.fields],
        }
        super().__init__(*args, initial=now, **kwargs)
        own = actor.mandate
        may = own.capabilities | mandate.capabilities
        offer(self, "capabilities", [(name, _in(names)) for name, names in CAPABILITY_NAMES.items() if name in may])
        offer(self, "reach", [(reach.value, _in(names)) for reach, names in REACH_NAMES.items()])
        inside = [child for code in mandate.areas for child in areas.children(code)]
        known = {code: areas.said(code, reader()) for code in [*mandate.areas, *inside]} | dict(narrowing(actor))
        offer(self, "areas", sorted(known.items()))
        marks = own.fields | mandate.fields
        seen = [(mark.value, _in(names)) for mark, names in MARK_NAMES.items() if mark in marks]
        offer(self, "fields_seen", seen)

    def mandate(self) -> Mandate:
        """The mandate as it was said."""
        said = self.cleaned_data
        return Mandate(
            capabilities=frozenset(said["capabilities"]),
            areas=tuple(sorted(said["areas"])),
            reach=Reach(said["reach"]),
            fields=frozenset(Privacy(mark) for mark in said["fields_seen"]),
        )


class OpenForm(KindForm):
    """A seat of a role, in a leg, for an organisation, over some places."""

    role = forms.ChoiceField(label=_("บทบาท"))
    leg = forms.ChoiceField(label=_("ขาไหน"), widget=forms.RadioSelect)
    organisation = forms.ChoiceField(label=_("หน่วยงาน"))
    areas = forms.MultipleChoiceField(
        label=_("พื้นที่"), widget=forms.CheckboxSelectMultiple, required=False, help_text=_("ไม่เลือกพื้นที่ คือไม่เห็นใคร")
    )
    title_th = forms.CharField(label=_("ชื่อที่นั่ง ภาษาไทย"), max_length=200, required=False)
    title_en = forms.CharField(label=_("ชื่อที่นั่ง ภาษาอังกฤษ"), max_length=200, required=False)

    def __init__(self, *args: Any, actor: Actor, body: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.legs = {str(one.pk): one for one in teams.legs(body)}
        self.organisations = {str(one.pk): one for one in teams.organisations()}
        offer(self, "role", [(name, _in((role.th, role.en))) for name, role in ROLES.items()])
        offer(self, "leg", [(ref, _in((one.name_th, one.name_en))) for ref, one in self.legs.items()])
        named = [(ref, _in((one.name_th, one.name_en))) for ref, one in self.organisations.items()]
        offer(self, "organisation", named)
        offer(self, "areas", narrowing(actor))
