"""Where a person lives now: written down by whoever was there."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from sanam.domain.journal import operations as journal
from sanam.domain.registry import queries as registry
from sanam.domain.registry.operations import residences
from sanam.domain.registry.operations.residences import Move
from sanam.domain.registry.permissions import check_can
from sanam.domain.registry.words import How
from sanam.domain.teams.words import Can
from sanam.interfaces.web.people.asking import Question, ask
from sanam.interfaces.web.people.dates import DateField
from sanam.interfaces.web.people.forms import HowForm, offer
from sanam.interfaces.web.people.places import places
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.answers import go
from sanam.interfaces.web.shell.request import Request


class MoveForm(HowForm):
    """To which house, whether really or by the register, since when."""

    area_code = forms.ChoiceField(label=gettext_lazy("ตำบลหรือหมู่บ้าน"))
    house_no = forms.CharField(label=gettext_lazy("บ้านเลขที่"), max_length=75, required=False)
    which = forms.MultipleChoiceField(
        label=gettext_lazy("บ้านหลังนี้"),
        widget=forms.CheckboxSelectMultiple,
        initial=["actual"],
        choices=[
            ("actual", gettext_lazy("อยู่จริงที่นี่")),
            ("registered", gettext_lazy("มีชื่อในทะเบียนบ้านที่นี่")),
        ],
    )
    since = DateField(label=gettext_lazy("ตั้งแต่เมื่อไร"), required=False, help_text=gettext_lazy("รู้แค่ปีก็พอ"))

    field_order = ("area_code", "house_no", "which", "since", "how", "on")

    def __init__(self, *args: Any, areas: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "area_code", areas)

    def move(self) -> Move:
        """What was said, as the registry takes it."""
        said = self.cleaned_data
        which = said["which"]
        return Move(
            said["area_code"], said["house_no"].strip(), said["since"], "registered" in which, "actual" in which
        )


@require_http_methods(["GET", "POST"])
def move(request: Request, person_id: str) -> HttpResponse:
    """Write down that somebody lives, or is registered, somewhere else now."""
    actor = seated(request)
    check_can(actor, Can.CORRECT_PEOPLE)
    person = registry.person(actor, str(person_id))
    journal.look(by=actor, at=person.ref)
    form = MoveForm(request.POST or None, areas=places(actor), initial={"area_code": person.area_code})

    def done(said: dict[str, Any]) -> HttpResponse:
        residences.move(by=actor, person=person, to=form.move(), how=How(said["how"]), on=said["on"])
        messages.success(request, _("บันทึกที่อยู่แล้ว ที่อยู่เดิมยังอยู่ในประวัติ"))
        return go(request, "web:person", person.id)

    question = Question(
        _("ย้ายบ้าน หรือแก้ที่อยู่"),
        _("ที่อยู่เดิมไม่หาย เก็บไว้พร้อมวันที่"),
        _("บันทึกที่อยู่"),
        reverse("web:person", args=[person.id]),
        person.full_name,
    )
    return ask(request, form, question, done, person=person)
