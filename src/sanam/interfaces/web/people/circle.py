"""The care circle of a person: who stands close, who joins, who leaves."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from sanam.domain.foundation.actor import Actor, Reach
from sanam.domain.journal import operations as journal
from sanam.domain.registry import queries as registry
from sanam.domain.registry.operations import circles
from sanam.domain.registry.operations.circles import Place
from sanam.domain.registry.permissions import check_can
from sanam.domain.registry.words import Nearness
from sanam.domain.teams.words import Can
from sanam.interfaces.web.people.asking import Question, ask
from sanam.interfaces.web.people.belonging import EndForm
from sanam.interfaces.web.people.dates import DateField
from sanam.interfaces.web.people.forms import KindForm, PhoneField, offer, words
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.answers import go
from sanam.interfaces.web.shell.care_circle import said_of
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.request import Request


class JoinForm(KindForm):
    """A relative by name, or a seat or organisation of the place; what they do, how often, and why."""

    relative = forms.CharField(label=gettext_lazy("ญาติหรือเพื่อนบ้าน ชื่ออะไร"), max_length=120, required=False)
    phone = PhoneField(label=gettext_lazy("โทรศัพท์ของเขา"), required=False)
    seat = forms.ChoiceField(label=gettext_lazy("หรือ ที่นั่งไหน"), required=False)
    organisation = forms.ChoiceField(label=gettext_lazy("หรือ ทั้งหน่วยงานไหน"), required=False)
    role = forms.CharField(label=gettext_lazy("เป็นอะไรกัน หรือช่วยเรื่องอะไร"), max_length=40)
    nearness = forms.ChoiceField(label=gettext_lazy("พบกันบ่อยแค่ไหน"), widget=forms.RadioSelect)
    because = forms.CharField(label=gettext_lazy("เข้าวงเพราะอะไร"), max_length=200, required=False)
    until = DateField(label=gettext_lazy("อยู่ในวงถึงเมื่อไร (ถ้ามีกำหนด)"), required=False)

    def __init__(self, *args: Any, actor: Actor, person: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "nearness", words(Nearness))
        there = registry.may_join(person) if actor.mandate.reach is Reach.AREA else []
        self.seats = {str(one.pk): one for one in there}
        self.organisations = {str(one.organisation_id): one.organisation for one in there}
        en = reader() == "en"
        seats = [(ref, _titled(one, en)) for ref, one in self.seats.items()]
        named = [(ref, one.name_en if en else one.name_th) for ref, one in self.organisations.items()]
        offer(self, "seat", [("", _("ไม่ใช่ที่นั่ง")), *seats])
        offer(self, "organisation", [("", _("ไม่ใช่ทั้งหน่วยงาน")), *named])
        if not there:
            del self.fields["seat"], self.fields["organisation"]

    def clean_until(self) -> Any:
        until = self.cleaned_data["until"]
        return until.latest() if until else None

    def place(self) -> Place:
        """Who joins, as the registry takes it."""
        said = self.cleaned_data
        return Place(
            role=said["role"],
            nearness=said["nearness"],
            because=said["because"],
            seat=self.seats.get(said.get("seat", "")),
            organisation=self.organisations.get(said.get("organisation", "")),
            relative=said["relative"],
            phone=said["phone"] or "",
            until=said["until"],
        )


@require_safe
def circle(request: Request, person_id: str) -> HttpResponse:
    """Who stands close to a person, since when and why; which leg is missing."""
    actor = seated(request)
    body = request.place.seat.body if request.place else None
    told = registry.circle(actor, registry.person(actor, str(person_id)), body)
    journal.look(by=actor, at=told.person.ref, because=told.because)
    changes = actor.may(Can.CORRECT_PEOPLE) and not told.because
    opens = changes and actor.mandate.reach is Reach.AREA
    members = [
        (one, said_of(one), opens or (changes and bool(one.place.relative)) or str(one.place.seat_id) == actor.ref)
        for one in told.standing
    ]
    context = {"told": told, "person": told.person, "members": members, "may_add": changes}
    return render(request, "people/circle.html", context)


@require_http_methods(["GET", "POST"])
def join(request: Request, person_id: str) -> HttpResponse:
    """Somebody joins the circle."""
    actor = seated(request)
    check_can(actor, Can.CORRECT_PEOPLE)
    person = registry.person(actor, str(person_id))
    journal.look(by=actor, at=person.ref, because=registry.because(actor, person))
    form = JoinForm(request.POST or None, actor=actor, person=person)

    def done(said: dict[str, Any]) -> HttpResponse:
        circles.join(by=actor, person=person, place=form.place())
        messages.success(request, _("อยู่ในวงดูแลแล้ว"))
        return go(request, "web:circle", person.id)

    question = Question(
        _("ชวนคนเข้าวงดูแล"),
        _("ที่นั่งหรือหน่วยงานที่อยู่ในวง เห็นข้อมูลของเขาเท่าที่ที่นั่งนั้นได้รับ ญาติที่ใส่ชื่อไว้ไม่ได้เห็นอะไรเพิ่ม"),
        _("เข้าวงดูแล"),
        reverse("web:circle", args=[person.id]),
        person.full_name,
    )
    return ask(request, form, question, done, person=person)


@require_http_methods(["GET", "POST"])
def leave(request: Request, place_id: int) -> HttpResponse:
    """Somebody leaves the circle, and sees nothing by it from then on."""
    actor = seated(request)
    place = registry.place(actor, place_id)
    person = place.person
    journal.look(by=actor, at=person.ref)
    form = EndForm(request.POST or None)

    def done(said: dict[str, Any]) -> HttpResponse:
        circles.leave(by=actor, place=place, because=said["because"])
        messages.success(request, _("ออกจากวงแล้ว ของเดิมยังอยู่ในประวัติ"))
        return go(request, "web:people") if str(place.seat_id) == actor.ref else go(request, "web:circle", person.id)

    question = Question(
        _("ออกจากวงดูแล"),
        said_of(registry.InCircle(place, None)),
        _("ออกจากวง"),
        reverse("web:circle", args=[person.id]),
        person.full_name,
    )
    return ask(request, form, question, done, person=person)


def _titled(seat: Any, en: bool) -> str:
    if en:
        return f"{seat.title_en} · {seat.organisation.name_en}"
    return f"{seat.title_th} · {seat.organisation.name_th}"
