"""A hand-over: what is open at the seat, talked over by two, confirmed by both."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanam.domain.foundation.refused import Refused
from sanam.domain.foundation.thai.dates import PartialDate
from sanam.domain.teams import queries as teams
from sanam.domain.teams.operations import handovers as deeds
from sanam.interfaces.web.account.oneself import oneself
from sanam.interfaces.web.people.asking import Question, ask
from sanam.interfaces.web.people.forms import KindForm
from sanam.interfaces.web.requests.forms import WholeDateField
from sanam.interfaces.web.shell.answers import go
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.request import Request
from sanam.interfaces.web.team.forms import BecauseForm


class TalkForm(KindForm):
    """When the two met, which kinds they went through, and a note a thing."""

    met_on = WholeDateField(label=gettext_lazy("พบกันวันไหน"), required=False)

    def __init__(self, *args: Any, lines: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.things: dict[str, tuple[str, str]] = {}
        self.lines = []
        for place, line in enumerate(lines):
            ticked = forms.BooleanField(label=_("คุยกันแล้ว"), required=False, initial=line.gone_through)
            self.fields[f"kind_{place}"] = ticked
            notes = [self._note(f"note_{place}_{at}", line.kind.kind, one) for at, one in enumerate(line.things)]
            self.lines.append((line, self[f"kind_{place}"], notes))

    def _note(self, name: str, kind: str, one: Any) -> tuple[Any, Any]:
        label = _("บันทึกถึงคนใหม่: %(what)s") % {"what": one.open.en if reader() == "en" else one.open.th}
        self.fields[name] = forms.CharField(label=label, max_length=300, required=False, initial=one.note)
        self.things[name] = (kind, one.open.ref)
        return one.open, self[name]

    def kinds(self) -> list[str]:
        """The kinds that were gone through."""
        return [line.kind.kind for line, ticked, _notes in self.lines if self.cleaned_data[ticked.name]]

    def notes(self) -> dict[tuple[str, str], str]:
        """What was noted, and what was noted before and is empty now."""
        before = {name: self.fields[name].initial for name in self.things}
        said = self.cleaned_data
        return {thing: said[name] for name, thing in self.things.items() if said[name] or before[name]}


@require_safe
def handover(request: Request, handover_id: str) -> HttpResponse:
    """One hand-over, for the two and whoever arranges it."""
    return _page(request, teams.handover(oneself(request), str(handover_id)))


@require_POST
def talk(request: Request, handover_id: str) -> HttpResponse:
    """Keep what was talked over, and confirm for oneself where that button was pressed."""
    actor = oneself(request)
    one = teams.handover(actor, str(handover_id))
    form = TalkForm(request.POST, lines=teams.checklist(one) if one.is_open else [])
    if not form.is_valid():
        return _page(request, one, form, status=422)
    try:
        deeds.talk_over(
            by=actor, handover=one, met_on=form.cleaned_data["met_on"], kinds=form.kinds(), notes=form.notes()
        )
        if "confirm" not in request.POST:
            messages.success(request, _("บันทึกแล้ว"))
            return go(request, "web:handover", handover_id)
        confirmed = deeds.confirm(by=actor, handover=one)
    except Refused as refusal:
        return _page(request, one, form, refusal=refusal.sentence(reader()), status=refusal.status)
    messages.success(request, _("ส่งมอบเสร็จแล้ว ขอบคุณทั้งสองคน") if confirmed.done_at else _("ยืนยันแล้ว รออีกคนยืนยัน"))
    return go(request, "web:handover", handover_id)


@require_http_methods(["GET", "POST"])
def call_off(request: Request, handover_id: str) -> HttpResponse:
    """Call it off, with a reason."""
    actor = oneself(request)
    one = teams.handover(actor, str(handover_id))

    def done(said: dict[str, Any]) -> HttpResponse:
        deeds.call_off(by=actor, handover=one, because=said["because"])
        messages.success(request, _("ยกเลิกแล้ว คนเดิมยังนั่งอยู่"))
        return go(request, "web:handover", handover_id)

    back = reverse("web:handover", args=[handover_id])
    sub = _("คนเดิมนั่งต่อ เริ่มใหม่เมื่อไรก็ได้")
    question = Question(_("ยกเลิกการส่งมอบ"), sub, _("ยกเลิกการส่งมอบ"), back, _("การส่งมอบ"))
    return ask(request, BecauseForm(request.POST or None), question, done)


def own(request: Request) -> list[Any]:
    """Hand-overs that wait for whoever is signed in; who sits nowhere yet finds them on their account's page."""
    actor = oneself(request)
    return [one for one in teams.under_way(actor) if teams.is_of(actor, one)]


def _page(request: Request, one: Any, form: Any = None, *, refusal: str = "", status: int = 200) -> HttpResponse:
    actor = oneself(request)
    lines = teams.checklist(one) if one.is_open else []
    met = {"met_on": PartialDate.from_date(one.met_on) if one.met_on else None}
    is_giver = actor.member == str(one.giver_id)
    own = one.giver_confirmed_at if is_giver else one.taker_confirmed_at
    context = {
        "one": one,
        "form": form or TalkForm(initial=met, lines=lines),
        "refusal": refusal,
        "is_of": teams.is_of(actor, one) and one.is_open,
        "is_giver": is_giver,
        "confirmed": own is not None,
        "done_kinds": sum(line.gone_through for line in lines),
        "kinds": len(lines),
    }
    return render(request, "team/handover.html", context, status=status)
