"""Who is around a person: who cares for them, what number reaches whom."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.phone import read_phone
from sanam.domain.foundation.refused import BadInput
from sanam.domain.journal import operations as journal
from sanam.domain.registry import queries as registry
from sanam.domain.registry.operations import around as deeds
from sanam.domain.registry.operations.around import Someone, Way
from sanam.domain.registry.permissions import check_can
from sanam.domain.registry.queries import Filters
from sanam.domain.registry.words import Channel, FactGroup, How, Kin
from sanam.domain.teams.words import Can
from sanam.interfaces.web.people.asking import Question, ask
from sanam.interfaces.web.people.dates import DateField
from sanam.interfaces.web.people.forms import HowForm, KindForm, PhoneField, offer, words
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.answers import go
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.request import Request

SOMEBODY_ELSE = ""


@require_safe
def around(request: Request, person_id: str) -> HttpResponse:
    """Everybody around one person, carers and their numbers first."""
    actor = seated(request)
    card = registry.card(actor, str(person_id))
    told = registry.around(actor, card.person)
    journal.look(by=actor, at=card.person.ref, because=card.because)
    carer = next((one for one in card.freshness if one.fact is FactGroup.CARER), None)
    context = {
        "told": told,
        "person": card.person,
        "carer_fact": carer,
        "close": registry.close_to(actor, card.person),
        "may_correct": actor.may(Can.CORRECT_PEOPLE),
        "may_confirm": actor.may(Can.CONFIRM_FACTS),
        "today": clock.today(),
    }
    return render(request, "work/around.html", context)


class SomeoneForm(HowForm):
    """Somebody around a person: from their own house, from the register, or by name."""

    who = forms.ChoiceField(label=gettext_lazy("ใคร"), required=False, widget=forms.RadioSelect)
    name = forms.CharField(label=gettext_lazy("ชื่อ ถ้าไม่มีข้างบน"), max_length=160, required=False)
    kind = forms.ChoiceField(label=gettext_lazy("เป็นอะไรกัน"), widget=forms.RadioSelect)
    cares = forms.MultipleChoiceField(
        label=gettext_lazy("ทำอะไรให้เขา"),
        required=False,
        initial=["yes"],
        widget=forms.CheckboxSelectMultiple,
        choices=[("yes", gettext_lazy("เป็นคนดูแล"))],
    )
    phone = PhoneField(label=gettext_lazy("โทรศัพท์"), required=False)
    since = DateField(label=gettext_lazy("ตั้งแต่เมื่อไร"), required=False, help_text=gettext_lazy("รู้แค่ปีก็พอ เว้นไว้ก็ได้"))

    field_order = ("who", "name", "kind", "cares", "phone", "since", "how", "on")

    def __init__(self, *args: Any, people: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(one.pk): one for one in people}
        known = [(pk, one.full_name) for pk, one in self.people.items()]
        offer(self, "who", [*known, (SOMEBODY_ELSE, _("คนอื่น"))])
        offer(self, "kind", words(Kin))

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        named = bool((said.get("name") or "").strip())
        if not said.get("who") and not named:
            self.add_error("name", _("ขอชื่อสักชื่อ ชื่อเล่นก็ได้"))
        if said.get("who") and named:  # nobody is noted whom the writer did not mean
            self.add_error("name", _("เลือกคนข้างบน หรือพิมพ์ชื่อ อย่างใดอย่างหนึ่ง"))
        return said

    def someone(self) -> Someone:
        """What was said, as the registry takes it."""
        said = self.cleaned_data
        other = self.people.get(said["who"])
        cares = bool(said["cares"])
        return Someone(Kin(said["kind"]), other, said["name"], cares, said["since"], said["phone"] or "")


@require_http_methods(["GET", "POST"])
def note(request: Request, person_id: str) -> HttpResponse:
    """Note somebody around a person; who lives in the same house is offered, others are looked for by `q`."""
    actor = seated(request)
    check_can(actor, Can.CORRECT_PEOPLE)
    card = registry.card(actor, str(person_id))
    person = card.person
    journal.look(by=actor, at=person.ref)
    form = SomeoneForm(
        request.POST or None, people=[*_looked_for(actor, person, request.GET.get("q", "")), *card.household]
    )

    def done(said: dict[str, Any]) -> HttpResponse:
        deeds.note(by=actor, person=person, someone=form.someone(), how=How(said["how"]), on=said["on"])
        messages.success(request, _("จดไว้แล้วว่าใครอยู่รอบตัวเขา"))
        return go(request, "web:around", person.id)

    question = Question(
        _("จดคนรอบตัว"),
        _("ใครดูแล ใครตัดสินใจแทน ใครอยู่ใกล้พอจะเรียกได้"),
        _("จดไว้"),
        reverse("web:around", args=[person.id]),
        person.full_name,
    )
    return ask(request, form, question, done, person=person, look_up=request.GET.get("q", "") or " ")


class EndForm(KindForm):
    """Since when no more, and why."""

    on = DateField(label=gettext_lazy("ตั้งแต่เมื่อไร"), required=False, help_text=gettext_lazy("เว้นไว้คือวันนี้"))
    because = forms.CharField(label=gettext_lazy("เพราะอะไร"), max_length=200)


@require_http_methods(["GET", "POST"])
def end(request: Request, relationship_id: int) -> HttpResponse:
    """Say that somebody is no longer around a person, or cares no longer."""
    actor = seated(request)
    check_can(actor, Can.CORRECT_PEOPLE)
    near = registry.relationship(actor, relationship_id)
    journal.look(by=actor, at=near.person.ref)
    form = EndForm(request.POST or None)

    def done(said: dict[str, Any]) -> HttpResponse:
        deeds.end(by=actor, relationship=near, because=said["because"], on=said["on"])
        messages.success(request, _("บันทึกแล้ว เรื่องเดิมอยู่ในประวัติ"))
        return go(request, "web:around", near.person_id)

    question = Question(
        _("%(name)s ไม่ได้อยู่รอบตัวเขาแล้ว") % {"name": near.name},
        _("เบอร์ของคนนี้เลิกใช้ไปด้วย แต่ทั้งหมดยังอยู่ในประวัติ"),
        _("บันทึก"),
        reverse("web:around", args=[near.person_id]),
        near.person.full_name,
    )
    return ask(request, form, question, done, person=near.person)


class ContactForm(HowForm):
    """A way to reach a person, or somebody around them."""

    whose = forms.ChoiceField(label=gettext_lazy("ของใคร"), required=False, widget=forms.RadioSelect)
    kind = forms.ChoiceField(label=gettext_lazy("ทางไหน"), widget=forms.RadioSelect)
    value = forms.CharField(label=gettext_lazy("เบอร์ หรือชื่อไลน์"), max_length=80)
    note = forms.CharField(label=gettext_lazy("เช่น โทรได้หลังห้าโมงเย็น"), max_length=120, required=False)

    field_order = ("whose", "kind", "value", "note", "how", "on")

    def __init__(self, *args: Any, told: registry.Around, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.near = {str(one.relationship.pk): one.relationship for one in [*told.carers, *told.others]}
        offer(self, "whose", [("", told.person.full_name), *((pk, one.name) for pk, one in self.near.items())])
        offer(self, "kind", words(Channel))
        self.fields["kind"].initial = Channel.PHONE.value

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("kind") == Channel.PHONE and said.get("value"):
            try:
                read_phone(said["value"])
            except BadInput as refusal:
                self.add_error("value", refusal.sentence(reader()))
        return said


@require_http_methods(["GET", "POST"])
def note_contact(request: Request, person_id: str) -> HttpResponse:
    """Note a number, a LINE name or another way to reach a person or somebody around them."""
    actor = seated(request)
    check_can(actor, Can.CORRECT_PEOPLE)
    person = registry.person(actor, str(person_id))
    journal.look(by=actor, at=person.ref)
    told = registry.around(actor, person)
    form = ContactForm(request.POST or None, told=told, initial={"whose": request.GET.get("whose", "")})

    def done(said: dict[str, Any]) -> HttpResponse:
        way = Way(Channel(said["kind"]), said["value"], said["note"])
        whose = form.near.get(said["whose"])
        deeds.note_contact(by=actor, person=person, way=way, how=How(said["how"]), on=said["on"], whose=whose)
        messages.success(request, _("เก็บทางติดต่อไว้แล้ว"))
        return go(request, "web:around", person.id)

    question = Question(
        _("เพิ่มทางติดต่อ"),
        _("เบอร์ที่โทรแล้วมีคนรับ มีค่ากว่าเบอร์เยอะ ๆ"),
        _("เก็บไว้"),
        reverse("web:around", args=[person.id]),
        person.full_name,
    )
    return ask(request, form, question, done, person=person)


@require_POST
def end_contact(request: Request, contact_id: int) -> HttpResponse:
    """A number that reaches nobody any more."""
    actor = seated(request)
    check_can(actor, Can.CORRECT_PEOPLE)
    contact = registry.contact(actor, contact_id)
    deeds.end_contact(by=actor, contact=contact)
    messages.success(request, _("บันทึกแล้วว่าติดต่อทางนี้ไม่ได้ เบอร์เดิมอยู่ในประวัติ"))
    return redirect("web:around", contact.person_id)


def _looked_for(actor: Actor, person: Any, text: str) -> list[Any]:
    if len(text.strip()) < 2:
        return []
    found = registry.find(actor, Filters(text=text.strip()), size=8)
    return [row.person for row in found.rows if row.person.pk != person.pk]
