"""What stands for ninety days: a leg that was missing consents, or has it talked about again."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sanam.domain.rules import queries
from sanam.domain.rules.operations import provisional
from sanam.domain.rules.permissions import seat_taking_part
from sanam.interfaces.web.people.asking import Question, ask
from sanam.interfaces.web.rules.small_forms import BecauseForm, NothingForm
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.answers import go
from sanam.interfaces.web.shell.request import Request


@require_http_methods(["GET", "POST"])
def answer(request: Request, version_id: str, deed: str) -> HttpResponse:
    """Consent for one's leg, or ask for the talk again."""
    actor = seated(request)
    version = queries.version(actor, str(version_id)).version
    if deed not in {"confirm", "reopen"}:
        raise Http404
    seat_taking_part(actor, version.rule.body)
    form = (BecauseForm if deed == "reopen" else NothingForm)(request.POST or None)

    def done(said: dict[str, Any]) -> HttpResponse:
        if deed == "confirm":
            provisional.confirm(by=actor, version=version)
            messages.success(request, _("ขาของเรายินยอมแล้ว"))
            return go(request, "web:rule", version.rule_id)
        made = provisional.reopen(by=actor, version=version, because=said["because"])
        messages.success(request, _("เปิดคุยใหม่แล้ว แก้ร่างได้เลย"))
        return go(request, "web:proposal", made.pk)

    title, verb = (_("ขาของเรายินยอม"), _("ยินยอม")) if deed == "confirm" else (_("ขอคุยใหม่"), _("ขอคุยใหม่"))
    sub = (
        _("เมื่อได้ยินครบองค์ประชุม กติกานี้ใช้ต่อไปจนถึงวันทบทวน")
        if deed == "confirm"
        else _("ขาที่ขาดในวันตกลง ขอคุยใหม่ได้หนึ่งครั้ง ระหว่างนี้กติกายังใช้อยู่จนครบเวลา")
    )
    back = reverse("web:rule", args=[version.rule_id])
    return ask(request, form, Question(title, sub, verb, back, version.rule.title), done, dials="rules.provisional")
