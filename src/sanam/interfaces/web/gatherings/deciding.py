"""What was agreed, leg by leg: written, corrected, taken out."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from sanam.domain.foundation.refused import Refused
from sanam.domain.gatherings import queries
from sanam.domain.gatherings.operations import decisions
from sanam.domain.gatherings.permissions import check_writes_of
from sanam.interfaces.web.gatherings.talk_forms import DecideForm
from sanam.interfaces.web.people.asking import Question, ask
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.answers import go
from sanam.interfaces.web.shell.request import Request


@require_http_methods(["GET", "POST"])
def decide(request: Request, gathering_id: str) -> HttpResponse:
    """Write down a decision."""
    actor = seated(request)
    gathering = queries.gathering(actor, str(gathering_id))
    check_writes_of(actor, gathering)
    form = DecideForm(request.POST or None, legs=queries.legs_of(gathering))

    def done(said: dict[str, Any]) -> HttpResponse:
        decisions.decide(by=actor, gathering=gathering, agreed=form.agreed())
        messages.success(request, _("จดข้อตกลงแล้ว"))
        return go(request, "web:minutes", gathering.id)

    return ask(request, form, _question(gathering), done)


@require_http_methods(["GET", "POST"])
def correct(request: Request, decision_id: int) -> HttpResponse:
    """Correct a decision; when somebody else did meanwhile, theirs is told and ours stays in the fields."""
    actor = seated(request)
    decision = queries.decision(actor, decision_id)
    check_writes_of(actor, decision.gathering)
    legs = queries.legs_of(decision.gathering)
    form = DecideForm(request.POST or None, legs=legs, initial=DecideForm.known(decision))

    def done(said: dict[str, Any]) -> HttpResponse:
        try:
            decisions.correct(by=actor, decision=decision, agreed=form.agreed(), version=said["version"] or 0)
        except Refused as refusal:
            raise _with_theirs(form, refusal, decision) from refusal
        messages.success(request, _("บันทึกแล้ว"))
        return go(request, "web:minutes", decision.gathering_id)

    return ask(request, form, _question(decision.gathering), done)


@require_POST
def take_out(request: Request, decision_id: int) -> HttpResponse:
    """Take out a decision that was written by mistake."""
    actor = seated(request)
    decision = queries.decision(actor, decision_id)
    check_writes_of(actor, decision.gathering)
    decisions.take_out(by=actor, decision=decision)
    messages.success(request, _("เอาออกแล้ว"))
    return go(request, "web:minutes", decision.gathering_id)


def _with_theirs(form: DecideForm, refusal: Refused, decision: Any) -> Refused:
    """The refusal with what the other wrote; the form can then be sent again, knowingly."""
    if refusal.code != "gatherings.changed_meanwhile":
        return refusal
    data = QueryDict(mutable=True)
    data.update(form.data)
    data["version"] = str(refusal.details["version"])
    form.data = data
    theirs = f" “{decision.text}”"
    return Refused(refusal.code, refusal.th + theirs, refusal.en + theirs, details=refusal.details)


def _question(gathering: Any) -> Question:
    return Question(
        _("จดข้อตกลง"),
        _("ขาที่ไม่ได้อยู่ หรือยังไม่ได้พูด ไม่นับว่ายินยอม"),
        _("บันทึกข้อตกลง"),
        reverse("web:minutes", args=[gathering.id]),
        gathering.title,
    )
