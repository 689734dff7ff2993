"""Asking after somebody who may be known outside one's scope."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from sanam.domain.registry.operations import elsewhere
from sanam.domain.registry.operations.elsewhere import Sought
from sanam.domain.registry.permissions import check_can
from sanam.domain.teams.words import Can
from sanam.interfaces.web.people.asking import Question, ask
from sanam.interfaces.web.people.dates import DateField
from sanam.interfaces.web.people.forms import KindForm, NumberField
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.answers import part_or_page
from sanam.interfaces.web.shell.request import Request


class SoughtForm(KindForm):
    """A whole number, or a name with a full birth date."""

    number = NumberField(label=gettext_lazy("เลขบัตรประชาชน"), required=False)
    given = forms.CharField(label=gettext_lazy("หรือ ชื่อ"), max_length=80, required=False)
    family = forms.CharField(label=gettext_lazy("นามสกุล"), max_length=80, required=False)
    birth = DateField(label=gettext_lazy("วันเกิด ต้องครบวัน เดือน ปี"), required=False)

    def sought(self) -> Sought:
        """What was said, as the registry takes it."""
        said = self.cleaned_data
        return Sought(said["number"] or "", said["given"], said["family"], said["birth"])


@require_http_methods(["GET", "POST"])
def elsewhere_page(request: Request) -> HttpResponse:
    """Ask whether somebody is known elsewhere: the answer is yes or no, and their keeper hears who asks."""
    actor = seated(request)
    check_can(actor, Can.ADD_PEOPLE)
    form = SoughtForm(request.POST or None)

    def done(said: dict[str, Any]) -> HttpResponse:
        known = elsewhere.ask(by=actor, sought=form.sought())
        return part_or_page(request, "people/elsewhere.html", "answer", {"known": known})

    danger = reverse("web:emergency") if actor.may(Can.BREAK_GLASS) else ""
    question = Question(
        _("ถามหาคนนอกพื้นที่ของเรา"),
        _("ถ้ามีบันทึกอยู่ที่อื่น ผู้ดูแลบันทึกนั้นจะได้ข่าวว่าเราถามหา ระบบไม่บอกว่าอยู่ที่ไหน"),
        _("ถาม"),
        reverse("web:people"),
        _("ผู้คน"),
    )
    return ask(request, form, question, done, danger=danger, dials="people.asked_elsewhere")
