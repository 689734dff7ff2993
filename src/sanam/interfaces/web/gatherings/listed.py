"""Whoever stands on the body's lists asks for what is held, to have it put right, or to have it gone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput, Refused
from sanam.domain.gatherings import queries
from sanam.domain.gatherings.asked import Ground, Known
from sanam.domain.gatherings.operations import listed as deeds
from sanam.domain.gatherings.permissions import check_keeps_list
from sanam.domain.gatherings.queries import Held
from sanam.domain.teams import queries as teams
from sanam.interfaces.files.names.package import packed
from sanam.interfaces.web.account.again import given_lately, needs_password_again, password_before
from sanam.interfaces.web.gatherings.forms import WhoseForm
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.request import Request

if TYPE_CHECKING:
    from sanam.domain.teams.models import Body


@require_http_methods(["GET", "POST"])
def listed(request: Request) -> HttpResponse:
    """Every row under a name; those that are theirs are chosen, then one thing is done with them."""
    actor = seated(request)
    body = teams.body_of(actor)
    check_keeps_list(actor, body)
    sent: QueryDict = request.POST or request.GET
    name = sent.get("of", "")[:120]
    held = queries.held_under(actor, body, name)
    form = WhoseForm(request.POST or None, initial={"name": _one_name(held)})
    refusal, status = "", 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                return _deed(request)(request, actor, body, held.only(request.POST.getlist("row")), form.cleaned_data)
            except Refused as refused:
                refusal, status = refused.sentence(reader()), refused.status
    context = {
        "body": body,
        "of": name,
        "held": held,
        "chosen": request.POST.getlist("row") or [one.ref for one in held.eligible if len(held.eligible) == 1],
        "form": form,
        "refusal": refusal,
        "ready": given_lately(request),
    }
    return render(request, "gatherings/listed.html", context, status=status)


def _deed(request: Request) -> Callable[..., HttpResponse]:
    deed = {"file": _file, "correct": _correct, "erase": _erase}.get(request.POST.get("deed", ""))
    if deed is None:
        raise BadInput("gatherings.whose_deed", "เลือกว่าจะทำอะไร", "Choose what to do.")
    return deed


def _file(request: Request, actor: Actor, body: Body, held: Held, said: dict[str, Any]) -> HttpResponse:
    """Everything as a zip, made now and kept nowhere."""
    if asked := password_before(request, _page_of(request.POST["of"]) + "#file"):
        return asked
    whole = packed(by=actor, body=body, held=held, known=Known(said["known"]))
    name = f"everything-{clock.today().isoformat()}.zip"  # a neutral name: this one lies in a downloads folder
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(whole, content_type="application/zip", headers=headers)


def _correct(request: Request, actor: Actor, body: Body, held: Held, said: dict[str, Any]) -> HttpResponse:
    right = {"known": Known(said["known"]), "name": said["name"], "phone": said["phone"] or None}
    deeds.correct(by=actor, body=body, held=held, **right)
    messages.success(request, _("แก้แล้ว ทุกแถวที่เลือก"))
    return redirect(_page_of(said["name"]))


@needs_password_again
def _erase(request: Request, actor: Actor, body: Body, held: Held, said: dict[str, Any]) -> HttpResponse:
    if not said["ground"]:
        raise BadInput("gatherings.erase_ground", "เลือกเหตุที่ต้องลบ", "Choose why it has to be erased.")
    gone = deeds.erase(by=actor, body=body, held=held, known=Known(said["known"]), ground=Ground(said["ground"]))
    messages.success(request, _("ลบชื่อและเบอร์แล้ว %(n)s แถว จำนวนคนและผลจับฉลากยังเหมือนเดิม") % {"n": gone})
    return redirect("web:eligible")


def _one_name(held: Held) -> str:
    """The name as it is written, where all rows write it alike."""
    names = {*(one.name for one in held.eligible), *(one.name for one in held.came)}
    return names.pop() if len(names) == 1 else ""


def _page_of(name: str) -> str:
    query = QueryDict(mutable=True)
    query["of"] = name
    return f"{reverse('web:listed')}?{query.urlencode()}"
