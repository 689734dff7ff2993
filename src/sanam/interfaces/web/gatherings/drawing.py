"""The lottery on pages: freeze, wait for the seed, draw; every step open to whoever sees the gathering."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sanam.domain.foundation.refused import Refused
from sanam.domain.gatherings import lottery, queries
from sanam.domain.gatherings.asked import Channel
from sanam.domain.gatherings.operations import drawing
from sanam.domain.gatherings.permissions import check_hosts, hosts
from sanam.domain.teams import queries as teams
from sanam.interfaces.web.gatherings.forms import DrawForm, FreezeForm
from sanam.interfaces.web.people.asking import Question, ask
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.answers import go
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.request import Request


@require_http_methods(["GET", "POST"])
def freeze(request: Request, gathering_id: str) -> HttpResponse:
    """How many of each leg; then the list is frozen."""
    actor = seated(request)
    found = queries.gathering(actor, str(gathering_id))
    check_hosts(actor, found)
    pool, names = queries.never_asked(found), _leg_names(found)
    form = FreezeForm(request.POST or None, pools=[(leg, names.get(leg, ""), len(ids)) for leg, ids in pool.items()])

    def done(said: dict[str, Any]) -> HttpResponse:
        kept = drawing.freeze(by=actor, gathering=found, wanted=form.wanted(), announced=said["announced"])
        messages.success(request, _("ปิดรายชื่อแล้ว ต่อไปรอเลขที่ไม่มีใครเลือกได้"))
        return go(request, "web:draw", kept.pk)

    back = reverse("web:invitations", args=[found.pk])
    sub = _("จากคนในรายชื่อที่ไม่เคยถูกชวนเลย ขาละกี่คน ปิดรายชื่อแล้วถอนไม่ได้ และทุกครั้งที่จับอยู่ให้ทุกคนดู")
    return ask(request, form, Question(_("จับฉลากชวนคนใหม่"), sub, _("ปิดรายชื่อ"), back, _("คนที่ชวน")), done)


@require_http_methods(["GET", "POST"])
def draw(request: Request, draw_id: str) -> HttpResponse:
    """One draw: its list, its seed, its result, and how to do it again."""
    actor = seated(request)
    found = queries.draw(actor, str(draw_id))
    form = DrawForm(request.POST or None, announced=bool(found.announced))
    refusal, status = "", 200
    if request.method == "POST":
        check_hosts(actor, found.gathering)
        status = 422
        if form.is_valid():
            said = form.cleaned_data
            try:
                drawing.draw(by=actor, draw=found, channel=Channel(said["channel"]), seed=said.get("seed", ""))
                return go(request, "web:draw", found.pk)
            except Refused as refused:
                refusal, status = refused.sentence(reader()), refused.status
    names = _leg_names(found.gathering)
    drawn = set(found.drawn)
    context = {
        "draw": found,
        "gathering": found.gathering,
        "form": form,
        "refusal": refusal,
        "hosts": hosts(actor, found.gathering),
        "legs": [
            {
                "name": names.get(leg, leg),
                "size": len(ids),
                "wanted": found.wanted.get(leg, 0),
                "drawn": [i for i in ids if i in drawn],
            }
            for leg, ids in found.pool.items()
        ],
    }
    return render(request, "gatherings/draw.html", context, status=status)


@require_safe
def draw_file(request: Request, draw_id: str) -> HttpResponse:
    """The frozen list to the letter, for whoever draws again; ids, and no name."""
    found = queries.draw(seated(request), str(draw_id))
    answer = HttpResponse(lottery.plain(found.pool), content_type="text/plain; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="sanam-draw-{found.number}.txt"'
    return answer


def _leg_names(gathering: Any) -> dict[str, str]:
    names = {str(leg.order): getattr(leg, f"name_{reader()}") for leg in teams.legs(gathering.body)}
    return names | {"0": _("ยังไม่ได้บอกขา")}
