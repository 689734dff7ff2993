"""Two records that may be one person: looked at side by side, decided with a reason; what is not sure stays open."""

from __future__ import annotations

from collections.abc import Mapping
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
from sanam.domain.foundation.refused import Refused
from sanam.domain.journal import operations as journal
from sanam.domain.registry import queries as registry
from sanam.domain.registry.operations import conflicts, duplicates
from sanam.domain.registry.permissions import check_can
from sanam.domain.registry.words import DuplicateBasis
from sanam.domain.teams.words import Can
from sanam.interfaces.web.people.forms import KindForm
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.answers import go
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.request import Request

FITS = DuplicateBasis.EQUAL_ID_FITS
"""One number and nothing that contradicts it: one look, one tap."""


class ApartForm(KindForm):
    """How one knows that they are two people."""

    reason = forms.CharField(
        label=gettext_lazy("รู้ได้อย่างไรว่าคนละคน"),
        max_length=300,
        help_text=gettext_lazy("เช่น ไปเยี่ยมมาแล้วทั้งสองบ้าน หรือเลขบัตรของคนหนึ่งจดผิด"),
    )


class SameForm(KindForm):
    """How one knows that they are one person."""

    reason = forms.CharField(
        label=gettext_lazy("รู้ได้อย่างไรว่าคนเดียวกัน"),
        max_length=300,
        help_text=gettext_lazy("เช่น ดูบัตรแล้ว หรือญาติยืนยันว่าเป็นคนเดียวกัน"),
    )


@require_POST
def settle(request: Request, conflict_id: int) -> HttpResponse:
    """Say whose word holds where a file and somebody who was there disagree."""
    actor = seated(request)
    dispute = registry.conflict(actor, conflict_id)
    conflicts.decide(by=actor, conflict=dispute, take=request.POST.get("word") == "file")
    messages.success(request, _("บันทึกแล้ว ทั้งสองค่ายังอยู่ในประวัติ"))
    if request.POST.get("back") == "list":
        return go(request, "web:conflicts")
    return go(request, "web:history", dispute.person.id)


@require_safe
def waiting(request: Request) -> HttpResponse:
    """Every pair that waits for a decision, likeliest first."""
    actor = seated(request)
    journal.look(by=actor, at="people", did="people.looked", because="doubts")
    after, only = request.GET.get("after", ""), _only(request.GET)
    pairs, more = registry.waiting_pairs(actor, after[:40], basis=FITS if only else None)
    context = {"pairs": pairs, "more": more, "first": bool(after), "may_decide": actor.may(Can.CORRECT_PEOPLE)}
    context["only"] = only
    context["may_merge"] = actor.may(Can.MERGE_PEOPLE)
    return render(request, "people/doubts.html", context)


@require_http_methods(["GET", "POST"])
def decide(request: Request, duplicate_id: int) -> HttpResponse:
    """Both records side by side; a POST says that they are two people, and why."""
    actor = seated(request)
    check_can(actor, Can.CORRECT_PEOPLE)
    pair = registry.duplicate(actor, duplicate_id)
    apart = ApartForm(request.POST or None)
    if request.method != "POST":
        return review(request, actor, pair)
    if not apart.is_valid():
        return review(request, actor, pair, 422, apart=apart)
    duplicates.keep_apart(by=actor, duplicate=pair, reason=apart.cleaned_data["reason"])
    messages.success(request, _("บันทึกแล้วว่าคนละคน"))
    return next_pair(request, actor) or go(request, "web:person", pair.first.id)


@require_POST
def ask_keepers(request: Request, duplicate_id: int) -> HttpResponse:
    """Not sure: those who keep the records hear the question, and it stays open."""
    actor = seated(request)
    check_can(actor, Can.CORRECT_PEOPLE)
    pair = registry.duplicate(actor, duplicate_id)
    try:
        duplicates.ask_keepers(by=actor, duplicate=pair)
    except Refused as refusal:
        return review(request, actor, pair, refusal.status, refusal=refusal.sentence(reader()))
    messages.success(request, _("ถามผู้ดูแลทะเบียนแล้ว คู่นี้ยังเปิดรออยู่"))
    return go(request, "web:doubts")


def next_pair(request: Request, actor: Actor) -> HttpResponse | None:
    """Whoever goes through the pairs that fit is led from one to the next; None for who came another way."""
    if not (only := _only(request.POST)):
        return None
    pairs, _more = registry.waiting_pairs(actor, size=1, basis=FITS)
    where = reverse("web:decide_duplicate", args=[pairs[0].pk]) if pairs else reverse("web:doubts")
    return redirect(f"{where}?only={only}")


def review(request: Request, actor: Actor, pair: Any, status: int = 200, **more: Any) -> HttpResponse:
    """The page of a pair; looking at it is a look at both."""
    both = registry.side_by_side(actor, pair)
    for one in (both.kept, both.gone):
        journal.look(by=actor, at=one.person.ref)
    chosen = more.pop("chosen", {})
    fits = pair.said is FITS
    context = {
        "pair": pair,
        "both": both,
        "agreement": registry.agreement(actor, pair),
        "lines": _lines(both, chosen, fits=fits),
        "same": SameForm(auto_id="same_%s", initial={"reason": FITS.said(reader()) if fits else ""}),
        "fits": fits,
        "only": _only(request.POST) or _only(request.GET),
        "apart": ApartForm(auto_id="apart_%s"),
        "refusal": "",
        "today": clock.today(),
        "may_merge": actor.may(Can.MERGE_PEOPLE),
    }
    return render(request, "people/review.html", context | more, status=status)


CODED = {"marital", "nation", "religion", "occupation", "residency"}
"""Fields worth a line only where the records differ."""


def _only(said: Mapping[str, str]) -> str:
    """Whether somebody goes through the pairs that fit and no others."""
    return "fits" if said.get("only") == "fits" else ""


def _lines(both: registry.SideBySide, chosen: dict[str, str], *, fits: bool) -> list[dict[str, Any]]:
    """What differs first, for that is what there is to decide."""
    worth = [told for told in both.lines if told.line.differs or told.line.field not in CODED]
    return [_line(told, chosen, fits) for told in sorted(worth, key=lambda told: not told.line.differs)]


def _line(told: Any, chosen: dict[str, str], fits: bool) -> dict[str, Any]:
    """A line as the page shows it; where somebody has to choose, nothing is chosen for them, unless the records fit."""
    line = told.line
    side = chosen.get(line.field) or ("" if line.grave and not fits else line.side)
    return {"name": line.field, "told": line, "shown": told.shown, "side": side, "proposed": line.side}
